using Analytics.Domain;

namespace Analytics.Contracts;

/// <summary>What can be uploaded, as the worker knows it: written by it beside the templates at each start, read by the dashboard.</summary>
public sealed record Catalogue(IReadOnlyList<CatalogueFeed> Feeds, IReadOnlyList<CatalogueMapping> Mappings, IReadOnlyList<CatalogueSource> Sources)
{
    public const string FileName = "catalogue.json";

    /// <summary>Name of the template of a feed in a language.</summary>
    public static string TemplateOf(string feed, string language) => $"{feed}-{language}.xlsx";
}

public sealed record CatalogueFeed(string Name, LocalText Title, LocalText Grain, IReadOnlyList<CatalogueColumn> Columns);

/// <param name="Hint">What the column takes.</param>
public sealed record CatalogueColumn(string Name, LocalText Title, bool Required, LocalText Hint);

/// <summary>A shipped mapping, and which column of the sender's gives which of the feed's.</summary>
public sealed record CatalogueMapping(string Name, string Title, string Feed, IReadOnlyList<MappedColumn> Columns);

/// <param name="From">Columns of the sender's file; empty for a constant or a row's hash.</param>
public sealed record MappedColumn(string Column, string From);

/// <param name="Mapping">Name of its mapping, without folders; null for the feed's own layout.</param>
public sealed record CatalogueSource(string Id, string Feed, string? Mapping, bool Synthetic);
