using Analytics.Domain;
using System.Text;

namespace Analytics.Etl.Files;

internal enum FileFormat
{
    /// <summary>Delimited text: comma, semicolon, tab or bar.</summary>
    Csv,
    Excel,
    Json,
    JsonLines,
    Xml,
}

/// <summary>Tells a file's format from its first bytes; its extension is asked only where the content leaves a choice.</summary>
internal static class FormatDetection
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="head">The first bytes of the file (some thousands).</param>
    /// <param name="encoding">Encoding of the file, were it text.</param>
    /// <exception cref="UnreadableFileException">Binary content of no supported format.</exception>
    public static FileFormat Detect(ReadOnlySpan<byte> head, Encoding encoding, string path)
    {
        if (head.StartsWith(Zip) || head.StartsWith(CompoundFile))
        {
            return FileFormat.Excel;
        }

        if (head.StartsWith("%PDF"u8) || head.StartsWith("\u001f\u008b"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new UnreadableFileException(new LocalText(
                "the file is a PDF or a compressed archive; expected CSV, TSV, XLSX, JSON, JSON lines or XML",
                "это PDF или сжатый архив; ожидается CSV, TSV, XLSX, JSON, JSON Lines или XML",
                "бул PDF же кысылган архив; CSV, TSV, XLSX, JSON, JSON Lines же XML күтүлөт"));
        }

        var text = encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var extension = Path.GetExtension(path);
        return text switch
        {
            [] => FileFormat.Csv,
            ['<', ..] => FileFormat.Xml,
            ['[', ..] => FileFormat.Json,
            ['{', ..] => IsLines(text, extension) ? FileFormat.JsonLines : FileFormat.Json,
            _ => FileFormat.Csv,
        };
    }

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
