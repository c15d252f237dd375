using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Telemetry;

namespace Analytics.Etl.Publish;

/// <summary>
/// Persons that organisations counted by the month, as the cells that one profile may see. They count much the same people as the intakes:
/// a cell is withheld where the intakes of the cell are, and so that the difference of the two tells no small count either.
/// </summary>
internal static class ReportedCells
{
    private const string Intakes = "intakes";

    private static PublishedTable Table => PublishedTable.Reported;

    private static string Measure => Table.Measures[0];

    /// <param name="intakes">Published cells of the profile, the intakes among them.</param>
    /// <param name="earlier">What this profile can still read of the table from earlier publications, oldest first.</param>
    public static (IReadOnlyList<PublishedCell> Cells, ProtectedTable Pattern) Of(
        SuppressionPolicy policy, IReadOnlyList<Period> periods, MemberList members, Coverage coverage, SignOff signOff, IReadOnlyDictionary<string, TrueCounts> counts,
        IEnumerable<PublishedCell> intakes, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        using var step = Stage.Step($"protect {Measure} for {policy.Profile}");
        var all = Table.Cells(periods, members).ToArray();
        var reported = Array.FindAll(all, cell => coverage.Reports(cell.Period));
        var beside = intakes.Where(cell => cell.Profile == policy.Profile && cell.Measure == Intakes).ToDictionary(cell => (cell.Period.Id, cell.Members), cell => cell.Status);
        CellStatus[] status = [.. reported.Select(cell => beside.GetValueOrDefault((cell.Period.Id, PublishedCell.MembersOf(TableProtection.Codes(Table, cell.Codes))), CellStatus.NotReported))];
        var parts = new ReportedParts(Count(Table), Count(Part(PublishedTable.ReportedApart)), Count(Part(PublishedTable.IntakesApart) with { MultiValued = [Dimension.Form] }));
        var pattern = ReportedPattern.Of(parts, [.. status.Select(one => one == CellStatus.Withheld)], policy, earlier, token);
        List<PublishedCell> cells = [.. all.Where(cell => !coverage.Reports(cell.Period)).Select(cell => Cell(cell, CellStatus.NotReported, null, provisional: false))];
        cells.AddRange(reported.Select((cell, i) => pattern[i].Status switch
        {
            CellStatus.Withheld => Cell(cell, CellStatus.Withheld, null, signOff.IsProvisional(Measure, cell.Period)),
            // Nobody reported is not zero where there are cases, nor where somebody has yet to say.
            CellStatus.Zero when status[i] is CellStatus.Ok or CellStatus.Withheld || !coverage.KnowsZero(cell.Period, TableProtection.Codes(Table, cell.Codes)) =>
                Cell(cell, CellStatus.NotReported, null, provisional: false),
            var shown => Cell(cell, shown, policy.Round(parts.Reported.Cells[i].Count), signOff.IsProvisional(Measure, cell.Period)) with
            {
                Batches = TableProtection.Batches(counts, Measure, cell),
            },
        }));
        return (cells, new ProtectedTable(Table, policy, parts.Reported, pattern));

        CountTable Count(PublishedTable of) => TableProtection.CountTable(of, periods, reported, counts, policy);

        PublishedCell Cell((Period Period, string[] Codes) at, CellStatus of, double? value, bool provisional) =>
            new(policy.Profile, Measure, at.Period, TableProtection.Codes(Table, at.Codes), of, value, null, null, provisional);
    }

    private static PublishedTable Part(string measure) => Table with { Measures = [measure], Deciding = measure };
}
