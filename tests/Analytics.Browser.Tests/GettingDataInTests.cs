using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Playwright;

namespace Analytics.Browser.Tests;

/// <summary>From a file at somebody's desk to loaded rows, with what was wrong on the way.</summary>
[UnsupportedOSPlatform("windows")]
[Collection(UsesRunningProduct.Name)]
public sealed class GettingDataInTests(RunningProduct product)
{
    private const string Header = "inspection_no;inspected_on;region;sector;announced;indicators_found;persons_referred\n";

    // Each run has rows of its own: a product that runs already has those of the run before.
    // Letters alone: what a test calls its rows is not to look like anybody's number.
    private readonly string _run = string.Concat($"{DateTime.UtcNow.Ticks}".Select(digit => (char)(digit - '0' + 'a')));

    [BrowserFact]
    public async Task Upload_FileWithTwoBadRows_IsPreviewedLoadedCorrectedAndClosed()
    {
        await using var reader = await product.OpenAsync("admin");
        var page = reader.Page;
        await PreviewAsync(reader, "en", $"""
            {_run}-1;13.04.2020;Баткенская область;F;да;3;2
            {_run}-2;2020-05;KG-C;A;no;0;0
            {_run}-3;вчера;KG-C;A;no;0;0
            {_run}-4;2021-06-01;Narnia;A;no;1;0
            {_run}-5;2021-06-02;;;;;

            """);
        var facts = await page.Locator("dl.facts dd").AllInnerTextsAsync();
        Assert.Contains("csv", facts, StringComparer.OrdinalIgnoreCase);
        Assert.Contains(";", facts);
        Assert.Equal(["inspected_on", "region"], (await page.Locator("table.problems tbody th").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        var rows = await page.Locator("table.first-rows tbody tr").AllInnerTextsAsync();
        Assert.Equal(3, rows.Count);
        Assert.Contains("2020-04-13", rows[0], StringComparison.Ordinal);
        Assert.Contains("41705000000000", rows[0], StringComparison.Ordinal);

        await page.Locator("#load").ClickAsync();
        Assert.Equal("5 3 0 0 0 2", await BalanceAsync(reader));

        await page.Locator(".outcome a.button").ClickAsync();
        await page.WaitForURLAsync("**/rejections?**batch=*");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2 rows wait for a correction");
        var open = new Uri(page.Url).PathAndQuery;
        await page.Locator("#download-all").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#rejected-file").ClickAsync());
        var written = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("rejected_expected", written, StringComparison.Ordinal);
        Assert.Contains("вчера", written, StringComparison.Ordinal);

        await UploadAsync(reader, "en", written.Replace("вчера", "2021-05-31", StringComparison.Ordinal).Replace("Narnia", "KG-N", StringComparison.Ordinal));
        await page.Locator("#load").ClickAsync();
        Assert.Equal("2 2 0 0 0 0", await BalanceAsync(reader));
        await reader.GoAsync(open);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("No rejected row is open");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Rejections_DismissedUndoneAndLoadedAgain_KeepTheirRows()
    {
        await using var reader = await product.OpenAsync("coordinator");
        var page = reader.Page;
        await PreviewAsync(reader, "en", $"{_run}-1;2020-05-01;;;;;\n{_run}-2;вчера;;;;;\n");
        await page.Locator("#load").ClickAsync();
        await page.Locator(".outcome a.button").ClickAsync();
        await page.Locator("[data-do=dismiss]").ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("Set aside: 1 row.");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("No rejected row is open");
        await page.Locator("#undo").ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("Open again: 1 row.");
        await page.Locator("[data-do=replay]").ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("Nothing was changed:");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("1 row waits for a correction");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Upload_ColumnOfNames_IsRefusedInRussianWithoutItsValues()
    {
        await using var reader = await product.OpenAsync("admin");
        await UploadAsync(reader, "ru", $"{Header.TrimEnd()};ФИО\n{_run}-1;2020-05-01;;;;;;Токтогулова Айнура Бекжановна\n");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Файл нельзя загрузить");
        await Assertions.Expect(reader.Page.Locator("#load")).ToHaveCountAsync(0);
        var said = await reader.Page.Locator("main").InnerTextAsync();
        Assert.Contains("столбец 8", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Токтогулова", said, StringComparison.Ordinal);
        await reader.Page.Locator("#discard").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("[role=status].note")).ToHaveTextAsync("Файл удалён; ничего не сохранено.");
        Assert.Empty(reader.Errors);
    }

    [BrowserTheory]
    [InlineData("en", "English")]
    [InlineData("ru", "Русский")]
    [InlineData("ky", "Кыргызча")]
    public async Task Template_OfTheChosenSource_IsAWorkbook(string language, string name)
    {
        await using var reader = await product.OpenAsync("coordinator");
        await reader.GoAsync($"/upload?lang={language}");
        await reader.Page.Locator("#source").SelectOptionAsync("labour_inspection");
        var link = reader.Page.Locator("a.template", new() { HasTextString = name });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", $"/templates/labour_inspection-{language}.xlsx");
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var file = File.OpenRead(await download.PathAsync());
        using var workbook = new ZipArchive(file);
        Assert.NotNull(workbook.GetEntry("xl/workbook.xml"));
    }

    [BrowserFact]
    public async Task Jobs_RunNow_EndsOnThePage()
    {
        await using var reader = await product.OpenAsync("admin");
        await reader.GoAsync("/jobs");
        var job = reader.Page.Locator("tr[data-job=labour_inspection]");
        await job.Locator("[data-do=run]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".told")).ToHaveTextAsync("labour_inspection is done.", new() { Timeout = 60_000 });
        await Assertions.Expect(job.Locator("td").First).ToHaveTextAsync("done");
        Assert.Empty(reader.Errors);
    }

    private static Task PreviewAsync(ReaderPage reader, string language, string rows) => UploadAsync(reader, language, Header + rows);

    private static async Task UploadAsync(ReaderPage reader, string language, string text)
    {
        await reader.GoAsync($"/upload?lang={language}");
        await reader.Page.Locator("#source").SelectOptionAsync("labour_inspection");
        await Assertions.Expect(reader.Page.Locator("a.template").First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("labour_inspection"));
        await reader.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "inspections.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await Assertions.Expect(reader.Page.Locator("#discard")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <summary>Read, inserted, updated, unchanged, deleted, rejected.</summary>
    private static async Task<string> BalanceAsync(ReaderPage reader)
    {
        await reader.Page.Locator(".outcome").WaitForAsync(new() { Timeout = 60_000 });
        return string.Join(" ", await reader.Page.Locator(".outcome dl.balance dd").AllInnerTextsAsync());
    }
}
