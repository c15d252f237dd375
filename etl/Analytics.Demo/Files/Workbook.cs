using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Demo.Files;

/// <summary>A sheet: its rows from the top, of text, whole numbers, <see cref="DateOnly"/> and null.</summary>
internal sealed record WorkbookSheet(string Name, IReadOnlyList<object?[]> Rows);

/// <summary>Writes XLSX with real Excel dates, and the same bytes each time.</summary>
internal static class Workbook
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const uint DateStyle = 1;
    private const uint ShortDateFormat = 14;

    // The zip format cannot say "no date"; this is the earliest it can say.
    private static readonly DateTimeOffset s_zipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IReadOnlyList<WorkbookSheet> sheets)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            // Relationship ids are given, because the library would otherwise make random ones.
            var workbook = document.AddNewPart<WorkbookPart>(ContentType, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Styles();
            var list = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = $"rId{i + 2}";
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = new(new SheetData(sheets[i].Rows.Select((row, r) => Row(row, r + 1))));
                list.AppendChild(new Sheet { Id = id, SheetId = (uint)i + 1, Name = sheets[i].Name });
            }

            workbook.Workbook = new(list);
        }

        CopyWithoutTimes(package, stream);
    }

    private static Row Row(object?[] values, int number)
    {
        var row = new Row { RowIndex = (uint)number };
        for (var i = 0; i < values.Length; i++)
        {
            if (Cell(values[i]) is { } cell)
            {
                cell.CellReference = $"{Column(i)}{number}";
                row.AppendChild(cell);
            }
        }

        return row;
    }

    private static Cell? Cell(object? value) => value switch
    {
        null => null,
        int number => new() { CellValue = new(number.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number },
        DateOnly date => new() { CellValue = new(date.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = DateStyle },
        string text => new() { InlineString = new(new Text(text)), DataType = CellValues.InlineString },
        _ => throw new ArgumentException($"no cell type for {value.GetType()}", nameof(value)),
    };

    private static string Column(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + index / 26 - 1)}{(char)('A' + index % 26)}";

    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = ShortDateFormat, ApplyNumberFormat = true }));

    private static void CopyWithoutTimes(Stream package, Stream target)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        // [Content_Types].xml sorts first, where readers of the format look for it.
        foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var to = copy.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            to.LastWriteTime = s_zipEpoch;
            using var from = entry.Open();
            using var into = to.Open();
            from.CopyTo(into);
        }
    }
}
