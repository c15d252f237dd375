using System.Text;
using Analytics.Domain;
using Analytics.Etl.Ingest.Files.Sheets;

namespace Analytics.Etl.Ingest.Files;

internal enum FileFormat
{
    /// <summary>Delimited text: comma, semicolon, tab or bar.</summary>
    Csv,
    Excel,
    Json,
    JsonLines,
    Xml,

    /// <summary>Packed OpenDocument spreadsheet (ods).</summary>
    OpenDocument,

    /// <summary>OpenDocument spreadsheet as one XML file (fods).</summary>
    FlatOpenDocument,

    /// <summary>XML spreadsheet of Excel 2003.</summary>
    SpreadsheetXml,

    /// <summary>Tables of a web page, often under the name of Excel.</summary>
    Html,

    /// <summary>Table of dBASE or FoxPro.</summary>
    Dbf,
}

/// <summary>Tells a file's format from its first bytes; its extension is asked only where the content leaves a choice.</summary>
internal static class FormatDetection
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Spreadsheet formats of other programs that are text, by their first words.</summary>
    private static readonly (string Start, string Name)[] s_foreign =
        [("ID;P", "SYLK"), ("TABLE\r\n0,1", "DIF"), ("TABLE\n0,1", "DIF"), ("socialcalc:", "SocialCalc"), ("{\\rtf", "RTF"), ("%!PS", "PostScript")];

    /// <param name="head">The first bytes of the file (some thousands).</param>
    /// <param name="encoding">Encoding of the file, were it text.</param>
    /// <exception cref="UnreadableFileException">Content of no supported format.</exception>
    public static FileFormat Detect(ReadOnlySpan<byte> head, Encoding encoding, string path)
    {
        if (head.StartsWith(Zip))
        {
            return ZipContents.IsOpenDocument(path) ? FileFormat.OpenDocument : FileFormat.Excel;
        }

        if (head.StartsWith(CompoundFile) || IsOldExcel(head))
        {
            return FileFormat.Excel;
        }

        if (head.StartsWith("%PDF"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new UnreadableFileException(new LocalText(
                "the file is a PDF or a compressed archive; expected CSV, TSV, XLSX, XLS, ODS, DBF, JSON, JSON lines or XML",
                "это PDF или сжатый архив; ожидается CSV, TSV, XLSX, XLS, ODS, DBF, JSON, JSON Lines или XML",
                "бул PDF же кысылган архив; CSV, TSV, XLSX, XLS, ODS, DBF, JSON, JSON Lines же XML күтүлөт"));
        }

        if (DbfSheets.IsTable(head))
        {
            return FileFormat.Dbf;
        }

        var text = encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Array.Find(s_foreign, format => text.StartsWith(format.Start, StringComparison.Ordinal)) is { Name: { } foreign })
        {
            throw new UnreadableFileException(new LocalText(
                "the file is in the format {0}, which is not read; save it as XLSX or CSV",
                "файл в формате {0}, который не читается; сохраните его как XLSX или CSV",
                "файл {0} форматында, ал окулбайт; аны XLSX же CSV катары сактаңыз").With(foreign));
        }

        return text switch
        {
            [] => FileFormat.Csv,
            ['<', ..] => OfMarkup(text),
            ['[', ..] => FileFormat.Json,
            ['{', ..] => IsLines(text, Path.GetExtension(path)) ? FileFormat.JsonLines : FileFormat.Json,
            _ => FileFormat.Csv,
        };
    }

    /// <summary>Whether files of that format are sheets, which their senders take for each other.</summary>
    public static bool IsSheets(FileFormat format) =>
        format is FileFormat.Excel or FileFormat.OpenDocument or FileFormat.FlatOpenDocument or FileFormat.SpreadsheetXml or FileFormat.Html or FileFormat.Dbf;

    private static FileFormat OfMarkup(string text) =>
        text.Contains(SpreadsheetXmlSheets.Ss, StringComparison.Ordinal) && text.Contains("<Workbook", StringComparison.Ordinal) ? FileFormat.SpreadsheetXml
        : text.Contains("<office:document", StringComparison.Ordinal) ? FileFormat.FlatOpenDocument
        : text.StartsWith("<?xml", StringComparison.Ordinal) && !text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileFormat.Xml
        : s_webPage.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase)) ? FileFormat.Html
        : FileFormat.Xml;

    private static readonly string[] s_webPage = ["<html", "<!doctype html", "<table", "<body", "<meta "];

    /// <summary>Workbooks of Excel 2 to 4 are a bare sheet: a record that says so, of four or six bytes.</summary>
    private static bool IsOldExcel(ReadOnlySpan<byte> head) => head is [0x09, 0x00 or 0x02 or 0x04, 0x04 or 0x06, 0x00, ..] && head.Length > 10 && head[..10].Contains((byte)0x10);

    /// <summary>One object a line: the first line closes what it opens and the next one opens anew.</summary>
    private static bool IsLines(string text, string extension)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0)
        {
            return IsLinesExtension(extension);
        }

        var first = text.AsSpan(0, end).TrimEnd();
        var rest = text.AsSpan(end).TrimStart();
        return first.EndsWith("}") && (rest.StartsWith("{") || (rest.IsEmpty && IsLinesExtension(extension)));
    }

    private static bool IsLinesExtension(string extension) =>
        extension.Equals(".jsonl", StringComparison.OrdinalIgnoreCase) || extension.Equals(".ndjson", StringComparison.OrdinalIgnoreCase);
}
