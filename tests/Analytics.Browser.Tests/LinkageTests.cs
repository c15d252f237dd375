using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>The review of doubtful pairs, and the panel of those never seen, in a real browser over the real product.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class LinkageTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Linkage_PairsDecidedByMouseAndKey_AreKeptAndCanBeUndone()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/linkage");
        var pair = reader.Page.Locator("[data-pair]");
        // The page is drawn again when its connection stands: what is read must be what comes to stay.
        await Assertions.Expect(reader.Page.Locator("[data-decide=same]")).ToBeEnabledAsync();
        await Assertions.Expect(reader.Page.Locator(".levels tbody td")).ToHaveCountAsync(6);
        var first = await pair.GetAttributeAsync("data-pair");
        var levels = await reader.Page.Locator(".levels tbody td").AllInnerTextsAsync();
        Assert.All(levels, level => Assert.Contains(level, (string[])["agree", "close", "differ", "missing"]));
        Assert.DoesNotContain("pt1.", await reader.Page.ContentAsync(), StringComparison.Ordinal);

        await reader.Page.Locator("[data-decide=same]").ClickAsync();
        await Assertions.Expect(pair).Not.ToHaveAttributeAsync("data-pair", first!);
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("1 of ");
        var second = await pair.GetAttributeAsync("data-pair");
        await Assertions.Expect(reader.Page.Locator("[data-decide=same]")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("d");
        await Assertions.Expect(pair).Not.ToHaveAttributeAsync("data-pair", second!);
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("2 of ");

        // Kept: another session sees the same; undone: the pair comes back.
        await reader.GoAsync("/linkage");
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("2 of ");
        await reader.Page.Locator("[data-decide=undo]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("1 of ");
        await Assertions.Expect(pair).ToHaveAttributeAsync("data-pair", second!);
        await reader.Page.Locator("[data-decide=undo]").ClickAsync();
        await Assertions.Expect(pair).ToHaveAttributeAsync("data-pair", first!);
        Assert.Empty(reader.Errors);
    }

    [BrowserTheory]
    [InlineData("donor")]
    [InlineData("policy")]
    public async Task Linkage_OtherRoles_SeeNoPage(string account)
    {
        await using var reader = await product.OpenAsync(account);
        await reader.Page.GotoAsync("/linkage");
        await Assertions.Expect(reader.Page.Locator("[data-pair], [data-decide]")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task HiddenPanel_EveryTabAndPeriod_ShowsTheEstimateOrItsReasons()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/under-registration");
        var panel = reader.Page.Locator(".hidden-panel");
        await Assertions.Expect(panel.Locator(".verdict")).ToBeVisibleAsync();
        Assert.True(await panel.Locator("[data-hidden], [data-reason], .empty-chart").CountAsync() > 0);
        await panel.Locator("#hidden-tab-overlaps").ClickAsync();
        await Assertions.Expect(panel.Locator("tr[data-overlap]").First).ToBeVisibleAsync();
        Assert.True(await panel.Locator(".mark.withheld").CountAsync() > 0);
        await panel.Locator("#hidden-tab-sensitivity").ClickAsync();
        await Assertions.Expect(panel.Locator(".sensitivity tbody tr").First).ToBeVisibleAsync();
        await panel.Locator("#hidden-tab-method").ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Whitehead");
        await Assertions.Expect(panel).ToContainTextAsync("Binette");
        await Assertions.Expect(panel.Locator(".simulation tbody tr")).ToHaveCountAsync(32);
        foreach (var rate in new[] { "under_registration_rate", "unregistered_share_of_known", "unregistered_share_of_total" })
        {
            await Assertions.Expect(reader.Page.Locator($"[data-measure={rate}]")).ToHaveCountAsync(1);
        }

        var subtitle = panel.Locator(".subtitle");
        await reader.ChooseAsync("Period", "2019");
        await Assertions.Expect(subtitle).ToContainTextAsync("2019");
        await Assertions.Expect(panel.Locator(".verdict")).ToBeVisibleAsync();
        Assert.Empty(reader.Errors);
    }
}
