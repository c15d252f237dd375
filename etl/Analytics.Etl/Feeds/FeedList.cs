using System.Reflection;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Etl.Feeds.Hotline;
using Analytics.Etl.Feeds.Types;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Analytics.Etl.Feeds;

/// <summary>The feeds: one folder each, and its name here.</summary>
internal static class FeedList
{
    private static readonly string[] s_folders = ["Hotline", "NgoCase", "NgoMonthly", "RegisterCrime", "RegisterEvent", "LabourInspection", "EmploymentAgency", "Population"];

    /// <summary>The feeds whose large files the worker types and keys itself.</summary>
    private static readonly Dictionary<string, TypedCopyFactory> s_typed = new(StringComparer.Ordinal) { ["hotline"] = ContactCopy.OpenAsync };

    private static readonly Dictionary<string, Feed> s_feeds = s_folders.Select(Read).ToDictionary(feed => feed.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => s_feeds.Keys;

    public static IReadOnlyCollection<Feed> All => s_feeds.Values;

    public static Feed? Find(string name) => s_feeds.GetValueOrDefault(name);

    /// <summary>The scripts that make facts of a batch's versions.</summary>
    public static IEnumerable<string> FactSql(string feed) => s_feeds[feed].Facts.Select(Sql);

    /// <summary>The table in <c>raw</c> that takes rows one by one. A feed with a typed copy keeps those of large files packed in another, and shows both under its own name.</summary>
    public static string RowTable(string feed) => TypedCopy(feed) is null ? feed : $"{feed}_row";

    /// <summary>Null for a feed that goes by its scripts alone.</summary>
    public static TypedCopyFactory? TypedCopy(string feed) => s_typed.GetValueOrDefault(feed);

    private static string Sql(string file) => $"-- Feeds/{file}\n{SqlText.Resource(Assembly.GetExecutingAssembly(), $"Feeds/{file}")}";

    private static Feed Read(string folder)
    {
        var text = SqlText.Resource(Assembly.GetExecutingAssembly(), $"Feeds/{folder}/feed.yml");
        var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<FeedFile>(text);
        var feed = new Feed(
            file.Name,
            file.Title.Text,
            file.Sender.Text,
            file.Grain.Text,
            file.Key,
            file.Identity,
            new FeedLimits(file.Limits.BadShare, file.Limits.BadRows),
            file.Facts,
            file.Tables,
            file.Reports,
            [.. file.Columns.Select(c => new FeedColumn(c.Name, c.Title.Text, c.Type, c.Required, c.Codes, c.List, c.Min, c.Max, c.Missing, c.Core == "boolean"))]);
        var faults = Faults(feed).ToList();
        return faults.Count == 0 ? feed : throw new InvalidOperationException($"Feeds/{folder}/feed.yml: {string.Join("; ", faults)}.");
    }

    private static IEnumerable<string> Faults(Feed feed)
    {
        if (!IsWhole(feed.Title) || !IsWhole(feed.Sender) || !IsWhole(feed.Grain))
        {
            yield return "title, sender or grain lacks a language";
        }

        foreach (var column in feed.Columns.Where(c => !IsWhole(c.Title)))
        {
            yield return $"the title of column {column.Name} lacks a language";
        }

        foreach (var column in feed.Columns.Where(c => !ColumnTypes.Knows(c.Type)))
        {
            yield return $"column {column.Name} has the unknown type '{column.Type}'";
        }

        foreach (var column in feed.Columns.Where(c => c.Type is "code" or "codes" && c.Codes.Count == 0))
        {
            yield return $"column {column.Name} has no codes";
        }

        foreach (var column in feed.Identity.Where(c => feed.IndexOf(c) < 0))
        {
            yield return $"identity column {column} is missing";
        }

        foreach (var key in feed.Key.Where(k => feed.IndexOf(k) < 0))
        {
            yield return $"key column {key} is missing";
        }

        static bool IsWhole(LocalText text) => text is { En.Length: > 0, Ru.Length: > 0, Ky.Length: > 0 };
    }

    private sealed class FeedFile
    {
        public string Name { get; init; } = "";

        public TextFile Title { get; init; } = new();

        public TextFile Sender { get; init; } = new();

        public TextFile Grain { get; init; } = new();

        public List<string> Key { get; init; } = [];

        public List<string> Identity { get; init; } = [];

        public LimitsFile Limits { get; init; } = new();

        public List<string> Facts { get; init; } = [];

        public List<string> Tables { get; init; } = [];

        public bool Reports { get; init; }

        public List<ColumnFile> Columns { get; init; } = [];
    }

    private sealed class TextFile
    {
        public string En { get; init; } = "";

        public string Ru { get; init; } = "";

        public string Ky { get; init; } = "";

        public LocalText Text => new(En, Ru, Ky);
    }

    private sealed class LimitsFile
    {
        public double BadShare { get; init; }

        public int BadRows { get; init; }
    }

    private sealed class ColumnFile
    {
        public string Name { get; init; } = "";

        public TextFile Title { get; init; } = new();

        public string Type { get; init; } = "";

        public bool Required { get; init; }

        public List<string> Codes { get; init; } = [];

        public string? List { get; init; }

        public int? Min { get; init; }

        public int? Max { get; init; }

        public string? Missing { get; init; }

        public string? Core { get; init; }
    }
}
