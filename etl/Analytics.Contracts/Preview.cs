using Analytics.Domain;

namespace Analytics.Contracts;

/// <summary>What a file turned out to be when it was opened.</summary>
/// <param name="Format"><c>csv</c>, <c>excel</c>, <c>json</c>, <c>json lines</c> or <c>xml</c>.</param>
/// <param name="Encoding">Name of the encoding, of text.</param>
/// <param name="Delimiter">One character, or <c>tab</c>; of delimited text.</param>
/// <param name="HeaderRow">From 1; null where the format has no header.</param>
/// <param name="Dates">Which of day and month comes first in dates such as 03/04/2021, where that had to be found out.</param>
public sealed record Detected(
    string Format, string? Encoding = null, string? Delimiter = null, DetectedSheet? Sheet = null, long? HeaderRow = null, string? Dates = null)
{
    /// <summary>In a few words: <c>csv, windows-1251, ';'</c>; <c>excel, sheet 1, header in row 4</c>.</summary>
    public override string ToString() => Format switch
    {
        "csv" => $"csv, {Encoding}, {(Delimiter == "tab" ? "tab" : $"'{Delimiter}'")}",
        "excel" => $"excel, sheet {Sheet?.Number}, header in row {HeaderRow}",
        _ => Format,
    };
}

/// <param name="Number">From 1, hidden sheets counted.</param>
public sealed record DetectedSheet(int Number, string Name);

/// <summary>
/// What loading an uploaded file would do, before anything of it is stored. It has values of the file in it, so it lies beside the
/// file in the upload folder, never in the database, and goes when the file goes.
/// </summary>
public sealed record Preview(string Feed, IReadOnlyList<FilePreview> Files);

/// <summary>One file: the uploaded one, or one of those in an uploaded archive. Read = inserted + updated + unchanged + deleted + rejected.</summary>
/// <param name="Refused">Why nothing of it would be stored; null when it can be loaded.</param>
/// <param name="Scrubbed">Fields that would be emptied or marked because a direct identifier stands in them.</param>
/// <param name="Missing">Columns of the feed that the file does not have.</param>
/// <param name="RowColumns">Columns of <paramref name="Rows"/>: those of the feed that hold anything there.</param>
/// <param name="Rows">The first rows as they would be stored.</param>
public sealed record FilePreview(
    string Name,
    long Bytes,
    Detected? Detected,
    LocalText? Refused,
    RowCounts Counts,
    long Scrubbed,
    IReadOnlyList<ColumnPreview> Columns,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> RowColumns,
    IReadOnlyList<RowPreview> Rows,
    IReadOnlyList<ProblemPreview> Problems);

public sealed record RowCounts(long Read, long Inserted, long Updated, long Unchanged, long Deleted, long Rejected);

/// <summary>A column of the file.</summary>
/// <param name="Name">As the file has it; empty when it looks like a value, which is not repeated.</param>
/// <param name="Place">From 1.</param>
/// <param name="ReadAs">Column of the feed that it gives; null when it is not read.</param>
/// <param name="Identifier">The kind of direct identifier that a column of this name would hold.</param>
public sealed record ColumnPreview(string Name, int Place, string? ReadAs, LocalText? Identifier);

public sealed record RowPreview(long Line, IReadOnlyList<string?> Values);

/// <summary>Rows that break the same rule in the same column; no value.</summary>
/// <param name="Lines">The first of them.</param>
public sealed record ProblemPreview(string? Column, string Rule, LocalText Expected, long Rows, IReadOnlyList<long> Lines);
