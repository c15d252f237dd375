using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Analytics.Etl.Tests.Ingest.Files;

/// <summary>Writes real workbooks for the tests: inline texts, numbers, booleans, and dates as serial numbers in a date format.</summary>
internal static class Spreadsheet
{
    private const uint DateFormat = 22;

    private const uint FirstOwnFormat = 164;

    /// <param name="Merged">Ranges such as <c>A2:A4</c>.</param>
    internal sealed record Sheet(string Name, object?[][] Rows, bool Hidden = false, params string[] Merged);

    /// <summary>A number in a number format of one's own.</summary>
    internal sealed record Shown(double Days, string Format);

    /// <summary>A formula with its stored result.</summary>
    internal sealed record Formula(string Text, double Result);

    /// <summary>A number in a date format, as it is stored.</summary>
    internal sealed record Serial(double Days);

    /// <summary>An error such as #N/A.</summary>
    internal sealed record Error(string Text);

    public static string Write(TempFolder folder, string name, params Sheet[] sheets) => Write(folder, name, date1904: false, sheets);

    public static string Write(TempFolder folder, string name, bool date1904, params Sheet[] sheets)
    {
        var path = Path.Combine(folder.Path, name);
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(new WorkbookProperties { Date1904 = date1904 }, new Sheets());
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        string[] formats = [.. sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).OfType<Shown>().Select(cell => cell.Format).Distinct(StringComparer.Ordinal)];
        styles.Stylesheet = new Stylesheet(
            new NumberingFormats(formats.Select((format, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = format })),
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats([
                new CellFormat(), new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true },
                .. formats.Select((_, i) => new CellFormat { NumberFormatId = FirstOwnFormat + (uint)i, ApplyNumberFormat = true }),
            ]));
        foreach (var (index, sheet) in sheets.Index())
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            foreach (var (rowIndex, values) in sheet.Rows.Index().Where(r => r.Item.Length > 0))
            {
                data.Append(new Row([.. values.Select((v, column) => Cell(v, (char)('A' + column), rowIndex + 1, date1904, formats))]) { RowIndex = (uint)rowIndex + 1 });
            }

            part.Worksheet = sheet.Merged.Length == 0 ? new Worksheet(data)
                : new Worksheet(data, new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
            workbook.Workbook.Sheets!.Append(new OpenSheet
            {
                Id = workbook.GetIdOfPart(part),
                SheetId = (uint)index + 1,
                Name = sheet.Name,
                State = sheet.Hidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            });
        }

        return path;
    }

    private static Cell Cell(object? value, char column, int row, bool date1904, string[] formats) => value switch
    {
        Shown shown => new Cell(new CellValue(shown.Days)) { CellReference = $"{column}{row}", StyleIndex = 2 + (uint)Array.IndexOf(formats, shown.Format) },
        DateTime date => new Cell(new CellValue(date.ToOADate() - (date1904 ? 1462 : 0))) { CellReference = $"{column}{row}", StyleIndex = 1 },
        Formula formula => new Cell(new CellFormula(formula.Text), new CellValue(formula.Result)) { CellReference = $"{column}{row}" },
        Serial serial => new Cell(new CellValue(serial.Days)) { CellReference = $"{column}{row}", StyleIndex = 1 },
        Error error => new Cell(new CellValue(error.Text)) { CellReference = $"{column}{row}", DataType = CellValues.Error },
        double number => new Cell(new CellValue(number)) { CellReference = $"{column}{row}" },
        bool flag => new Cell(new CellValue(flag ? "1" : "0")) { CellReference = $"{column}{row}", DataType = CellValues.Boolean },
        _ => new Cell(new InlineString(new Text(value?.ToString() ?? ""))) { CellReference = $"{column}{row}", DataType = CellValues.InlineString },
    };
}
