namespace Analytics.Etl.Feeds;

/// <summary>A feed as its <c>feed.yml</c> declares it: the fixed contract between sources and the warehouse.</summary>
/// <param name="Name">One word in every layer: folder, raw and core table, source configuration.</param>
/// <param name="Key">Natural key: the columns by which a row is found again.</param>
internal sealed record Feed(string Name, string Grain, IReadOnlyList<string> Key, FeedLimits Limits, IReadOnlyList<FeedColumn> Columns)
{
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>How much may be wrong with a file before the whole of it is refused.</summary>
/// <param name="BadShare">Largest share of rejected rows, 0 to 1.</param>
/// <param name="BadRows">Largest number of rejected rows, whatever their share: beyond it the fault is in the file.</param>
internal sealed record FeedLimits(double BadShare, int BadRows);

/// <param name="Type">A name of <see cref="Types.ColumnTypes"/>.</param>
/// <param name="Codes">Codes of a <c>code</c> or <c>codes</c> column.</param>
/// <param name="List">Reference list whose names in three languages are accepted for the codes.</param>
/// <param name="Max">Longest text in bytes, or largest number.</param>
internal sealed record FeedColumn(string Name, string Type, bool Required, IReadOnlyList<string> Codes, string? List, int? Min, int? Max);
