using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Ledger;
using Analytics.Dashboard.Pages.Measures;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class LedgerTests
{
    [Fact]
    public void Build_RivalFigures_StandSideBySideWithTheirUnits()
    {
        var pair = Assert.Single(Build([]).Rivals);
        Assert.Equal(("40\u00a0cases", "2020", "15\u00a0crimes"), (pair.First.Value, pair.First.Period, pair.Second.Value));
        Assert.Equal("Other articles", pair.Why);
        Assert.Equal(["investigations", "registered"], Rows(Build([])).Where(row => row.HasRival).Select(row => row.Id).Order());
    }

    [Fact]
    public void Build_SourceDidNotReport_SaysSoAndIsNoZero()
    {
        var row = Rows(Build([])).Single(row => row.Id == "repatriated");
        Assert.Equal(("not reported", false), (row.Value, row.IsReported));
    }

    [Fact]
    public void Build_HedgedReportYear_KeepsTheHedgeAndTheKindOfPeriod()
    {
        var row = Rows(Build([])).Single(row => row.Id == "trained");
        Assert.Equal(("at least 150\u00a0persons", "Apr 2021 – Mar 2022", "report year"), (row.Value, row.Period, row.PeriodNote));
    }

    [Theory]
    [InlineData(355, "agrees", false)]
    [InlineData(354, "differs by 1", true)]
    public void Build_SamePeriodCountedHere_ComparesThem(int ours, string verdict, bool differs)
    {
        var row = Rows(Build([Span("persons_assisted", ours)])).Single(row => row.Id == "assisted");
        Assert.Equal(($"{ours}\u00a0persons", verdict, differs), (row.Ours, row.Verdict, row.Differs));
    }

    [Fact]
    public void Build_ProfileThatSeesRoundedCounts_DoesNotCallRoundingADifference()
    {
        var row = Rows(Build([Span("persons_assisted", 355) with { Value = 354 }], RoleNames.Donor)).Single(row => row.Id == "assisted");
        Assert.Equal(("agrees after rounding", false), (row.Verdict, row.Differs));
    }

    [Fact]
    public void Build_CountWithheld_NeitherComparesNorTells()
    {
        var row = Rows(Build([Span("persons_assisted", null)])).Single(row => row.Id == "assisted");
        Assert.Equal(("withheld", (string?)null), (row.Ours, row.Verdict));
    }

    [Fact]
    public void Build_OtherPeriodCountedHere_ComparesNothing() =>
        Assert.Null(Rows(Build([Sample.Year("crimes_registered", 2019, 15)])).Single(row => row.Id == "registered").Verdict);

    [Fact]
    public void MeasuresBuild_EveryMeasure_HasAnEntryInEachLanguage()
    {
        foreach (var language in Language.All)
        {
            var entries = MeasuresModel.Build(Sample.Reader(language), Sample.Reference).Groups.SelectMany(group => group.Measures).ToList();
            Assert.Equal(MeasureCatalogue.All.Select(measure => measure.Id).Order(), entries.Select(entry => entry.Id).Order());
            Assert.All(entries, entry => Assert.All(entry.Facts, fact => Assert.False(string.IsNullOrWhiteSpace(fact.Text))));
        }
    }

    [Fact]
    public void MeasuresBuild_Ratio_NamesBothPartsWithTheirUnits()
    {
        var ratio = MeasuresModel.Build(Sample.Reader(), Sample.Reference).Groups.SelectMany(group => group.Measures).Single(measure => measure.Id == "crimes_per_100_assisted");
        Assert.Contains(ratio.Facts, fact => fact.Text == "Crimes registered (crimes)");
        Assert.Contains(ratio.Facts, fact => fact.Text == "Persons assisted by NGOs (persons)");
    }

    [Fact]
    public void MeasuresBuild_Reader_IsToldTheRuleOfTheirOwnProfile()
    {
        Assert.Contains("1 to 4", MeasuresModel.Build(Sample.Reader(role: RoleNames.Donor), Sample.Reference).SmallNumbers, StringComparison.Ordinal);
        Assert.Contains("1 to 10", MeasuresModel.Build(Sample.Reader(role: RoleNames.Policy), Sample.Reference).SmallNumbers, StringComparison.Ordinal);
    }

    private static LedgerView Build(IReadOnlyList<Cell> cells, string role = RoleNames.Coordinator) => LedgerModel.Build(
        Sample.Reader(role: role), Sample.Reference, [Sample.Answer(new CellRequest { Measures = ["persons_assisted"] }, cells)]);

    private static IEnumerable<LedgerRow> Rows(LedgerView view) => view.Groups.SelectMany(group => group.Rows);

    private static Cell Span(string measure, decimal? value) => Sample.Year(measure, 2018, value, value is null ? CellStatus.Withheld : CellStatus.Ok) with
    {
        PeriodKind = PeriodKind.Span,
        Period = "2018-2020",
        End = new DateOnly(2020, 12, 31),
    };
}
