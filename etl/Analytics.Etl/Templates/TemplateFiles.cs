using Analytics.Contracts;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Mappings;
using Analytics.Etl.Settings;

namespace Analytics.Etl.Templates;

/// <summary>The templates of every feed in every language, and the catalogue of what can be uploaded, in the folder that the dashboard reads.</summary>
internal static class TemplateFiles
{
    public static async Task WriteAsync(string folder, JobSettings settings, CancellationToken token)
    {
        foreach (var feed in FeedList.All)
        {
            foreach (var language in LocalText.Languages)
            {
                await ReplaceAsync(Path.Combine(folder, Catalogue.TemplateOf(feed.Name, language)), Template.Write(feed, language), token);
            }
        }

        await ReplaceAsync(Path.Combine(folder, Catalogue.FileName), System.Text.Encoding.UTF8.GetBytes(RequestJson.Write(CatalogueOf(settings))), token);
    }

    public static Catalogue CatalogueOf(JobSettings settings) => new(
        [.. FeedList.All.Select(feed => new CatalogueFeed(
            feed.Name,
            feed.Title,
            feed.Grain,
            [.. feed.Columns.Select(c => new CatalogueColumn(c.Name, c.Title, c.Required, ColumnHint.Of(c)))]))],
        [.. MappingFile.Shipped.Select(name => MappingFile.Load(name, out _)!).Select(mapping => new CatalogueMapping(
            mapping.Name!,
            mapping.Title ?? mapping.Name!,
            mapping.Feed.Name,
            [.. mapping.Columns.Select(c => new MappedColumn(c.Key, string.Join(", ", c.Value.Reads)))]))],
        [.. settings.Sources.Select(s => new CatalogueSource(s.Id, s.Feed, s.Mapping is null ? null : Path.GetFileNameWithoutExtension(s.Mapping), s.Synthetic))]);

    /// <summary>Whole or not at all: the dashboard may be reading.</summary>
    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken token)
    {
        var unfinished = $"{path}.new";
        await File.WriteAllBytesAsync(unfinished, content, token);
        File.Move(unfinished, path, overwrite: true);
    }
}
