namespace Analytics.Domain.PersonalData;

/// <summary>Cards by issuer and check digit (ISO/IEC 7812), IBAN by its remainder (ISO 13616), other accounts by the word before them.</summary>
internal static class BankNumbers
{
    private const Gap Joins = Gap.Space | Gap.Dash;
    private const int LongestIban = 34;
    private const int ShortestIban = 15;
    private static readonly int[] s_cards = [16, 19, 15, 13];
    private static readonly int[] s_accounts = [20, 16, 13];

    /// <returns>Groups that make the number; 0 when there is none here.</returns>
    public static int At(NumberPlace place)
    {
        Span<char> digits = stackalloc char[20];
        foreach (var length in s_cards)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
            if (taken > 0 && IsShape(place, taken) && IsIssued(digits[..length]) && HasCheckDigit(digits[..length]))
            {
                return taken;
            }
        }

        foreach (var length in s_accounts)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
            if (taken > 0 && Cues.Before(place.Text, place.Group.Start, Cues.Account))
            {
                return taken;
            }
        }

        return 0;
    }

    /// <summary>Finds IBANs: two letters, two digits, then letters and digits in groups of four or unbroken.</summary>
    public static void Scan(ReadOnlySpan<char> text, ref Findings findings)
    {
        Span<char> iban = stackalloc char[LongestIban];
        for (var at = 0; at + ShortestIban <= text.Length; at++)
        {
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || !char.IsLetter(text[at]) || !char.IsLetter(text[at + 1])
                || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3]))
            {
                continue;
            }

            var length = 0;
            var end = at;
            for (var i = at; i < text.Length && length < LongestIban; i++)
            {
                var c = char.ToUpperInvariant(PlainText.LookAlike(text[i]));
                if (char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
                {
                    iban[length++] = c;
                    var atEnd = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
                    end = length >= ShortestIban && atEnd && HasRemainderOne(iban[..length]) ? i + 1 : end;
                }
                else if (c is not ' ' and not '-' || length % 4 != 0)
                {
                    break;
                }
            }

            if (end > at)
            {
                findings.Add(IdentifierKind.BankAccount, at, end);
                if (findings.Done)
                {
                    return;
                }

                at = end;
            }
        }
    }

    /// <summary>Unbroken, in groups of four, or 4-6-5.</summary>
    private static bool IsShape(NumberPlace place, int taken)
    {
        if (taken == 1)
        {
            return true;
        }

        for (var i = 0; i < taken; i++)
        {
            var length = place.Groups[i].Length;
            if (i < taken - 1 ? length != 4 && !(i == 1 && length == 6) : length > 5)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Visa, Mastercard, American Express, UnionPay, Mir, Maestro and Elcart.</summary>
    private static bool IsIssued(ReadOnlySpan<char> d) => d.Length switch
    {
        15 => d[0] == '3' && d[1] is '4' or '7',
        13 => d[0] == '4',
        19 => d[0] == '6' && d[1] == '2',
        _ => d[0] == '4' || (d[0] == '5' && d[1] != '9') || (d[0] == '6' && d[1] is '0' or '2' or '3' or '5' or '7')
            || d.StartsWith("220") || (d[0] == '2' && d[1] is >= '2' and <= '7') || d.StartsWith("9417") || d.StartsWith("8600") || d.StartsWith("9860"),
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            digit *= i % 2 == 1 ? 2 : 1;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    private static bool HasRemainderOne(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }
}
