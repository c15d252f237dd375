using System.Text.RegularExpressions;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Shared;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Tests.Shared;

public sealed class LoadViewTests
{
    [Fact]
    public async Task Render_FirstLoad_IsASkeletonWithAHeadingForWhoeverListens()
    {
        var html = await RenderAsync(LoadState.First<string>());
        Assert.Contains("class=\"skeleton\" aria-busy=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("Загрузка", html, StringComparison.Ordinal);
        Assert.Equal(1, Headings(html));
    }

    [Fact]
    public async Task Render_FailedAtFirst_SaysSoAndOffersARetry()
    {
        var html = await RenderAsync(LoadState.First<string>().Failed());
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("Повторить", html, StringComparison.Ordinal);
        Assert.DoesNotContain("skeleton", html, StringComparison.Ordinal);
        Assert.Equal(1, Headings(html));
    }

    [Fact]
    public async Task Render_FailedLater_KeepsTheOldView()
    {
        var html = await RenderAsync(LoadState.Ready("355").Failed());
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("355", html, StringComparison.Ordinal);
        Assert.Equal(1, Headings(html));
    }

    [Fact]
    public async Task Render_LoadingAgain_DimsTheOldView()
    {
        var html = await RenderAsync(LoadState.Ready("355").Loading());
        Assert.Contains("class=\"view loading\" aria-busy=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("355", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NoData_SaysHowToConnectASource()
    {
        var html = await RenderAsync(LoadState.Empty<string>());
        Assert.Contains("./analytics import", html, StringComparison.Ordinal);
        Assert.Equal(1, Headings(html));
    }

    private static Task<string> RenderAsync(LoadState<string> state) => Rendering.RenderAsync<LoadView<string>>(
        Sample.Reader(Language.Russian),
        new(StringComparer.Ordinal)
        {
            [nameof(LoadView<string>.State)] = state,
            [nameof(LoadView<string>.ChildContent)] = (RenderFragment<string>)(view => builder => builder.AddMarkupContent(0, $"<h1>{view}</h1>")),
        });

    private static int Headings(string html) => Regex.Count(html, "<h1", RegexOptions.None, TimeSpan.FromSeconds(1));
}
