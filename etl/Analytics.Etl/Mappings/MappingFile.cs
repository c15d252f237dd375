using System.Globalization;
using System.Reflection;
using System.Text;
using Analytics.Database;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Files;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Mappings;

/// <summary>Reads a mapping and checks it against its feed. Every fault is listed, each with its line.</summary>
internal sealed class MappingFile
{
    private static readonly string[] s_keys = ["name", "title", "source", "feed", "file", "date_format", "unknown", "columns", "drop", "missing"];
    private static readonly string[] s_fileKeys = ["format", "encoding", "delimiter", "sheet", "header_row", "path"];
    private static readonly string[] s_columnKeys = ["from", "codes", "split", "join", "with", "value", "flags", "yes", "no", "row_hash"];

    private static readonly string[] s_columnKinds = ["from", "join", "value", "flags", "row_hash"];
    private static readonly string s_kinds = string.Join(", ", s_columnKinds);

    private readonly List<string> _faults = [];

    private MappingFile()
    {
    }

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

        if (Load(nameOrPath, out fault) is not { } mapping)
        {
            return null;
        }

        if (mapping.Feed.Name == feed.Name)
        {
            return mapping with { Source = source ?? mapping.Source };
        }

        fault = $"mapping {nameOrPath} is for feed {mapping.Feed.Name}, not {feed.Name}";
        return null;
    }

    /// <param name="nameOrPath">Name of a shipped mapping, or path of a file.</param>
    /// <param name="fault">One line with everything that is wrong.</param>
    /// <returns>The mapping, or null with a fault.</returns>
    public static Mapping? Load(string nameOrPath, out string fault)
    {
        string text;
        try
        {
            text = Shipped.Contains(nameOrPath, StringComparer.Ordinal) && !File.Exists(nameOrPath)
                ? SqlText.Resource(Assembly.GetExecutingAssembly(), $"Mappings/{nameOrPath}.yml")
                : File.ReadAllText(nameOrPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = e is FileNotFoundException or DirectoryNotFoundException
                ? $"mapping {nameOrPath} was not found; give the path of a file or one of: {string.Join(", ", Shipped)}"
                : $"mapping {nameOrPath} cannot be read ({e.GetType().Name})";
            return null;
        }

        var (mapping, faults) = Parse(text, Path.GetFileNameWithoutExtension(nameOrPath));
        fault = faults.Count == 0 ? "" : $"mapping {nameOrPath} has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}: {string.Join("; ", faults)}";
        return mapping is null ? null : mapping with { Text = text, Name = File.Exists(nameOrPath) ? Path.GetFullPath(nameOrPath) : mapping.Name };
    }

    /// <param name="defaultName">Name of the mapping when it gives none.</param>
    public static (Mapping? Mapping, IReadOnlyList<string> Faults) Parse(string text, string defaultName)
    {
        var file = new MappingFile();
        var mapping = file.Read(text, defaultName);
        return (file._faults.Count == 0 ? mapping : null, file._faults);
    }

    private Mapping? Read(string text, string defaultName)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            _faults.Add($"line {e.Start.Line}: not valid YAML");
            return null;
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..])
        {
            _faults.Add("line 1: expected keys such as feed and columns");
            return null;
        }

        CheckKeys(root, s_keys, "");
        var name = Text(root, "name") ?? defaultName;
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            Fault(root, $"name '{name}' must be lower-case letters, digits and underscores");
        }

        var feedName = Text(root, "feed");
        if (feedName is null || FeedList.Find(feedName) is not { } feed)
        {
            Fault(Child(root, "feed") ?? root, $"feed must be one of: {string.Join(", ", FeedList.Names)}");
            return null;
        }

        var formats = Texts(root, "date_format");
        foreach (var format in formats.Where(f => !f.Contains("yy", StringComparison.Ordinal) || !IsFormat(f)))
        {
            Fault(Child(root, "date_format")!, $"date_format '{format}' is not a date format such as dd/MM/yyyy");
        }

        var columns = Columns(root, feed, new TypeContext(new DateOnly(PartialTime.LastYear, 12, 31), formats, []));
        var reading = Reading(Child(root, "file")) with
        {
            KnownNames = columns.Values.SelectMany(c => c.Reads).Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal),
        };
        if (Text(root, "missing") is not (null or "refuse" or "unknown"))
        {
            Fault(Child(root, "missing")!, "missing must be refuse (a file that lacks a column is refused) or unknown (its values are unknown)");
        }

        return new Mapping(
            name, Text(root, "source") ?? name, feed, reading, formats, Texts(root, "unknown"), columns, Texts(root, "drop"), MayLack: Text(root, "missing") == "unknown")
        {
            Title = Text(root, "title"),
        };
    }

    private Dictionary<string, ColumnMapping> Columns(YamlMappingNode root, Feed feed, TypeContext context)
    {
        var columns = new Dictionary<string, ColumnMapping>(StringComparer.Ordinal);
        if (Child(root, "columns") is not YamlMappingNode node)
        {
            Fault(Child(root, "columns") ?? root, "columns must list feed columns and where their values come from");
            return columns;
        }

        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var index = feed.IndexOf(name);
            if (index < 0)
            {
                Fault(key, $"'{name}' is no column of {feed.Name}; expected one of: {string.Join(", ", feed.Columns.Select(c => c.Name))}");
            }
            else if (Column(value, name) is { } column)
            {
                CheckValues(value, feed.Columns[index], column, context);
                columns[name] = column;
            }
        }

        foreach (var column in feed.Columns.Where(c => c.Required && !node.Children.Keys.OfType<YamlScalarNode>().Any(k => k.Value == c.Name)))
        {
            Fault(node, $"columns lacks {column.Name}, which {feed.Name} requires");
        }

        return columns;
    }

    private ColumnMapping? Column(YamlNode node, string name)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } source })
        {
            return new FromColumn(source, [], null);
        }

        if (node is not YamlMappingNode map)
        {
            Fault(node, $"{name} must be the name of a column, or one of: {s_kinds}");
            return null;
        }

        CheckKeys(map, s_columnKeys, $"{name}.");
        var kinds = s_columnKinds.Where(k => Child(map, k) is not null).ToList();
        if (kinds.Count != 1)
        {
            Fault(map, $"{name} must have exactly one of: {s_kinds}");
            return null;
        }

        switch (kinds[0])
        {
            case "value":
                return new Constant(Text(map, "value") ?? "");
            case "row_hash":
                return new RowHash();
            case "flags" when Child(map, "flags") is YamlMappingNode flags:
                return new Flags(
                    [.. flags.Children.Select(f => (((YamlScalarNode)f.Key).Value!, (IReadOnlyList<string>)Scalars(f.Value)))],
                    Child(map, "yes") is { } yes ? Scalars(yes) : [],
                    Child(map, "no") is { } no ? Scalars(no) : []);
            case "join" when Child(map, "join") is { } join && Scalars(join) is { Count: > 1 } parts:
                return new Joined(parts, Text(map, "with") ?? " ");
            case "from" when Text(map, "from") is { Length: > 0 } from:
                var codes = Child(map, "codes") is YamlMappingNode table
                    ? table.Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", string.Join('|', Scalars(c.Value)))).ToList()
                    : [];
                return new FromColumn(from, codes, Text(map, "split"));
            default:
                Fault(map, $"{name}.{kinds[0]} has the wrong form");
                return null;
        }
    }

    /// <summary>Codes and constants that a mapping writes must be what the feed's column takes.</summary>
    private void CheckValues(YamlNode node, FeedColumn column, ColumnMapping mapping, TypeContext context)
    {
        var type = ColumnTypes.Make(column, context);
        var row = new CanonicalRow(1);
        var values = mapping switch
        {
            FromColumn from => from.Codes.Select(c => c.To),
            Flags flags => flags.Columns.SelectMany(f => f.Codes),
            Constant constant => [constant.Value],
            _ => (IEnumerable<string>)[],
        };
        foreach (var value in values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
        {
            row.Start();
            if (type.Write(Encoding.UTF8.GetBytes(value), row) is { } problem)
            {
                Fault(node, $"'{value}' is no value of {column.Name}; expected {problem.Expected.En}");
            }
        }

        if (mapping is RowHash && column.Type is not ("reference" or "text"))
        {
            Fault(node, $"row_hash makes a reference, which {column.Name} is not");
        }
    }

    private ReadSettings Reading(YamlNode? node)
    {
        if (node is null)
        {
            return new ReadSettings();
        }

        if (node is not YamlMappingNode file)
        {
            Fault(node, $"file must have keys: {string.Join(", ", s_fileKeys)}");
            return new ReadSettings();
        }

        CheckKeys(file, s_fileKeys, "file.");
        FileFormat? format = Text(file, "format") switch
        {
            null => null,
            "csv" or "tsv" => FileFormat.Csv,
            "xlsx" or "xls" or "excel" => FileFormat.Excel,
            "json" => FileFormat.Json,
            "jsonl" or "json_lines" => FileFormat.JsonLines,
            "xml" => FileFormat.Xml,
            _ => Bad<FileFormat>(file, "format", "one of: csv, tsv, xlsx, json, jsonl, xml"),
        };
        Encoding? encoding = null;
        if (Text(file, "encoding") is { } encodingName && (encoding = TextEncoding.Named(encodingName)) is null)
        {
            Bad<int>(file, "encoding", "one such as utf-8, utf-16 or windows-1251");
        }

        char? delimiter = Text(file, "delimiter") switch
        {
            null => null,
            "tab" or "\\t" => '\t',
            [var one] when one < 128 => one,
            _ => Bad<char>(file, "delimiter", "one character, or tab"),
        };
        int? headerRow = Text(file, "header_row") switch
        {
            null => null,
            var row when int.TryParse(row, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            _ => Bad<int>(file, "header_row", "a row number from 1"),
        };
        return new ReadSettings(format, encoding, delimiter, Text(file, "sheet"), headerRow, Text(file, "path"));
    }

    private T? Bad<T>(YamlMappingNode map, string key, string expected)
        where T : struct
    {
        Fault(Child(map, key)!, $"file.{key} must be {expected}");
        return null;
    }

    private void CheckKeys(YamlMappingNode map, string[] allowed, string where)
    {
        foreach (var key in map.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !allowed.Contains(name, StringComparer.Ordinal))
            {
                Fault(key, $"unknown key '{where}{(key as YamlScalarNode)?.Value}'; expected one of: {string.Join(", ", allowed)}");
            }
        }
    }

    private List<string> Texts(YamlMappingNode map, string key) => Child(map, key) is { } node ? Scalars(node) : [];

    private List<string> Scalars(YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return [scalar.Value ?? ""];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlScalarNode):
                return [.. sequence.Children.Select(c => ((YamlScalarNode)c).Value ?? "")];
            default:
                Fault(node, "expected a text or a list of texts");
                return [];
        }
    }

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private string? Text(YamlMappingNode map, string key)
    {
        switch (Child(map, key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            case var other:
                Fault(other, $"{key} must be a text");
                return null;
        }
    }

    private static bool IsFormat(string format)
    {
        try
        {
            _ = new DateTime(2021, 3, 12).ToString(format, CultureInfo.InvariantCulture);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private void Fault(YamlNode node, string what) => _faults.Add($"line {node.Start.Line}: {what}");
}
