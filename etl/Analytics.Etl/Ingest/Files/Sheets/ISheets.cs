namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>Merged cells that begin in the current row; columns and rows from 0.</summary>
internal readonly record struct MergedCells(int FirstColumn, int LastColumn, int LastRow);

/// <summary>The sheets of a workbook of whatever format, each read once from its first row to its last. It begins before the first sheet.</summary>
internal interface ISheets : IDisposable
{
    /// <summary>The format in a word: <c>excel</c>, <c>ods</c>.</summary>
    string Format { get; }

    /// <summary>Whether days are counted from 1904 on, and not from 1900.</summary>
    bool CountsFrom1904 { get; }

    /// <summary>Name of the current sheet; empty in a format that has none.</summary>
    string Name { get; }

    bool IsHidden { get; }

    bool IsHiddenRow { get; }

    /// <summary>Cells of the current row, empty ones between others counted.</summary>
    int Width { get; }

    /// <summary>Merged cells that begin in the current row.</summary>
    IEnumerable<MergedCells> Merged { get; }

    /// <summary>What the format keeps and does not show, such as records that are marked as deleted; known after the last row.</summary>
    IReadOnlyList<FileRemark> Remarks => [];

    /// <summary>The text of a cell of the current row, a date as ISO 8601, as exact as it is shown; null where it is empty.</summary>
    string? this[int column] { get; }

    bool IsHiddenColumn(int column);

    /// <summary>Goes to the next sheet.</summary>
    bool NextSheet();

    /// <summary>Goes to the next row of the sheet, be it empty.</summary>
    bool ReadRow();

    /// <summary>Goes back before the first sheet.</summary>
    void Reset();
}
