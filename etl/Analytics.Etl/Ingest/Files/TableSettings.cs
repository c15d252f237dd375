namespace Analytics.Etl.Ingest.Files;

/// <summary>A condition on the rows that a mapping wants; a row that does not meet it is left out and counted.</summary>
/// <param name="Column">Column of the file.</param>
/// <param name="Is">Values that are wanted, whatever their case; null for any.</param>
/// <param name="IsNot">Values that are not wanted.</param>
/// <param name="Matches">Pattern that a wanted value fits; null for any.</param>
/// <param name="Empty">Whether the value is to be empty; null for either.</param>
internal sealed record RowCondition(string Column, IReadOnlyList<string>? Is, IReadOnlyList<string> IsNot, string? Matches, bool? Empty);

/// <summary>Columns that become rows: each value of them a row with the column's label and the value.</summary>
/// <param name="Columns">Names or patterns of columns, with the label that each has; null for its own name.</param>
internal sealed record Unpivot(IReadOnlyList<(string Column, string? Label)> Columns)
{
    /// <summary>The column that holds the labels.</summary>
    public const string NameColumn = "#name";

    /// <summary>The column that holds the values.</summary>
    public const string ValueColumn = "#value";
}

/// <summary>How the rows of a file become rows of a table.</summary>
/// <param name="FillDown">Columns where an empty value is the one above it.</param>
internal sealed record TableSettings(IReadOnlyList<string> FillDown, IReadOnlyList<RowCondition> Where, Unpivot? Unpivot)
{
    public static readonly TableSettings None = new([], [], null);

    /// <summary>Columns of the file that it reads by name.</summary>
    public IEnumerable<string> Reads => FillDown.Concat(Where.Select(condition => condition.Column)).Concat(Unpivot?.Columns.Select(column => column.Column) ?? []);
}
