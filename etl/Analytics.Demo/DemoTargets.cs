namespace Analytics.Demo;

/// <summary>One published figure that the demo reproduces exactly.</summary>
/// <param name="Id">Its id in the figures ledger.</param>
/// <param name="SourceId">The source's id in the figures ledger.</param>
/// <param name="Span">The days it covers.</param>
/// <param name="Value">The figure.</param>
/// <param name="What">What it counts, with its unit.</param>
internal sealed record DemoTarget(string Id, string SourceId, DateSpan Span, int Value, string What);

/// <summary>The published figures that the demo is calibrated to. What is not here is made up to look plausible.</summary>
internal static class DemoTargets
{
    private const string Study = "unregistered-study";
    private const string Tip = "tip-2022";

    private static readonly DateSpan s_study = DateSpan.Months(2018, 1, 2020, 12);
    private static readonly DateSpan s_report = DateSpan.Months(2021, 4, 2022, 3);
    private static readonly DateSpan s_hotline = DateSpan.Months(2021, 1, 2022, 1);

    public static readonly DemoTarget Assisted = new("assisted-2018-2020", Study, s_study, 355, "persons assisted");
    public static readonly DemoTarget Organisations = new("csos-2018-2020", Study, s_study, 18, "organisations that assisted them");
    public static readonly DemoTarget Crimes = new("crimes-2018-2020", Study, s_study, 55, "crimes registered");
    public static readonly DemoTarget Discontinued = new("discontinued-2018-2020", Study, s_study, 31, "crimes discontinued");
    public static readonly DemoTarget SentToCourt = new("to-court-2018-2020", Study, s_study, 24, "crimes sent to court");
    public static readonly DemoTarget Crimes2018 = new("registered-2018-police", "police-24kg", DateSpan.Year(2018), 8, "crimes registered");
    public static readonly DemoTarget Crimes2020 = new("registered-2020-police", "police-24kg", DateSpan.Year(2020), 15, "crimes registered");
    public static readonly DemoTarget Convicted2019 = new("convictions-2019", "24kg-tip-2020", DateSpan.Months(2019, 4, 2020, 3), 0, "crimes convicted");
    public static readonly DemoTarget Prosecuted2020 = new("prosecutions-2020", Tip, DateSpan.Months(2020, 4, 2021, 3), 3, "crimes sent to court");
    public static readonly DemoTarget Convicted2020 = new("convictions-2020", Tip, DateSpan.Months(2020, 4, 2021, 3), 3, "crimes convicted");
    public static readonly DemoTarget Prosecuted2021 = new("prosecutions-2021", Tip, s_report, 0, "crimes sent to court");
    public static readonly DemoTarget Convicted2021 = new("convictions-2021", Tip, s_report, 0, "crimes convicted");
    public static readonly DemoTarget Investigations2021 = new("investigations-2021", Tip, DateSpan.Year(2021), 6, "investigations opened");
    public static readonly DemoTarget Investigations2021Sexual = new("investigations-2021-sex", Tip, DateSpan.Year(2021), 1, "investigations opened, sexual exploitation");
    public static readonly DemoTarget Investigations2021Labour = new("investigations-2021-labour", Tip, DateSpan.Year(2021), 5, "investigations opened, forced labour");
    public static readonly DemoTarget Crimes2024 = new("trafficking-crimes-2024", "police-24kg-2024", DateSpan.Year(2024), 18, "crimes registered by trafficking articles");
    public static readonly DemoTarget Related2024 = new("related-crimes-2024", "police-24kg-2024", DateSpan.Year(2024), 105, "crimes registered by related articles");
    public static readonly DemoTarget HotlineContacts = new("hotline-2021", Tip, s_hotline, 15_000, "hotline contacts");
    public static readonly DemoTarget HotlineVictims = new("hotline-victims-2021", Tip, s_hotline, 1, "victims identified through the hotline");
    public static readonly DemoTarget HotlineRise = new("hotline-campaign-rise", "borgen-2023", DateSpan.Months(2021, 7, 2021, 12), 15, "percent more hotline contacts a month than in January to June 2021");
    public static readonly DemoTarget Identified = new("victims-io-ngo-2021", Tip, s_report, 42, "victims identified by organisations");
    public static readonly DemoTarget IdentifiedSexual = new("victims-io-ngo-2021-sex", Tip, s_report, 7, "of them sexual exploitation");
    public static readonly DemoTarget IdentifiedLabour = new("victims-io-ngo-2021-labour", Tip, s_report, 35, "of them forced labour");
    public static readonly DemoTarget Served = new("victims-served-2021", Tip, s_report, 35, "victims served by organisations");
    public static readonly DemoTarget ServedWomen = new("victims-served-2021-women", Tip, s_report, 8, "women and girls served");
    public static readonly DemoTarget ServedMen = new("victims-served-2021-men", Tip, s_report, 27, "men and boys served");
    public static readonly DemoTarget Children = new("victims-orphans-2021", Tip, s_report, 10, "children in forced labour");

    public static readonly IReadOnlyList<DemoTarget> All =
    [
        Assisted, Organisations, Crimes, Discontinued, SentToCourt, Crimes2018, Crimes2020,
        Convicted2019, Prosecuted2020, Convicted2020, Prosecuted2021, Convicted2021,
        Investigations2021, Investigations2021Sexual, Investigations2021Labour, Crimes2024, Related2024,
        HotlineContacts, HotlineVictims, HotlineRise,
        Identified, IdentifiedSexual, IdentifiedLabour, Served, ServedWomen, ServedMen, Children,
    ];

    /// <returns>The figures whose days the period covers whole; the others are not reproduced by its files.</returns>
    public static IEnumerable<DemoTarget> Within(DateSpan period) => All.Where(target => period.Contains(target.Span));
}
