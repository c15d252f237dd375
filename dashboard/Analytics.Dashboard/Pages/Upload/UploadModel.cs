using Analytics.Contracts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.DataIn;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Upload;

/// <summary>What is chosen, and what follows from it.</summary>
public sealed class UploadModel(Catalogue catalogue)
{
    /// <summary>Sources of the reader's own first.</summary>
    public IReadOnlyList<CatalogueSource> Sources { get; } = [.. catalogue.Sources.OrderBy(s => s.Synthetic)];

    public CatalogueSource Source { get; private set; } = catalogue.Sources.OrderBy(s => s.Synthetic).First();

    /// <summary>Name of a mapping, <c>canonical</c>, or empty for the source's own.</summary>
    public string Mapping { get; set; } = "";

    public CatalogueFeed Feed => catalogue.Feeds.First(f => f.Name == Source.Feed);

    /// <summary>Shipped mappings of the source's feed.</summary>
    public IReadOnlyList<CatalogueMapping> Mappings => [.. catalogue.Mappings.Where(m => m.Feed == Source.Feed)];

    /// <summary>The mapping in force; null for the feed's own layout, or a mapping that is not shipped.</summary>
    public CatalogueMapping? Current => Mappings.FirstOrDefault(m => m.Name == (Mapping.Length == 0 ? Source.Mapping : Mapping));

    public void Choose(string source)
    {
        Source = catalogue.Sources.First(s => s.Id == source);
        Mapping = "";
    }

    public UploadArguments Arguments(string upload) => new(upload, Source.Id, Mapping.Length == 0 ? null : Mapping);

    public LocalText TitleOf(CatalogueSource source) => catalogue.Feeds.First(f => f.Name == source.Feed).Title;

    /// <summary>Title of a column of the feed.</summary>
    public LocalText Title(string column) => Feed.Columns.FirstOrDefault(c => c.Name == column)?.Title ?? LocalText.Same(column);

    /// <summary>Counts with their names, in the order of the balance.</summary>
    public static IReadOnlyList<(LocalText Name, long Count)> Balance(RowCounts counts) =>
        [.. DataInText.Counts.Zip([counts.Read, counts.Inserted, counts.Updated, counts.Unchanged, counts.Deleted, counts.Rejected])];

    /// <summary>What was detected, with names.</summary>
    public static IEnumerable<(LocalText Name, string Value)> Facts(Detected detected, Language language)
    {
        yield return (UploadText.Format, detected.Format);
        if (detected.Encoding is { } encoding)
        {
            yield return (UploadText.Encoding, encoding);
        }

        if (detected.Delimiter is { } delimiter)
        {
            yield return (UploadText.Delimiter, delimiter == "tab" ? language.Text(UploadText.Tab) : delimiter);
        }

        if (detected.Sheet is { } sheet)
        {
            yield return (UploadText.Sheet, sheet.Name);
        }

        if (detected.HeaderRow is { } row)
        {
            yield return (UploadText.HeaderRow, language.Number(row));
        }

        if (detected.Dates is { } dates)
        {
            yield return (UploadText.Dates, dates);
        }
    }

    /// <summary>Rows that a direct identifier rejects.</summary>
    public static long IdentifierRows(FilePreview file) =>
        file.Problems.Where(p => p.Rule.StartsWith("identifier_", StringComparison.Ordinal)).Sum(p => p.Rows);

    public static long Loaded(RowCounts counts) => counts.Inserted + counts.Updated + counts.Unchanged + counts.Deleted;
}
