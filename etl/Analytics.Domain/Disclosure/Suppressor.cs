namespace Analytics.Domain.Disclosure;

/// <summary>The disclosure control engine: from true counts to what one profile may see.</summary>
public static class Suppressor
{
    /// <summary>
    /// Withholds the small cells of a set of linked tables and the further cells needed so that none of them can be recovered,
    /// and attacks the result. Deterministic: the same table gives the same pattern, whatever the order of its cells.
    /// </summary>
    /// <exception cref="ArgumentException">The table is not well formed or does not add up; see <see cref="TableCheck"/>.</exception>
    public static Protection Protect(CountTable table, SuppressionPolicy policy, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        if (TableCheck.Faults(table) is [var fault, ..])
        {
            throw new ArgumentException($"Cell {fault.Cell + 1}: {fault.Problem}", nameof(table));
        }

        var system = CellSystemBuilder.Build(table);
        var rules = new PrimaryRules(table, system, policy);
        var (bounds, search) = new PatternChoice(system, policy, rules, token).Best();
        while (true)
        {
            var (report, exposed) = Attack.Run(system, bounds, search.Needs, search.Proofs.Witnesses, token);
            var before = bounds.Withheld.Count(withheld => withheld);
            if (!report.Safe)
            {
                search.Run(exposed);
            }

            // What still stands out when nothing more can be withheld is reported, and blocks the release.
            if (report.Safe || bounds.Withheld.Count(withheld => withheld) == before)
            {
                return new Protection(Show(system, bounds, policy), LossOf(table, bounds, rules), report);
            }
        }
    }

    private static ProtectedCell[] Show(CellSystem system, PublishedBounds bounds, SuppressionPolicy policy) =>
        [.. Enumerable.Range(0, system.Listed).Select(i => bounds.Withheld[i] ? ProtectedCell.Withheld
            : system.Count[i] == 0 ? ProtectedCell.Zero
            : new ProtectedCell(CellStatus.Ok, policy.Round(system.Count[i])))];

    private static InformationLoss LossOf(CountTable table, PublishedBounds bounds, PrimaryRules rules)
    {
        string Cut(CountCell cell) => string.Join('×', table.Dimensions.Where((_, d) => !IsTotal(cell, d)).Select(dimension => dimension.Name));
        var withheld = Enumerable.Range(0, table.Cells.Count).Where(i => bounds.Withheld[i]).ToArray();
        return new InformationLoss(
            table.Cells.Count,
            Enumerable.Range(0, table.Cells.Count).Count(i => !bounds.Withheld[i] && table.Cells[i].Count == 0),
            withheld.Count(i => rules.Primary[i]),
            withheld.Count(i => !rules.Primary[i]),
            withheld.Count(i => Enumerable.Range(0, table.Dimensions.Count).Any(d => IsTotal(table.Cells[i], d))),
            [.. Enumerable.Range(0, table.Cells.Count)
                .GroupBy(i => Cut(table.Cells[i]), StringComparer.Ordinal)
                .OrderBy(cut => cut.Key.Count(c => c == '×'))
                .ThenBy(cut => cut.Key, StringComparer.Ordinal)
                .Select(cut => new CutLoss(cut.Key, cut.Count(), cut.Count(i => bounds.Withheld[i])))]);
    }

    private static bool IsTotal(CountCell cell, int dimension) =>
        string.Equals(cell.Codes[dimension], Dimension.Total, StringComparison.Ordinal);
}
