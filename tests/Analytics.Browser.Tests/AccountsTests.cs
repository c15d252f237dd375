using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>The administrator lets somebody in, limits what is seen, and reads in the audit what was.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class AccountsTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Account_AddedLimitedAndDisabled_SeesItsRegionAndIsInTheAudit()
    {
        var name = $"regional.{Guid.NewGuid():n}"[..20];
        await using var admin = await product.OpenAsync("admin");
        var page = admin.Page;
        await admin.GoAsync("/accounts");
        await Assertions.Expect(page.Locator("#new-name")).ToBeEnabledAsync();
        await page.Locator("[data-do=add]").ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("This name can not be used");
        await page.Locator("#new-name").FillAsync(name);
        await page.Locator(".form [data-field=role]").SelectOptionAsync("coordinator");
        await page.Locator(".form [data-right='region:41704000000000']").CheckAsync();
        await page.Locator("[data-do=add]").ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("Its first password, shown only now");
        var password = await page.Locator(".told code").InnerTextAsync();
        await Assertions.Expect(page.Locator($"[data-account='{name}']")).ToContainTextAsync("Naryn Region");

        await using (var regional = await product.OpenAsync(name, password))
        {
            await Assertions.Expect(regional.Page).ToHaveURLAsync(new Regex("/password"));
            await regional.Page.FillAsync("[name='Input.Current']", password);
            await regional.Page.FillAsync("[name='Input.New']", "a long password of its own");
            await regional.Page.FillAsync("[name='Input.Again']", "a long password of its own");
            await regional.Page.ClickAsync("button[type=submit]");
            await Assertions.Expect(regional.Page).Not.ToHaveURLAsync(new Regex("/password"));
            await regional.GoAsync("/regions");
            var ranking = regional.Page.Locator("main table").Last;
            await Assertions.Expect(ranking).ToContainTextAsync("Naryn");
            await Assertions.Expect(ranking).Not.ToContainTextAsync("Talas");

            await page.Locator($"[data-account='{name}'] [data-do=change]").ClickAsync();
            await page.Locator(".editor [data-do=disable]").ClickAsync();
            await Assertions.Expect(page.Locator($"[data-account='{name}']")).ToContainTextAsync("disabled");
            await regional.Page.GotoAsync("/trends");
            await Assertions.Expect(regional.Page).ToHaveURLAsync(new Regex("/sign-in"));
        }

        await admin.GoAsync($"/audit?account={name}");
        await Assertions.Expect(page.Locator("[data-chain=whole]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-action=password_changed]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-action=saw]", new() { HasTextString = "by=region" }).First).ToBeVisibleAsync();
        await admin.GoAsync("/audit?account=admin&action=account_disabled");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync(name);
        Assert.Empty(admin.Errors);
        Assert.Empty(admin.ForeignRequests);
    }

    [BrowserTheory]
    [InlineData("/accounts")]
    [InlineData("/audit")]
    public async Task AdministratorsPage_AsCoordinator_IsNotThere(string address)
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.Page.GotoAsync(address);
        await Assertions.Expect(reader.Page.Locator("[data-account], [data-chain]")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Page.Locator("nav a[href^='/accounts'], nav a[href^='/audit']")).ToHaveCountAsync(0);
    }
}
