using System.Reflection;
using Analytics.Database;
using Analytics.Etl.Feeds.Hotline;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Pipeline;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Analytics.Etl.Feeds;

/// <summary>The feeds: one line each, one folder each.</summary>
internal static class FeedList
{
    /// <summary>The feeds whose large files the worker types and keys itself.</summary>
    private static readonly Dictionary<string, TypedCopyFactory> s_typed = new(StringComparer.Ordinal) { ["hotline"] = ContactCopy.OpenAsync };

    /// <summary>Name, folder, and the scripts that turn the versions of a batch into facts, in order.</summary>
    private static readonly (string Name, string Folder, string[] Facts)[] s_folders =
    [
        ("hotline", "Hotline", ["Hotline/fact.sql"]),
        ("ngo_case", "NgoCase", ["NgoCase/fact.sql"]),
        ("ngo_monthly", "NgoMonthly", ["NgoMonthly/fact.sql"]),
        ("register_crime", "RegisterCrime", ["RegisterCrime/fact.sql", "RegisterCrime/snapshot.sql"]),
        ("register_event", "RegisterEvent", ["RegisterEvent/fact.sql", "RegisterCrime/snapshot.sql"]),
        ("labour_inspection", "LabourInspection", ["LabourInspection/fact.sql"]),
        ("population", "Population", ["Population/fact.sql"]),
    ];

    private static readonly Dictionary<string, Feed> s_feeds = s_folders.ToDictionary(f => f.Name, f => Read(f.Name, f.Folder), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => s_feeds.Keys;

    public static Feed? Find(string name) => s_feeds.GetValueOrDefault(name);

    /// <summary>The script that types the feed's raw rows.</summary>
    public static string ConformSql(string feed) => Sql($"{Entry(feed).Folder}/conform.sql");

    /// <summary>The scripts that make facts of a batch's versions.</summary>
    public static IEnumerable<string> FactSql(string feed) => Entry(feed).Facts.Select(Sql);

    /// <summary>The table in <c>raw</c> that takes rows one by one. A feed with a typed copy keeps those of large files packed in another, and shows both under its own name.</summary>
    public static string RowTable(string feed) => TypedCopy(feed) is null ? feed : $"{feed}_row";

    /// <summary>Null for a feed that goes by its scripts alone.</summary>
    public static TypedCopyFactory? TypedCopy(string feed) => s_typed.GetValueOrDefault(feed);

    private static (string Name, string Folder, string[] Facts) Entry(string feed) => Array.Find(s_folders, f => f.Name == feed);

    private static string Sql(string file) => $"-- Feeds/{file}\n{SqlText.Resource(Assembly.GetExecutingAssembly(), $"Feeds/{file}")}";

    private static Feed Read(string name, string folder)
    {
        var text = SqlText.Resource(Assembly.GetExecutingAssembly(), $"Feeds/{folder}/feed.yml");
        var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<FeedFile>(text);
        var feed = new Feed(
            file.Name,
            file.Grain,
            file.Key,
            new FeedLimits(file.Limits.BadShare, file.Limits.BadRows),
            [.. file.Columns.Select(c => new FeedColumn(c.Name, c.Type, c.Required, c.Codes, c.List, c.Min, c.Max))]);
        var faults = Faults(feed, name).ToList();
        return faults.Count == 0 ? feed : throw new InvalidOperationException($"Feeds/{folder}/feed.yml: {string.Join("; ", faults)}.");
    }

    private static IEnumerable<string> Faults(Feed feed, string name)
    {
        if (feed.Name != name)
        {
            yield return $"name is '{feed.Name}', expected '{name}'";
        }

        foreach (var column in feed.Columns.Where(c => !ColumnTypes.Knows(c.Type)))
        {
            yield return $"column {column.Name} has the unknown type '{column.Type}'";
        }

        foreach (var column in feed.Columns.Where(c => c.Type is "code" or "codes" && c.Codes.Count == 0))
        {
            yield return $"column {column.Name} has no codes";
        }

        foreach (var key in feed.Key.Where(k => feed.IndexOf(k) < 0))
        {
            yield return $"key column {key} is missing";
        }
    }

    private sealed class FeedFile
    {
        public string Name { get; init; } = "";

        public string Grain { get; init; } = "";

        public List<string> Key { get; init; } = [];

        public LimitsFile Limits { get; init; } = new();

        public List<ColumnFile> Columns { get; init; } = [];
    }

    private sealed class LimitsFile
    {
        public double BadShare { get; init; }

        public int BadRows { get; init; }
    }

    private sealed class ColumnFile
    {
        public string Name { get; init; } = "";

        public string Type { get; init; } = "";

        public bool Required { get; init; }

        public List<string> Codes { get; init; } = [];

        public string? List { get; init; }

        public int? Min { get; init; }

        public int? Max { get; init; }
    }
}
