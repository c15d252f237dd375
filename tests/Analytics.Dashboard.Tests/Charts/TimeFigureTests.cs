using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests.Charts;

public sealed class TimeFigureTests
{
    [Fact]
    public void Build_WithheldNotReportedAndZero_StayThreeStates()
    {
        var figure = Build(
            Sample.Year("crimes_registered", 2017, null, CellStatus.Withheld),
            Sample.Year("crimes_registered", 2018, null, CellStatus.NotReported),
            Sample.Year("crimes_registered", 2020, 0, CellStatus.Zero));
        Assert.Equal(["withheld", "not reported", "0"], figure.Series[0].Points.Select(point => point.Text));
        Assert.Equal([null, null, 0m], figure.Series[0].Points.Select(point => point.Value));
    }

    [Fact]
    public void Draw_Withheld_IsHatchedAndNeverAPointAtZero()
    {
        var drawing = Draw(Sample.Year("crimes_registered", 2017, 5), Sample.Year("crimes_registered", 2018, null, CellStatus.Withheld));
        var line = Assert.Single(drawing, trace => trace.GetProperty("type").GetString() == "scatter");
        Assert.Equal([5.0, null], line.GetProperty("y").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble()));
        var mark = Assert.Single(drawing, trace => trace.GetProperty("type").GetString() == "bar");
        Assert.Equal("/", mark.GetProperty("marker").GetProperty("pattern").GetProperty("shape").GetString());
    }

    [Fact]
    public void Draw_CodeChangeBetweenTwoYears_CutsTheLine()
    {
        var line = Assert.Single(Draw(Sample.Year("crimes_registered", 2018, 20), Sample.Year("crimes_registered", 2019, 12)));
        Assert.Equal(["2018-07-02", "2019-01-01", "2019-07-02"], line.GetProperty("x").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("y")[1].ValueKind);
    }

    [Fact]
    public void Draw_NoCodeChange_KeepsTheLineWhole()
    {
        var line = Assert.Single(Draw(Sample.Year("crimes_registered", 2019, 20), Sample.Year("crimes_registered", 2020, 12)));
        Assert.Equal(2, line.GetProperty("y").GetArrayLength());
    }

    [Fact]
    public void Draw_Interval_IsABandOnEachSideOfABreak()
    {
        var drawing = Draw(
            Sample.Year("crimes_registered", 2017, 10, lower: 8, upper: 13), Sample.Year("crimes_registered", 2018, 12, lower: 9, upper: 15),
            Sample.Year("crimes_registered", 2019, 11, lower: 8, upper: 14), Sample.Year("crimes_registered", 2020, 9, lower: 7, upper: 12));
        var bands = drawing.Where(trace => trace.TryGetProperty("fill", out _)).ToList();
        Assert.Equal(2, bands.Count);
        Assert.Equal([13.0, 15.0, 9.0, 8.0], bands[0].GetProperty("y").EnumerateArray().Select(value => value.GetDouble()));
    }

    [Fact]
    public void Heading_AcrossACodeChange_SaysThatTheTwoDoNotCompare()
    {
        var figure = Build(Sample.Year("crimes_registered", 2018, 20), Sample.Year("crimes_registered", 2019, 12));
        var heading = TrendsFinding.Heading(Sample.Reader(), Filters(), figure);
        Assert.StartsWith("Crimes registered fell from 20 in 2018 to 12 in 2019", heading, StringComparison.Ordinal);
        Assert.Contains("do not compare", heading, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_ProvisionalLastYear_IsLeftOut()
    {
        var figure = Build(
            Sample.Year("crimes_registered", 2020, 10), Sample.Year("crimes_registered", 2021, 34), Sample.Year("crimes_registered", 2022, 1, provisional: true));
        Assert.StartsWith("Crimes registered rose from 10 in 2020 to 34 in 2021", TrendsFinding.Heading(Sample.Reader(), Filters(), figure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Crimes registered: 18\u00a0in\u00a02020, 17\u00a0in\u00a02021; no change beyond chance")]
    [InlineData("ru", "Зарегистрированные преступления: 18\u00a0(2020) и\u00a017\u00a0(2021); статистически значимых изменений нет")]
    [InlineData("ky", "Катталган кылмыштар: 2020 – 18, 2021 – 17; айырма кокустуктан ашпайт")]
    public void Heading_ChangeWithinChance_IsCalledNoChange(string language, string heading)
    {
        var figure = Build(Sample.Year("crimes_registered", 2020, 18), Sample.Year("crimes_registered", 2021, 17));
        Assert.Equal(heading, TrendsFinding.Heading(Sample.Reader(Language.Find(language)), Filters(), figure));
    }

    [Theory]
    [InlineData(RoleNames.Coordinator, "fell")]
    [InlineData(RoleNames.Donor, "no change beyond chance")]
    public void Heading_RoundedCounts_NeedsMoreForAChange(string role, string words)
    {
        var reader = Sample.Reader(address: "http://site/trends?measure=contacts", role: role);
        var filters = TrendsFilters.Of(reader.Address);
        var figure = TrendsFigure.Build(reader, filters, Sample.Reference, Sample.Answer(filters.Request(), Sample.Year("contacts", 2020, 40), Sample.Year("contacts", 2021, 20)));
        Assert.Contains(words, TrendsFinding.Heading(reader, filters, figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_LastYearWithheld_SaysSoAndNamesNoChange()
    {
        var figure = Build(Sample.Year("crimes_registered", 2020, 10), Sample.Year("crimes_registered", 2021, null, CellStatus.Withheld));
        var heading = TrendsFinding.Heading(Sample.Reader(), Filters(), figure);
        Assert.Contains("2021 is withheld", heading, StringComparison.Ordinal);
        Assert.DoesNotContain("fell", heading, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_TerritoryChanged_CutsThatRegionsLineAndSaysSo()
    {
        var day = new DateOnly(2021, 7, 1);
        var reference = Sample.Reference with
        {
            Members = [.. Sample.Reference.Members.Select(member => member.Code == "41702000000000" ? member with { Breaks = [day] } : member)],
        };
        var reader = Sample.Reader(address: "http://site/trends?measure=intakes&by=region");
        var filters = TrendsFilters.Of(reader.Address);
        string[] regions = ["41702000000000", "41711000000000"];
        Cell[] cells = [.. from region in regions from year in (int[])[2020, 2021, 2022] select Sample.Year("intakes", year, 40 - (2 * (year - 2020))) with
        {
            Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Region] = region },
        }];
        var figure = TrendsFigure.Build(reader, filters, reference, Sample.Answer(filters.Request(), cells));
        var lines = Draw(figure);
        Assert.Equal(["2020-07-01", "2021-07-01", "2021-07-02", "2022-07-02"], lines[0].GetProperty("x").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("y")[1].ValueKind);
        Assert.Equal(3, lines[1].GetProperty("y").GetArrayLength());
        Assert.StartsWith("Issyk-Kul Region: the territory changed on 1", Assert.Single(figure.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_AcrossAChangeOfTerritory_SaysThatTheTwoDoNotCompare()
    {
        var reference = Sample.Reference with
        {
            Members = [.. Sample.Reference.Members.Select(member => member.Code == "41702000000000" ? member with { Breaks = [new DateOnly(2021, 1, 1)] } : member)],
        };
        var reader = Sample.Reader(address: "http://site/trends?measure=intakes&region=41702000000000");
        var filters = TrendsFilters.Of(reader.Address);
        var figure = TrendsFigure.Build(reader, filters, reference, Sample.Answer(filters.Request(), Sample.Year("intakes", 2020, 40), Sample.Year("intakes", 2021, 10)));
        Assert.Contains("territory changed in between", TrendsFinding.Heading(reader, filters, figure), StringComparison.Ordinal);
    }

    private static TrendsFilters Filters() => TrendsFilters.Of(Sample.Reader(address: "http://site/trends?measure=crimes_registered").Address);

    private static Figure Build(params IReadOnlyList<Cell> cells) =>
        TrendsFigure.Build(Sample.Reader(), Filters(), Sample.Reference, Sample.Answer(Filters().Request(), cells));

    private static List<JsonElement> Draw(params IReadOnlyList<Cell> cells) => Draw(Build(cells));

    private static List<JsonElement> Draw(Figure figure) =>
        [.. JsonSerializer.SerializeToElement(PlotlyFigureSpecification.Of(figure).Wide.Data, PlotlyFigureJson.Options).EnumerateArray()];
}
