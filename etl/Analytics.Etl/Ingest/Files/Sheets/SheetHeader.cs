namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>A row near the top of a sheet, with the merged cells that begin in it.</summary>
internal sealed record HeadRow(string?[] Cells, IReadOnlyList<MergedCells> Merged)
{
    public bool IsBlank => Array.TrueForAll(Cells, cell => cell is null);
}

/// <summary>The names of columns under a header of one or more rows: <c>parent/child</c> where a cell stands over several.</summary>
internal static class SheetHeader
{
    /// <summary>The most rows that a header is looked for in.</summary>
    public const int MostRows = 3;

    public static string[] Names(IReadOnlyList<HeadRow> rows, int first, int count)
    {
        var width = rows.Skip(first).Take(count).Max(row => row.Cells.Length);
        var levels = Enumerable.Range(first, count).Select(row => Level(rows, row, isLast: row == first + count - 1, width)).ToList();
        var names = new string[width];
        for (var column = 0; column < width; column++)
        {
            var parts = new List<string>();
            foreach (var level in levels)
            {
                if (level[column] is { Length: > 0 } part && (parts.Count == 0 || parts[^1] != part))
                {
                    parts.Add(part);
                }
            }

            names[column] = string.Join('/', parts);
        }

        return names;
    }

    /// <summary>The names of one row of a header, those of merged cells over all that they span.</summary>
    private static string[] Level(IReadOnlyList<HeadRow> rows, int index, bool isLast, int width)
    {
        var row = rows[index];
        var names = new string[width];
        for (var column = 0; column < width; column++)
        {
            names[column] = HeaderName.Clean(column < row.Cells.Length ? row.Cells[column] ?? "" : "");
        }

        if (isLast)
        {
            return names;
        }

        if (row.Merged.Count > 0)
        {
            foreach (var merged in row.Merged.Where(merged => merged.FirstColumn < width))
            {
                names.AsSpan(merged.FirstColumn, Math.Min(merged.LastColumn, width - 1) - merged.FirstColumn + 1).Fill(names[merged.FirstColumn]);
            }

            return names;
        }

        // A format that keeps no merged cells: a name stands over the empty cells behind it that have a name of their own below.
        var below = rows[index + 1].Cells;
        for (var column = 1; column < width; column++)
        {
            if (names[column].Length == 0 && column < below.Length && below[column] is not null)
            {
                names[column] = names[column - 1];
            }
        }

        return names;
    }
}
