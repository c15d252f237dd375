using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>What leads a reader: questions, terms and kept views.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed partial class GuideTests(RunningProduct product)
{
    [BrowserTheory]
    [InlineData("donor", "Did my programme reach its target?", "/programmes", "programmes reached their target")]
    [InlineData("coordinator", "Where are cases not registered?", "/regions", "Registration gap")]
    [InlineData("policy", "How many asked for help, and how many cases became crimes?", "/under-registration", "355 persons")]
    [InlineData("admin", "Which files are late?", "/data-in", "files")]
    public async Task Questions_OfTheRole_OpenTheirAnswerInOneClick(string account, string question, string path, string heading)
    {
        await using var reader = await product.OpenAsync(account);
        await reader.GoAsync("/");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = question, Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex(Regex.Escape(path), RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(reader.Page.Locator("h1:not(.visually-hidden)")).ToContainTextAsync(heading);
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Questions_Hidden_StayAwayAndComeBackByTheirLink()
    {
        await using var reader = await product.OpenAsync("policy");
        await reader.GoAsync("/");
        var questions = reader.Page.Locator("#guide");
        await reader.Page.Locator("[data-action=hide-guide]").ClickAsync();
        await Assertions.Expect(questions).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator("[data-action=show-guide]")).ToBeFocusedAsync();
        await reader.GoAsync("/?lang=ru");
        await Assertions.Expect(questions).ToBeHiddenAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Показать вопросы для начала" }).PressAsync("Enter");
        await Assertions.Expect(questions).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Term_HelpByKeyboard_SaysWhatItMeansAndLeadsToTheGlossary()
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync("/trends?measure=persons_assisted");
        var help = reader.Page.GetByRole(AriaRole.Button, new() { Name = "What does “provisional” mean?" }).First;
        await help.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        var panel = reader.Page.Locator(".term-panel:popover-open");
        await Assertions.Expect(panel).ToContainTextAsync("reports may still arrive");
        Assert.Empty(await reader.AxeAsync());
        await reader.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        await help.ClickAsync();
        await panel.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(reader.Page).ToHaveURLAsync(GlossaryPlace());
        await Assertions.Expect(reader.Page.Locator("#provisional")).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task SavedView_KeptStartedFromRenamedRemovedAndPutBack()
    {
        await using var reader = await product.OpenAsync("policy");
        var page = reader.Page;
        await reader.GoAsync("/trends?measure=contacts&period=month");
        await page.Locator("details.chip > summary", new() { HasTextString = "Save view" }).ClickAsync();
        await page.Locator(".sheet input[name=name]").FillAsync("Calls by month");
        await page.Locator(".sheet button[type=submit]").ClickAsync();
        var kept = page.Locator(".saved-links a", new() { HasTextString = "Calls by month" });
        await Assertions.Expect(kept).ToHaveAttributeAsync("aria-current", "true");
        await reader.DrawnAsync();

        await reader.GoAsync("/account");
        await page.Locator(".start-page select").SelectOptionAsync(new SelectOptionValue { Label = "Calls by month" });
        await page.Locator(".start-page button").ClickAsync();
        await Assertions.Expect(page.Locator(".start-page select")).ToHaveValueAsync("/trends?measure=contacts&period=month");
        await using (var again = await product.OpenAsync("policy"))
        {
            await Assertions.Expect(again.Page).ToHaveURLAsync(new Regex("/trends\\?measure=contacts&period=month", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        await page.Locator(".saved-views input[name=name]").FillAsync("Telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Assertions.Expect(page.Locator(".undo")).ToContainTextAsync("“Calls by month” is now called “Telephone”.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(kept).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “Calls by month”" }).ClickAsync();
        await Assertions.Expect(kept).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(kept).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “Calls by month”" }).ClickAsync();
        await page.Locator(".start-page select").SelectOptionAsync("");
        await page.Locator(".start-page button").ClickAsync();
        await Assertions.Expect(page.Locator(".start-page select")).ToHaveValueAsync("");
        Assert.Empty(reader.Errors);
    }

    [GeneratedRegex("/glossary#provisional$", RegexOptions.None, 1000)]
    private static partial Regex GlossaryPlace();
}
