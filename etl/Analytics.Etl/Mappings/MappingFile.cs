using System.Reflection;
using Analytics.Database;
using Analytics.Etl.Feeds;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Mappings;

/// <summary>
/// Reads a mapping and checks it against its feed. Every fault is listed, each with its line. A file may hold several mappings, of several feeds, as YAML
/// documents one after another.
/// </summary>
internal static class MappingFile
{
    /// <summary>Names of the mappings that the product ships, for <c>--mapping</c>.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith("Mappings/", StringComparison.Ordinal) && n.EndsWith(".yml", StringComparison.Ordinal))
            .Select(n => n["Mappings/".Length..^".yml".Length]).Order(StringComparer.Ordinal)];

    /// <summary>The mapping for the files of a source.</summary>
    /// <param name="nameOrPath">Name or path of a mapping; null or <c>canonical</c> for the feed's own layout.</param>
    /// <param name="source">The source's id; null to take the mapping's own.</param>
    /// <param name="fault">One line with everything that is wrong.</param>
    public static Mapping? For(Feed feed, string? nameOrPath, string? source, out string fault)
    {
        fault = "";
        if (nameOrPath is null or "canonical")
        {
            return Mapping.Canonical(feed, source ?? feed.Name);
        }

        if (LoadAll(nameOrPath, out fault) is not { } mappings)
        {
            return null;
        }

        if (mappings.FirstOrDefault(mapping => mapping.Feed.Name == feed.Name) is { } fits)
        {
            return fits with { Source = source ?? fits.Source };
        }

        fault = $"mapping {nameOrPath} is for feed {string.Join(", ", mappings.Select(mapping => mapping.Feed.Name))}, not {feed.Name}";
        return null;
    }

    /// <param name="nameOrPath">Name of a shipped mapping, or path of a file.</param>
    /// <param name="fault">One line with everything that is wrong.</param>
    /// <returns>The first mapping of the file, or null with a fault.</returns>
    public static Mapping? Load(string nameOrPath, out string fault) => LoadAll(nameOrPath, out fault)?[0];

    /// <inheritdoc cref="Load"/>
    /// <returns>The mappings of the file, at least one, or null with a fault.</returns>
    public static IReadOnlyList<Mapping>? LoadAll(string nameOrPath, out string fault)
    {
        string text;
        var isShipped = Shipped.Contains(nameOrPath, StringComparer.Ordinal) && !File.Exists(nameOrPath);
        try
        {
            text = isShipped ? SqlText.Resource(Assembly.GetExecutingAssembly(), $"Mappings/{nameOrPath}.yml") : File.ReadAllText(nameOrPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = e is FileNotFoundException or DirectoryNotFoundException
                ? $"mapping {nameOrPath} was not found; give the path of a file or one of: {string.Join(", ", Shipped)}"
                : $"mapping {nameOrPath} cannot be read ({e.GetType().Name})";
            return null;
        }

        var folder = isShipped ? null : Path.GetDirectoryName(Path.GetFullPath(nameOrPath));
        var (mappings, faults) = ParseAll(text, Path.GetFileNameWithoutExtension(nameOrPath), folder);
        fault = faults.Count == 0 ? "" : $"mapping {nameOrPath} has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}: {string.Join("; ", faults)}";
        return faults.Count > 0 ? null : [.. mappings.Select(mapping => mapping with { Text = text + mapping.Text, Name = isShipped ? mapping.Name : Path.GetFullPath(nameOrPath) })];
    }

    /// <param name="defaultName">Name of the mapping when it gives none.</param>
    public static (Mapping? Mapping, IReadOnlyList<string> Faults) Parse(string text, string defaultName)
    {
        var (mappings, faults) = ParseAll(text, defaultName, folder: null);
        return (mappings is [var first, ..] ? first : null, faults);
    }

    /// <param name="folder">Where look-up files lie that the mapping names; null when it lies nowhere.</param>
    private static (IReadOnlyList<Mapping> Mappings, IReadOnlyList<string> Faults) ParseAll(string text, string defaultName, string? folder)
    {
        var faults = new MappingFaults();
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            return ([], [$"line {e.Start.Line}: not valid YAML"]);
        }

        if (stream.Documents.Count == 0)
        {
            return ([], ["line 1: expected keys such as feed and columns"]);
        }

        var mappings = new List<Mapping>();
        foreach (var document in stream.Documents)
        {
            if (document.RootNode is not YamlMappingNode root)
            {
                faults.Add(document.RootNode, "expected keys such as feed and columns");
            }
            else if (new MappingReader(faults, folder).Read(root, stream.Documents.Count == 1 ? defaultName : $"{defaultName}_{mappings.Count + 1}") is { } mapping)
            {
                if (mappings.Exists(other => other.Feed.Name == mapping.Feed.Name))
                {
                    faults.Add(root, $"a mapping of {mapping.Feed.Name} stands above; a file has one for each feed");
                }

                mappings.Add(mapping);
            }
        }

        return faults.All.Count == 0 ? (mappings, []) : ([], faults.All);
    }
}
