using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Charts;
using Analytics.Domain.Measures;
using Plotly.Blazor;
using Xunit.Abstractions;

namespace Analytics.Dashboard.Tests.Charts;

/// <summary>A figure on its way to the browser: what arrives, and what sending costs. Measured while no other test runs.</summary>
[Collection(nameof(MeasuresPlotlyFigure))]
public sealed class PlotlyFigureTests(ITestOutputHelper output)
{
    private const int MostAllocated = 300_000;

    // Of the nine panels by month: 1080 points, each with what its hover says and where it leads, are most of it.
    private const int MostAllocatedByMonth = 1_200_000;
    private const int MostSent = 25_000;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Send_Figure_ArrivesAsDescribed()
    {
        var figure = Panels(PeriodKind.Year);
        var browser = new SentFigure();
        await browser.SendAsync(figure);
        var (data, layout) = browser.Read();
        var described = PlotlyFigureSpecification.Of(figure).Wide;
        Assert.Equal(
            JsonSerializer.Serialize(described.Data, PlotlyFigureJson.Options), JsonSerializer.Serialize(data, PlotlyFigureJson.Options));
        Assert.Equal(
            JsonSerializer.Serialize(described.Layout, PlotlyFigureJson.Options), JsonSerializer.Serialize(layout, PlotlyFigureJson.Options));
        Assert.Equal(",~f", layout.GetProperty("template").GetProperty("layout").GetProperty("yaxis").GetProperty("tickformat").GetString());
        Assert.False(layout.GetProperty("yaxis9").GetProperty("showticklabels").GetBoolean());
    }

    /// <summary>The library's own writer is slow, and right.</summary>
    [Fact]
    public void Options_TypedParts_AreWrittenAsTheLibraryWritesThem()
    {
        var library = new JsonSerializerOptions { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
        foreach (var trace in PlotlyFigureSpecification.Of(Panels(PeriodKind.Year)).Wide.Data!)
        {
            var expected = JsonSerializer.SerializeToElement(trace, trace.GetType(), library);
            Assert.True(JsonElement.DeepEquals(expected, JsonSerializer.SerializeToElement(trace, trace.GetType(), PlotlyFigureJson.Options)));
        }
    }

    [Theory]
    [InlineData(PeriodKind.Year)]
    [InlineData(PeriodKind.Month)]
    public async Task Send_NinePanels_AllocatesAndSendsLittle(PeriodKind kind)
    {
        var figure = Panels(kind);
        var browser = new SentFigure();
        // Until the runtime has compiled for speed what runs often, it is its compiler that is measured.
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < s_warmUp;)
        {
            await browser.SendAsync(Panels(PeriodKind.Year));
        }

        List<(double Milliseconds, long Allocated)> runs = [];
        for (var run = 0; run < 60; run++)
        {
            var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            await browser.SendAsync(figure);
            runs.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - before));
        }

        var times = runs.Select(run => run.Milliseconds).Order().ToList();
        var (quickest, median) = (times[0], times[times.Count / 2]);
        var allocated = runs.Select(run => run.Allocated).Order().ElementAt(runs.Count / 2);
        var sent = Encoding.UTF8.GetByteCount(browser.Text);
        output.WriteLine(
            $"nine panels by {kind}, described and sent: median {median:0.00} ms, quickest {quickest:0.00} ms, {allocated / 1000} kB allocated, {sent / 1000.0:0.0} kB sent");
        // What it takes depends on who else uses the processor: it is printed, and what is sent and allocated is held to.
        Assert.InRange(sent, 1, MostSent);
        Assert.InRange(allocated, 1, kind == PeriodKind.Year ? MostAllocated : MostAllocatedByMonth);
    }

    /// <summary>The script that we put in the place of the package's is of the version that the package's types describe.</summary>
    [Fact]
    public void Script_OfTheBrowser_IsOfTheVersionOfTheTypes()
    {
        Assert.Equal("./" + PlotlyFigureScript.Connection, Address("InteropPath"));
        Assert.Equal("./" + PlotlyFigureScript.Drawing, Address("PlotlyPath"));
        using var packages = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProjectRoot.Path, "package.json")));
        var version = packages.RootElement.GetProperty("dependencies").GetProperty("plotly.js").GetString();
        Assert.EndsWith($"/plotly-{version}.min.js", PlotlyFigureScript.Drawing, StringComparison.Ordinal);
    }

    private static object? Address(string name) =>
        typeof(PlotlyJsInterop).GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue();

    // Ten years of the nine regions, with intervals, a withheld period in each and a provisional end.
    private static Figure Panels(PeriodKind kind)
    {
        var periods = kind == PeriodKind.Month ? 120 : 10;
        return new Figure
        {
            Shape = FigureShape.Multiples,
            Title = "Persons assisted by NGOs",
            Subtitle = "Persons",
            Summary = "Nine regions over ten years.",
            PointHeading = "Year",
            Unit = "persons",
            Separators = ", ",
            Language = "ru",
            Series = [.. Enumerable.Range(1, 9).Select(region => new Series(
                $"Иссык-Кульская область {region}",
                $"c{region}",
                "человек",
                [.. Enumerable.Range(0, periods).Select(index => Period(index, kind, region))]))],
        };
    }

    private static Point Period(int index, PeriodKind kind, int region)
    {
        var start = kind == PeriodKind.Month ? new DateOnly(2016, 1, 1).AddMonths(index) : new DateOnly(2016 + index, 1, 1);
        var end = (kind == PeriodKind.Month ? start.AddMonths(1) : start.AddYears(1)).AddDays(-1);
        var isWithheld = index == region;
        var (value, status) = isWithheld ? ((decimal?)null, CellStatus.Withheld) : (20 + index + region, CellStatus.Ok);
        return new Point($"{start:yyyy-MM}", $"{start:yyyy}", value, status, isWithheld ? "скрыто" : $"{value}")
        {
            Start = start,
            End = end,
            Lower = isWithheld ? null : 15 + index,
            Upper = isWithheld ? null : 40 + index,
            IntervalText = isWithheld ? null : $"от {15 + index} до {40 + index}",
            Provisional = kind == PeriodKind.Year && index == 9,
            Href = $"/trends?measure=persons_assisted&region=4170200000000{region}&view=line",
        };
    }
}

[CollectionDefinition(nameof(MeasuresPlotlyFigure), DisableParallelization = true)]
public sealed class MeasuresPlotlyFigure;
