namespace Analytics.Etl.Ingest.Files;

/// <summary>Something about a file that its reader should know: what was recognised as no data and left out, or what was hidden in it.</summary>
/// <param name="What">One of the constants of this type.</param>
/// <param name="Count">How many rows, columns or sheets.</param>
/// <param name="Lines">The first of them, where they are rows.</param>
/// <param name="Names">Their names, where they have any; never a value.</param>
internal sealed record FileRemark(string What, long Count, IReadOnlyList<long> Lines, IReadOnlyList<string> Names)
{
    /// <summary>Rows that repeat the header, or number its columns.</summary>
    public const string Header = "repeated_header";

    /// <summary>Rows of totals.</summary>
    public const string Total = "total";

    /// <summary>Rows with a note or a signature.</summary>
    public const string Note = "note";

    /// <summary>Rows that the mapping leaves out.</summary>
    public const string Filtered = "filtered";

    /// <summary>Rows that their format keeps as deleted.</summary>
    public const string Deleted = "marked_as_deleted";

    /// <summary>Sheets with another header.</summary>
    public const string OtherSheet = "other_sheet";

    /// <summary>Sheets that are hidden and not read.</summary>
    public const string HiddenSheet = "hidden_sheet";

    /// <summary>Rows that are hidden, and read.</summary>
    public const string HiddenRow = "hidden_row_read";

    /// <summary>Columns that the mapping reads and the file lacks; what they would say is unknown.</summary>
    public const string MissingColumn = "missing_column";

    /// <summary>Rows with a number in their first column and nothing else.</summary>
    public const string Blank = "numbered_blank";

    /// <summary>Columns that are hidden, and read.</summary>
    public const string HiddenColumn = "hidden_column_read";

    public const int MostShown = 50;
}

/// <summary>Collects remarks on rows while they are read.</summary>
internal sealed class RowRemarks
{
    private readonly Dictionary<string, (long Count, List<long> Lines)> _rows = new(StringComparer.Ordinal);

    public IReadOnlyList<FileRemark> All => [.. _rows.Select(row => new FileRemark(row.Key, row.Value.Count, row.Value.Lines, []))];

    public void Add(string what, long line)
    {
        var (count, lines) = _rows.GetValueOrDefault(what, (0, []));
        if (lines.Count < FileRemark.MostShown)
        {
            lines.Add(line);
        }

        _rows[what] = (count + 1, lines);
    }
}
