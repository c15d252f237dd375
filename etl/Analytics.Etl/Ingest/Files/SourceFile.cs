using Analytics.Domain;
using Analytics.Etl.Ingest.Files.Sheets;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Opens a file of any supported format: by its content first, by its extension where the content leaves a choice.</summary>
internal static class SourceFile
{
    private const int HeadLength = 8192;

    /// <summary>
    /// Delimited text is read here, a record and a buffer at a time. Workbooks, JSON and XML are read by libraries that build what the file
    /// tells them to, so a process of its own reads them, which may die of the file.
    /// </summary>
    /// <param name="limits">Others than the usual ones.</param>
    /// <exception cref="UnreadableFileException">No supported format, damaged, without a header, or past a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ISourceRows Open(string path, ReadSettings settings, Limits? limits = null)
    {
        var (format, encoding) = Look(path, settings);
        return format == FileFormat.Csv
            ? CsvRows.Open(path, encoding, settings, limits ?? Limits.Usual)
            : ReaderProcess.Open(path, settings with { Format = format, Encoding = encoding }, limits ?? Limits.Usual);
    }

    /// <summary>Opens a file of any format in this process.</summary>
    /// <inheritdoc cref="Open"/>
    public static ISourceRows OpenHere(string path, ReadSettings settings, Limits limits)
    {
        var (format, encoding) = Look(path, settings);
        return format switch
        {
            FileFormat.Excel => OfSheets(() => ExcelSheets.Open(path, limits), settings, limits),
            FileFormat.OpenDocument => OfSheets(() => OpenDocumentSheets.Open(path, isPacked: true, limits), settings, limits),
            FileFormat.FlatOpenDocument => OfSheets(() => OpenDocumentSheets.Open(path, isPacked: false, limits), settings, limits),
            FileFormat.SpreadsheetXml => OfSheets(() => SpreadsheetXmlSheets.Open(path, limits), settings, limits),
            FileFormat.Html => OfSheets(() => HtmlSheets.Open(path, encoding, limits), settings, limits),
            FileFormat.Dbf => OfSheets(() => DbfSheets.Open(path, settings, limits), settings, limits),
            FileFormat.Json => GuardedRows.Open(() => JsonRows.Open(path, encoding, settings, lines: false, limits), limits),
            FileFormat.JsonLines => GuardedRows.Open(() => JsonRows.Open(path, encoding, settings, lines: true, limits), limits),
            FileFormat.Xml => GuardedRows.Open(() => XmlRows.Open(path, settings, limits), limits),
            _ => CsvRows.Open(path, encoding, settings, limits),
        };
    }

    private static GuardedRows OfSheets(Func<ISheets> open, ReadSettings settings, Limits limits) =>
        GuardedRows.Open(() => SheetRows.Open(open, settings, limits), limits);

    private static (FileFormat Format, System.Text.Encoding Encoding) Look(string path, ReadSettings settings)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length == 0)
        {
            throw new UnreadableFileException(new LocalText("the file is empty", "файл пуст", "файл бош"));
        }

        var head = new byte[(int)Math.Min(HeadLength, stream.Length)];
        stream.ReadExactly(head);
        stream.Position = 0;
        var encoding = settings.Encoding ?? TextEncoding.OfMarkup(head) ?? TextEncoding.Detect(stream);
        if (settings.Format is { } given && !FormatDetection.IsSheets(given))
        {
            return (given, encoding);
        }

        // What is called a workbook may be any kind of one.
        var found = FormatDetection.Detect(head, encoding, path);
        return (settings.Format is { } named && !FormatDetection.IsSheets(found) ? named : found, encoding);
    }
}
