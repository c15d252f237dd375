using Analytics.Domain;

namespace Analytics.Etl.Files;

/// <summary>Opens a file of any supported format: by its content first, by its extension where the content leaves a choice.</summary>
internal static class SourceFile
{
    private const int HeadLength = 8192;

    /// <exception cref="UnreadableFileException">No supported format, damaged, or without a header.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ISourceRows Open(string path, ReadSettings settings)
    {
        var (format, encoding) = Look(path, settings);
        return format switch
        {
            FileFormat.Excel => XlsxRows.Open(path, settings),
            FileFormat.Json => JsonRows.Open(path, encoding, settings, lines: false),
            FileFormat.JsonLines => JsonRows.Open(path, encoding, settings, lines: true),
            FileFormat.Xml => XmlRows.Open(path, settings),
            _ => CsvRows.Open(path, encoding, settings),
        };
    }

    private static (FileFormat Format, System.Text.Encoding Encoding) Look(string path, ReadSettings settings)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length == 0)
        {
            throw new UnreadableFileException(new LocalText("the file is empty", "файл пуст", "файл бош"));
        }

        var encoding = settings.Encoding ?? TextEncoding.Detect(stream);
        if (settings.Format is { } given)
        {
            return (given, encoding);
        }

        stream.Position = 0;
        var head = new byte[(int)Math.Min(HeadLength, stream.Length)];
        stream.ReadExactly(head);
        return (FormatDetection.Detect(head, encoding, path), encoding);
    }
}
