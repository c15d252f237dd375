using System.Globalization;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Ingest.Files;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Mappings;

/// <summary>Reads one mapping of a file: its head, what it fixes about files, and how their rows become rows of a table.</summary>
/// <param name="folder">Where look-up files lie; null when the mapping lies nowhere.</param>
internal sealed class MappingReader(MappingFaults faults, string? folder)
{
    private static readonly string[] s_keys =
        ["name", "title", "source", "feed", "file", "date_format", "time_zone", "unknown", "fill_down", "where", "unpivot", "columns", "drop", "missing", "same_key"];

    private static readonly string[] s_fileKeys = ["format", "encoding", "delimiter", "sheet", "header_row", "header_rows", "path"];
    private static readonly string[] s_whereKeys = ["column", "is", "is_not", "matches", "empty"];

    private static readonly Dictionary<string, FileFormat> s_formats = new(StringComparer.Ordinal)
    {
        ["csv"] = FileFormat.Csv, ["tsv"] = FileFormat.Csv, ["xlsx"] = FileFormat.Excel, ["xls"] = FileFormat.Excel, ["excel"] = FileFormat.Excel, ["ods"] = FileFormat.OpenDocument,
        ["fods"] = FileFormat.FlatOpenDocument, ["html"] = FileFormat.Html, ["dbf"] = FileFormat.Dbf, ["json"] = FileFormat.Json, ["jsonl"] = FileFormat.JsonLines,
        ["json_lines"] = FileFormat.JsonLines, ["xml"] = FileFormat.Xml,
    };

    public Mapping? Read(YamlMappingNode root, string defaultName)
    {
        faults.CheckKeys(root, s_keys, "");
        var name = faults.Text(root, "name") ?? defaultName;
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            faults.Add(root, $"name '{name}' must be lower-case letters, digits and underscores");
        }

        var formats = DateFormats(root);
        var feedName = faults.Text(root, "feed");
        var feed = feedName is null ? null : FeedList.Find(feedName);
        if (feed is null)
        {
            faults.AddUnknown(MappingFaults.Child(root, "feed") ?? root, "feed must be a feed", feedName ?? "", FeedList.Names);
        }

        var columns = new ColumnMappings(faults, folder).Read(root, feed, new TypeContext(new DateOnly(PartialTime.LastYear, 12, 31), formats, []));
        var table = Table(root);
        var read = columns.Columns.Values.SelectMany(c => c.Reads).Where(read => read is not (Unpivot.NameColumn or Unpivot.ValueColumn)).Concat(table.Reads).ToList();
        var reading = Reading(MappingFaults.Child(root, "file")) with
        {
            KnownNames = read.Select(Known).ToHashSet(StringComparer.Ordinal),
            DateNames = (feed?.Columns ?? []).Where(c => c.Type is "date" or "date_ahead" or "timestamp" or "instant" or "month")
                .SelectMany(c => columns.Columns.GetValueOrDefault(c.Name)?.Reads ?? []).Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal),
            Nested = [.. read.Where(NestedName.Is).Distinct(StringComparer.Ordinal)],
            Table = table,
        };
        OneOf(root, "missing", "unknown", "refuse", "refuse (a file that lacks a column is refused) or unknown (its values are unknown)");
        OneOf(root, "same_key", "ask", "replace", "ask (a row whose whole content differs from the record of its key stops the file) or replace (it corrects the record)");
        var zone = Zone(root);
        return feed is null ? null : new Mapping(
            name, faults.Text(root, "source") ?? name, feed, reading, formats, faults.Texts(root, "unknown"), columns.Columns, faults.Texts(root, "drop"),
            MayLack: faults.Text(root, "missing") == "unknown")
        {
            Title = faults.Text(root, "title"),
            TimeZone = zone,
            ReplacesRecords = faults.Text(root, "same_key") == "replace",
            Text = columns.LookedUp,
        };
    }

    private static string Known(string name) => ReadSettings.IsPattern(name) ? name : HeaderName.Fold(name);

    private void OneOf(YamlMappingNode root, string key, string one, string other, string expected)
    {
        if (faults.Text(root, key) is { } said && said != one && said != other)
        {
            faults.Add(MappingFaults.Child(root, key)!, $"{key} must be {expected}");
        }
    }

    private List<string> DateFormats(YamlMappingNode root)
    {
        var formats = faults.Texts(root, "date_format");
        foreach (var format in formats.Where(f => !f.Contains("yy", StringComparison.Ordinal) || !IsFormat(f)))
        {
            faults.Add(MappingFaults.Child(root, "date_format")!, $"date_format '{format}' is not a date format such as dd/MM/yyyy");
        }

        return formats;
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

    private TimeZoneInfo? Zone(YamlMappingNode root)
    {
        if (faults.Text(root, "time_zone") is not { } name)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        faults.Add(MappingFaults.Child(root, "time_zone")!, $"time_zone '{name}' is no time zone; expected one such as UTC, Asia/Bishkek or Europe/Moscow");
        return null;
    }

    private TableSettings Table(YamlMappingNode root)
    {
        var where = MappingFaults.Child(root, "where") switch
        {
            null => [],
            YamlSequenceNode list => list.Children.Select(Condition).OfType<RowCondition>().ToList(),
            var one => Condition(one) is { } condition ? [condition] : [],
        };
        var fill = faults.Texts(root, "fill_down");
        var unpivot = MappingFaults.Child(root, "unpivot") is { } node ? Unpivoted(node) : null;
        return fill.Count == 0 && where.Count == 0 && unpivot is null ? TableSettings.None : new TableSettings(fill, where, unpivot);
    }

    private RowCondition? Condition(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            faults.Add(node, $"a condition of where must have keys: {string.Join(", ", s_whereKeys)}");
            return null;
        }

        faults.CheckKeys(map, s_whereKeys, "where.");
        var column = faults.Text(map, "column");
        if (column is not { Length: > 0 } || map.Children.Count < 2)
        {
            faults.Add(map, "a condition of where names a column, and says what its value is (is), is not (is_not), fits (matches), or whether it is empty");
        }

        var empty = faults.Text(map, "empty");
        if (empty is not (null or "true" or "false"))
        {
            faults.Add(MappingFaults.Child(map, "empty")!, "empty must be true or false");
        }

        return new RowCondition(
            column ?? "", MappingFaults.Child(map, "is") is { } wanted ? faults.Scalars(wanted) : null, faults.Texts(map, "is_not"), faults.Pattern(map, "matches"), empty is null ? null : empty == "true");
    }

    private Unpivot? Unpivoted(YamlNode node)
    {
        var columns = node switch
        {
            YamlMappingNode map => map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", (string?)((c.Value as YamlScalarNode)?.Value ?? ""))).ToList(),
            _ => faults.Scalars(node).ConvertAll(name => (name, (string?)null)),
        };
        foreach (var (column, _) in columns.Where(c => ReadSettings.IsPattern(c.Item1) && !SafePattern.IsGood(c.Item1[1..^1])))
        {
            faults.Add(node, $"'{column}' is no pattern of the safe kind");
        }

        if (columns.Count == 0 || columns.Exists(c => c.Item1.Length == 0))
        {
            faults.Add(node, "unpivot lists columns, or columns and the label of each; a row then has the label in #name and the value in #value");
            return null;
        }

        return new Unpivot(columns);
    }

    private ReadSettings Reading(YamlNode? node)
    {
        if (node is null)
        {
            return new ReadSettings();
        }

        if (node is not YamlMappingNode file)
        {
            faults.Add(node, $"file must have keys: {string.Join(", ", s_fileKeys)}");
            return new ReadSettings();
        }

        faults.CheckKeys(file, s_fileKeys, "file.");
        FileFormat? format = null;
        if (faults.Text(file, "format") is { } formatName)
        {
            format = s_formats.TryGetValue(formatName, out var known) ? known : null;
            if (format is null)
            {
                faults.AddUnknown(MappingFaults.Child(file, "format")!, $"file.format '{formatName}' is not read", formatName, s_formats.Keys);
            }
        }

        Encoding? encoding = null;
        if (faults.Text(file, "encoding") is { } encodingName && (encoding = TextEncoding.Named(encodingName)) is null)
        {
            faults.Add(MappingFaults.Child(file, "encoding")!, "file.encoding must be one such as utf-8, utf-16, windows-1251, cp866, koi8-r or mac-cyrillic");
        }

        char? delimiter = faults.Text(file, "delimiter") switch
        {
            null => null,
            "tab" or "\\t" => '\t',
            [var one] when one < 128 => one,
            _ => BadDelimiter(file),
        };
        var sheets = faults.Texts(file, "sheet");
        return new ReadSettings(
            format, encoding, delimiter, sheets is [var sheet] && !ReadSettings.IsPattern(sheet) ? sheet : null,
            faults.Number(file, "header_row", row => row > 0, "a row number from 1"), faults.Text(file, "path"))
        {
            Sheets = sheets is [] || (sheets is [var only] && !ReadSettings.IsPattern(only)) ? null : sheets,
            HeaderRows = faults.Number(file, "header_rows", rows => rows is > 0 and <= 10, "a number of rows from 1 to 10"),
        };
    }

    private char? BadDelimiter(YamlMappingNode file)
    {
        faults.Add(MappingFaults.Child(file, "delimiter")!, "file.delimiter must be one character, or tab");
        return null;
    }
}
