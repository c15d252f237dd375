using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>A month is signed off, a corrected file comes, and the figure tells what it was.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class SignOffTests(RunningProduct product)
{
    [BrowserFact]
    public async Task SignOff_CorrectedFileAfterIt_ShowsTheRevisionOldAndNew()
    {
        var before = await product.PublishedAsync("ministry", "crimes_registered", "2019");
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/sign-off");
        var row = reader.Page.Locator("tr[data-month^='demo_register_crime']").First;
        await row.Locator("input[type=checkbox]").CheckAsync();
        await reader.Page.Locator("[data-action=review]").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("reviewed");
        await reader.Page.Locator("[data-action=publish]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("[role=status]").First).ToContainTextAsync("Done for 1 of 1");

        await product.ReceiveAsync("demo_register_crime", "corrected.csv", "register_no,registered_at,article,region\nCORRECTED-1,2019-05-06,171,KG-O\n");
        var after = await product.PublishedAsync("ministry", "crimes_registered", "2019");
        Assert.Equal(before + 1, after);

        await reader.GoAsync("/revisions");
        var revision = reader.Page.Locator(".revisions tbody tr").Filter(new() { HasTextString = "Crimes registered" }).Filter(new() { Has = reader.Page.Locator("td", new() { HasTextString = "2019" }) });
        var words = await revision.AllInnerTextsAsync();
        Assert.Contains(words, text => text.Split('\t') is [.., var old, var now, "+1"]
            && old == before!.Value.ToString("0", CultureInfo.InvariantCulture) && now == after!.Value.ToString("0", CultureInfo.InvariantCulture));

        await reader.GoAsync("/trends?measure=crimes_registered");
        await reader.Page.Locator("#figure-trend-tab-table").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#figure-trend-panel tbody")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"was {before:0}"));
        await reader.Page.Locator("#figure-trend-panel tbody a.lineage-link").Last.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("The files behind");
        Assert.Empty(reader.Errors);
    }
}
