using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Publish;

/// <summary>The same cells counted three times.</summary>
/// <param name="Reported">Persons reported, which are published.</param>
/// <param name="ReportedApart">Those of organisations and months whose cases differ from what they reported, in the cut of the cell.</param>
/// <param name="IntakesApart">The intakes of these organisations and months.</param>
internal sealed record ReportedParts(CountTable Reported, CountTable ReportedApart, CountTable IntakesApart);

/// <summary>
/// Which cells of persons reported are withheld. Where an organisation sent both, its count by the month is its number of intakes, so what
/// is shown of the two leaves, taken from each other, the counts of the organisations that sent one of them or two different ones. These
/// are protected as tables of their own, and what one of the tables withholds is withheld for all.
/// </summary>
internal static class ReportedPattern
{
    /// <param name="beside">Of each cell, whether the intakes of it are withheld.</param>
    /// <param name="earlier">What can still be read of persons reported from earlier publications, oldest first.</param>
    /// <returns>What is shown of each cell of persons reported.</returns>
    public static IReadOnlyList<ProtectedCell> Of(
        ReportedParts parts, IReadOnlyList<bool> beside, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var cells = parts.Reported.Cells;
        HashSet<int> hidden = [.. Enumerable.Range(0, cells.Count).Where(i => beside[i])];
        var apart = Apart(parts).ToList();
        while (true)
        {
            var before = hidden.Count;
            var shown = Pattern(parts.Reported, hidden.Contains, policy, earlier, token);
            hidden.UnionWith(Enumerable.Range(0, cells.Count).Where(i => cells[i].Count > 0 && shown[i].Status == CellStatus.Withheld));
            foreach (var (counts, at) in apart)
            {
                var pattern = Pattern(counts, i => hidden.Contains(at[i]), policy, [], token);
                int[] further = [.. Enumerable.Range(0, at.Length).Where(i => pattern[i].Status == CellStatus.Withheld && !hidden.Contains(at[i])).Select(i => at[i])];
                hidden.UnionWith(further.Where(i => cells[i].Count > 0));
                // Intakes that are shown where nobody reported cannot be hidden here: the cells that are cut alike are.
                hidden.UnionWith(further.Where(i => cells[i].Count == 0).SelectMany(i => at.Where(other => cells[other].Count > 0 && Cut(cells[other]) == Cut(cells[i]))));
            }

            // Of one part of a whole that is shown, the others that differ would tell.
            hidden.UnionWith(Differing(parts).Where(period => period.Any(hidden.Contains)).SelectMany(period => period).ToList());
            if (hidden.Count == before)
            {
                return shown;
            }
        }
    }

    /// <summary>The counts to protect beside those published, each with the places of its cells. The total and the forms differ by the same organisations and months; regions and sexes by their own.</summary>
    private static IEnumerable<(CountTable Counts, int[] At)> Apart(ReportedParts parts) =>
        from part in new[] { parts.ReportedApart, parts.IntakesApart }
        from cut in Enumerable.Range(0, part.Cells.Count).GroupBy(i => Breakdown(part, i), StringComparer.Ordinal)
        let at = cut.ToArray()
        where Array.Exists(at, i => part.Cells[i].Count > 0)
        select (part with { Cells = [.. at.Select(i => part.Cells[i])] }, at);

    /// <summary>The cells of each period and breakdown in which the two sources differ.</summary>
    private static IEnumerable<IReadOnlyList<int>> Differing(ReportedParts parts) => Enumerable.Range(0, parts.Reported.Cells.Count)
        .Where(i => Breakdown(parts.Reported, i).Length > 0 && parts.Reported.Cells[i].Count > 0 && parts.ReportedApart.Cells[i].Count + parts.IntakesApart.Cells[i].Count > 0)
        .GroupBy(i => (Period: parts.Reported.Cells[i].Codes[0], Breakdown(parts.Reported, i)))
        .Select(period => period.ToList());

    /// <returns>Region of service or sex, where the cell is cut by it.</returns>
    private static string Breakdown(CountTable table, int cell) => table.Dimensions.Zip(table.Cells[cell].Codes)
        .Where(code => code.First.Name is Dimension.RegionService or Dimension.Sex && code.Second != Dimension.Total).Select(code => code.First.Name).FirstOrDefault("");

    private static string Cut(CountCell cell) => string.Concat(cell.Codes.Skip(1).Select(code => code == Dimension.Total ? '-' : 'x'));

    private static IReadOnlyList<ProtectedCell> Pattern(
        CountTable counts, Func<int, bool> isHidden, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var protection = Suppressor.Protect(
            counts with { Cells = [.. counts.Cells.Select((cell, i) => isHidden(i) ? cell with { Contributors = 1 } : cell)] }, policy, earlier, token);
        return protection.Attack.Safe ? protection.Cells
            : earlier.Count > 0 ? GivenAway.Pattern(counts, policy, protection, earlier, token)
            : GivenAway.Nothing(counts);
    }
}
