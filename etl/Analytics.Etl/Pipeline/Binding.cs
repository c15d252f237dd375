using Analytics.Etl.Feeds;
using Analytics.Etl.Files;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Pipeline;

/// <summary>A file's header bound to a feed through a mapping: one reader a feed column, or why the header does not fit.</summary>
internal static class Binding
{
    private const int MostShown = 12;

    /// <param name="isFixed">Whether the header has every column that the file could have.</param>
    /// <param name="refusal">One line that says which columns are missing, unknown or forbidden; it quotes no value.</param>
    /// <returns>Readers in the order of the feed's columns, or null with a refusal.</returns>
    public static ColumnReader[]? Bind(IReadOnlyList<string> header, bool isFixed, Mapping mapping, out string refusal)
    {
        var dropped = mapping.Dropped.Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        var folded = header.Select(HeaderName.Fold).ToArray();
        var faults = Identifiers(header, folded, mapping.Feed, dropped).Concat(Repeated(folded, mapping)).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(mapping.IsCanonical ? CanonicalFaults(header, folded, mapping.Feed) : MissingFaults(header, folded, isFixed, mapping));
        }

        refusal = string.Join("; ", faults);
        return faults.Count > 0 ? null : [.. mapping.Feed.Columns.Select(c => Reader(c, folded, header, mapping))];
    }

    private static ColumnReader Reader(FeedColumn column, string[] folded, IReadOnlyList<string> header, Mapping mapping) =>
        mapping.Columns.GetValueOrDefault(column.Name) switch
        {
            FromColumn from when IndexOf(from.Column, folded, header) is var index and >= 0 => new FieldReader(index, from, mapping.Unknown),
            Constant constant => new ConstantReader(constant.Value),
            Flags flags => new FlagsReader(
                [.. flags.Columns.Select(f => (Index: IndexOf(f.Column, folded, header), f.Codes)).Where(f => f.Index >= 0)], mapping.Unknown, many: column.Type == "codes"),
            RowHash when header.Contains(RowHashReader.KeptUnder, StringComparer.Ordinal) => new FieldReader(header.ToList().IndexOf(RowHashReader.KeptUnder), new FromColumn("", [], null), []),
            RowHash => new RowHashReader(header.Count),
            _ => new AbsentReader(),
        };

    /// <inheritdoc cref="IndexOf(string, string[], IReadOnlyList{string})"/>
    public static int IndexOf(string name, IReadOnlyList<string> header) => IndexOf(name, [.. header.Select(HeaderName.Fold)], header);

    /// <summary>The column of that name; else the only one inside it or inside a group, as nested formats give: <c>forms.form</c> or <c>case/forms</c> for <c>forms</c>.</summary>
    private static int IndexOf(string name, string[] folded, IReadOnlyList<string> header)
    {
        var index = Array.IndexOf(folded, HeaderName.Fold(name));
        if (index >= 0)
        {
            return index;
        }

        var inside = header.Index().Where(h => h.Item.StartsWith($"{name}.", StringComparison.OrdinalIgnoreCase)
            || h.Item.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase) || h.Item.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase)).ToList();
        return inside is [var only] ? only.Index : -1;
    }

    private static IEnumerable<string> Identifiers(IReadOnlyList<string> header, string[] folded, Feed feed, HashSet<string> dropped)
    {
        var ours = feed.Columns.Select(c => c.Name).Append(RowHashReader.KeptUnder).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            if (!dropped.Contains(folded[i]) && !ours.Contains(folded[i]) && IdentifierFirewall.InHeader(header[i]) is { } kind)
            {
                yield return $"column {i + 1} looks like a direct identifier ({kind}; rule identifier_column), and none is ever taken in; remove it, or name it under 'drop' in a mapping";
            }
        }
    }

    private static IEnumerable<string> Repeated(string[] folded, Mapping mapping)
    {
        var read = mapping.Columns.Values.SelectMany(c => c.Reads).Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var group in folded.Index().GroupBy(h => h.Item, StringComparer.Ordinal).Where(g => g.Count() > 1 && read.Contains(g.Key)))
        {
            yield return $"columns {string.Join(" and ", group.Select(g => g.Index + 1))} have the same name '{group.Key}'";
        }
    }

    private static IEnumerable<string> CanonicalFaults(IReadOnlyList<string> header, string[] folded, Feed feed)
    {
        var found = feed.Columns.Select(c => IndexOf(c.Name, folded, header)).ToList();
        if (found.TrueForAll(i => i < 0))
        {
            yield return $"no column of {feed.Name} was found in the first {ReadSettings.HeaderSearchRows} rows; expected a header with {string.Join(", ", feed.Columns.Where(c => c.Required).Select(c => c.Name))}, or a mapping";
            yield break;
        }

        var missing = feed.Columns.Where((c, i) => c.Required && found[i] < 0).Select(c => c.Name).ToList();
        if (missing.Count > 0)
        {
            yield return $"missing column{(missing.Count == 1 ? "" : "s")}: {string.Join(", ", missing)}";
        }

        var unknown = header.Index().Where(h => folded[h.Index].Length > 0 && !found.Contains(h.Index)).ToList();
        if (unknown.Count > 0)
        {
            var shown = string.Join(", ", unknown.Take(MostShown).Select(h => Shown(h.Index, h.Item)));
            yield return $"unknown column{(unknown.Count == 1 ? "" : "s")}: {shown}{(unknown.Count > MostShown ? $" and {unknown.Count - MostShown} more" : "")}; {feed.Name} takes {string.Join(", ", feed.Columns.Select(c => c.Name))}; other layouts need a mapping";
        }
    }

    /// <summary>A header's name, unless it looks like a value: then its place only.</summary>
    private static string Shown(int index, string name) =>
        name.Length <= 40 && IdentifierFirewall.InHeader(name) is null && name.Count(char.IsAsciiDigit) < 5
            ? $"'{name}' (column {index + 1})"
            : $"column {index + 1}";

    private static IEnumerable<string> MissingFaults(IReadOnlyList<string> header, string[] folded, bool isFixed, Mapping mapping)
    {
        var mayLack = mapping.MayLack || !isFixed;
        var missing = mapping.Columns
            .Where(c => !mayLack || mapping.Feed.Columns[mapping.Feed.IndexOf(c.Key)].Required)
            .SelectMany(c => c.Value.Reads)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(r => IndexOf(r, folded, header) < 0)
            .ToList();
        if (missing.Count > 0)
        {
            yield return $"the file lacks {missing.Count} column{(missing.Count == 1 ? "" : "s")} that the mapping reads: {string.Join(", ", missing.Take(MostShown))}{(missing.Count > MostShown ? $" and {missing.Count - MostShown} more" : "")}";
        }
    }
}
