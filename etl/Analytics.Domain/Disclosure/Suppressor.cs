namespace Analytics.Domain.Disclosure;

/// <summary>The disclosure control engine: from true counts to what one profile may see.</summary>
public static class Suppressor
{
    /// <summary>
    /// Withholds the small cells of a set of linked tables and the further cells needed so that none of them can be recovered.
    /// Deterministic: the same table gives the same pattern, whatever the order of its cells.
    /// </summary>
    /// <exception cref="ArgumentException">The table is not well formed or does not add up.</exception>
    public static Protection Protect(CountTable table, SuppressionPolicy policy, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        token.ThrowIfCancellationRequested();
        // Until a finer pattern is computed: one small cell withholds every count that is not zero, which nothing can undo.
        var small = table.Cells.Count(cell => cell.Count > 0 && (cell.Count <= policy.Threshold || cell.Contributors < policy.MinimumContributors));
        ProtectedCell Show(CountCell cell) => cell.Count == 0 ? ProtectedCell.Zero
            : small > 0 ? ProtectedCell.Withheld
            : new ProtectedCell(CellStatus.Ok, policy.Round(cell.Count));
        var cells = table.Cells.Select(Show).ToArray();
        var withheld = cells.Count(cell => cell.Status == CellStatus.Withheld);
        var zero = cells.Count(cell => cell.Status == CellStatus.Zero);
        return new Protection(
            cells,
            new InformationLoss(cells.Length, zero, small, withheld - small, 0, []),
            new AttackReport(withheld, 0, 0, [], "Every count is withheld; nothing is printed to attack with."));
    }
}
