using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Analytics.Etl.Tests.Files;

/// <summary>Writes real workbooks for the tests: inline texts, numbers, booleans, and dates as serial numbers in a date format.</summary>
internal static class Spreadsheet
{
    private const uint DateFormat = 22;

    internal sealed record Sheet(string Name, object?[][] Rows, bool Hidden = false);

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
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true }));
        foreach (var (index, sheet) in sheets.Index())
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            foreach (var (rowIndex, values) in sheet.Rows.Index().Where(r => r.Item.Length > 0))
            {
                data.Append(new Row([.. values.Select((v, column) => Cell(v, (char)('A' + column), rowIndex + 1, date1904))]) { RowIndex = (uint)rowIndex + 1 });
            }

            part.Worksheet = new Worksheet(data);
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

    private static Cell Cell(object? value, char column, int row, bool date1904) => value switch
    {
        DateTime date => new Cell(new CellValue(date.ToOADate() - (date1904 ? 1462 : 0))) { CellReference = $"{column}{row}", StyleIndex = 1 },
        Formula formula => new Cell(new CellFormula(formula.Text), new CellValue(formula.Result)) { CellReference = $"{column}{row}" },
        Serial serial => new Cell(new CellValue(serial.Days)) { CellReference = $"{column}{row}", StyleIndex = 1 },
        Error error => new Cell(new CellValue(error.Text)) { CellReference = $"{column}{row}", DataType = CellValues.Error },
        double number => new Cell(new CellValue(number)) { CellReference = $"{column}{row}" },
        bool flag => new Cell(new CellValue(flag ? "1" : "0")) { CellReference = $"{column}{row}", DataType = CellValues.Boolean },
        _ => new Cell(new InlineString(new Text(value?.ToString() ?? ""))) { CellReference = $"{column}{row}", DataType = CellValues.InlineString },
    };
}
