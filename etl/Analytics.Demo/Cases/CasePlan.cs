namespace Analytics.Demo.Cases;

/// <summary>What is settled about a case before the rest is drawn.</summary>
internal sealed record CasePlan(string Forms, string Sex, bool Child, bool Served);

/// <summary>A stretch of time with a settled number of cases.</summary>
/// <param name="Exact">A published figure covers it: one form a case, and nobody who turned out to be no victim.</param>
internal sealed record CaseSlice(DateSpan Span, int Cases, bool Exact)
{
    /// <returns>The slices that touch the period, in order.</returns>
    public static IEnumerable<CaseSlice> Of(DateSpan period) =>
        Enumerable.Range(period.From.Year, period.To.Year - period.From.Year + 1)
            .SelectMany(InYear)
            .Distinct()
            .Where(slice => slice.Span.Overlaps(period));

    private static IEnumerable<CaseSlice> InYear(int year)
    {
        // The report year of the TIP report runs from April to March, so that 2021 and 2022 fall into three slices.
        var report = new CaseSlice(DemoTargets.Identified.Span, DemoTargets.Identified.Value, Exact: true);
        const int in2018 = 132;
        const int in2019 = 128;
        return year switch
        {
            2018 => [new(DateSpan.Year(year), in2018, Exact: true)],
            2019 => [new(DateSpan.Year(year), in2019, Exact: true)],
            2020 => [new(DateSpan.Year(year), DemoTargets.Assisted.Value - in2018 - in2019, Exact: true)],
            2021 => [new(DateSpan.Months(2021, 1, 2021, 3), 9, Exact: false), report],
            2022 => [report, new(DateSpan.Months(2022, 4, 2022, 12), 46, Exact: false)],
            _ => [new(DateSpan.Year(year), Level(year), Exact: false)],
        };
    }

    private static int Level(int year) => year switch { < 2017 => 90, 2017 => 98, 2023 => 88, 2024 => 97, 2025 => 104, _ => 100 };

    /// <returns>One plan a case, in random order.</returns>
    public CasePlan[] Plans(SeededRandom random) => Span == DemoTargets.Identified.Span ? ReportYear(random) : MadeUp(random);

    /// <summary>Women in sexual exploitation all served; of the men in forced labour some not, children all served.</summary>
    private static CasePlan[] ReportYear(SeededRandom random)
    {
        var sexual = DemoTargets.IdentifiedSexual.Value;
        var labourWomen = DemoTargets.ServedWomen.Value - sexual;
        var labourMen = DemoTargets.IdentifiedLabour.Value - labourWomen;
        var children = DemoTargets.Children.Value;
        var servedMen = DemoTargets.ServedMen.Value;
        CasePlan[] plans =
        [
            .. Enumerable.Repeat(new CasePlan("sexual_exploitation", "female", Child: false, Served: true), sexual),
            .. Enumerable.Repeat(new CasePlan("forced_labour", "female", Child: false, Served: true), labourWomen),
            .. Enumerable.Repeat(new CasePlan("forced_labour", "male", Child: true, Served: true), children),
            .. Enumerable.Repeat(new CasePlan("forced_labour", "male", Child: false, Served: true), servedMen - children),
            .. Enumerable.Repeat(new CasePlan("forced_labour", "male", Child: false, Served: false), labourMen - servedMen),
        ];
        random.Shuffle(plans);
        return plans;
    }

    private CasePlan[] MadeUp(SeededRandom random) => [.. random.Deal(Cases, CaseShares.Forms).Select(form =>
    {
        var (men, children, _) = CaseShares.People(form);
        var second = random.Pick(CaseShares.Forms);
        return new CasePlan(
            !Exact && !string.Equals(second, form, StringComparison.Ordinal) && random.Chance(0.1) ? $"{form}|{second}" : form,
            random.Chance(0.01) ? "unknown" : random.Chance(men) ? "male" : "female",
            Child: random.Chance(children),
            Served: random.Chance(0.94));
    })];
}
