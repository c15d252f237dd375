using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>What a profile knows of a period's lists beside today's overlaps.</summary>
/// <param name="Period">The period's code in a count table.</param>
/// <param name="Earlier">Overlaps as earlier publications showed them, oldest first.</param>
/// <param name="Elsewhere">
/// Lists whose persons another table counts as well (the empty name: all persons), and whether that table shows the count.
/// </param>
internal sealed record OverlapKnowledge(string Period, IReadOnlyList<EarlierPublication> Earlier, IReadOnlyDictionary<string, bool> Elsewhere)
{
    public static OverlapKnowledge Nothing { get; } = new(Dimension.Total, [], new Dictionary<string, bool>(StringComparer.Ordinal));

    /// <summary>The same knowledge gives the same text.</summary>
    public string Key => string.Join('|', [
        Period, .. Elsewhere.OrderBy(list => list.Key, StringComparer.Ordinal).Select(list => $"{list.Key}={list.Value}"),
        .. Earlier.Select(publication => string.Join(',', publication.Table.Cells.Zip(publication.Cells).Select(cell => $"{cell.First.Count}{cell.Second.Status}"))),
    ]);
}

/// <summary>The overlaps of a period as one profile may see them: each list is a dimension with those on it and those not.</summary>
/// <param name="Table">The true counts.</param>
/// <param name="Cells">What is shown of them, in the same order.</param>
internal sealed record ProtectedOverlaps(IReadOnlyList<Overlap> Histories, IReadOnlyList<Overlap> Totals, CountTable Table, IReadOnlyList<ProtectedCell> Cells)
{
    private const string In = "in";
    private const string Out = "out";

    /// <summary>The overlaps of all periods, by the name under which earlier publications are kept.</summary>
    public static PublishedTable Published { get; } = new("ngo_case", ["list_overlaps"], []) { Dimensions = [.. EstimateStage.Lists] };

    /// <summary>Histories that are withheld though somebody has them.</summary>
    public IReadOnlyList<int> Hidden => [.. Histories.Where(history => history.Status == "withheld").Select(history => history.Lists)];

    /// <summary>The trees that a period's cells stand in.</summary>
    public static SpanningVariable[] Dimensions(string period) =>
        [SpanningVariable.Flat("period", [period == Dimension.Total ? PeriodTree.All : period]), .. EstimateStage.Lists.Select(list => SpanningVariable.Flat(list, [In, Out]))];

    /// <exception cref="PublicationBlockedException">The attack on the pattern found a withheld cell.</exception>
    public static ProtectedOverlaps Of(CaptureHistories table, SuppressionPolicy policy, OverlapKnowledge knowledge, CancellationToken token)
    {
        var lists = table.Lists.Length;
        var cells = new List<CountCell> { Total("", (long)table.Observed, 10_000) };
        for (var list = 0; list < lists; list++)
        {
            cells.Add(Total(table.Lists[list], (long)table.OnAll(1 << list), 1000));
        }

        // With one list its total is its only history.
        for (var history = 0; lists > 1 && history < 1 << lists; history++)
        {
            var each = history;
            cells.Add(new CountCell(Codes(name => table.Lists.IndexOf(name) is >= 0 and var at ? (each >> at & 1) == 1 ? In : Out : Dimension.Total), (long)table.Counts[history], Importance: 1));
        }

        var counts = new CountTable(Dimensions(knowledge.Period), cells);
        var pattern = Pattern(counts, policy, knowledge, [.. cells.Take(1 + lists).Where((_, at) => knowledge.Elsewhere.GetValueOrDefault(at == 0 ? "" : table.Lists[at - 1]))], token);
        var shown = cells.Select((cell, at) => pattern[at].Status == CellStatus.Withheld
            ? new Overlap(0, "withheld", null)
            : new Overlap(0, cell.Count == 0 ? "zero" : "ok", policy.Round(cell.Count))).ToList();
        return lists == 1
            ? new ProtectedOverlaps([shown[1] with { Lists = 1 }], [shown[0], shown[1] with { Lists = 1 }], counts, pattern)
            : new ProtectedOverlaps(
                [.. Enumerable.Range(1, (1 << lists) - 1).Select(history => shown[1 + lists + history] with { Lists = history })],
                [shown[0], .. Enumerable.Range(0, lists).Select(list => shown[1 + list] with { Lists = 1 << list })], counts, pattern);

        CountCell Total(string list, long count, double importance)
        {
            var hidden = knowledge.Elsewhere.TryGetValue(list, out var isShown) && !isShown;
            var cell = new CountCell(Codes(name => name == list ? In : Dimension.Total), count, Importance: importance);
            return hidden ? cell with { Contributors = 1 } : cell;
        }

        string[] Codes(Func<string, string> code) => [knowledge.Period, .. EstimateStage.Lists.Select(code)];
    }

    /// <summary>
    /// The pattern of the last publication where no count has changed; else one that the attack, with all earlier publications and with what
    /// other tables show of the same persons, finds nothing in. Where those leave none, nothing is shown: that cannot be wrong.
    /// </summary>
    private static IReadOnlyList<ProtectedCell> Pattern(
        CountTable table, SuppressionPolicy policy, OverlapKnowledge knowledge, CountCell[] shownElsewhere, CancellationToken token)
    {
        EarlierPublication[] elsewhere = shownElsewhere.Length == 0 ? [] :
            [new EarlierPublication(table with { Cells = shownElsewhere }, [.. shownElsewhere.Select(cell => cell.Count == 0 ? ProtectedCell.Zero : new ProtectedCell(CellStatus.Ok, policy.Round(cell.Count)))])];
        if (KeptPattern.Of(table, knowledge.Earlier.Count == 0 ? null : knowledge.Earlier[^1]) is { } kept
            && Attack.Run(table, policy, kept, [.. elsewhere, .. knowledge.Earlier], token).Safe)
        {
            return kept;
        }

        var protection = Suppressor.Protect(table, policy, [.. elsewhere, .. knowledge.Earlier], token);
        return protection.Attack.Safe ? protection.Cells
            : knowledge.Earlier.Count + elsewhere.Length > 0 ? [.. table.Cells.Select(_ => ProtectedCell.Withheld)]
            : throw new PublicationBlockedException("overlaps of lists", policy.Profile, protection.Attack);
    }
}
