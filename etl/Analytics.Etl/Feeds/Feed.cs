using Analytics.Domain;

namespace Analytics.Etl.Feeds;

/// <summary>A feed as its <c>feed.yml</c> declares it: the fixed contract between sources and the warehouse.</summary>
/// <param name="Name">One word in every layer: raw and core table, source configuration.</param>
/// <param name="Title">What its rows are, for those who fill them in.</param>
/// <param name="Sender">Who or what the rows come from, for those who read figures made of them.</param>
/// <param name="Grain">What one row is.</param>
/// <param name="Key">Natural key: the columns by which a row is found again.</param>
/// <param name="Identity">Columns that a correction leaves alone, its date first: a row in which most of them differ is another record. None for a feed whose key says all.</param>
/// <param name="Facts">The scripts that make facts of its versions, in order, by their paths under <c>Feeds</c>.</param>
/// <param name="Tables">The tables of <c>mart</c> that those scripts alone fill, which a rebuild empties.</param>
/// <param name="Reports">Whether its sources owe a report for each period.</param>
internal sealed record Feed(
    string Name, LocalText Title, LocalText Sender, LocalText Grain, IReadOnlyList<string> Key, IReadOnlyList<string> Identity, FeedLimits Limits, IReadOnlyList<string> Facts, IReadOnlyList<string> Tables,
    bool Reports, IReadOnlyList<FeedColumn> Columns)
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

/// <param name="Title">Its heading, for those who fill it in.</param>
/// <param name="Type">A name of <see cref="Types.ColumnTypes"/>.</param>
/// <param name="Codes">Codes of a <c>code</c> or <c>codes</c> column.</param>
/// <param name="List">Reference list whose names in three languages are accepted for the codes.</param>
/// <param name="Max">Longest text in bytes, or largest number.</param>
/// <param name="Missing">What <c>core</c> holds where nothing was stated, such as in a part of a key; null for null.</param>
/// <param name="IsBoolean">Whether yes and no are true and false in <c>core</c>.</param>
internal sealed record FeedColumn(
    string Name, LocalText Title, string Type, bool Required, IReadOnlyList<string> Codes, string? List, int? Min, int? Max, string? Missing = null, bool IsBoolean = false);
