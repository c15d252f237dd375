using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>What a reader sees when something fails, and how the way back keeps what was chosen.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class StatesTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Session_EndedWhileThePageIsOpen_SaysSoAndLeadsBackToTheSameFilters()
    {
        await using var reader = await product.OpenAsync("policy");
        var page = reader.Page;
        await reader.GoAsync("/trends?measure=persons_assisted");
        await reader.ChooseAsync("Split by", "Sex");
        var address = new Uri(page.Url).PathAndQuery;
        await product.EndSessionsAsync("policy");

        // The page hears of it.
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Your session has ended", new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator(".plot-area")).ToHaveCountAsync(0);
        Assert.Empty(await reader.AxeAsync());
        await page.Locator("main a.button").ClickAsync();
        await product.SignInAsync(reader, "policy");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await reader.DrawnAsync();
        await Assertions.Expect(page.Locator(".chip.chosen .which").Filter(new() { HasTextString = "Sex" })).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task SignOut_InOneTab_EndsTheOtherOneAtOnce()
    {
        await using var reader = await product.OpenAsync("policy");
        await reader.GoAsync("/trends?measure=persons_assisted");
        var other = await reader.Page.Context.NewPageAsync();
        await other.GotoAsync("/glossary");
        await other.Locator("form.who button").ClickAsync();
        await Assertions.Expect(other).ToHaveURLAsync(new Regex("/sign-in"));
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Your session has ended");
        await Assertions.Expect(reader.Page.Locator(".plot-area")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Figures_NotToBeRead_KeepTheOldOnesAndComeBackOnRetry()
    {
        await using var reader = await product.OpenAsync("donor");
        var page = reader.Page;
        await reader.GoAsync("/trends?measure=intakes");
        var failed = page.Locator(".failed[role=alert]");
        await using (await product.WithoutFiguresAsync("donor"))
        {
            var chip = page.Locator("details.chip", new() { Has = page.Locator(".what", new() { HasTextString = "Split by" }) });
            await chip.Locator("summary").ClickAsync();
            await chip.GetByRole(AriaRole.Link, new() { Name = "Sex", Exact = true }).ClickAsync();
            await Assertions.Expect(failed).ToContainTextAsync("Nothing is lost");
            await Assertions.Expect(page.Locator("#figure-trend-chart")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);
        }

        await failed.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(failed).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".legend li > a").First).ToBeVisibleAsync();
        Assert.Contains("by=sex", page.Url, StringComparison.Ordinal);
    }
}
