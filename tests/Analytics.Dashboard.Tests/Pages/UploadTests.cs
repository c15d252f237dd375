using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Upload;
using Analytics.Domain;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class UploadTests
{
    private const string Name = "Токтогулова Айнура";

    private static readonly Catalogue s_catalogue = new(
        [new CatalogueFeed("hotline", new("Hotline", "Горячая линия", "Ишеним телефону"), new("a contact", "обращение", "кайрылуу"),
            [new CatalogueColumn("contact_id", new("Number of the contact", "Номер обращения", "Кайрылуунун номери"), Required: true, LocalText.Same("text"))])],
        [],
        [new CatalogueSource("hotline", "hotline", null, Synthetic: false)]);

    [Theory]
    [InlineData("en", "None found in column names or values.")]
    [InlineData("ru", "В именах столбцов и значениях не найдены.")]
    [InlineData("ky", "Тилке аттарында жана маанилерде табылган жок.")]
    public async Task Preview_OneRow_IsShownAsItWouldBeStored(string language, string noIdentifier)
    {
        var html = await PreviewAsync(language, File(
            new RowCounts(1, 1, 0, 0, 0, 0), columns: [new("contact_id", 1, "contact_id", null)], rows: [new RowPreview(2, ["C-1"])]));
        Assert.Contains("<td>C-1</td>", html, StringComparison.Ordinal);
        Assert.Contains(noIdentifier, html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("problems", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Nothing of it is stored.")]
    [InlineData("ru", "Ничего из него не сохранено.")]
    [InlineData("ky", "Андан эч нерсе сакталган жок.")]
    public async Task Preview_Refused_SaysWhyAndWhatToDo(string language, string nothing)
    {
        var html = await PreviewAsync(language, File(new RowCounts(3, 0, 0, 0, 0, 3)) with { Refused = new("no header", "нет заголовка", "аталыш жок") });
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains(nothing, html, StringComparison.Ordinal);
        Assert.DoesNotContain("first-rows", html, StringComparison.Ordinal);
    }

    /// <summary>A header that looks like a value comes without its name, and the page must not find another way to say it.</summary>
    [Theory]
    [InlineData("en", "column 2 looks like: person's name")]
    [InlineData("ru", "столбец 2: похоже на «имя человека»")]
    [InlineData("ky", "2-тилке «адамдын аты» сыяктуу")]
    public async Task Preview_IdentifierColumn_IsNamedByItsPlace(string language, string words)
    {
        var html = await PreviewAsync(language, File(
            new RowCounts(1, 0, 0, 0, 0, 1), columns: [new("contact_id", 1, "contact_id", null), new(Name, 2, null, new("person's name", "имя человека", "адамдын аты"))]));
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ManyBadRows_AreGivenByTheirFirstLines()
    {
        var html = await PreviewAsync("en", File(new RowCounts(1200, 0, 0, 0, 0, 1200), problems: [new ProblemPreview(null, "too_few_fields", LocalText.Same("7 fields"), 1200, [2, 3, 4])]));
        Assert.Contains("the row", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">1,200</td>", html, StringComparison.Ordinal);
        Assert.Contains("2, 3, 4 …", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Balance_EveryLanguage_HasSixCounts()
    {
        foreach (var language in Language.All)
        {
            var html = await Rendering.RenderAsync<UploadBalance>(Sample.Reader(language), new() { [nameof(UploadBalance.Counts)] = new RowCounts(21, 1, 2, 3, 4, 11) });
            Assert.Equal(["21", "1", "2", "3", "4", "11"], html.Split("<dd>").Skip(1).Select(part => part[..part.IndexOf('<', StringComparison.Ordinal)]));
        }
    }

    private static Task<string> PreviewAsync(string language, FilePreview file) => Rendering.RenderAsync<UploadPreview>(
        Sample.Reader(Language.Find(language)),
        new() { [nameof(UploadPreview.Model)] = new UploadModel(s_catalogue), [nameof(UploadPreview.File)] = file, [nameof(UploadPreview.IsOnly)] = true });

    private static FilePreview File(
        RowCounts counts, IReadOnlyList<ColumnPreview>? columns = null, IReadOnlyList<RowPreview>? rows = null, IReadOnlyList<ProblemPreview>? problems = null) =>
        new("file.csv", 100, new Detected("csv", "utf-8", ";"), null, counts, 0, columns ?? [], [], ["contact_id"], rows ?? [], problems ?? []);
}
