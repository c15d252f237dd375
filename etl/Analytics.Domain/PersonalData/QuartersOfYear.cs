namespace Analytics.Domain.PersonalData;

/// <summary>Tells "1 квартал 2024", a part of a year after which people name their sheets and periods, from a block of houses of the same word.</summary>
internal static class QuartersOfYear
{
    private const string Word = "квартал";

    private static readonly string[] s_year = ["года", "год", "г", "жылы", "жыл"];

    /// <param name="at">Where the word begins.</param>
    /// <returns>
    /// Whether one of four stands before it, and nothing else but "за" and a year around them: "Ак-Суу, 3 квартал" and "3 квартал, 12"
    /// may be where somebody lives.
    /// </returns>
    public static bool IsAt(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith(Word, StringComparison.OrdinalIgnoreCase) && IsYearOrNothing(text[(at + Word.Length)..]) && IsNumber(text[..at]);

    private static bool IsYearOrNothing(ReadOnlySpan<char> behind)
    {
        behind = behind.Trim(" .,()");
        foreach (var word in s_year)
        {
            if (behind.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                behind = behind[..^word.Length].TrimEnd();
                break;
            }
        }

        return behind.IsEmpty || (behind is ['1', '9', _, _] or ['2', '0', _, _] && !behind.ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsNumber(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" -й");
        var number = before.Length;
        while (number > 0 && (char.IsAsciiDigit(before[number - 1]) || before[number - 1] is 'I' or 'V'))
        {
            number--;
        }

        return before[number..] is "1" or "2" or "3" or "4" or "I" or "II" or "III" or "IV"
            && (before[..number].IsWhiteSpace() || before[..number].Trim().Equals("за", StringComparison.OrdinalIgnoreCase));
    }
}
