namespace Analytics.Domain.PersonalData;

/// <summary>
/// Passports, identity cards, certificates: two letters and seven digits (Kyrgyz, Uzbek), one and eight (Tajik, Kazakh), a Roman
/// numeral with two letters and six (acts of civil status), four and six digits (Russian), SNILS by its check number; or
/// six to ten digits behind a word like "passport".
/// </summary>
internal static class DocumentNumbers
{
    private const Gap Joins = Gap.Space | Gap.Dash;
    private static readonly int[] s_lengths = [10, 9, 8, 7, 6];

    /// <summary>Series in use, as Latin letters; a reference of a source seldom looks like one of these with seven digits.</summary>
    private static readonly HashSet<string> s_series = new(StringComparer.Ordinal)
    {
        "ID", "AN", "AC", "AA", "AB", "AD", "AE", "PE", "PD", "PS", "FA", "FB", "KA",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_known = s_series.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="place">Where to look.</param>
    /// <param name="start">First character of the number, its series included.</param>
    /// <returns>Groups that make the number; 0 when there is none here.</returns>
    public static int At(NumberPlace place, out int start)
    {
        start = place.Group.Start;
        Span<char> digits = stackalloc char[11];
        if (Series(place, out var letters, out var glued))
        {
            var upper = char.IsUpper(place.Text[letters.Start.Value]) && char.IsUpper(place.Text[letters.End.Value - 1]);
            var count = letters.End.Value - letters.Start.Value;
            var cue = Cues.Before(place.Text, letters.Start.Value, Cues.Document);
            if (count == 2 && DigitGroups.Take(place.Text, place.Groups, 7, Joins, digits) is > 0 and var seven
                && IsPassport(place, letters, upper, glued, cue, digits))
            {
                start = letters.Start.Value;
                return seven;
            }

            if (count == 1 && DigitGroups.Take(place.Text, place.Groups, 8, Joins, digits) is > 0 and var eight
                && (cue || (upper && place.IsLoose && PlainText.LookAlike(place.Text[letters.Start.Value]) is 'n' or 'a' or 'p' or 'e')))
            {
                start = letters.Start.Value;
                return eight;
            }

            if (count == 2 && place.Group.Length is 6 or 7 && upper && Roman(place.Text, letters.Start.Value) is >= 0 and var roman)
            {
                start = roman;
                return 1;
            }

            if (cue && DigitGroups.Take(place.Text, place.Groups, 6, Joins, digits) is > 0 and var six)
            {
                start = letters.Start.Value;
                return six;
            }
        }

        return Bare(place, digits);
    }

    private static bool IsPassport(NumberPlace place, Range letters, bool upper, bool glued, bool cue, ReadOnlySpan<char> digits)
    {
        Span<char> series = stackalloc char[2];
        series[0] = char.ToUpperInvariant(PlainText.LookAlike(place.Text[letters.Start]));
        series[1] = char.ToUpperInvariant(PlainText.LookAlike(place.Text[letters.End.Value - 1]));
        if (cue)
        {
            return true;
        }

        // Two letters among digits are no series but the middle of a reference, such as a hexadecimal one.
        if (glued && letters.Start.Value > 0 && char.IsAsciiDigit(place.Text[letters.Start.Value - 1]))
        {
            return false;
        }

        // Sequences padded with noughts are references.
        if (digits.StartsWith("00"))
        {
            return false;
        }

        return (s_known.Contains(series) && (upper || glued)) || (upper && place.IsLoose);
    }

    private static int Bare(NumberPlace place, Span<char> digits)
    {
        if (DigitGroups.Take(place.Text, place.Groups, 11, Joins, digits) is 4 && place.Group.Length == 3 && place.Groups[1].Length == 3
            && place.Groups[2].Length == 3 && IsSnils(digits))
        {
            return 4;
        }

        var ten = DigitGroups.Take(place.Text, place.Groups, 10, Joins, digits);
        if (ten == 2 && place.Group.Length == 4 && place.Context == ValueContext.Unmapped && place.IsWholeValue(2))
        {
            return 2;
        }

        foreach (var length in s_lengths)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
            if (taken > 0 && (taken == 1 || place.Group.Length <= 4))
            {
                return Cues.Before(place.Text, place.Group.Start, Cues.Document) && !Timestamps.Is(Chain(place), compact: false) ? taken : 0;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Chain(NumberPlace place)
    {
        var last = Math.Min(2, place.Groups.Length - 1);
        return place.Text[place.Group.Start..place.Groups[last].End];
    }

    /// <summary>One or two letters before the digits, at most three marks (space, №, dash) between.</summary>
    private static bool Series(NumberPlace place, out Range letters, out bool glued)
    {
        var text = place.Text;
        var end = place.Group.Start;
        while (end > 0 && place.Group.Start - end < 4 && text[end - 1] is ' ' or '№' or '-' or '#' or '.')
        {
            end--;
        }

        glued = end == place.Group.Start;
        var start = end;
        while (start > 0 && end - start < 3 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        letters = start..end;
        return end - start is 1 or 2;
    }

    /// <summary>Where the Roman numeral (or КР) before a certificate's letters begins; -1 when there is none.</summary>
    private static int Roman(ReadOnlySpan<char> text, int end)
    {
        if (end < 2 || text[end - 1] is not ('-' or ' '))
        {
            return -1;
        }

        var start = end - 1;
        while (start > 0 && end - start < 6 && text[start - 1] is 'I' or 'V' or 'X' or 'І' or 'Х' or 'К' or 'Р' or '1')
        {
            start--;
        }

        return start < end - 1 && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) ? start : -1;
    }

    /// <summary>Check number of a Russian insurance account: the digits by weights 9…1, modulo 101, 100 read as 0.</summary>
    private static bool IsSnils(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (digits[i] - '0') * (9 - i);
        }

        return sum % 101 % 100 == ((digits[9] - '0') * 10) + digits[10] - '0';
    }
}
