using System.Globalization;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Ingest.Files;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Mappings;

/// <summary>Reads where a mapping takes the values of each feed column from.</summary>
/// <param name="folder">Where look-up files lie; null when the mapping lies nowhere.</param>
internal sealed class ColumnMappings(MappingFaults faults, string? folder)
{
    private static readonly string[] s_kinds = ["from", "parent", "count", "join", "value", "flags", "row_hash"];
    private static readonly string[] s_steps = ["codes", "lookup", "split", "strip", "extract", "part", "by"];
    private static readonly string[] s_keys = [.. s_kinds, .. s_steps, "with", "yes", "no"];
    private static readonly string s_oneOf = string.Join(", ", s_kinds);

    private readonly StringBuilder _lookedUp = new();

    /// <param name="feed">Null where the mapping names none that there is; the columns are then read for their faults.</param>
    public (Dictionary<string, ColumnMapping> Columns, string LookedUp) Read(YamlMappingNode root, Feed? feed, TypeContext context)
    {
        var columns = new Dictionary<string, ColumnMapping>(StringComparer.Ordinal);
        if (MappingFaults.Child(root, "columns") is not YamlMappingNode node)
        {
            faults.Add(MappingFaults.Child(root, "columns") ?? root, "columns must list feed columns and where their values come from");
            return (columns, "");
        }

        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var index = feed?.IndexOf(name) ?? 0;
            if (index < 0)
            {
                faults.AddUnknown(key, $"'{name}' is no column of {feed!.Name}", name, [.. feed.Columns.Select(c => c.Name)]);
            }

            if (Column(value, name) is { } column && index >= 0)
            {
                columns[name] = column;
                if (feed is not null)
                {
                    CheckValues(value, feed.Columns[index], column, context);
                }
            }
        }

        foreach (var column in (feed?.Columns ?? []).Where(c => c.Required && !node.Children.Keys.OfType<YamlScalarNode>().Any(k => k.Value == c.Name)))
        {
            faults.Add(node, $"columns lacks {column.Name}, which {feed!.Name} requires");
        }

        return (columns, _lookedUp.ToString());
    }

    private ColumnMapping? Column(YamlNode node, string name)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } source })
        {
            return From(node, source);
        }

        if (node is not YamlMappingNode map)
        {
            faults.Add(node, $"{name} must be the name of a column, or one of: {s_oneOf}");
            return null;
        }

        faults.CheckKeys(map, s_keys, $"{name}.");
        var kinds = s_kinds.Where(k => MappingFaults.Child(map, k) is not null).ToList();
        if (kinds.Count != 1)
        {
            faults.Add(map, $"{name} must have exactly one of: {s_oneOf}");
            return null;
        }

        switch (kinds[0])
        {
            case "value":
                return new Constant(faults.Text(map, "value") ?? "");
            case "row_hash":
                return new RowHash();
            case "flags" when MappingFaults.Child(map, "flags") is YamlMappingNode flags:
                return new Flags(
                    [.. flags.Children.Select(f => ((f.Key as YamlScalarNode)?.Value ?? "", (IReadOnlyList<string>)faults.Scalars(f.Value)))],
                    faults.Texts(map, "yes"), faults.Texts(map, "no"));
            case "join" when MappingFaults.Child(map, "join") is YamlSequenceNode { Children.Count: > 1 } join:
                return new Joined([.. join.Children.Select(part => Part(part, name)).OfType<FromColumn>()], faults.Text(map, "with") ?? " ");
            case "from" when MappingFaults.Child(map, "from") is YamlSequenceNode { Children.Count: > 0 } names && faults.Scalars(names) is [var first, .. var others]:
                return Steps(map, first) with { Others = others };
            case "from" or "parent" or "count" when faults.Text(map, kinds[0]) is { Length: > 0 } from:
                return Steps(map, kinds[0] switch { "parent" => NestedName.Parent(from), "count" => NestedName.Count(from), _ => from });
            default:
                faults.Add(map, $"{name}.{kinds[0]} has the wrong form");
                return null;
        }
    }

    /// <summary>A part of a joined value: the name of a column, or a column with what is done to its value.</summary>
    private FromColumn? Part(YamlNode node, string name)
    {
        if (Column(node, $"{name}.join") is FromColumn part)
        {
            return part;
        }

        faults.Add(node, $"a part of {name}.join must be the name of a column, or have from, parent or count");
        return null;
    }

    private FromColumn From(YamlNode node, string column)
    {
        if (ReadSettings.IsPattern(column) && !SafePattern.IsGood(column[1..^1]))
        {
            faults.Add(node, $"'{column}' is no pattern of the safe kind: no look-around, no back references");
        }

        return new FromColumn(column, [], null);
    }

    private FromColumn Steps(YamlMappingNode map, string column)
    {
        var codes = MappingFaults.Child(map, "codes") is YamlMappingNode table
            ? table.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", string.Join('|', faults.Scalars(c.Value)))).ToList()
            : [];
        if (MappingFaults.Child(map, "codes") is { } node and not YamlMappingNode)
        {
            faults.Add(node, "codes must list received words and the code of each");
        }

        if (faults.Text(map, "lookup") is { } lookup)
        {
            codes.AddRange(LookUp(map, lookup));
        }

        return From(map, column) with
        {
            Codes = codes,
            Split = faults.Text(map, "split"),
            Strip = faults.Pattern(map, "strip"),
            Extract = faults.Pattern(map, "extract"),
            Part = faults.Number(map, "part", part => part != 0, "a whole number from 1, or from -1 backwards"),
            By = faults.Text(map, "by") is { Length: > 0 } by ? by : " ",
        };
    }

    /// <summary>Received words and codes of a file beside the mapping: its first two columns, under a header.</summary>
    private List<(string, string)> LookUp(YamlMappingNode map, string name)
    {
        var node = MappingFaults.Child(map, "lookup")!;
        if (folder is null || Path.GetFileName(name) != name)
        {
            faults.Add(node, $"lookup '{name}' must be the name of a file in the folder of the mapping");
            return [];
        }

        var codes = new List<(string, string)>();
        try
        {
            using var rows = SourceFile.Open(Path.Combine(folder, name), new ReadSettings());
            while (rows.Header.Count >= 2 && rows.Read())
            {
                codes.Add((Encoding.UTF8.GetString(rows[0]).Trim(), Encoding.UTF8.GetString(rows[1]).Trim()));
            }
        }
        catch (Exception e) when (e is UnreadableFileException or IOException or UnauthorizedAccessException)
        {
            faults.Add(node, $"lookup '{name}' cannot be read: {(e is FileNotFoundException ? "there is no such file beside the mapping" : e is UnreadableFileException ? e.Message : e.GetType().Name)}");
            return [];
        }

        if (codes.Count == 0)
        {
            faults.Add(node, $"lookup '{name}' has no rows of two columns under a header: what is received, and its code");
        }

        _lookedUp.Append(CultureInfo.InvariantCulture, $"\n{name}\n{string.Join('\n', codes)}");
        return codes;
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
                faults.Add(Where(node, value), $"'{value}' is no value of {column.Name}; expected {problem.Expected.En}");
            }
        }

        if (mapping is RowHash && column.Type is not ("reference" or "text"))
        {
            faults.Add(node, $"row_hash makes a reference, which {column.Name} is not");
        }
    }

    /// <summary>The line on which a value stands.</summary>
    private static YamlNode Where(YamlNode node, string value) =>
        node.AllNodes.OfType<YamlScalarNode>().LastOrDefault(scalar => scalar.Value == value) ?? node;
}
