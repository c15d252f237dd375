using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>The pages in a real browser over the real product.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class PagesTests(RunningProduct product)
{
    [BrowserTheory]
    [InlineData("admin", 19)]
    [InlineData("coordinator", 16)]
    [InlineData("donor", 10)]
    [InlineData("policy", 10)]
    public async Task Navigation_EveryLinkOfTheRole_OpensAPageWithAHeadingAndNoError(string account, int pages)
    {
        await using var reader = await product.OpenAsync(account);
        await reader.GoAsync("/");
        var links = await reader.Page.Locator("nav a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(pages, links.Length);
        foreach (var link in links)
        {
            await reader.GoAsync(link);
            await Assertions.Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
            await Assertions.Expect(reader.Page.Locator("h1")).Not.ToBeEmptyAsync();
            await Assertions.Expect(reader.Page.Locator(".badge")).ToHaveTextAsync("Synthetic demonstration data");
            Assert.Empty(await reader.EmptyChartsAsync());
        }

        Assert.Empty(reader.ForeignRequests);
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Reporting_AsCoordinator_GridIsSortedSwitchedAndReachedByKeyboard()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/reporting?year=2025");
        var rows = reader.Page.Locator(".report-grid tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(18);
        await Assertions.Expect(rows.First.Locator("td.report")).ToHaveCountAsync(12);
        Assert.Contains("quiet for", await reader.Page.Locator(".silences").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator("[data-alert=quiet]")).Not.ToHaveCountAsync(0);

        var late = reader.Page.GetByRole(AriaRole.Link, new() { NameString = "Late", Exact = true });
        await late.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**sort=late**");
        await Assertions.Expect(rows.First.Locator("th")).ToHaveTextAsync("NGO-05");
        await Assertions.Expect(reader.Page.Locator("th[aria-sort=descending]")).ToHaveTextAsync("Late");

        await reader.ChooseAsync("Year", "2026");
        Assert.Contains("sort=late", reader.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator("tr", new() { HasTextString = "NGO-11" }).Locator(".is-missing .word")).ToHaveTextAsync("missing");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Reporting_AsDonor_IsNotThere()
    {
        await using var reader = await product.OpenAsync("donor");
        await reader.GoAsync("/reporting");
        await Assertions.Expect(reader.Page.Locator(".report-grid")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Trends_FilterChosen_ChartShowsTheNumbersOfTheDatabase()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends");
        Assert.Equal((double?)await product.PublishedAsync("ministry", "crimes_registered", "2019"), await reader.ChartValueAsync("figure-trend-chart", 2019));
        await reader.ChooseAsync("Measure", "Persons assisted by NGOs");
        Assert.Equal((double?)await product.PublishedAsync("ministry", "persons_assisted", "2019"), await reader.ChartValueAsync("figure-trend-chart", 2019));
        await reader.ChooseAsync("Region", "Chui Region");
        Assert.Contains("region=41708000000000", reader.Page.Url, StringComparison.Ordinal);
        Assert.Equal(
            (double?)await product.PublishedAsync("ministry", "persons_assisted", "2019", "41708000000000"), await reader.ChartValueAsync("figure-trend-chart", 2019));
        await reader.Page.GoBackAsync();
        await reader.Page.WaitForFunctionAsync("() => !location.search.includes('region')");
        await Assertions.Expect(reader.Page.Locator(".chip.chosen .which").First).ToHaveTextAsync("Persons assisted by NGOs");
    }

    [BrowserFact]
    public async Task UnderRegistration_StudyPeriod_ShowsThePublishedFigures()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/under-registration");
        var drawn = await reader.Page.Locator("#figure-steps-chart").Locator("svg text").AllTextContentsAsync();
        foreach (var figure in new[] { "355", "55", "31", "24" })
        {
            Assert.Contains(drawn, text => text.Trim() == figure);
        }

        var gap = reader.Page.Locator("[data-measure=registration_gap]");
        Assert.Equal("84.5\u00a0%", await gap.Locator(".value").InnerTextAsync());
        Assert.Contains("crimes against persons", await gap.InnerTextAsync(), StringComparison.Ordinal);
        await reader.Page.Locator("#figure-steps-tab-table").ClickAsync();
        var table = reader.Page.Locator("#figure-steps-panel tbody tr");
        await table.First.WaitForAsync();
        var rows = await table.AllInnerTextsAsync();
        Assert.Equal(["355\tpersons", "55\tcrimes", "31\tcrimes", "24\tcrimes"], rows.Select(row => string.Join('\t', row.Split('\t')[1..3])));
    }

    [BrowserFact]
    public async Task Regions_Map_DrawsTheNineUnitsAndNamesTheTwoCities()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/regions?measure=crimes_registered&period=2018-2020&per=none");
        await Assertions.Expect(reader.Page.Locator("#figure-map-chart path.choroplethlocation")).ToHaveCountAsync(9);
        var words = string.Join(' ', await reader.Page.Locator("#figure-map-chart .scattergeo text").AllTextContentsAsync());
        Assert.Contains("Bishkek", words, StringComparison.Ordinal);
        Assert.Contains("Osh city", words, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator(".ranked tbody tr")).ToHaveCountAsync(9);
    }

    [BrowserFact]
    public async Task Regions_RegionClickedOrChosenByKeyboard_OpensItAndLeadsBack()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/regions?measure=persons_assisted&period=2018-2020");
        // The dot of Bishkek is the one mark of the map whose place needs no geometry.
        var dot = reader.Page.Locator("#figure-map-chart .scattergeo path.point").First;
        // A map takes the pointer with a sheet over its marks, and knows the mark under it once it has moved there.
        await dot.HoverAsync(new() { Force = true });
        await reader.Page.Locator("#figure-map-chart.leads-on").WaitForAsync();
        await dot.ClickAsync(new() { Force = true });
        await reader.Page.WaitForURLAsync("**region=417*");
        await Assertions.Expect(reader.Page.Locator(".breadcrumb")).ToContainTextAsync("Kyrgyz Republic");
        await Assertions.Expect(reader.Page.Locator("#figure-course-chart")).ToBeVisibleAsync();
        await reader.Page.Locator(".breadcrumb a").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#figure-map-chart")).ToBeVisibleAsync();

        var link = reader.Page.Locator(".ranked tbody th a", new() { HasTextString = "Chui Region" });
        await link.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**region=41708000000000*");
        await Assertions.Expect(reader.Page.Locator(".breadcrumb")).ToContainTextAsync("Chui Region");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Regions_Districts_AreRankedWithTheRestApartAndLeadOn()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/regions?measure=intakes&period=2018-2020&region=41706000000000");
        await Assertions.Expect(reader.Page.Locator("#figure-districts-chart")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator(".note", new() { HasTextString = "District not stated" })).ToBeVisibleAsync();
        await reader.Page.Locator("#figure-districts-tab-table").ClickAsync();
        var names = reader.Page.Locator("#figure-districts-panel tbody:not(.apart) tr th");
        await Assertions.Expect(names).ToHaveCountAsync(7);
        await Assertions.Expect(reader.Page.Locator("#figure-districts-panel tbody.apart tr")).ToHaveCountAsync(1);
        var values = (await reader.Page.Locator("#figure-districts-panel tbody:not(.apart) td.number:first-of-type").AllInnerTextsAsync())
            .Select(text => int.TryParse(text.Trim(), out var value) ? value : -1).ToList();
        Assert.Equal(values.OrderDescending(), values);
        Assert.True(values[0] > 0);

        // The address holds the whole state; another language keeps it, the role of place is one of its parts.
        await reader.GoAsync("/regions?measure=intakes&period=2018-2020&region=41706000000000&lang=ky");
        await Assertions.Expect(reader.Page.Locator(".breadcrumb")).ToContainTextAsync("Ош облусу");
        await reader.GoAsync("/regions?measure=intakes&period=2018-2020&region=41706000000000&lang=en");
        await reader.Page.Locator("#figure-districts-tab-table").ClickAsync();
        await reader.Page.Locator("#figure-districts-panel tbody th a", new() { HasTextString = "Kara-Suu District" }).ClickAsync();
        await reader.Page.WaitForURLAsync("**/trends?**district=41706226000000*");
        await Assertions.Expect(reader.Page.Locator(".card .subtitle").First).ToContainTextAsync("Kara-Suu District");
        await reader.Page.GoBackAsync();
        await Assertions.Expect(reader.Page.Locator(".breadcrumb")).ToContainTextAsync("Osh Region");

        await reader.GoAsync("/regions?measure=intakes&period=2018-2020&place=service");
        await Assertions.Expect(reader.Page.Locator("#figure-map-chart path.choroplethlocation")).ToHaveCountAsync(9);
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Regions_Flows_DrawOnlyPublishedNumbersAndLeadToTheDestination()
    {
        await using var reader = await product.OpenAsync("policy");
        await reader.GoAsync("/regions?measure=persons_assisted&period=2018-2020");
        await reader.Page.Locator("#figure-flows-tab-table").ClickAsync();
        var rows = reader.Page.Locator("#figure-flows-panel tbody tr");
        await rows.First.WaitForAsync();
        var published = (await rows.Locator("td.number:first-of-type").AllInnerTextsAsync()).Count(text => int.TryParse(text.Trim(), out var value) && value > 0);
        Assert.NotEqual(0, published);
        await reader.Page.Locator("#figure-flows-tab-chart").ClickAsync();
        var links = reader.Page.Locator("#figure-flows-chart .sankey-link");
        await Assertions.Expect(links).ToHaveCountAsync(Math.Min(published, 9));
        await links.First.ClickAsync();
        await reader.Page.WaitForURLAsync("**/trends?**destination=*");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Trends_Views_DrawPanelsYearsAndPairsAndKeepTheirAddress()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends?measure=persons_assisted");
        await reader.ChooseAsync("View", "each region apart");
        Assert.Contains("view=regions", reader.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator("#figure-trend-chart .cartesianlayer .subplot")).ToHaveCountAsync(10);
        await reader.ChooseAsync("View", "year over year");
        await Assertions.Expect(reader.Page.Locator(".legend li > a")).ToHaveCountAsync(5);
        await reader.ChooseAsync("View", "two years side by side");
        await Assertions.Expect(reader.Page.Locator(".chip.chosen .which").Nth(1)).ToHaveTextAsync("two years side by side");
        await reader.Page.GoBackAsync();
        await reader.Page.WaitForURLAsync("**view=years**");

        // From the legend by keyboard, as a click on the line does.
        await reader.GoAsync("/trends?measure=persons_assisted&by=sex");
        await reader.Page.Locator(".legend li > a").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**sex=**");
        Assert.DoesNotContain("by=sex", reader.Page.Url, StringComparison.Ordinal);
        Assert.Empty(reader.Errors);
    }

    [BrowserTheory]
    [InlineData("ru", "Обзор")]
    [InlineData("ky", "Жалпы көрүнүш")]
    public async Task Language_ChosenOnThePage_ChangesItInPlaceAndStaysInTheLinks(string language, string overview)
    {
        await using var reader = await product.OpenAsync("policy");
        await reader.GoAsync("/trends");
        await reader.Page.Locator($".languages a[lang={language}]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(reader.Page.Locator("nav a").First).ToHaveTextAsync(overview);
        Assert.Equal($"/?lang={language}", await reader.Page.Locator("nav a").First.GetAttributeAsync("href"));
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    public async Task Page_OnAPhone_FitsTheWidthAndHasItsMenu(string language)
    {
        await using var reader = await product.OpenAsync("admin", width: 360);
        foreach (var path in new[] { "/", "/trends", "/trends?view=regions", "/trends?view=pair&by=region", "/regions", "/regions?region=41708000000000", "/under-registration", "/programmes", "/programmes?programme=PRG-A", "/ledger", "/measures", "/glossary", "/reporting", "/upload", "/data-in", "/rejections", "/jobs", "/accounts", "/audit", "/account" })
        {
            await reader.GoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
            Assert.True(await reader.OverflowAsync() <= 0, $"{path} is wider than the screen in {language}");
        }

        await Assertions.Expect(reader.Page.Locator("nav")).ToBeHiddenAsync();
        await reader.Page.Locator("[data-action=menu]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("nav")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Connection_ServerStartedAgain_PageComesBackWithItsFilters()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends");
        await reader.ChooseAsync("Measure", "Persons assisted by NGOs");
        await reader.ChooseAsync("Sex", "Female");
        product.EndDashboard();
        await Assertions.Expect(reader.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        // A new document has no mark of the old one.
        await reader.Page.EvaluateAsync("() => { window.old = true; }");
        await reader.Page.WaitForFunctionAsync("() => !window.old", null, new() { Timeout = 90_000 });
        await reader.DrawnAsync();
        Assert.Contains("measure=persons_assisted", reader.Page.Url, StringComparison.Ordinal);
        var chosen = reader.Page.Locator(".chip.chosen .which");
        await Assertions.Expect(chosen.Filter(new() { HasTextString = "Persons assisted by NGOs" })).ToHaveCountAsync(1);
        await Assertions.Expect(chosen.Filter(new() { HasTextString = "Female" })).ToHaveCountAsync(1);
        await reader.ChooseAsync("Region", "Chui Region");
        Assert.Contains("region=41708000000000", reader.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Theme_Switched_RedrawsTheChartsInItsColours()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends");
        const string Colour = "() => document.getElementById('figure-trend-chart').data.find(trace => trace.type === 'scatter').line.color";
        var light = await reader.Page.EvaluateAsync<string>(Colour);
        await reader.Page.Locator("[data-action=theme]").ClickAsync();
        await reader.Page.WaitForFunctionAsync($"light => ({Colour})() !== light", light);
        Assert.Equal("dark", await reader.Page.Locator("html").GetAttributeAsync("data-theme"));
    }

    [BrowserFact]
    public async Task Download_Csv_CarriesTheFigureItCameFrom()
    {
        await using var reader = await product.OpenAsync("donor");
        await reader.GoAsync("/trends?measure=persons_assisted");
        var id = (await reader.Page.Locator(".figure-id").First.InnerTextAsync()).Split(' ')[^1];
        await reader.Page.Locator("#figure-trend-tab-download").ClickAsync();
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.GetByRole(AriaRole.Link, new() { NameString = "CSV, one row a cell" }).ClickAsync());
        Assert.Equal($"{id}.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains(id, text, StringComparison.Ordinal);
        Assert.Contains("Synthetic demonstration data", text, StringComparison.Ordinal);
    }
}
