using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Dashboard.Api;

/// <summary>Cells as a workbook: one sheet of rows, one that says what they are.</summary>
public static class CellWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(CellTable table, AboutCells about)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            AddSheet(book, "cells", [table.Columns, .. table.Rows]);
            AddSheet(book, "about", about.Columns.Zip(about.Values, (column, value) => (IReadOnlyList<object?>)[column, value]));
        }

        return stream.ToArray();
    }

    private static void AddSheet(WorkbookPart book, string name, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(Cell)))));
        var sheets = book.Workbook.GetFirstChild<Sheets>()!;
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = name });
    }

    private static Cell Cell(object? value) => value switch
    {
        decimal number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) },
        bool flag => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(flag) },
        null => new Cell(),
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(CsvFile.Guarded(CellTable.Invariant(value)))) },
    };
}
