using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>What a reader without a mouse, or without sight, needs of every page.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class AccessibilityTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Axe_EveryPageInRussianDarkOnAPhone_FindsNothing()
    {
        await using var reader = await product.OpenAsync("admin", width: 390, theme: "dark");
        List<string> findings = [];
        foreach (var link in await reader.LinksAsync("ru"))
        {
            await reader.GoAsync(link);
            findings.AddRange((await reader.AxeAsync()).Select(finding => $"{link}: {finding}"));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>Views that no link of the navigation opens.</summary>
    [BrowserTheory]
    [InlineData("en", 1440, "light")]
    [InlineData("ru", 360, "dark")]
    [InlineData("ky", 768, "light")]
    public async Task Axe_ViewsOfTrendsAndRegions_FindsNothingAndTheyFit(string language, int width, string theme)
    {
        await using var reader = await product.OpenAsync("coordinator", width, theme);
        List<string> findings = [];
        foreach (var view in new[] { "/trends?view=regions", "/trends?view=years", "/trends?view=pair&by=region", "/regions?region=41708000000000", "/regions?place=service" })
        {
            await reader.GoAsync($"{view}&lang={language}");
            findings.AddRange((await reader.AxeAsync()).Select(finding => $"{view}: {finding}"));
            if (await reader.OverflowAsync() > 0)
            {
                findings.Add($"{view} is wider than the screen");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [BrowserFact]
    public async Task Keyboard_SkipLink_LeadsToTheContentAndKeepsTheFilters()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends?measure=persons_assisted");
        var skip = reader.Page.Locator(".skip");
        await skip.FocusAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/trends?measure=persons_assisted#content");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(reader.Page.Locator("main :focus")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Keyboard_FilterAndTabs_AreOpenedChosenAndSeen()
    {
        await using var reader = await product.OpenAsync("coordinator");
        var page = reader.Page;
        await reader.GoAsync("/trends");
        var chip = page.Locator("details.chip").First;
        await chip.Locator("summary").FocusAsync();
        Assert.NotEqual("none", await FocusRingAsync(chip.Locator("summary")));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chip).ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/trends?**measure=contacts_suspected**");

        await page.Locator("#figure-trend-tab-chart").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#figure-trend-tab-table")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#figure-trend-tab-table")).ToHaveAttributeAsync("aria-selected", "true");
        Assert.NotEqual("none", await FocusRingAsync(page.Locator("#figure-trend-tab-table")));
        await Assertions.Expect(page.Locator("#figure-trend-panel table")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Charts_EveryOne_HasItsSummaryInWords()
    {
        await using var reader = await product.OpenAsync("donor");
        foreach (var link in await reader.LinksAsync("en"))
        {
            await reader.GoAsync(link);
            foreach (var chart in await reader.Page.Locator(".plot-area").AllAsync())
            {
                var described = await chart.EvaluateAsync<string>("chart => chart.closest('figure').querySelector('figcaption').textContent");
                Assert.True(described.Length > 40, $"{link}: {described}");
            }
        }
    }

    [BrowserFact]
    public async Task Keyboard_Trends_IsReadFilteredAndDownloadedWithoutAMouse()
    {
        await using var reader = await product.OpenAsync("coordinator");
        var page = reader.Page;
        await reader.GoAsync("/trends");

        // From the top of the document: past the navigation by the skip link, then by Tab alone.
        await TabToAsync(page, ".skip");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "details.chip summary");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "details.chip[open] a[href*='measure=persons_assisted']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("measure=persons_assisted", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Persons assisted");
        await reader.DrawnAsync();

        // A list of filters closes by Escape, and its button has the focus again.
        await TabToAsync(page, "details.chip:not([open]) summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("details.chip[open]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("details.chip[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("details.chip summary:focus")).ToHaveCountAsync(1);

        await TabToAsync(page, "#figure-trend-tab-chart");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#figure-trend-tab-table")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#figure-trend-panel table")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#figure-trend-panel .method")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await TabToAsync(page, "#figure-trend-panel a[download], #figure-trend-panel .downloads a");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.StartsWith("TR-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(reader.Errors);
    }

    // Presses Tab until something that fits has the focus; every stop on the way must be seen to have it.
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                Assert.NotEqual("none", await FocusRingAsync(page.Locator(":focus")));
                return;
            }
        }

        Assert.Fail($"Tab does not reach {selector}");
    }

    private static async Task<string> FocusRingAsync(ILocator element) =>
        await element.EvaluateAsync<string>("element => { const style = getComputedStyle(element); return style.outlineStyle === 'none' ? style.boxShadow : style.outlineStyle; }");
}
