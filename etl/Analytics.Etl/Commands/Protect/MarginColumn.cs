using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Commands.Protect;

/// <summary>Recognises the margins of a column: by their words, by a blank, and by codes that begin like others.</summary>
internal static class MarginColumn
{
    /// <summary>Writes <see cref="SpanningVariable.Total"/> for the words, or where there are none the blanks, that mark a column's margin.</summary>
    /// <param name="name">The column.</param>
    /// <param name="d">Its number.</param>
    /// <param name="cells">The rows, changed in place.</param>
    /// <param name="lines">Their lines.</param>
    /// <param name="declared">The column's codes where they are declared: none of them is a margin.</param>
    /// <returns>The words found as they are written, an empty one for a blank; or a line that says what is wrong.</returns>
    public static (IReadOnlyList<string> Words, string? Problem) Mark(
        string name, int d, List<CountCell> cells, List<long> lines, IReadOnlyDictionary<string, string>? declared)
    {
        string[] written = [.. cells.Select(cell => cell.Codes[d]).Distinct(StringComparer.Ordinal)];
        string[] words = [.. written.Where(code => code.Length > 0 && MarginWords.Holds(code) && declared?.ContainsKey(code) is not true)];
        var blank = cells.FindIndex(cell => cell.Codes[d].Length == 0);
        if (blank >= 0 && words.Length > 0)
        {
            return ([], $"line {lines[blank]}: {name} is empty where {words[0]} marks the margin; write a code, for instance for unknown.");
        }

        if (blank >= 0 && written.Length == 1)
        {
            return ([], $"line {lines[blank]}: {name} is empty; write a code, or {SpanningVariable.Total} for a margin.");
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Codes[d].Length == 0 || words.Contains(cells[i].Codes[d], StringComparer.Ordinal))
            {
                cells[i] = cells[i] with { Codes = [.. cells[i].Codes.Select((code, k) => k == d ? SpanningVariable.Total : code)] };
            }
        }

        return ([.. words, .. blank >= 0 ? (string[])[string.Empty] : []], null);
    }

    /// <summary>
    /// The tree by beginnings of codes where the counts prove it (417 and 41711): nowhere more below a code than at it, in some row exactly as
    /// much and from two codes at least, while the codes without levels nowhere make up the margin. Otherwise the tree given.
    /// </summary>
    public static Dictionary<string, string> AddUpByPrefix(List<CountCell> cells, int d, Dictionary<string, string> given, Dictionary<string, string> prefixes)
    {
        if (!CodeTree.HasLevels(prefixes) || CodeTree.HasLevels(given))
        {
            return given;
        }

        var rows = cells.GroupBy(cell => string.Join('\u001f', cell.Codes.Where((_, k) => k != d)), StringComparer.Ordinal)
            .Select(row => row.DistinctBy(cell => cell.Codes[d], StringComparer.Ordinal).ToDictionary(cell => cell.Codes[d], cell => cell.Count, StringComparer.Ordinal))
            .ToList();
        if (rows.Exists(row => row.GetValueOrDefault(SpanningVariable.Total) is > 0 and var total && row.Values.Sum() == 2 * total))
        {
            return given;
        }

        var proven = false;
        foreach (var row in rows)
        {
            foreach (var below in row.Where(code => prefixes.ContainsKey(code.Key)).GroupBy(code => prefixes[code.Key], StringComparer.Ordinal))
            {
                if (string.Equals(below.Key, SpanningVariable.Total, StringComparison.Ordinal) || !row.TryGetValue(below.Key, out var above))
                {
                    continue;
                }

                var sum = below.Sum(code => code.Value);
                if (sum > above)
                {
                    return given;
                }

                proven |= sum == above && below.Count(code => code.Value > 0) > 1;
            }
        }

        return proven ? prefixes : given;
    }
}
