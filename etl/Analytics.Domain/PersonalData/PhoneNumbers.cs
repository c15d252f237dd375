namespace Analytics.Domain.PersonalData;

/// <summary>
/// Telephone numbers (ITU-T E.164 and the national ways of writing them): with a plus anywhere; Kyrgyz (996… or 0…), Russian and
/// Kazakh (7… or 8…), Uzbek, Tajik, Turkish, Emirati, Korean and Chinese without one by their length, first digits and grouping;
/// shorter ones behind a word like "тел.".
/// </summary>
/// <remarks>Own code because it finds more of the region's numbers, and fewer that are none, than libraries measured beside it.</remarks>
internal static class PhoneNumbers
{
    private const Gap Joins = Gap.Space | Gap.Dash | Gap.Bracket | Gap.Stop;
    private const int LongestInternational = 15;

    /// <param name="place">Where to look.</param>
    /// <param name="start">First character of the number, plus and bracket included.</param>
    /// <returns>Groups that make the number; 0 when there is none here.</returns>
    public static int At(NumberPlace place, out int start)
    {
        start = place.Group.Start;
        if (Plus(place) is >= 0 and var plus && International(place) is > 0 and var whole)
        {
            start = plus;
            return whole;
        }

        Span<char> digits = stackalloc char[LongestInternational];
        var taken = Exactly(place, 12, digits) is > 0 and var twelve && HasCountryCode(digits, place.IsLoose) && IsGrouped(place, twelve, 12) ? twelve
            : Exactly(place, 14, digits) is > 0 and var fourteen && digits.StartsWith("00") && HasCountryCode(digits[2..], loose: true) ? fourteen
            : Exactly(place, 11, digits) is > 0 and var eleven && IsRussian(digits, place.IsLoose) && IsGrouped(place, eleven, 11) ? eleven
            : Exactly(place, 10, digits) is > 0 and var ten && digits[0] == '0' && digits[1] is >= '2' and <= '9' && IsGrouped(place, ten, 10) ? ten
            : Exactly(place, 10, digits) is 3 && IsAmerican(place) ? 3
            : Exactly(place, 9, digits) is > 0 and var nine && IsNational(place, digits, nine) ? nine
            : 0;
        if (taken == 0)
        {
            return Announced(place, digits);
        }

        return place.IsLoose || place.IsWholeChain(taken) ? taken : 0;
    }

    /// <summary>Groups that make exactly so many digits, with no year among them (a reference like 03-2019-0145).</summary>
    private static int Exactly(NumberPlace place, int length, Span<char> digits)
    {
        var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
        if (taken <= 1)
        {
            return taken;
        }

        if (place.Context is ValueContext.Reference or ValueContext.Code)
        {
            foreach (var group in place.Groups[..taken])
            {
                if (group.Length == 4 && place.Text[group.Start..(group.Start + 2)] is "19" or "20")
                {
                    return 0;
                }
            }
        }

        // A single stop is a decimal point.
        return taken == 2 && place.Group.Gap == Gap.Stop ? 0 : taken;
    }

    /// <summary>Where the plus before the group stands, brackets and a space between allowed; -1 when there is none.</summary>
    private static int Plus(NumberPlace place)
    {
        for (var steps = 1; steps <= 3; steps++)
        {
            var c = place.Back(steps);
            if (c == '+' && place.Group.Start - steps >= 0)
            {
                return place.Group.Start - steps;
            }

            if (c is not (' ' or '('))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>A country's own length where it is known, else as many groups as 15 digits hold, 8 at least.</summary>
    private static int International(NumberPlace place)
    {
        Span<char> digits = stackalloc char[LongestInternational];
        for (var length = LongestInternational; length >= 8; length--)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
            if (taken > 0 && (length == Length(digits) || Length(digits) == 0))
            {
                return taken;
            }
        }

        for (var length = LongestInternational; length >= 8; length--)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
            if (taken > 0)
            {
                return taken;
            }
        }

        return 0;
    }

    private static int Length(ReadOnlySpan<char> digits) =>
        digits.StartsWith("996") || digits.StartsWith("998") || digits.StartsWith("992") || digits.StartsWith("90") ? 12
        : digits[0] is '7' or '1' ? 11
        : 0;

    private static bool HasCountryCode(ReadOnlySpan<char> digits, bool loose) =>
        (digits.StartsWith("996") && digits[3] is >= '2' and <= '9')
        || (digits.StartsWith("998") && digits[3] is >= '2' and <= '9')
        || (digits.StartsWith("992") && digits[3] != '1')
        || (loose && (digits.StartsWith("905") || digits.StartsWith("9715") || digits.StartsWith("8210")));

    private static bool IsRussian(ReadOnlySpan<char> digits, bool loose) =>
        digits[0] is '7' or '8' && (digits[1] is '9' or '7' || (loose && digits[1] is '3' or '4' or '8'));

    /// <summary>Grouped as people write numbers: no group of one digit but the first, or all of them; none of seven behind small ones.</summary>
    private static bool IsGrouped(NumberPlace place, int taken, int length)
    {
        if (taken == 1 || taken == length)
        {
            return true;
        }

        var first = place.Group.Length;
        if (first == 2 || (first == 1 && place.Groups[1].Length < 3))
        {
            return false;
        }

        for (var i = 1; i < taken; i++)
        {
            if (place.Groups[i].Length is < 2 or > 10)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>(202) 555-0143 and 202-555-0143.</summary>
    private static bool IsAmerican(NumberPlace place) =>
        place.IsLoose && place.Group.Length == 3 && place.Groups[1].Length == 3
        && ((place.Back(1) == '(' && (place.Group.Gap & Gap.Bracket) != Gap.None) || (place.Group.Gap == Gap.Dash && place.Groups[1].Gap == Gap.Dash));

    /// <summary>Nine digits without the leading nought: an operator's code and a grouping that amounts of money do not have.</summary>
    private static bool IsNational(NumberPlace place, ReadOnlySpan<char> digits, int taken)
    {
        if (!IsOperator(digits))
        {
            return place.Context == ValueContext.Number && taken == 1;
        }

        if (taken == 1)
        {
            return place.Context == ValueContext.Number || (place.Context == ValueContext.Unmapped && place.IsWholeValue(1));
        }

        if (!place.IsLoose || place.Group.Length != 3 || digits.EndsWith("000"))
        {
            return false;
        }

        // 555 123 456 may be money; 555-123-456, 555 12 34 56 and (555) 123 456 are not.
        return taken != 3 || place.Groups[1].Length != 3 || place.Group.Gap != Gap.Space || place.IsWholeValue(taken) || !IsAmount(place, taken);
    }

    /// <summary>Codes of the Kyrgyz mobile operators.</summary>
    private static bool IsOperator(ReadOnlySpan<char> digits) =>
        digits[0] switch
        {
            '2' => digits[1] is '0' or '2',
            '5' => digits[1] is '0' or '1' or '2' or '4' or '5' or '6' or '7' or '8' or '9',
            '7' => digits[1] is '0' or '5' or '7' or '9',
            '8' => digits[1] == '8',
            '9' => digits[1] is '0' or '9',
            _ => false,
        };

    /// <summary>Is a unit written behind the number?</summary>
    private static bool IsAmount(NumberPlace place, int taken)
    {
        var behind = place.Text[place.Groups[taken - 1].End..].TrimStart();
        foreach (var unit in (ReadOnlySpan<string>)["сом", "som", "kgs", "руб", "rub", "долл", "usd", "$", "€", "euro", "евро", "тенге", "чел", "тг", "people", "persons", "киши", "адам", "%"])
        {
            if (behind.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Five to twelve digits behind a word like "тел."; in a count's place nine or more digits without any word.</summary>
    private static int Announced(NumberPlace place, Span<char> digits)
    {
        if (place.Context == ValueContext.Number && place.Group.Length is >= 9 and <= 15 && place.IsWholeChain(1))
        {
            return 1;
        }

        if (place.Context is ValueContext.Date)
        {
            return 0;
        }

        var least = place.Context == ValueContext.Reference ? 9 : 5;
        for (var length = 13; length >= least; length--)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins, digits);
            if (taken > 0 && !Timestamps.Is(place.Text[place.Group.Start..place.Groups[taken - 1].End], compact: false))
            {
                return Cues.Before(place.Text, place.Group.Start, Cues.Phone) ? taken : 0;
            }
        }

        return 0;
    }
}
