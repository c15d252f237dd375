using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Database.Requests;
using Analytics.Domain;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Uploads;

/// <summary>The dashboard's side of the folders that it shares with the worker.</summary>
public sealed class UploadFiles(IOptions<UploadOptions> options)
{
    private readonly UploadOptions _options = options.Value;

    public long MostBytes => _options.MostBytes;

    /// <summary>Null where the dashboard was not told of any.</summary>
    public UploadFolder? Uploads => _options.Folder.Length == 0 ? null : new UploadFolder(_options.Folder);

    /// <summary>What the reader may upload; null before the worker has said.</summary>
    public async Task<Catalogue?> CatalogueAsync(Reader reader, CancellationToken token)
    {
        var rights = Rights.Of(reader.User);
        return await CatalogueAsync(token) is { } all ? all with { Sources = [.. all.Sources.Where(source => rights.MaySource(source.Id))] } : null;
    }

    private async Task<Catalogue?> CatalogueAsync(CancellationToken token)
    {
        var path = Path.Combine(_options.Templates, Catalogue.FileName);
        return _options.Templates.Length > 0 && File.Exists(path) ? RequestJson.Read<Catalogue>(await File.ReadAllTextAsync(path, token)) : null;
    }

    /// <summary>What loading an upload would do; null when it is gone.</summary>
    public async Task<Preview?> PreviewAsync(string upload, CancellationToken token) =>
        Uploads?.PreviewOf(upload) is { } path && File.Exists(path) ? RequestJson.Read<Preview>(await File.ReadAllTextAsync(path, token)) : null;

    /// <summary>The template of a feed in a language; null when there is none.</summary>
    public async Task<string?> TemplateAsync(string feed, string language, CancellationToken token)
    {
        // Only names that the catalogue has: the address is the reader's and no path of ours.
        if (!LocalText.Languages.Contains(language, StringComparer.Ordinal) || await CatalogueAsync(token) is not { } catalogue || !catalogue.Feeds.Any(f => f.Name == feed))
        {
            return null;
        }

        var path = Path.Combine(_options.Templates, Catalogue.TemplateOf(feed, language));
        return File.Exists(path) ? path : null;
    }
}
