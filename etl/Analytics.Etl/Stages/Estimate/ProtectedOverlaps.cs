using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;
using Analytics.Etl.Stages.Publish;

namespace Analytics.Etl.Stages.Estimate;

/// <summary>The overlaps of a period as one profile may see them: each list is a dimension with those on it and those not.</summary>
internal sealed record ProtectedOverlaps(IReadOnlyList<Overlap> Histories, IReadOnlyList<Overlap> Totals)
{
    private const string In = "in";
    private const string Out = "out";

    /// <summary>Histories that are withheld though somebody has them.</summary>
    public IReadOnlyList<int> Hidden => [.. Histories.Where(history => history.Status == "withheld").Select(history => history.Lists)];

    /// <exception cref="PublicationBlockedException">The attack on the pattern found a withheld cell.</exception>
    public static ProtectedOverlaps Of(CaptureHistories table, SuppressionPolicy policy, CancellationToken token)
    {
        var lists = table.Lists.Length;
        Dimension[] dimensions = [.. table.Lists.Select(list => Dimension.Flat(list, [In, Out]))];
        var cells = new List<CountCell>
        {
            new(Codes(lists, _ => Dimension.Total), (long)table.Observed, Importance: 10_000),
        };
        for (var list = 0; list < lists; list++)
        {
            cells.Add(new CountCell(Codes(lists, at => at == list ? In : Dimension.Total), (long)table.OnAll(1 << list), Importance: 1000));
        }

        // With one list its total is its only history.
        for (var history = 0; lists > 1 && history < 1 << lists; history++)
        {
            cells.Add(new CountCell(Codes(lists, at => (history >> at & 1) == 1 ? In : Out), (long)table.Counts[history], Importance: 1));
        }

        var protection = Suppressor.Protect(new CountTable(dimensions, cells), policy, token);
        if (!protection.Attack.Safe)
        {
            throw new PublicationBlockedException("overlaps of lists", policy.Profile, protection.Attack);
        }

        var shown = cells.Select((cell, at) => protection.Cells[at].Status == CellStatus.Withheld
            ? new Overlap(0, "withheld", null)
            : new Overlap(0, cell.Count == 0 ? "zero" : "ok", policy.Round(cell.Count))).ToList();
        if (lists == 1)
        {
            return new ProtectedOverlaps([shown[1] with { Lists = 1 }], [shown[0], shown[1] with { Lists = 1 }]);
        }

        return new ProtectedOverlaps(
            [.. Enumerable.Range(1, (1 << lists) - 1).Select(history => shown[1 + lists + history] with { Lists = history })],
            [shown[0], .. Enumerable.Range(0, lists).Select(list => shown[1 + list] with { Lists = 1 << list })]);
    }

    private static string[] Codes(int lists, Func<int, string> code) => [.. Enumerable.Range(0, lists).Select(code)];
}
