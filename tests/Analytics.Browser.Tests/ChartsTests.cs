using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>Every chart on every page, in a real browser.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class ChartsTests(RunningProduct product)
{
    private static readonly string[] s_views = ["/trends?view=regions", "/trends?view=years", "/trends?view=pair&by=region", "/regions?region=41708000000000"];

    [BrowserTheory]
    [InlineData("en", 1440, "light")]
    [InlineData("ru", 360, "dark")]
    [InlineData("ky", 1440, "dark")]
    public async Task Charts_EveryPageAndView_AreDrawnFromHereAndSeen(string language, int width, string theme)
    {
        await using var reader = await product.OpenAsync("admin", width, theme);
        List<string> empty = [];
        var charts = 0;
        foreach (var link in (await reader.LinksAsync(language)).Concat(s_views.Select(view => $"{view}&lang={language}")))
        {
            await reader.GoAsync(link);
            charts += await reader.Page.Locator(".plot-area").CountAsync();
            empty.AddRange((await reader.EmptyChartsAsync()).Select(chart => $"{link} {chart}"));
        }

        Assert.Empty(empty);
        Assert.InRange(charts, 10, int.MaxValue);
        Assert.Empty(reader.ForeignRequests);
        Assert.Empty(reader.Errors);
    }

    /// <summary>A chart that shows nothing must not pass for one that is drawn.</summary>
    [BrowserFact]
    public async Task EmptyCharts_MarksTakenAway_AreFound()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends");
        Assert.Empty(await reader.EmptyChartsAsync());
        await reader.Page.EvaluateAsync("() => document.querySelectorAll('#figure-trend-chart :is(.scatterlayer, .barlayer)').forEach(layer => layer.replaceChildren())");
        Assert.Equal(["figure-trend-chart"], await reader.EmptyChartsAsync());
    }

    [BrowserFact]
    public async Task Redraw_FilterChanged_KeepsTheElementAndSendsLittle()
    {
        await using var reader = await product.OpenAsync("coordinator");
        var received = 0;
        reader.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => received += frame.Binary?.Length ?? frame.Text?.Length ?? 0;
        await reader.GoAsync("/trends?measure=persons_assisted");
        await reader.Page.EvaluateAsync("() => { document.getElementById('figure-trend-chart').stays = true; }");
        received = 0;
        await reader.ChooseAsync("Sex", "Female");
        await reader.DrawnAsync();
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => document.getElementById('figure-trend-chart').stays"));
        Assert.InRange(received, 1, 25_000);

        // Another shape of figure is another element, and the old one is let go.
        await reader.ChooseAsync("View", "each region apart");
        await Assertions.Expect(reader.Page.Locator("#figure-trend-chart .cartesianlayer .subplot")).ToHaveCountAsync(10);
        Assert.False(await reader.Page.EvaluateAsync<bool>("() => document.getElementById('figure-trend-chart').stays === true"));
        Assert.Empty(reader.Errors);
    }
}
