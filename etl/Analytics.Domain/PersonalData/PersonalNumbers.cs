namespace Analytics.Domain.PersonalData;

/// <summary>
/// Personal numbers. Kyrgyz PIN: sex (1 or 2), date of birth as ddmmyyyy, five digits. Uzbek PINFL: sex and century (3 to 6),
/// ddmmyy, seven digits. Kazakh IIN: yymmdd, century and sex (1 to 6), five digits, the last a check digit. Territory codes
/// (SOATE) are 14 digits too; they begin with 417, which no PIN does.
/// </summary>
internal static class PersonalNumbers
{
    private const Gap Joins = Gap.Space | Gap.Dash | Gap.Stop | Gap.Slash | Gap.Bracket;
    private const int Pin = 14;
    private const int Iin = 12;

    /// <returns>Groups that make a territory code; 0 when there is none here.</returns>
    public static int Territory(NumberPlace place)
    {
        Span<char> digits = stackalloc char[Pin];
        var taken = DigitGroups.Take(place.Text, place.Groups, Pin, Joins, digits);
        return taken > 0 && IsSoate(digits) ? taken : 0;
    }

    /// <returns>Groups that make the number; 0 when there is none here.</returns>
    public static int At(NumberPlace place)
    {
        Span<char> digits = stackalloc char[Pin];
        var taken = DigitGroups.Take(place.Text, place.Groups, Pin, Joins, digits);
        if (taken > 0 && !IsSoate(digits) && !IsFraction(place, taken)
            && (IsKyrgyz(digits)
                || (IsUzbek(digits) && (place.IsLoose || place.Context == ValueContext.Number))
                || HasCue(place)))
        {
            return taken;
        }

        taken = DigitGroups.Take(place.Text, place.Groups, Iin, Joins, digits[..Iin]);
        return taken == 1 && IsKazakh(digits[..Iin]) && (place.IsLoose || place.Context == ValueContext.Number) ? taken
            : AnyOf(place) is > 0 and var any && HasCue(place) ? any
            : 0;
    }

    /// <summary>Kyrgyzstan's prefix, then a region of the classifier.</summary>
    private static bool IsSoate(ReadOnlySpan<char> digits) =>
        digits.StartsWith("417") && digits[3..5] is "00" or "02" or "03" or "04" or "05" or "06" or "07" or "08" or "11" or "21";

    private static bool IsKyrgyz(ReadOnlySpan<char> digits) =>
        digits[0] is '1' or '2' && IsDay(digits[1..3]) && IsMonth(digits[3..5]) && InRange(digits[5..9], 1900, 2049);

    private static bool IsUzbek(ReadOnlySpan<char> digits) =>
        digits[0] is >= '3' and <= '6' && IsDay(digits[1..3]) && IsMonth(digits[3..5]);

    /// <summary>The check digit weighs the first eleven by 1…11, and by 3…11, 1, 2 when that leaves ten.</summary>
    private static bool IsKazakh(ReadOnlySpan<char> digits)
    {
        if (!IsMonth(digits[2..4]) || !IsDay(digits[4..6]) || digits[6] is < '1' or > '6')
        {
            return false;
        }

        int first = 0, second = 0;
        for (var i = 0; i < 11; i++)
        {
            first += (digits[i] - '0') * (i + 1);
            second += (digits[i] - '0') * (((i + 2) % 11) + 1);
        }

        var check = first % 11 == 10 ? second % 11 : first % 11;
        return check == digits[11] - '0';
    }

    /// <summary>A number that its own word announces ("ПИН", "ИНН"): 10 to 14 digits whatever their structure.</summary>
    private static int AnyOf(NumberPlace place)
    {
        Span<char> digits = stackalloc char[Pin];
        for (var length = Pin; length >= 10; length--)
        {
            var taken = DigitGroups.Take(place.Text, place.Groups, length, Joins & ~Gap.Slash, digits);
            if (taken > 0 && !digits.StartsWith("417"))
            {
                return taken;
            }
        }

        return 0;
    }

    private static bool HasCue(NumberPlace place) => Cues.Before(place.Text, place.Group.Start, Cues.Personal);

    /// <summary>One stop among the digits is a decimal point.</summary>
    private static bool IsFraction(NumberPlace place, int taken) => taken == 2 && place.Group.Gap == Gap.Stop;

    private static bool IsDay(ReadOnlySpan<char> digits) => InRange(digits, 1, 31);

    private static bool IsMonth(ReadOnlySpan<char> digits) => InRange(digits, 1, 12);

    private static bool InRange(ReadOnlySpan<char> digits, int least, int most)
    {
        var number = 0;
        foreach (var c in digits)
        {
            number = (number * 10) + (c - '0');
        }

        return number >= least && number <= most;
    }
}
