using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse.Link;

namespace Analytics.Etl.Publish.Persons;

/// <summary>
/// The steps of the same linked persons, as cells. All of them are one table, protected together: period × region × assisted by an NGO
/// or not × how far the person came, in which each step is part of the one before.
/// </summary>
internal static class LinkedCells
{
    private const string Furthest = "furthest";

    /// <summary>All steps as one table, by the name under which earlier publications are kept.</summary>
    private static PublishedTable Table { get; } = new("ngo_case", [LinkedMeasures.Steps[0]], []) { Dimensions = [Dimension.Region, "assisted", Furthest] };

    // A step holds those who stopped there and those who went on.
    private static readonly string[] s_steps = [Dimension.Total, "applied", "registered", "investigated", "in_court", "convicted"];

    private static readonly (string Measure, string Assisted, string Step, bool ByRegion)[] s_measures =
    [
        .. LinkedMeasures.Steps.Select((measure, at) => (measure, "yes", s_steps[at], at < 3)),
        ("known_persons", Dimension.Total, Dimension.Total, true),
        ("known_registered", Dimension.Total, "registered", true),
    ];

    private static readonly (string Share, string Part, string Whole)[] s_shares =
    [
        ("under_registration_rate", "assisted_registered", "persons_first_assisted"),
        ("unregistered_share_of_known", "known_registered", "known_persons"),
    ];

    /// <summary>A count of the query: persons of one body that stopped at a step.</summary>
    public sealed record Row(string Period, string Region, string Assisted, string Furthest, string Body, long Persons);

    /// <param name="periods">Years, spans and all.</param>
    /// <param name="assisted">Cells of persons_assisted as the profile sees them: a number hidden there stays hidden here, unless it was shown here before.</param>
    /// <param name="earlier">What this profile can still read of these cells from earlier publications, oldest first.</param>
    /// <exception cref="PublicationBlockedException">The attack on the pattern found a withheld cell.</exception>
    public static (List<PublishedCell> Cells, ProtectedTable Pattern) Of(
        SuppressionPolicy policy, IReadOnlyList<Period> periods, MemberList members, Coverage coverage, SignOff signOff, IReadOnlyCollection<Row> rows,
        IReadOnlyCollection<PublishedCell> assisted, LinkageQuality? quality, EarlierPublications earlier, CancellationToken token)
    {
        var spots = Spots(periods, members).ToList();
        var reported = spots.Where(spot => coverage.Reports(spot.Period)).ToList();
        var hidden = assisted.Where(cell => cell.Status == CellStatus.Withheld).Select(cell => (cell.Period.Id, cell.Codes.GetValueOrDefault(Dimension.Region, Dimension.Total))).ToHashSet();
        var known = earlier.Of(Table, policy, periods, codes => Dimensions(periods, [.. codes.Select(code => code[1]).Concat(members.Of(Dimension.Region)).Where(code => code != Dimension.Total).Distinct(StringComparer.Ordinal)]));
        var shownBefore = known.SelectMany(publication => publication.Table.Cells.Zip(publication.Cells)).Where(cell => cell.Second.Status != CellStatus.Withheld)
            .Select(cell => (string.Join('|', cell.First.Codes), cell.First.Count)).ToHashSet();
        var counts = reported.ConvertAll(spot => Count(spot, rows, hidden, shownBefore));
        var table = new CountTable(Dimensions(periods, [.. members.Of(Dimension.Region)]), counts);
        var pattern = KeptPattern.Of(table, known.Count == 0 ? null : known[^1]) ?? Pattern(table, policy, known, token);

        var cells = spots.Except(reported).Select(spot => Cell(policy, spot, CellStatus.NotReported, null, provisional: false)).ToList();
        cells.AddRange(reported.Select((spot, i) =>
        {
            if (pattern[i].Status == CellStatus.Withheld)
            {
                return Cell(policy, spot, CellStatus.Withheld, null, signOff.IsProvisional(spot.Measure, spot.Period));
            }

            // Those in the register are known from it, whatever organisations sent.
            var unknown = counts[i].Count == 0 && spot.Measure != "known_registered" && !coverage.KnowsZero(spot.Period, CodesOf(spot));
            return unknown ? Cell(policy, spot, CellStatus.NotReported, null, provisional: false)
                : Cell(policy, spot, counts[i].Count == 0 ? CellStatus.Zero : CellStatus.Ok, policy.Round(counts[i].Count), signOff.IsProvisional(spot.Measure, spot.Period));
        }));
        cells = KeepTogether(cells, assisted);
        var shown = cells.TakeLast(reported.Count).Select(cell => cell.Status switch
        {
            CellStatus.Withheld => ProtectedCell.Withheld,
            CellStatus.Zero or CellStatus.NotReported => ProtectedCell.Zero,
            _ => new ProtectedCell(CellStatus.Ok, (long)cell.Value!.Value),
        }).ToList();
        cells.AddRange([.. Shares(cells, policy.RoundingBase / 2, quality)]);
        return (cells, new ProtectedTable(Table, policy, table, shown));
    }

    /// <summary>
    /// The pattern that the attack finds nothing in. Where what earlier publications still show leaves no such pattern, nothing of the
    /// table is shown: that gives nothing away beyond what they gave, and cannot be taken back.
    /// </summary>
    private static IReadOnlyList<ProtectedCell> Pattern(CountTable table, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var protection = Suppressor.Protect(table, policy, earlier, token);
        return protection.Attack.Safe ? protection.Cells
            : earlier.Count > 0 ? [.. table.Cells.Select(_ => ProtectedCell.Withheld)]
            : throw new PublicationBlockedException("linked persons", policy.Profile, protection.Attack);
    }

    /// <summary>
    /// Persons first assisted are much the same persons as persons assisted. Where this table hides the former to protect a step while
    /// the latter is shown, the steps of that period (of a region: of all its regions) are hidden altogether.
    /// </summary>
    private static List<PublishedCell> KeepTogether(List<PublishedCell> cells, IReadOnlyCollection<PublishedCell> assisted)
    {
        var shown = assisted.Where(cell => cell.Value is not null).Select(cell => (cell.Period.Id, cell.Codes.GetValueOrDefault(Dimension.Region))).ToHashSet();
        var torn = cells
            .Where(cell => cell.Measure == LinkedMeasures.Steps[0] && cell.Status == CellStatus.Withheld && shown.Contains((cell.Period.Id, cell.Codes.GetValueOrDefault(Dimension.Region))))
            .Select(cell => (cell.Period.Id, Regional: cell.Codes.Count > 0)).ToHashSet();
        return cells.ConvertAll(cell => cell.Status is CellStatus.Ok or CellStatus.Zero && torn.Contains((cell.Period.Id, cell.Codes.Count > 0)) ? cell with { Status = CellStatus.Withheld, Value = null } : cell);
    }

    private static IEnumerable<Spot> Spots(IReadOnlyList<Period> periods, MemberList members) =>
        from period in periods
        from region in (string[])[Dimension.Total, .. period.Kind == PeriodKind.Year ? [] : members.Of(Dimension.Region).Where(code => members.WasThere(Dimension.Region, code, period))]
        from measure in s_measures
        where region == Dimension.Total || measure.ByRegion
        select new Spot(measure.Measure, period, region, measure.Assisted, measure.Step);

    private static CountCell Count(Spot spot, IReadOnlyCollection<Row> rows, HashSet<(string, string)> hidden, HashSet<(string, long)> shownBefore)
    {
        var from = Array.IndexOf(s_steps, spot.Step);
        var byBody = rows
            .Where(row => row.Period == spot.Period.Id && row.Region == spot.Region && (spot.Assisted == Dimension.Total || row.Assisted == spot.Assisted)
                && Array.IndexOf(s_steps, StepOf(row.Furthest)) >= from)
            .GroupBy(row => row.Body, StringComparer.Ordinal).Select(body => body.Sum(row => row.Persons)).OrderDescending().ToList();
        string[] codes = [spot.Period.Kind == PeriodKind.All ? Dimension.Total : spot.Period.Id, spot.Region, spot.Assisted, spot.Step];
        var kept = hidden.Contains((spot.Period.Id, spot.Region)) && spot.Assisted == "yes" && !shownBefore.Contains((string.Join('|', codes), byBody.Sum()));
        return new CountCell(
            codes, byBody.Sum(), kept ? 1 : byBody.Count, byBody.FirstOrDefault(), byBody.Count > 1 ? byBody[1] : 0,
            Importance: (spot.Step == Dimension.Total ? 1000 : 10) * (spot.Region == Dimension.Total ? 10 : 1) * (spot.Period.Kind == PeriodKind.Year ? 1 : 10));
    }

    private static string StepOf(string furthest) => furthest switch
    {
        "stop_none" => Dimension.Total,
        "convicted" => "convicted",
        _ => furthest["stop_".Length..],
    };

    private static SpanningVariable[] Dimensions(IReadOnlyList<Period> periods, IReadOnlyList<string> regions)
    {
        var times = new Dictionary<string, string>(StringComparer.Ordinal) { ["undated"] = Dimension.Total };
        foreach (var period in periods.Where(period => period.Parent is not null))
        {
            times[period.Id] = period.Parent == PeriodTree.All ? Dimension.Total : period.Parent!;
        }

        var steps = new Dictionary<string, string>(StringComparer.Ordinal) { ["stop_none"] = Dimension.Total };
        for (var at = 1; at < s_steps.Length; at++)
        {
            steps[s_steps[at]] = s_steps[at - 1];
            if (at < s_steps.Length - 1)
            {
                steps[$"stop_{s_steps[at]}"] = s_steps[at];
            }
        }

        return [new("period", times), SpanningVariable.Flat("region", regions), SpanningVariable.Flat("assisted", ["yes", "no"]), new(Furthest, steps)];
    }

    private static IEnumerable<PublishedCell> Shares(List<PublishedCell> cells, int slack, LinkageQuality? quality)
    {
        var byKey = cells.ToDictionary(cell => (cell.Measure, cell.Period.Id, cell.Codes.GetValueOrDefault(Dimension.Region)));
        foreach (var (share, part, whole) in s_shares)
        {
            foreach (var below in cells.Where(cell => cell.Measure == whole))
            {
                var above = byKey[(part, below.Period.Id, below.Codes.GetValueOrDefault(Dimension.Region))];
                var cell = below with { Measure = share, Value = null };
                if (below.Value is not { } all || above.Value is not { } found)
                {
                    yield return cell with { Status = below.Status == CellStatus.NotReported || above.Status == CellStatus.NotReported ? CellStatus.NotReported : CellStatus.Withheld };
                }
                else if (all > 0 && quality is not null)
                {
                    var (value, lower, upper) = LinkageIntervals.Absent(Math.Min(found, all), all, slack, quality);
                    yield return cell with { Status = value == 0 ? CellStatus.Zero : CellStatus.Ok, Value = value, Lower = lower, Upper = upper };
                }
            }
        }
    }

    private static PublishedCell Cell(SuppressionPolicy policy, Spot spot, CellStatus status, double? value, bool provisional) =>
        new(policy.Profile, spot.Measure, spot.Period, CodesOf(spot), status, value, null, null, provisional);

    private static Dictionary<string, string> CodesOf(Spot spot) =>
        spot.Region == Dimension.Total ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Region] = spot.Region };

    private sealed record Spot(string Measure, Period Period, string Region, string Assisted, string Step);
}
