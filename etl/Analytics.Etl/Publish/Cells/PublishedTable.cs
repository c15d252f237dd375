using System.Text.Json;
using Analytics.Domain.Measures;

namespace Analytics.Etl.Publish.Cells;

/// <summary>One cut of a published table: what it is cut by, and for which kinds of period.</summary>
/// <param name="Dimensions">Dimensions of the table; <see cref="Dimension.District"/> for its regions one level further down.</param>
internal sealed record Cut(string[] Dimensions, PeriodKind[] PeriodKinds);

/// <summary>
/// A set of cells that are published, and protected, together: the measures share units of one kind, so that a cell withheld in
/// one is withheld in the other.
/// </summary>
/// <param name="Feed">The feed whose time coverage decides what was not reported.</param>
/// <param name="Measures">The first decides the pattern, unless <see cref="Deciding"/> says otherwise.</param>
internal sealed record PublishedTable(string Feed, string[] Measures, Cut[] Cuts)
{
    /// <summary>What the cuts are made of, in the order of <see cref="Dimension.All"/>; a level of a dimension stands under it.</summary>
    public string[] Dimensions { get; init; } =
        [.. Cuts.SelectMany(cut => cut.Dimensions).Select(RegionTree.DimensionOf).Distinct(StringComparer.Ordinal).OrderBy(Dimension.All.ToList().IndexOf)];

    /// <summary>Dimensions in which one person may have several codes.</summary>
    public string[] MultiValued { get; init; } = [];

    /// <summary>The counts that the pattern is found on: they add up over periods and dimensions, which distinct persons do not.</summary>
    public string Deciding { get; init; } = Measures[0];

    /// <summary>Counts of the same cells that are not published, yet must not follow from what is.</summary>
    public string[] Beside { get; init; } = [];

    private static readonly PeriodKind[] s_everyPeriod = [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year, PeriodKind.Span, PeriodKind.All];
    private static readonly PeriodKind[] s_quarterUp = [PeriodKind.Quarter, PeriodKind.Year, PeriodKind.Span, PeriodKind.All];
    private static readonly PeriodKind[] s_yearUp = [PeriodKind.Year, PeriodKind.Span, PeriodKind.All];

    /// <summary>Persons reported, of organisations and months whose cases differ from them.</summary>
    public const string ReportedApart = "reported_apart";

    /// <summary>The intakes of organisations and months in which they differ from the persons reported.</summary>
    public const string IntakesApart = "intakes_apart";

    /// <summary>Counts by the month: protected after the intakes and in step with them , so by no place of origin.</summary>
    public static PublishedTable Reported { get; } = new(
        "ngo_monthly", ["persons_reported"],
        [new([], s_everyPeriod), new([Dimension.RegionService], s_yearUp), new([Dimension.Sex], s_yearUp), new([Dimension.Form], s_yearUp)])
    {
        Beside = [ReportedApart, IntakesApart],
    };

    public static IReadOnlyList<PublishedTable> Protected { get; } =
    [
        new("ngo_case", ["intakes", "persons_assisted"],
            [
                new([], s_everyPeriod), new([Dimension.Region], s_yearUp), new([Dimension.Sex], s_yearUp), new([Dimension.AgeBand], s_yearUp),
                new([Dimension.Destination], s_yearUp), new([Dimension.Form], s_yearUp), new([Dimension.Region, Dimension.Sex], s_yearUp),
                new([Dimension.Programme], s_yearUp), new([Dimension.District], s_yearUp), new([Dimension.RegionService], s_yearUp),
                new([Dimension.Citizenship], s_yearUp), new([Dimension.IdentifiedBy], s_yearUp),
            ]) { MultiValued = [Dimension.Form] },
        new("ngo_case", ["services_delivered"], [new([], s_everyPeriod), new([Dimension.Region], s_yearUp), new([Dimension.Programme], s_yearUp)]),
        new("ngo_case", ["reasons_not_applied"], [new([], s_yearUp), new([Dimension.Reason], s_yearUp)]) { Deciding = "reasons_stated", MultiValued = [Dimension.Reason] },
        new("hotline", ["contacts"], [new([], s_everyPeriod), new([Dimension.Region], s_everyPeriod), new([Dimension.Topic], s_quarterUp)]),
        new("hotline", ["contacts_suspected"], [new([], s_everyPeriod), new([Dimension.Region], s_yearUp)]),
        new("hotline", ["contacts_referred"], [new([], s_everyPeriod)]),
        new("register_crime", ["victims_registered"], [new([], s_everyPeriod), new([Dimension.Region], s_yearUp)]),
        Reported,
    ];

    public static PublishedTable Crimes { get; } = new(
        "register_crime",
        [.. MeasureCatalogue.All.Where(measure => measure.Kind == MeasureKind.OpenCount && measure.Unit == Unit.Crime && measure.Dimensions.Contains(Dimension.Region, StringComparer.Ordinal)).Select(measure => measure.Id)],
        [new([], s_everyPeriod), new([Dimension.Region], s_everyPeriod), new([Dimension.District], s_yearUp)]);

    public static PublishedTable Agencies { get; } = new(
        "employment_agency", ["agencies_licensed", "agency_complaints", "agency_sanctions"],
        [new([], s_yearUp), new([Dimension.Region], s_yearUp), new([Dimension.Destination], s_yearUp)]);

    /// <summary>By the group of articles on the other side, never the trafficking group itself.</summary>
    public static PublishedTable Requalified { get; } = new(
        "register_crime", ["crimes_requalified_out", "crimes_requalified_in"], [new([], s_yearUp), new([Dimension.ArticleGroup], s_yearUp)])
    {
        Without = (Dimension.ArticleGroup, "trafficking"),
    };

    /// <summary>Tables of official acts, which are open.</summary>
    public static IReadOnlyList<PublishedTable> Open { get; } = [Crimes, Requalified, Agencies];

    /// <summary>Every table that is counted in the facts.</summary>
    public static IReadOnlyList<PublishedTable> All { get; } = [.. Protected, .. Open];

    /// <summary>A member that no cell is made for: crimes never leave the trafficking group for itself.</summary>
    public (string Dimension, string Code)? Without { get; init; }

    /// <summary>Every cell of the table in a fixed order, whether anything was counted in it or not; a member has none for a period in which it was not there.</summary>
    public IEnumerable<(Period Period, string[] Codes)> Cells(IReadOnlyList<Period> periods, MemberList members)
    {
        foreach (var cut in Cuts)
        {
            foreach (var codes in Combine(cut, members))
            {
                foreach (var period in periods.Where(period =>
                    cut.PeriodKinds.Contains(period.Kind) && cut.Dimensions.All(dimension => members.WasThere(dimension, codes[Array.IndexOf(Dimensions, RegionTree.DimensionOf(dimension))], period))))
                {
                    yield return (period, codes);
                }
            }
        }
    }

    /// <summary>What the engine remembers a cell by: its codes by the names of the dimensions, the period among them.</summary>
    /// <param name="codes">The period's code, then one of each dimension.</param>
    public string MembersOf(IReadOnlyList<string> codes) => PublishedCell.MembersOf(
        Names.Zip(codes).Where(code => code.Second != Dimension.Total).ToDictionary(code => code.First, code => code.Second, StringComparer.Ordinal));

    /// <returns>The codes that a cell was remembered by, in today's order; null where it was cut by a dimension that the table has no more.</returns>
    public string[]? CodesOf(string members)
    {
        var codes = JsonSerializer.Deserialize<Dictionary<string, string>>(members)!;
        var names = Names.ToArray();
        return codes.Keys.All(names.Contains) ? Array.ConvertAll(names, name => codes.GetValueOrDefault(name, Dimension.Total)) : null;
    }

    private IEnumerable<string> Names => Dimensions.Prepend("period");

    private IEnumerable<string[]> Combine(Cut cut, MemberList members)
    {
        IEnumerable<string[]> combined = [[]];
        foreach (var dimension in Dimensions)
        {
            string[] codes = cut.Dimensions.FirstOrDefault(of => RegionTree.DimensionOf(of) == dimension) is { } level ? [.. members.Of(level)] : [Dimension.Total];
            combined = combined.SelectMany(_ => codes, (head, code) => (string[])[.. head, code]);
        }

        return combined;
    }
}
