using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Reporting;
using Analytics.Dashboard.Published;
using Analytics.Domain;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class ReportingTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Build_EveryState_HasASymbolAndAWordOfItsOwn()
    {
        var cells = Build().Rows.Single(row => row.Organisation == "B").Cells;
        Assert.Equal(["on-time", "late", "nil", "missing", "not-due", "not-owed"], cells.Take(6).Select(cell => cell.Kind));
        Assert.Equal(5, cells.Take(5).Select(cell => cell.Symbol).Distinct().Count());
        Assert.Equal(["in time", "late", "nil", "missing", "not due"], cells.Take(5).Select(cell => cell.Word));
        Assert.Contains("came on 15\u00a0Mar\u00a02026; Due by 10\u00a0Mar\u00a02026", cells[1].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Row_CountsReceivedOfExpected()
    {
        var row = Build().Rows.Single(row => row.Organisation == "B");
        Assert.Equal((3, 4, 1, 1, "75\u00a0%"), (row.Received, row.Expected, row.Late, row.Missing, row.Rate));
    }

    [Fact]
    public void Build_NewestReportsMissing_AreASilenceFromTwoOn() =>
        Assert.Equal(["A: quiet for 3\u00a0months; the last report is for Jan 2026"], Build().Silences);

    [Fact]
    public void Build_SortedByMissing_TheWorstComesFirst() => Assert.Equal(["A", "B"], Build("http://site/reporting?sort=missing").Rows.Select(row => row.Organisation));

    [Fact]
    public void Build_SortedByLate_TheLatestComesFirst() => Assert.Equal(["B", "A"], Build("http://site/reporting?sort=late").Rows.Select(row => row.Organisation));

    [Fact]
    public void Build_OtherYear_ShowsThatYearOnly()
    {
        var view = Build("http://site/reporting?year=2025");
        Assert.Equal("A", Assert.Single(view.Rows).Organisation);
        Assert.StartsWith("1 of 1 report for 2025", view.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_YearNobodyOwed_FallsBackToTheNewest() => Assert.StartsWith("4 of 8 reports for 2026", Build("http://site/reporting?year=1999").Heading, StringComparison.Ordinal);

    [Theory]
    [InlineData("ru")]
    [InlineData("ky")]
    public void Build_OtherLanguages_CellsAndLegendAreInThem(string code)
    {
        var english = Build();
        var other = Build(language: Language.Find(code));
        Assert.All(english.Legend.Zip(other.Legend), pair => Assert.NotEqual(pair.First.Title, pair.Second.Title));
        Assert.Equal(english.Legend.Select(cell => cell.Symbol), other.Legend.Select(cell => cell.Symbol));
    }

    [Fact]
    public void Build_NothingOwed_SaysSo() =>
        Assert.Equal("No report is expected of anybody yet", ReportingModel.Build(Sample.Reader(address: "http://site/reporting"), [], Sample.Reference, s_now).Heading);

    [Theory]
    [InlineData(2025, "A")]
    [InlineData(2026, "A → Z")]
    public void Build_RenamedOrganisation_HasOneRowWithTheNameOfItsTime(int year, string name)
    {
        var member = new Member("organisation", "A", "total", 1, LocalText.Same("Z")) { From = new DateOnly(2026, 3, 1) };
        var reference = Sample.Reference with { Members = [member, member with { Name = LocalText.Same("A"), From = DateOnly.MinValue, To = member.From }, .. Sample.Reference.Members] };
        var view = Build($"http://site/reporting?year={year}", reference: reference);
        Assert.Contains(name, view.Rows.Select(row => row.Organisation));
        Assert.StartsWith("Z: quiet", Assert.Single(view.Silences), StringComparison.Ordinal);
    }

    private static ReportingView Build(string address = "http://site/reporting", Language? language = null, Reference? reference = null) => ReportingModel.Build(
        Sample.Reader(language, address),
        [
            Row("A", 2025, 12, ReportState.OnTime),
            Row("A", 2026, 1, ReportState.OnTime),
            Row("A", 2026, 2, ReportState.Missing),
            Row("A", 2026, 3, ReportState.Missing),
            Row("A", 2026, 4, ReportState.Missing),
            Row("A", 2026, 5, ReportState.NotDue),
            Row("B", 2026, 1, ReportState.OnTime),
            Row("B", 2026, 2, ReportState.Late, days: 5),
            Row("B", 2026, 3, ReportState.OnTime, nil: true),
            Row("B", 2026, 4, ReportState.Missing),
            Row("B", 2026, 5, ReportState.NotDue),
        ],
        reference ?? Sample.Reference,
        s_now);

    private static ReportRow Row(string organisation, int year, int month, ReportState state, bool nil = false, int days = 0)
    {
        var first = new DateOnly(year, month, 1);
        var due = first.AddMonths(1).AddDays(9);
        return new ReportRow("ngo_monthly", organisation, first, state, nil, due, state is ReportState.Missing or ReportState.NotDue ? null : due.AddDays(days));
    }
}
