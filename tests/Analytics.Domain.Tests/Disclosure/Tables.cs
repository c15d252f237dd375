using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>Tables for tests, with every margin.</summary>
internal static class Tables
{
    /// <summary>A two-way table of rows r0, r1 … and columns c0, c1 …; the margins are added.</summary>
    public static CountTable TwoWay(long[][] counts, Func<int, int, CountCell, CountCell>? change = null) => Cross(
        [counts.Length, counts[0].Length],
        at => counts[at[0]][at[1]],
        change is null ? null : (at, cell) => change(at[0], at[1], cell));

    /// <summary>A table of any number of flat dimensions with all its margins.</summary>
    public static CountTable Cross(int[] sizes, Func<int[], long> count, Func<int[], CountCell, CountCell>? change = null)
    {
        string[] letters = ["r", "c", "p", "q"];
        SpanningVariable[] dimensions = [.. sizes.Select((size, d) => SpanningVariable.Flat(letters[d], Enumerable.Range(0, size).Select(i => $"{letters[d]}{i}")))];
        var totals = new Dictionary<string, (string[] Codes, long Count)>(StringComparer.Ordinal);
        var inner = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var at in Points(sizes))
        {
            var n = count(at);
            for (var mask = 0; mask < 1 << sizes.Length; mask++)
            {
                string[] codes = [.. at.Select((i, d) => (mask >> d & 1) == 1 ? SpanningVariable.Total : $"{letters[d]}{i}")];
                var key = string.Join('|', codes);
                totals[key] = (codes, totals.GetValueOrDefault(key).Count + n);
                if (mask == 0)
                {
                    inner[key] = at;
                }
            }
        }

        return new CountTable(dimensions, [.. totals.Select(item =>
        {
            var cell = new CountCell(item.Value.Codes, item.Value.Count);
            return change is not null && inner.TryGetValue(item.Key, out var at) ? change(at, cell) : cell;
        })]);
    }

    /// <summary>Index of the cell with these codes.</summary>
    public static int Find(this CountTable table, params string[] codes) =>
        Enumerable.Range(0, table.Cells.Count).Single(i => table.Cells[i].Codes.SequenceEqual(codes, StringComparer.Ordinal));

    public static CellStatus Status(this Protection protection, CountTable table, params string[] codes) =>
        protection.Cells[table.Find(codes)].Status;

    public static int Withheld(this Protection protection) => protection.Cells.Count(cell => cell.Status == CellStatus.Withheld);

    private static IEnumerable<int[]> Points(int[] sizes) => sizes.Aggregate(
        (IEnumerable<int[]>)[[]],
        (points, size) => points.SelectMany(point => Enumerable.Range(0, size).Select(i => (int[])[.. point, i])));
}
