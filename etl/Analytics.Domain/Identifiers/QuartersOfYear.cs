namespace Analytics.Domain.Identifiers;

/// <summary>Tells "1 квартал", a part of a year after which people name their sheets and periods, from a block of houses of the same word.</summary>
internal static class QuartersOfYear
{
    private const string Word = "квартал";

    private static readonly string[] s_houses = ["дом", "д.", "кв.", "үй"];

    /// <param name="at">Where the word begins.</param>
    /// <returns>Whether one of four stands before it, and no house behind it.</returns>
    public static bool IsAt(ReadOnlySpan<char> text, int at)
    {
        if (!text[at..].StartsWith(Word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var house in s_houses)
        {
            if (text[(at + Word.Length)..].Contains(house, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        var before = text[..at].TrimEnd(" -й");
        var number = before.Length;
        while (number > 0 && (char.IsAsciiDigit(before[number - 1]) || before[number - 1] is 'I' or 'V'))
        {
            number--;
        }

        return before[number..] is "1" or "2" or "3" or "4" or "I" or "II" or "III" or "IV";
    }
}
