using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>Takes the README's pictures: <c>./analytics bench pages --pictures</c>.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class PicturesBench(RunningProduct product)
{
    private static readonly (string Name, string Address, int Width, int Height)[] s_pictures =
    [
        ("under-registration", "/under-registration", 1200, 1090),
        ("overview", "/", 952, 680),
        ("trends", "/trends?measure=persons_assisted&by=sex", 952, 680),
        ("regions", "/regions", 952, 680),
    ];

    [BrowserBench("--pictures")]
    public async Task Take_EveryPicture_ShowsItsCharts()
    {
        await using var reader = await product.OpenAsync("coordinator");
        foreach (var (name, address, width, height) in s_pictures)
        {
            await reader.Page.SetViewportSizeAsync(width, height);
            await reader.GoAsync(address);
            await reader.OverflowAsync();
            Assert.NotEqual(0, await reader.Page.Locator(".plot-area").CountAsync());
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
