using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Charts;
using Analytics.Domain.Measures;
using Plotly.Blazor;
using Xunit.Abstractions;

namespace Analytics.Dashboard.Tests.Charts;

/// <summary>A figure on its way to the browser: what arrives, and what sending costs.</summary>
public sealed class PlotlyFigureTests(ITestOutputHelper output)
{
    private const int MostMilliseconds = 10;
    private const int MostAllocated = 300_000;
    private const int MostSent = 25_000;

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
        Assert.Equal(",~f", layout.GetProperty("yaxis9").GetProperty("tickformat").GetString());
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
    public async Task Send_NinePanels_IsCheap(PeriodKind kind)
    {
        var figure = Panels(kind);
        var browser = new SentFigure();
        List<(double Milliseconds, long Allocated)> runs = [];
        for (var run = 0; run < 60; run++)
        {
            var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            await browser.SendAsync(figure);
            runs.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - before));
        }

        // What else the machine does at the time is no cost of ours.
        var milliseconds = runs.Min(run => run.Milliseconds);
        var allocated = runs.Select(run => run.Allocated).Order().ElementAt(runs.Count / 2);
        var sent = Encoding.UTF8.GetByteCount(browser.Text);
        output.WriteLine($"nine panels by {kind}, described and sent: {milliseconds:0.00} ms, {allocated / 1000} kB allocated, {sent / 1000.0:0.0} kB sent");
        Assert.InRange(milliseconds, 0, MostMilliseconds);
        Assert.InRange(sent, 1, MostSent);
        if (kind == PeriodKind.Year)
        {
            Assert.InRange(allocated, 1, MostAllocated);
        }
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
