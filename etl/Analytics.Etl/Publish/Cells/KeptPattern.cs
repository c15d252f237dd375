using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Publish.Cells;

/// <summary>A table whose true counts are those of the last publication keeps its pattern: it was found and attacked then, and nothing was published since.</summary>
internal static class KeptPattern
{
    /// <param name="last">The state of the table that is public now; null when there is none.</param>
    /// <returns>What is shown of the cells, in their order; null when any count is new, gone or different.</returns>
    public static IReadOnlyList<ProtectedCell>? Of(CountTable now, EarlierPublication? last)
    {
        if (last is null || last.Table.Cells.Count != now.Cells.Count)
        {
            return null;
        }

        var before = new Dictionary<string, (CountCell Cell, ProtectedCell Shown)>(StringComparer.Ordinal);
        foreach (var (cell, shown) in last.Table.Cells.Zip(last.Cells))
        {
            before[string.Join('|', cell.Codes)] = (cell, shown);
        }

        var kept = new List<ProtectedCell>(now.Cells.Count);
        foreach (var cell in now.Cells)
        {
            if (!before.TryGetValue(string.Join('|', cell.Codes), out var known)
                || (known.Cell.Count, known.Cell.Contributors, known.Cell.LargestContribution, known.Cell.SecondContribution)
                    != (cell.Count, cell.Contributors, cell.LargestContribution, cell.SecondContribution))
            {
                return null;
            }

            kept.Add(known.Shown);
        }

        return kept;
    }
}
