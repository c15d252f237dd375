using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>The coordinating body signs a month of a source off, and takes it back.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class SignOffTests(RunningProduct product)
{
    [BrowserFact]
    public async Task Month_ReviewedSignedOffAndTakenBack_KeepsEveryStep()
    {
        await using var reader = await product.OpenAsync("coordinator");
        var page = reader.Page;
        await reader.GoAsync("/sign-off");
        var month = await page.Locator("[data-month]", new() { HasTextString = "draft" }).First.GetAttributeAsync("data-month");

        // Signed off, a month is no longer among the open ones.
        await reader.GoAsync("/sign-off?show=all");
        var row = page.Locator($"[data-month='{month}']");
        await ChooseAsync(row);
        await StepAsync(page, "review", "Done for 1 of 1 chosen month.");
        await Assertions.Expect(row.Locator(".state-open")).ToContainTextAsync("reviewed");
        await StepAsync(page, "publish", "Done for 1 of 1 chosen month.");
        await Assertions.Expect(row.Locator(".state-done")).ToContainTextAsync("published");
        await StepAsync(page, "publish", "None of the chosen months can take this step.");

        await page.Locator("[data-action=back]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=status] .note")).ToContainTextAsync("a step back needs a reason");
        await page.Locator(".decide input").FillAsync("a file is missing");
        await StepAsync(page, "back", "Done for 1 of 1 chosen month.");
        await StepAsync(page, "undo", "Undone for 1 month.");
        await Assertions.Expect(row.Locator(".state-done")).ToContainTextAsync("published");

        await page.Locator(".decide input").FillAsync("for the next reader");
        await StepAsync(page, "back", "Done for 1 of 1 chosen month.");
        await page.Locator(".decide input").FillAsync("for the next reader");
        await StepAsync(page, "back", "Done for 1 of 1 chosen month.");
        await Assertions.Expect(row.Locator(".state-open")).ToContainTextAsync("draft");
        await row.Locator("summary").ClickAsync();
        var steps = row.Locator(".steps-taken li");
        Assert.Contains("a file is missing", string.Join('\n', await steps.AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.All(await steps.AllInnerTextsAsync(), step => Assert.Contains("coordinator", step, StringComparison.Ordinal));
        Assert.Empty(reader.Errors);
        Assert.Empty(reader.ForeignRequests);
    }

    [BrowserFact]
    public async Task SignOff_AsDonor_IsNotThere()
    {
        await using var reader = await product.OpenAsync("donor");
        await reader.Page.GotoAsync("/sign-off");
        await Assertions.Expect(reader.Page.Locator("[data-month]")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Page.Locator(".decide")).ToHaveCountAsync(0);
    }

    private static async Task ChooseAsync(ILocator row)
    {
        await Assertions.Expect(row.Locator("input[type=checkbox]")).ToBeEnabledAsync();
        await row.Locator("input[type=checkbox]").CheckAsync();
    }

    private static async Task StepAsync(IPage page, string action, string said)
    {
        await page.Locator($"[data-action={action}]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=status] .note")).ToContainTextAsync(said);
    }
}
