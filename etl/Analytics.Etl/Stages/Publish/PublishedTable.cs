using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>One cut of a published table: what it is cut by, and for which kinds of period.</summary>
/// <param name="Dimensions">Dimensions of the table; <see cref="RegionTree.District"/> for its regions one level further down.</param>
internal sealed record Cut(string[] Dimensions, string[] PeriodKinds);

/// <summary>
/// A set of cells that are published, and protected, together: the measures share units of one kind, so that a cell withheld in
/// one is withheld in the other.
/// </summary>
/// <param name="Feed">The feed whose time coverage decides what was not reported.</param>
/// <param name="Measures">The first decides the pattern, unless <see cref="Deciding"/> says otherwise.</param>
/// <param name="MultiValued">Dimensions in which one person may have several codes.</param>
internal sealed record PublishedTable(string Feed, string[] Measures, string[] Dimensions, Cut[] Cuts, string[] MultiValued)
{
    /// <summary>The counts that the pattern is found on: they add up over periods and dimensions, which distinct persons do not.</summary>
    public string Deciding { get; init; } = Measures[0];

    private static readonly string[] s_everyPeriod = ["month", "quarter", "year", "span", "all"];
    private static readonly string[] s_quarterUp = ["quarter", "year", "span", "all"];
    private static readonly string[] s_yearUp = ["year", "span", "all"];

    public static IReadOnlyList<PublishedTable> Protected { get; } =
    [
        new("ngo_case", ["intakes", "persons_assisted"], ["region", "sex", "age_band", "form", "destination", "programme", "region_service"],
            [
                new([], s_everyPeriod), new(["region"], s_yearUp), new(["sex"], s_yearUp), new(["age_band"], s_yearUp),
                new(["destination"], s_yearUp), new(["form"], s_yearUp), new(["region", "sex"], s_yearUp),
                new(["programme"], s_yearUp), new([RegionTree.District], s_yearUp), new(["region_service"], s_yearUp),
            ],
            ["form"]),
        new("ngo_case", ["services_delivered"], ["region", "programme"], [new([], s_everyPeriod), new(["region"], s_yearUp), new(["programme"], s_yearUp)], []),
        new("ngo_case", ["reasons_not_applied"], ["reason"], [new([], s_yearUp), new(["reason"], s_yearUp)], ["reason"]) { Deciding = "reasons_stated" },
        new("hotline", ["contacts"], ["region", "topic"], [new([], s_everyPeriod), new(["region"], s_everyPeriod), new(["topic"], s_quarterUp)], []),
        new("hotline", ["contacts_suspected"], ["region"], [new([], s_everyPeriod), new(["region"], s_yearUp)], []),
        new("hotline", ["contacts_referred"], [], [new([], s_everyPeriod)], []),
        new("register_crime", ["victims_registered"], ["region"], [new([], s_everyPeriod), new(["region"], s_yearUp)], []),
    ];

    public static PublishedTable Crimes { get; } = new(
        "register_crime",
        [.. MeasureCatalogue.All.Where(measure => measure.Kind == MeasureKind.OpenCount && measure.Unit == Unit.Crime && measure.Dimensions.Contains("region", StringComparer.Ordinal)).Select(measure => measure.Id)],
        ["region"],
        [new([], s_everyPeriod), new(["region"], s_everyPeriod), new([RegionTree.District], s_yearUp)],
        []);

    /// <summary>By the group of articles on the other side, never the trafficking group itself.</summary>
    public static PublishedTable Requalified { get; } = new(
        "register_crime", ["crimes_requalified_out", "crimes_requalified_in"], ["article_group"], [new([], s_yearUp), new(["article_group"], s_yearUp)], []);

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
