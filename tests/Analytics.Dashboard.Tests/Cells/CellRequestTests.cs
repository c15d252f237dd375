using Analytics.Dashboard.Api;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Dashboard.Tests.Cells;

public sealed class CellRequestTests
{
    [Theory]
    [InlineData("measure=persons_assisted&by=period,sex&period=quarter&from=2018&to=2020-Q2", "measure=persons_assisted&by=period,sex&period=quarter&from=2018-01-01&to=2020-06-30")]
    [InlineData("to=2020-02&measure=contacts&from=2020-02", "measure=contacts&from=2020-02-01&to=2020-02-29")]
    [InlineData("measure=intakes&by=district&region=41702000000000", "measure=intakes&by=district&region=41702000000000")]
    [InlineData("measure=intakes&by=region,district", "measure=intakes&by=region,district")]
    [InlineData("measure=contacts&region=41702000000000&per=population", "measure=contacts&region=41702000000000&per=population")]
    public void Parse_Query_IsWrittenInOneForm(string query, string canonical)
    {
        var (request, faults) = CellRequestParser.Parse(QueryHelpers.ParseQuery(query), Sample.Reference);
        Assert.Empty(faults);
        Assert.Equal(canonical, request!.Canonical());
        var (again, _) = CellRequestParser.Parse(QueryHelpers.ParseQuery(canonical), Sample.Reference);
        Assert.Equal(canonical, again!.Canonical());
    }

    [Theory]
    [InlineData("", "measure is missing")]
    [InlineData("measure=people", "measure=people is unknown")]
    [InlineData("measure=contacts&by=colour", "by=colour")]
    [InlineData("measure=contacts&period=week", "period=week")]
    [InlineData("measure=contacts&from=soon", "from=soon: expected 2020")]
    [InlineData("measure=contacts&from=2021&to=2020", "from is later than to")]
    [InlineData("measure=contacts&region=1", "region=1 is not a published member")]
    [InlineData("measure=intakes&by=district", "by=district: expected region beside it")]
    [InlineData("measure=intakes&by=region,district&district=41702000000000", "district=41702000000000 is not a published member")]
    [InlineData("measure=contacts&colour=red", "colour is not a parameter")]
    public void Parse_BadQuery_SaysWhatWasExpected(string query, string fault)
    {
        var (request, faults) = CellRequestParser.Parse(QueryHelpers.ParseQuery(query), Sample.Reference);
        Assert.Null(request);
        Assert.Contains(faults, said => said.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void FigureId_RequestPublicationOrProfileDiffers_Differs()
    {
        var request = new CellRequest { Measures = ["contacts"] };
        var id = request.FigureId("TR", 1, "ministry");
        Assert.Matches("^TR-[0-9A-Z]{8}$", id);
        Assert.Equal(id, request.FigureId("TR", 1, "ministry"));
        Assert.NotEqual(id, request.FigureId("TR", 2, "ministry"));
        Assert.NotEqual(id, request.FigureId("TR", 1, "donor"));
        Assert.NotEqual(id, (request with { By = ["period"] }).FigureId("TR", 1, "ministry"));
    }

    [Fact]
    public void PopulationRate_SeveralYears_DividesByPersonYearsAndFlagsEstimates()
    {
        var rate = PopulationRate.Of(50, "41702000000000", new DateOnly(2018, 1, 1), new DateOnly(2019, 12, 31), Sample.Reference.Population)!;
        Assert.Equal(5m, rate.Value);
        Assert.True(rate.Interpolated);
        Assert.False(rate.Rebased);
    }

    [Fact]
    public void PopulationRate_HalfAYear_CountsHalfThePopulation()
    {
        var rate = PopulationRate.Of(10, "41702000000000", new DateOnly(2018, 1, 1), new DateOnly(2018, 6, 30), Sample.Reference.Population)!;
        Assert.Equal(10m / (500_000m * 181 / 365) * 100_000, rate.Value!.Value, 6);
    }

    [Fact]
    public void PopulationRate_YearWithoutPopulation_IsNone() =>
        Assert.Null(PopulationRate.Of(10, "41702000000000", new DateOnly(2019, 1, 1), new DateOnly(2020, 12, 31), Sample.Reference.Population));

    [Fact]
    public void Regions_DistrictsAmongMembers_AreNotRegions() =>
        Assert.Equal(["41702000000000", "41711000000000"], Sample.Reference.Regions.Select(region => region.Code));

    [Fact]
    public void Choose_NoCode_TakesTheDeclaredSpanBeforeYears()
    {
        PublishedPeriod[] periods =
        [
            new(PeriodKind.Span, "2018-2020", new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31), Provisional: false),
            new(PeriodKind.Year, "2026", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Provisional: true),
            new(PeriodKind.Year, "2025", new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), Provisional: false),
        ];
        Assert.Equal("2018-2020", Periods.Choose(periods, null)!.Code);
        Assert.Equal("2025", Periods.Choose(periods, null, yearsFirst: true)!.Code);
        Assert.Equal("2026", Periods.Choose(periods, "2026")!.Code);
        Assert.Equal("2018-2020", Periods.Choose(periods, "no such period")!.Code);
    }
}
