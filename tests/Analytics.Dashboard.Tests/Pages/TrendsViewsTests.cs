using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests.Pages;

/// <summary>The layouts of the trends page beside its one line.</summary>
public sealed class TrendsViewsTests
{
    private const string IssykKul = "41702000000000";
    private const string Bishkek = "41711000000000";

    private static readonly IReadOnlyList<PublishedPeriod> s_years =
        [.. new[] { 2025, 2024, 2023, 2022, 2019, 2018 }.Select(year => new PublishedPeriod(PeriodKind.Year, $"{year}", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year == 2025))];

    [Fact]
    public void Draw_Multiples_EveryPanelHasTheSameScaleAndTheMembersOrder()
    {
        var layout = Layout(Panels(Region(IssykKul, 2022, 8), Region(IssykKul, 2023, 10), Region(Bishkek, 2022, 90), Region(Bishkek, 2023, 100)));
        Assert.Equal(["<b>Issyk-Kul Region</b>", "<b>Bishkek city</b>"], layout.GetProperty("annotations").EnumerateArray().Select(one => one.GetProperty("text").GetString()));
        var common = layout.GetProperty("template").GetProperty("layout");
        Assert.Equal(108, common.GetProperty("yaxis").GetProperty("range")[1].GetDecimal());
        Assert.Equal(2, common.GetProperty("xaxis").GetProperty("range").GetArrayLength());
        var axes = layout.EnumerateObject().Where(one => one.Name.StartsWith("xaxis", StringComparison.Ordinal) || one.Name.StartsWith("yaxis", StringComparison.Ordinal));
        Assert.DoesNotContain(axes, axis => axis.Value.TryGetProperty("range", out _));
    }

    [Fact]
    public void Draw_Multiples_WithheldAndNotReportedAreDrawnApartAndNeverAsNumbers()
    {
        var drawn = Drawn(Panels(Region(IssykKul, 2022, null, CellStatus.Withheld), Region(IssykKul, 2023, null, CellStatus.NotReported), Region(Bishkek, 2022, 9), Region(Bishkek, 2023, 0, CellStatus.Zero)));
        var first = drawn.FindAll(trace => trace.GetProperty("yaxis").GetString() == "y");
        Assert.Equal(2, first.Count(trace => trace.GetProperty("type").GetString() == "bar"));
        Assert.Single(first, trace => trace.GetProperty("type").GetString() == "bar" && trace.GetProperty("marker").TryGetProperty("pattern", out _));
        Assert.All(Assert.Single(first, trace => trace.GetProperty("type").GetString() == "scatter").GetProperty("y").EnumerateArray(), value => Assert.Equal(JsonValueKind.Null, value.ValueKind));
        var zero = Assert.Single(drawn, trace => trace.GetProperty("yaxis").GetString() == "y2").GetProperty("y");
        Assert.Equal(0, zero[1].GetDecimal());
    }

    [Fact]
    public void Of_MeasureWithoutRegions_FallsBackToTheLine()
    {
        var filters = TrendsFilters.Of(Sample.Reader(address: "http://site/trends?view=regions&measure=contacts_referred").Address);
        Assert.Equal(TrendsViewKind.Line, filters.View);
        Assert.Null(filters.Split);
    }

    [Fact]
    public void Build_Seasons_LaysTheQuartersOfEachYearOnOneAxisAndMarksTheProvisionalHollow()
    {
        var figure = Seasons(Quarter(2023, 1, 5), Quarter(2023, 2, 7), Quarter(2024, 1, 6), Quarter(2024, 2, 8, provisional: true));
        Assert.Equal(["2024", "2023"], figure.Series.Select(series => series.Name));
        Assert.Equal(["Q1", "Q2"], figure.Series[0].Points.Select(point => point.Label));
        Assert.Equal(figure.Series[0].Points.Select(point => point.Start), figure.Series[1].Points.Select(point => point.Start));
        var newest = Drawn(figure).Find(trace => trace.GetProperty("name").GetString() == "2024");
        Assert.Equal(["var(--crimes)", "var(--card)"], newest.GetProperty("marker").GetProperty("color").EnumerateArray().Select(colour => colour.GetString()));
        Assert.Empty(Layout(figure).GetProperty("shapes").EnumerateArray());
    }

    [Fact]
    public void Build_SeasonsOfAYearInWhichTheCodeChanged_CutsThatYearsLineOnly()
    {
        var reference = Sample.Reference with { Events = [Sample.Reference.Events[0] with { Start = new DateOnly(2021, 12, 1) }] };
        var (reader, filters) = Open("view=years&measure=crimes_registered&period=month");
        var figure = TrendsFigure.Build(reader, filters, reference, Sample.Answer(filters.Request(), Month(2021, 11, 4), Month(2021, 12, 3), Month(2022, 11, 2), Month(2022, 12, 1)));
        Assert.Equal([new DateOnly(2000, 12, 1)], figure.Series.Single(series => series.Name == "2021").Breaks);
        Assert.Empty(figure.Series.Single(series => series.Name == "2022").Breaks);
        Assert.Contains(figure.Notes, note => note.StartsWith("A line is cut", StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_SeasonsWithBothStates_StripNamesTheYearAndNeitherHidesTheOther()
    {
        var figure = Seasons(Quarter(2023, 1, null, CellStatus.Withheld), Quarter(2023, 2, 7), Quarter(2024, 1, null, CellStatus.NotReported), Quarter(2024, 2, 8));
        var strips = Drawn(figure).FindAll(trace => trace.GetProperty("type").GetString() == "bar");
        Assert.Equal(2, strips.Count);
        Assert.Contains(strips, strip => strip.GetProperty("text")[0].GetString()!.EndsWith("<br>2023", StringComparison.Ordinal));
        var spans = strips.ConvertAll(strip => (From: strip.GetProperty("base").GetDecimal(), To: strip.GetProperty("base").GetDecimal() + strip.GetProperty("y")[0].GetDecimal()));
        Assert.True(spans[0].From >= spans[1].To || spans[1].From >= spans[0].To);
    }

    [Theory]
    [InlineData("", 2023, 2024)]
    [InlineData("&a=2018", 2018, 2024)]
    [InlineData("&a=2024&b=2019", 2019, 2024)]
    [InlineData("&b=2022", 2019, 2022)]
    public void Between_YearsOfTheAddress_AreTheEarlierAndTheLaterSettledOnes(string query, int before, int after)
    {
        var filters = Open("view=pair&measure=intakes" + query).Filters.Between(s_years);
        Assert.Equal((before, after), (filters.Before, filters.After));
        Assert.Equal((new DateOnly(before, 1, 1), new DateOnly(after, 12, 31)), (filters.Request().From, filters.Request().To));
    }

    [Fact]
    public void Build_Pair_NamesNoChangeOfWhatIsWithheldProvisionalOrWithinChance()
    {
        var (figure, heading) = Pair("intakes",
            Region(IssykKul, 2023, 40), Region(IssykKul, 2024, 90), Region(Bishkek, 2023, 30), Region(Bishkek, 2024, null, CellStatus.Withheld));
        Assert.Equal(["rose", "cannot be told"], figure.Series[1].Points.Select(point => point.Note));
        Assert.Equal("withheld", figure.Series[1].Points[1].Text);
        Assert.Equal("Intakes at NGOs, 2023 and 2024: rose beyond chance 1, fell 0, no change beyond chance 0, cannot be told 1", heading);
    }

    [Fact]
    public void Build_PairWithinChance_SaysSo()
    {
        var (figure, _) = Pair("intakes", Region(IssykKul, 2023, 40), Region(IssykKul, 2024, 42));
        Assert.Equal("no change beyond chance", Assert.Single(figure.Series[1].Points).Note);
    }

    [Fact]
    public void Build_PairAcrossTheCodeChange_DoesNotCompare()
    {
        var (reader, filters) = Open("view=pair&measure=crimes_registered&by=region&a=2018&b=2019");
        var answer = Sample.Answer(filters.Request(), Region(IssykKul, 2018, 40, measure: "crimes_registered"), Region(IssykKul, 2019, 4, measure: "crimes_registered"));
        Assert.Equal("does not compare", TrendsFigure.Build(reader, filters, Sample.Reference, answer).Series[1].Points[0].Note);
        Assert.Contains("do not compare", TrendsFinding.Heading(reader, filters, TrendsFigure.Line(reader, filters, Sample.Reference, answer)), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Pair_RowWithoutANumberHasAStubOfOneLengthWhateverItHides()
    {
        var (figure, _) = Pair("intakes", Region(IssykKul, 2023, 40), Region(IssykKul, 2024, 90), Region(Bishkek, 2023, null, CellStatus.Withheld), Region(Bishkek, 2024, null, CellStatus.Withheld));
        var hatched = Drawn(figure).FindAll(trace => trace.GetProperty("marker").TryGetProperty("pattern", out _)).SelectMany(trace => trace.GetProperty("x").EnumerateArray()).Select(x => x.GetDecimal()).Distinct();
        Assert.Single(hatched);
        Assert.Equal(["Issyk-Kul Region", "Bishkek city"], figure.Series[0].Points.Select(point => point.Label));
    }

    [Theory]
    [InlineData(90, 20, "largest group")]
    [InlineData(22, 20, "no group stands above")]
    public void Heading_Split_NamesALargestOnlyBeyondChance(int first, int second, string words)
    {
        var (reader, filters) = Open("measure=intakes&by=region");
        var line = TrendsFigure.Line(reader, filters, Sample.Reference, Sample.Answer(filters.Request(), Region(IssykKul, 2023, first), Region(Bishkek, 2023, second)));
        Assert.Contains(words, TrendsFinding.Heading(reader, filters, line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FigureLegend_Split_LinksEachSeriesAsAClickOnItsLineDoes()
    {
        var (reader, filters) = Open("measure=intakes&by=region");
        var figure = TrendsFigure.Build(reader, filters, Sample.Reference, Sample.Answer(filters.Request(), Region(IssykKul, 2023, 40), Region(Bishkek, 2023, 20)));
        var html = await Rendering.RenderAsync<FigureLegend>(reader, new() { [nameof(FigureLegend.Figure)] = figure });
        Assert.Contains($"<a href=\"{figure.Series[0].Href}\">Issyk-Kul Region</a>", html, StringComparison.Ordinal);
        Assert.Equal(figure.Series[0].Href, Drawn(figure)[0].GetProperty("customdata")[0].GetString());
        Assert.Contains($"region={IssykKul}", figure.Series[0].Href, StringComparison.Ordinal);
        Assert.DoesNotContain("by=", figure.Series[0].Href, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Bishkek city: withheld")]
    [InlineData("ru", "город Бишкек: скрыто")]
    [InlineData("ky", "Бишкек шаары: жашырылган")]
    public void Summary_Multiples_SaysEachPanelsNewestStateInWords(string language, string words)
    {
        var reader = Sample.Reader(Language.Find(language), "http://site/trends?view=regions&measure=intakes");
        var filters = TrendsFilters.Of(reader.Address);
        var figure = TrendsFigure.Build(reader, filters, Sample.Reference, Sample.Answer(filters.Request(), Region(IssykKul, 2023, 40), Region(Bishkek, 2023, null, CellStatus.Withheld)));
        Assert.Contains(words, figure.Summary, StringComparison.Ordinal);
    }

    private static Figure Panels(params IReadOnlyList<Cell> cells)
    {
        var (reader, filters) = Open("view=regions&measure=intakes");
        return TrendsFigure.Build(reader, filters, Sample.Reference, Sample.Answer(filters.Request(), cells));
    }

    private static Figure Seasons(params IReadOnlyList<Cell> cells)
    {
        var (reader, filters) = Open("view=years&measure=crimes_registered");
        return TrendsFigure.Build(reader, filters, Sample.Reference, Sample.Answer(filters.Request(), cells));
    }

    private static (Figure Figure, string Heading) Pair(string measure, params IReadOnlyList<Cell> cells)
    {
        var (reader, filters) = Open($"view=pair&by=region&measure={measure}");
        filters = filters.Between(s_years);
        var answer = Sample.Answer(filters.Request(), cells);
        return (TrendsFigure.Build(reader, filters, Sample.Reference, answer), TrendsFinding.Heading(reader, filters, TrendsFigure.Line(reader, filters, Sample.Reference, answer)));
    }

    private static (Reader Reader, TrendsFilters Filters) Open(string query)
    {
        var reader = Sample.Reader(address: $"http://site/trends?{query}");
        return (reader, TrendsFilters.Of(reader.Address));
    }

    private static Cell Region(string region, int year, decimal? value, CellStatus status = CellStatus.Ok, string measure = "intakes") =>
        Sample.Year(measure, year, value, status) with { Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Region] = region } };

    private static Cell Quarter(int year, int quarter, decimal? value, CellStatus status = CellStatus.Ok, bool provisional = false) =>
        Period(PeriodKind.Quarter, $"{year}-Q{quarter}", new DateOnly(year, (quarter * 3) - 2, 1), 3, value, status, provisional);

    private static Cell Month(int year, int month, decimal? value) => Period(PeriodKind.Month, $"{year}-{month:00}", new DateOnly(year, month, 1), 1, value, CellStatus.Ok, provisional: false);

    private static Cell Period(PeriodKind kind, string code, DateOnly start, int months, decimal? value, CellStatus status, bool provisional) =>
        Sample.Year("crimes_registered", start.Year, value, status, provisional) with { PeriodKind = kind, Period = code, Start = start, End = start.AddMonths(months).AddDays(-1) };

    private static JsonElement Layout(Figure figure) =>
        JsonSerializer.SerializeToElement(PlotlyFigureSpecification.Of(figure).Wide.Layout, PlotlyFigureJson.Options);

    private static List<JsonElement> Drawn(Figure figure) =>
        [.. JsonSerializer.SerializeToElement(PlotlyFigureSpecification.Of(figure).Wide.Data, PlotlyFigureJson.Options).EnumerateArray()];
}
