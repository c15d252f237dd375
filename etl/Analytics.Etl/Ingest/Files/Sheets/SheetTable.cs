using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>A sheet of a workbook as far as the top of it tells.</summary>
/// <param name="HasRows">Whether anything stands in its first rows.</param>
/// <param name="Title">What stands above its header; empty where nothing does.</param>
/// <param name="HeaderEnd">The last row of the same header as the table's, from 1; null where the sheet has another one or is not wanted.</param>
internal sealed record SheetTop(string Name, bool IsHidden, bool HasRows, string Title, int? HeaderEnd);

/// <summary>Where the table of a workbook begins: which sheet and rows hold most of the names to expect.</summary>
/// <param name="Sheet">Number of the sheet, from 0.</param>
/// <param name="HeaderRow">First row of the header, from 1.</param>
/// <param name="HeaderRows">Rows of the header.</param>
/// <param name="Names">Names of the columns.</param>
/// <param name="SheetNames">All sheets, hidden ones too.</param>
internal sealed record SheetTable(int Sheet, int HeaderRow, int HeaderRows, IReadOnlyList<string> Names, IReadOnlyList<SheetTop> SheetNames)
{
    /// <summary>Without any names to expect it is the first row with a value of the first visible sheet.</summary>
    public static SheetTable Find(ISheets sheets, ReadSettings settings, Limits limits)
    {
        var tops = new List<(string Name, bool IsHidden, bool IsWanted, List<HeadRow> Rows)>();
        while (sheets.NextSheet())
        {
            Limits.Check(tops.Count + 1, limits.Parts, LimitText.Parts);
            tops.Add((sheets.Name, sheets.IsHidden, settings.Wants(sheets.Name, sheets.IsHidden), FirstRows(sheets, settings, limits)));
        }

        (int Sheet, int Row, int Rows)? best = null;
        var bestKnown = -1;
        foreach (var (index, top) in tops.Index().Where(top => top.Item.IsWanted))
        {
            foreach (var (row, count) in Candidates(top.Rows, settings))
            {
                var known = settings.CountKnown(SheetHeader.Names(top.Rows, row, count));
                if (known > bestKnown || (known == bestKnown && known > 0 && count < best!.Value.Rows))
                {
                    (best, bestKnown) = ((index, row, count), known);
                }
            }
        }

        if (best is not var (sheet, first, height))
        {
            throw new UnreadableFileException(settings.NamesSheets
                ? new LocalText(
                    "the workbook has no sheet of the name that the mapping gives, or it is empty; it has: {0}",
                    "в книге нет листа с именем из сопоставления, или он пуст; листы книги: {0}",
                    "китепте дал келтирүүдө көрсөтүлгөн барак жок же ал бош; китептин барактары: {0}").With(Listed(tops.Select(top => top.Name)))
                : new LocalText(
                    "no visible sheet of the workbook has a header row", "ни на одном видимом листе книги нет строки заголовка", "китептин көрүнгөн барактарынын эч биринде аталыштар сабы жок"));
        }

        var names = SheetHeader.Names(tops[sheet].Rows, first, height);
        names = names[..(Array.FindLastIndex(names, name => name.Length > 0) + 1)];
        var folded = names.Select(HeaderName.Fold).ToArray();
        return new SheetTable(sheet, first + 1, height, names, [.. tops.Index().Select(top => Top(top.Item, top.Index < sheet, folded, height))]);
    }

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.Take(FileRemark.MostShown).Select(ShownName.Of));

    /// <summary>First rows and heights of headers that are tried; a row that is given is one of the header's.</summary>
    private static IEnumerable<(int Row, int Count)> Candidates(List<HeadRow> rows, ReadSettings settings)
    {
        var (least, most) = settings.HeaderRows is { } height ? (height, height) : (1, settings.KnownNames is null ? 1 : SheetHeader.MostRows);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var count = least; count <= Math.Min(most, rows.Count - row); count++)
            {
                var isGiven = settings.HeaderRow is not { } given || (row < given && given <= row + count && (settings.HeaderRows is null || given == row + 1));
                if (isGiven && !rows[row].IsBlank)
                {
                    yield return (row, count);
                }
            }
        }
    }

    private static List<HeadRow> FirstRows(ISheets sheets, ReadSettings settings, Limits limits)
    {
        var rows = new List<HeadRow>();
        var most = Math.Max(ReadSettings.HeaderSearchRows, (settings.HeaderRow ?? 0) + (settings.HeaderRows ?? SheetHeader.MostRows));
        while (rows.Count < most && sheets.ReadRow())
        {
            Limits.Check(sheets.Width, limits.SheetColumns, LimitText.SheetColumn);
            var cells = new string?[sheets.Width];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = sheets[column];
            }

            rows.Add(new HeadRow(cells, [.. sheets.Merged]));
        }

        return rows;
    }

    /// <param name="isBefore">Whether the sheet stands before the one where the table begins, and so has another header.</param>
    private static SheetTop Top((string Name, bool IsHidden, bool IsWanted, List<HeadRow> Rows) top, bool isBefore, string[] folded, int height)
    {
        var first = isBefore || !top.IsWanted ? -1 : Enumerable.Range(0, Math.Max(0, top.Rows.Count - height + 1)).FirstOrDefault(row => IsHeader(top.Rows, row, folded, height), -1);
        var title = first < 0 ? "" : string.Join(" · ", top.Rows.Take(first).SelectMany(row => row.Cells).OfType<string>().Select(HeaderName.Clean).Where(text => text.Length > 0));
        return new SheetTop(top.Name, top.IsHidden, top.Rows.Exists(row => !row.IsBlank), title, first < 0 ? null : first + height);
    }

    private static bool IsHeader(List<HeadRow> rows, int row, string[] folded, int height)
    {
        var names = SheetHeader.Names(rows, row, height);
        return names.Length >= folded.Length
            && folded.Zip(names).All(pair => pair.First == HeaderName.Fold(pair.Second))
            && names.Skip(folded.Length).All(name => name.Length == 0);
    }
}
