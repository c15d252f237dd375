using Analytics.Contracts;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Files.Sheets;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>A file's header bound to a feed through a mapping: one reader a feed column, or why the header does not fit.</summary>
internal static class Binding
{
    private const int MostShown = 12;

    /// <summary>Columns that reading adds to a file.</summary>
    private static readonly string[] s_own = [RowHashReader.KeptUnder, SheetRows.SheetColumn, SheetRows.TitleColumn, Unpivot.NameColumn, Unpivot.ValueColumn];

    /// <param name="isFixed">Whether the header has every column that the file could have.</param>
    /// <param name="refusal">Which columns are missing, unknown or forbidden; null when the header fits. It quotes no value.</param>
    /// <returns>Readers in the order of the feed's columns, or null with a refusal.</returns>
    public static ColumnReader[]? Bind(IReadOnlyList<string> header, bool isFixed, Mapping mapping, out LocalText? refusal)
    {
        var dropped = mapping.Dropped.Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        var folded = header.Select(HeaderName.Fold).ToArray();
        var faults = Identifiers(header, folded, mapping.Feed, dropped).Concat(Repeated(header, folded, mapping)).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(mapping.IsCanonical ? CanonicalFaults(header, folded, mapping.Feed) : MissingFaults(header, folded, isFixed, mapping));
        }

        refusal = faults.Count == 0 ? null : Joined(faults);
        return faults.Count > 0 ? null : [.. mapping.Feed.Columns.Select(c => Reader(c, folded, header, mapping))];
    }

    private static ColumnReader Reader(FeedColumn column, string[] folded, IReadOnlyList<string> header, Mapping mapping) =>
        mapping.Columns.GetValueOrDefault(column.Name) switch
        {
            FromColumn from when IndexOf(from, folded, header) is var index and >= 0 => new FieldReader(index, from, mapping.Unknown),
            Joined joined when joined.Parts.Select(part => (Index: IndexOf(part, folded, header), Part: part)).Where(part => part.Index >= 0).ToArray() is { Length: > 0 } parts =>
                new JoinedReader([.. parts.Select(part => new FieldReader(part.Index, part.Part, mapping.Unknown))], joined.With),
            Constant constant => new ConstantReader(constant.Value),
            Flags flags => new FlagsReader(
                [.. flags.Columns.Select(f => (Index: HeaderIndex.Of(f.Column, folded, header), f.Codes)).Where(f => f.Index >= 0)], flags, mapping.Unknown, many: column.Type == "codes"),
            RowHash when header.Contains(RowHashReader.KeptUnder, StringComparer.Ordinal) => new FieldReader(header.ToList().IndexOf(RowHashReader.KeptUnder), new FromColumn("", [], null), []),
            RowHash => new RowHashReader(header.Count),
            _ => new AbsentReader(),
        };

    /// <summary>The first of the names of a column that the file has.</summary>
    private static int IndexOf(FromColumn from, string[] folded, IReadOnlyList<string> header) =>
        from.Reads.Select(name => HeaderIndex.Of(name, folded, header)).FirstOrDefault(index => index >= 0, -1);

    /// <summary>What the mapping reads and the file lacks; of names that stand for each other the first.</summary>
    public static IReadOnlyList<string> Lacking(IReadOnlyList<string> header, Mapping mapping)
    {
        string[] folded = [.. header.Select(HeaderName.Fold)];
        return mapping.IsCanonical ? [] :
        [
            .. mapping.Columns.Values.SelectMany(column => column.Needs).Where(names => names.All(name => HeaderIndex.Of(name, folded, header) < 0)).Select(names => names[0])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static LocalText Joined(List<LocalText> faults) => new(
        string.Join("; ", faults.Select(f => f.En)), string.Join("; ", faults.Select(f => f.Ru)), string.Join("; ", faults.Select(f => f.Ky)));

    private static IEnumerable<LocalText> Identifiers(IReadOnlyList<string> header, string[] folded, Feed feed, HashSet<string> dropped)
    {
        var ours = feed.Columns.Select(c => c.Name).Concat(s_own).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            if (!dropped.Contains(folded[i]) && !ours.Contains(folded[i]) && PersonalDataDetection.InHeader(header[i]) is { } kind)
            {
                yield return new LocalText(
                    $"column {i + 1} looks like a direct identifier ({kind.En}; rule identifier_column), and none is ever taken in; remove it, or name it under 'drop' in a mapping",
                    $"столбец {i + 1} похож на прямой идентификатор ({kind.Ru}; правило identifier_column), такие данные не принимаются; удалите столбец или укажите его в разделе drop сопоставления",
                    $"{i + 1}-тилке түз идентификаторго окшош ({kind.Ky}; identifier_column эрежеси), мындай маалымат кабыл алынбайт; тилкени алып салыңыз же дал келтирүүнүн drop бөлүмүндө көрсөтүңүз");
            }
        }
    }

    private static IEnumerable<LocalText> Repeated(IReadOnlyList<string> header, string[] folded, Mapping mapping)
    {
        var read = mapping.Columns.Values.SelectMany(c => c.Reads).Where(name => mapping.IsCanonical || HeaderIndex.Exactly(name, header) < 0).Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var group in folded.Index().GroupBy(h => h.Item, StringComparer.Ordinal).Where(g => g.Count() > 1 && read.Contains(g.Key)))
        {
            var places = group.Select(g => g.Index + 1).ToList();
            yield return new LocalText(
                $"columns {string.Join(" and ", places)} have the same name '{group.Key}'",
                $"у столбцов {string.Join(" и ", places)} одно и то же имя «{group.Key}»",
                $"{string.Join(" жана ", places)}-тилкелердин аты бирдей: «{group.Key}»");
        }
    }

    private static IEnumerable<LocalText> CanonicalFaults(IReadOnlyList<string> header, string[] folded, Feed feed)
    {
        var found = feed.Columns.Select(c => HeaderIndex.Of(c.Name, folded, header)).ToList();
        if (found.TrueForAll(i => i < 0))
        {
            yield return new LocalText(
                "no column of {0} was found in the first {1} rows; expected a header with {2}, or a mapping",
                "в первых {1} строках не найдено ни одного столбца потока {0}; ожидается заголовок с {2} или сопоставление",
                "алгачкы {1} сапта {0} агымынын бир да тилкеси табылган жок; {2} бар аталыштар же дал келтирүү күтүлөт").With(
                feed.Name, ReadSettings.HeaderSearchRows, string.Join(", ", feed.Columns.Where(c => c.Required).Select(c => c.Name)));
            yield break;
        }

        var missing = feed.Columns.Where((c, i) => c.Required && found[i] < 0).Select(c => c.Name).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            yield return new LocalText($"missing column{(missing.Count == 1 ? "" : "s")}: {names}", $"нет обязательных столбцов: {names}", $"милдеттүү тилкелер жок: {names}");
        }

        var unknown = header.Index().Where(h => folded[h.Index].Length > 0 && !found.Contains(h.Index)).ToList();
        if (unknown.Count > 0)
        {
            var more = unknown.Count - MostShown;
            var taken = string.Join(", ", feed.Columns.Select(c => c.Name));
            yield return new LocalText(
                $"unknown column{(unknown.Count == 1 ? "" : "s")}: {Shown(unknown, "column {0}")}{(more > 0 ? $" and {more} more" : "")}; {feed.Name} takes {taken}; other layouts need a mapping",
                $"неизвестные столбцы: {Shown(unknown, "столбец {0}")}{(more > 0 ? $" и ещё {more}" : "")}; поток {feed.Name} принимает {taken}; для другой структуры нужно сопоставление",
                $"белгисиз тилкелер: {Shown(unknown, "{0}-тилке")}{(more > 0 ? $" жана дагы {more}" : "")}; {feed.Name} агымы кабыл алат: {taken}; башка түзүм үчүн дал келтирүү керек");
        }
    }

    private static string Shown(IEnumerable<(int Index, string Item)> columns, string place) => string.Join(", ", columns.Take(MostShown).Select(h =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, MayBeShown(h.Item) ? $"'{h.Item.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}' ({place})" : place, h.Index + 1)));

    /// <summary>A header's name is repeated to its sender, unless it looks like a value.</summary>
    public static bool MayBeShown(string name) => name.Length <= 40 && PersonalDataDetection.InHeader(name) is null && name.Count(char.IsAsciiDigit) < 5;

    /// <summary>Which of the file's columns give which of the feed's, and which look like identifiers; also of a header that does not fit.</summary>
    public static IReadOnlyList<ColumnPreview> Look(IReadOnlyList<string> header, Mapping mapping)
    {
        var folded = header.Select(HeaderName.Fold).ToArray();
        var dropped = mapping.Dropped.Select(HeaderName.Fold).ToHashSet(StringComparer.Ordinal);
        var readAs = mapping.Columns
            .SelectMany(c => c.Value.Reads.Select(r => (Feed: c.Key, Index: HeaderIndex.Of(r, folded, header))))
            .Where(c => c.Index >= 0)
            .ToLookup(c => c.Index, c => c.Feed);
        return [.. header.Select((name, i) => new ColumnPreview(
            MayBeShown(name) ? name : "",
            i + 1,
            readAs.Contains(i) ? string.Join(", ", readAs[i]) : null,
            readAs.Contains(i) || dropped.Contains(folded[i]) ? null : PersonalDataDetection.InHeader(name)))];
    }

    private static IEnumerable<LocalText> MissingFaults(IReadOnlyList<string> header, string[] folded, bool isFixed, Mapping mapping)
    {
        var mayLack = mapping.MayLack || !isFixed;
        var missing = mapping.Columns
            .Where(c => !mayLack || mapping.Feed.Columns[mapping.Feed.IndexOf(c.Key)].Required)
            .SelectMany(c => c.Value.Needs)
            .Where(names => names.All(name => HeaderIndex.Of(name, folded, header) < 0))
            .Select(names => names[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Take(MostShown));
            var more = missing.Count - MostShown;
            yield return new LocalText(
                $"the file lacks {missing.Count} column{(missing.Count == 1 ? "" : "s")} that the mapping reads: {names}{(more > 0 ? $" and {more} more" : "")}",
                $"в файле нет столбцов, которые читает сопоставление ({missing.Count}): {names}{(more > 0 ? $" и ещё {more}" : "")}",
                $"дал келтирүү окуган тилкелер файлда жок ({missing.Count}): {names}{(more > 0 ? $" жана дагы {more}" : "")}");
        }
    }
}
