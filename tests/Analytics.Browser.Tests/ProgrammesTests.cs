using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>A reader who was told only "you are a donor for programme X".</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class ProgrammesTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Donor_FromSignIn_ReachesTargetAgainstResultInOneClick()
    {
        await using var reader = await product.OpenAsync("donor");
        Assert.Contains("/programmes", reader.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator("[data-target=PRG-A] .target-status")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("[data-target=PRG-C]")).ToHaveCountAsync(0);

        await reader.Page.Locator("[data-target=PRG-A] a").ClickAsync();
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex("programme=PRG-A"));
        await reader.DrawnAsync();
        await Assertions.Expect(reader.Page.Locator("#figure-persons-assisted-panel .target-bar")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(reader.Page.Locator("[data-target='2024'] .target-note.changed")).ToContainTextAsync("it was 40");
        await Assertions.Expect(reader.Page.Locator("#verdict-title")).Not.ToBeEmptyAsync();

        await reader.Page.Locator("#figure-persons-assisted-tab-table").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#figure-persons-assisted-panel th", new() { HasTextString = "Target" })).ToBeVisibleAsync();
        Assert.Empty(reader.Errors);
        Assert.Empty(reader.ForeignRequests);
    }

    [BrowserFact]
    public async Task Link_FollowedWhileTheConnectionIsBeingMade_ShowsWhatItsAddressSays()
    {
        await using var reader = await product.OpenAsync("donor");
        await reader.SlowConnectionAsync(TimeSpan.FromMilliseconds(500));
        foreach (var after in new[] { 0, 250, 500, 750, 1000, 1250, 1500 })
        {
            await reader.Page.GotoAsync("/programmes", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await Task.Delay(after);
            await reader.Page.Locator("[data-target=PRG-A] a").ClickAsync();
            await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex("programme=PRG-A"));
            // Only a page whose connection stands draws; the list of programmes has nothing to draw.
            await Assertions.Expect(reader.Page.Locator(".plot-area[data-drawn]").First).ToBeVisibleAsync();
        }
    }
}
