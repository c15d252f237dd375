using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>From a mark, a name or a number to more of the same, by pointer and by keyboard.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class LeadsTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Overview_StepAndYear_LeadToTheirSeries()
    {
        await using var reader = await product.OpenAsync("policy");
        var page = reader.Page;
        await reader.GoAsync("/?lang=ru");
        await Assertions.Expect(page.Locator(".card", new() { Has = page.Locator("#figure-steps-chart") }).Locator(".leads")).ToContainTextAsync("Щелчок");
        await page.Locator("#figure-steps-chart .bars path").First.ClickAsync(new() { Force = true });
        await ExpectAddressAsync(page, "/trends?.*measure=persons_assisted");
        Assert.Contains("lang=ru", page.Url, StringComparison.Ordinal);

        await page.GoBackAsync();
        await reader.DrawnAsync();
        await page.Locator("#figure-series-2-tab-table").ClickAsync();
        var year = page.Locator("#figure-series-2-panel tbody th a", new() { HasTextString = "2025" });
        await year.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ExpectAddressAsync(page, "/trends?.*measure=crimes_registered&period=quarter&from=2025&to=2025");
        await reader.DrawnAsync();
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task UnderRegistration_YearAndRegion_SetThePeriodAndOpenTheRegion()
    {
        await using var reader = await product.OpenAsync("coordinator");
        var page = reader.Page;
        await reader.GoAsync("/under-registration");
        // The third year: a mark that no event's line crosses.
        await page.Locator("#figure-by-year-chart .scatterlayer .trace.scatter .points path").Nth(2).ClickAsync(new() { Force = true });
        await ExpectAddressAsync(page, "/under-registration?.*period=2019");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("2019");
        await reader.DrawnAsync();

        await page.Locator("#figure-by-region-tab-table").ClickAsync();
        await page.Locator("#figure-by-region-panel tbody th a", new() { HasTextString = "Batken Region" }).PressAsync("Enter");
        await ExpectAddressAsync(page, "/regions?.*region=41705000000000");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Batken Region");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task PolicyEvents_Switched_AreDrawnOnEveryTimeAxisAndStaySo()
    {
        await using var reader = await product.OpenAsync("donor");
        var page = reader.Page;
        await reader.GoAsync("/under-registration");
        var button = page.Locator(".card", new() { Has = page.Locator("#figure-by-year-chart") }).Locator("[data-action=events]");
        var list = page.Locator("#figure-by-year-panel .events .policy").First;
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await button.PressAsync("Enter");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(list).ToBeVisibleAsync();

        await reader.GoAsync("/trends");
        var trends = page.Locator("[data-action=events]");
        await Assertions.Expect(trends).ToHaveAttributeAsync("aria-pressed", "true");
        await trends.ClickAsync();
        await Assertions.Expect(page.Locator("#figure-trend-panel .events .policy").First).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Ledger_RivalAndFile_LeadToTheFigureAndCarryItsSource()
    {
        await using var reader = await product.OpenAsync("policy");
        var page = reader.Page;
        await reader.GoAsync("/ledger");
        var rival = page.Locator(".rival a.value").First;
        await rival.ClickAsync();
        await ExpectAddressAsync(page, "/ledger.*#.+");
        await Assertions.Expect(page.Locator("tr:target")).ToBeInViewportAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());
        Assert.Contains("Trafficking in Persons Report", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Measures_FromTheIndex_LeadsToTheDefinitionAndItsTrend()
    {
        await using var reader = await product.OpenAsync("donor");
        var page = reader.Page;
        await reader.GoAsync("/measures");
        await page.Locator(".contents").GetByRole(AriaRole.Link, new() { Name = "Crimes sent to court", Exact = true }).ClickAsync();
        var measure = page.Locator("#crimes_sent_to_court");
        await Assertions.Expect(measure).ToBeInViewportAsync();
        await measure.GetByRole(AriaRole.Link, new() { Name = "See its trend" }).ClickAsync();
        await ExpectAddressAsync(page, "/trends?.*measure=crimes_sent_to_court");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Crimes sent to court");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task KnownOn_DayChosen_IsSaidAboveTheFigures()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends");
        var chip = reader.Page.Locator("details.chip", new() { Has = reader.Page.Locator(".what", new() { HasTextString = "Known on" }) });
        await chip.Locator("summary").ClickAsync();
        await chip.Locator("li a").Nth(1).ClickAsync();
        await ExpectAddressAsync(reader.Page, "/trends?.*known_on=");
        await Assertions.Expect(reader.Page.Locator(".known-on")).ToBeVisibleAsync();
        Assert.Empty(reader.Errors);
    }

    private static Task ExpectAddressAsync(IPage page, string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern.Replace("?.", "\\?.", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)));
}
