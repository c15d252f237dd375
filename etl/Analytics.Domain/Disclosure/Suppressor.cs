using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>The disclosure control engine: from true counts to what one profile may see.</summary>
public static class Suppressor
{
    /// <summary>
    /// Withholds the small cells of a set of linked tables and the further cells needed so that none of them can be recovered,
    /// and attacks the result. Deterministic: the same table gives the same pattern, whatever the order of its cells.
    /// </summary>
    /// <exception cref="ArgumentException">The table is not well formed or does not add up; see <see cref="TableCheck"/>.</exception>
    public static Protection Protect(CountTable table, SuppressionPolicy policy, CancellationToken token = default) =>
        Protect(table, policy, [], token);

    /// <summary>The same, safe also against readers who keep what they were shown before.</summary>
    /// <param name="table">The true counts.</param>
    /// <param name="policy">The profile's rules.</param>
    /// <param name="earlier">
    /// Publications to the same profile that can still be read, oldest first. What the last one withheld is withheld again, unless
    /// its count has changed and it can be shown safely: a pattern that does not change gives nothing away by its changes.
    /// </param>
    /// <param name="token">Stops the work.</param>
    /// <exception cref="ArgumentException">A table is not well formed or does not add up; see <see cref="TableCheck"/>.</exception>
    public static Protection Protect(CountTable table, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(earlier);
        foreach (var each in earlier.Select(publication => publication.Table).Prepend(table))
        {
            if (TableCheck.Faults(each) is [var fault, ..])
            {
                throw new ArgumentException($"Cell {fault.Cell + 1}: {fault.Problem}", nameof(table));
            }
        }

        // The order of the codes, not of the rows, decides between equals.
        var order = Order(table);
        var sorted = ProtectSorted(
            table with { Cells = [.. order.Select(i => table.Cells[i])] },
            policy,
            [.. earlier.Select(publication => Sorted(publication, Order(publication.Table)))],
            token);
        var cells = new ProtectedCell[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            cells[order[k]] = sorted.Cells[k];
        }

        return sorted with { Cells = cells };
    }

    private static int[] Order(CountTable table)
    {
        var grid = new CodeGrid(table.Dimensions);
        return [.. Enumerable.Range(0, table.Cells.Count).OrderBy(i => grid.Key(table.Cells[i].Codes))];
    }

    private static EarlierPublication Sorted(EarlierPublication publication, int[] order) => new(
        publication.Table with { Cells = [.. order.Select(i => publication.Table.Cells[i])] },
        [.. order.Select(i => publication.Cells[i])]);

    private static Protection ProtectSorted(CountTable table, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var knowledge = Knowledge.Of(table, policy, earlier);
        var choice = new PatternChoice(knowledge, policy, [.. table.Cells.Select(cell => cell.Importance)], token);
        var then = earlier is [.., var last] ? Then(knowledge.System, last) : [];
        var (bounds, search) = earlier.Count == 0 ? choice.Best() : choice.Again(Habit(knowledge, then));
        var widened = earlier.Count == 0;
        while (true)
        {
            var (report, exposed) = Attack.Run(knowledge.System, bounds, search.Needs, search.Proofs.Witnesses, choice.Floors, token);
            if (report.Safe)
            {
                return Result(report);
            }

            var before = bounds.Withheld.Count(withheld => withheld);
            search.Run(exposed);
            if (bounds.Withheld.Count(withheld => withheld) > before)
            {
                continue;
            }

            // What still stands out when nothing more can be withheld is reported, and blocks the release.
            if (widened)
            {
                return Result(report);
            }

            widened = true;
            choice.Widen(bounds, search, exposed, [.. then.Where(cell => !bounds.Withheld[cell.Key] && cell.Value.Count != knowledge.System.Count[cell.Key] && knowledge.Known[cell.Key] is null).Select(cell => cell.Key)]);
        }

        Protection Result(AttackReport report) => new(Show(knowledge.System, bounds, policy), LossOf(table, bounds, knowledge.Primary), report);
    }

    /// <summary>What the last publication had in the place of today's cells.</summary>
    private static Dictionary<int, (long Count, bool Withheld)> Then(CellSystem system, EarlierPublication last)
    {
        var shown = last.Table.Cells.Zip(last.Cells)
            .ToDictionary(cell => string.Join('\u001f', cell.First.Codes), cell => (cell.First.Count, cell.Second.Status == CellStatus.Withheld), StringComparer.Ordinal);
        var then = new Dictionary<int, (long, bool)>();
        for (var i = 0; i < system.Listed; i++)
        {
            var codes = string.Join('\u001f', Enumerable.Range(0, system.Grid.Depth).Select(d => system.Grid.Name(d, system.Grid.Code(system.Key[i]!.Value, d))));
            if (shown.TryGetValue(codes, out var known))
            {
                then.Add(i, known);
            }
        }

        return then;
    }

    /// <summary>Today's cells that the last publication withheld, and whether their count has changed since. What is printed elsewhere cannot be withheld.</summary>
    private static Dictionary<int, bool> Habit(Knowledge knowledge, Dictionary<int, (long Count, bool Withheld)> then) => then
        .Where(cell => cell.Value.Withheld && knowledge.System.Count[cell.Key] > 0 && knowledge.Known[cell.Key] is null)
        .ToDictionary(cell => cell.Key, cell => cell.Value.Count != knowledge.System.Count[cell.Key]);

    private static ProtectedCell[] Show(CellSystem system, APrioriBounds bounds, SuppressionPolicy policy) =>
        [.. Enumerable.Range(0, system.Listed).Select(i => bounds.Withheld[i] ? ProtectedCell.Withheld
            : system.Count[i] == 0 ? ProtectedCell.Zero
            : new ProtectedCell(CellStatus.Ok, policy.Round(system.Count[i])))];

    private static InformationLoss LossOf(CountTable table, APrioriBounds bounds, bool[] primary)
    {
        string Cut(CountCell cell) => string.Join('×', table.Dimensions.Where((_, d) => !IsTotal(cell, d)).Select(dimension => dimension.Name));
        var withheld = Enumerable.Range(0, table.Cells.Count).Where(i => bounds.Withheld[i]).ToArray();
        return new InformationLoss(
            table.Cells.Count,
            Enumerable.Range(0, table.Cells.Count).Count(i => !bounds.Withheld[i] && table.Cells[i].Count == 0),
            withheld.Count(i => primary[i]),
            withheld.Count(i => !primary[i]),
            withheld.Count(i => Enumerable.Range(0, table.Dimensions.Count).Any(d => IsTotal(table.Cells[i], d))),
            [.. Enumerable.Range(0, table.Cells.Count)
                .GroupBy(i => Cut(table.Cells[i]), StringComparer.Ordinal)
                .OrderBy(cut => cut.Key.Count(c => c == '×'))
                .ThenBy(cut => cut.Key, StringComparer.Ordinal)
                .Select(cut => new CutLoss(cut.Key, cut.Count(), cut.Count(i => bounds.Withheld[i])))]);
    }

    private static bool IsTotal(CountCell cell, int dimension) =>
        string.Equals(cell.Codes[dimension], SpanningVariable.Total, StringComparison.Ordinal);
}
