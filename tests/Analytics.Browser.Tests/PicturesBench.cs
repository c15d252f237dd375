using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>Takes the README's pictures: <c>./analytics bench pages --pictures</c>.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class PicturesBench(RunningProduct product)
{
    private const int Width = 1200;

    private static readonly (string Name, string Address)[] s_pictures =
    [
        ("under-registration", "/under-registration"),
        ("overview", "/"),
        ("trends", "/trends?measure=persons_assisted&by=sex"),
        ("regions", "/regions"),
    ];

    [BrowserBench("--pictures")]
    public async Task Take_EveryPicture_ShowsItsCharts()
    {
        await using var reader = await product.OpenAsync("coordinator");
        foreach (var (name, address) in s_pictures)
        {
            await reader.Page.SetViewportSizeAsync(Width, 900);
            await reader.GoAsync(address);
            await reader.OverflowAsync();
            // The picture ends under the first chart's card.
            var height = await reader.Page.Locator(".card:has(.plot-area)").First.EvaluateAsync<int>(
                "card => Math.ceil(card.getBoundingClientRect().bottom + scrollY) + 24");
            await reader.Page.SetViewportSizeAsync(Width, height);
            await Assertions.Expect(reader.Page.Locator(".plot-area").First).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.Empty(await reader.EmptyChartsAsync());
            await reader.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(ProjectRoot.Path, "dashboard", $"{name}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }

        Assert.Empty(reader.Errors);
    }
}
