using System.IO.Compression;
using System.Xml;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// Looks through all parts of a workbook, one element at a time, before a library reads it: the library keeps texts and formats in
/// memory, whatever their number, and believes what a part says of itself.
/// </summary>
internal static class WorkbookCheck
{
    private const int Head = 4;

    /// <summary>Elements of which all are in memory while a workbook is read.</summary>
    private static readonly HashSet<string> s_kept = ["mergeCell", "col", "xf", "numFmt", "sheet", "Relationship", "definedName", "Override"];

    /// <exception cref="UnreadableFileException">The workbook is past a limit.</exception>
    /// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
    /// <exception cref="XmlException">A part is not well formed.</exception>
    /// <returns>Whether the workbook counts its days from 1904.</returns>
    public static bool Run(Stream workbook, Limits limits)
    {
        var countsFrom1904 = false;
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        Limits.Check(archive.Entries.Count, limits.Parts, LimitText.Parts);
        long before = 0;
        foreach (var part in archive.Entries)
        {
            using var guard = new PartStream(part.Open(), part.CompressedLength, before, limits);
            using var tags = new TagGuard(guard, 2L * limits.Text);
            var head = new byte[Head];
            var length = tags.ReadAtLeast(head, Head, throwOnEndOfStream: false);
            if (IsXml(head.AsSpan(0, length)))
            {
                using var rest = new JoinedStream(head[..length], tags);
                countsFrom1904 |= CheckPart(rest, tags, limits);
            }
            else
            {
                tags.CopyTo(Stream.Null);
            }

            before += guard.Total;
        }

        return countsFrom1904;
    }

    private static bool IsXml(ReadOnlySpan<byte> head) =>
        head is [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, (byte)'<'] or [0xFF, 0xFE, (byte)'<', 0] or [0xFE, 0xFF, 0, (byte)'<'] or [0, (byte)'<', ..];

    private static bool CheckPart(Stream stream, TagGuard guard, Limits limits)
    {
        using var reader = XmlReader.Create(stream, XmlRecords.Settings());
        long rows = 0, cells = 0, strings = 0, kept = 0;
        var countsFrom1904 = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            Limits.Check(reader.Depth, limits.Depth, LimitText.Depth);
            Limits.Check(reader.AttributeCount, limits.Attributes, LimitText.Attributes);
            switch (reader.LocalName)
            {
                case "row":
                    Limits.Check(++rows, limits.SheetRows, LimitText.SheetRows);
                    Limits.Check(Number(reader.GetAttribute("r")), limits.SheetRows, LimitText.SheetRow);
                    break;
                case "c":
                    Limits.Check(++cells, limits.Cells, LimitText.Cells);
                    Limits.Check(Column(reader.GetAttribute("r")), limits.SheetColumns, LimitText.SheetColumn);
                    break;
                case "si":
                    Limits.Check(++strings, limits.Strings, LimitText.Strings);
                    Limits.Check(guard.Total, limits.StringBytes, LimitText.StringBytes);
                    break;
                case "workbookPr":
                    countsFrom1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
                    break;
                case var name when s_kept.Contains(name):
                    Limits.Check(++kept, limits.Formats, LimitText.Formats);
                    break;
                default:
                    break;
            }
        }

        if (strings > 0)
        {
            Limits.Check(guard.Total, limits.StringBytes, LimitText.StringBytes);
        }

        return countsFrom1904;
    }

    /// <summary>A number of more digits than there are rows anywhere is as bad as the largest one.</summary>
    private static long Number(string? text) => long.TryParse(text, out var number) ? number : text is { Length: > 18 } ? long.MaxValue : 0;

    /// <summary>The number that the letters of a reference such as AB12 stand for.</summary>
    private static long Column(string? reference)
    {
        long column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter) || column > int.MaxValue)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column;
    }

    /// <summary>Counts what a part unpacks to.</summary>
    private sealed class PartStream(Stream part, long packed, long before, Limits limits) : ReadOnlyStream
    {
        public long Total { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = part.Read(buffer);
            Total += read;
            Limits.Check(before + Total, limits.WorkbookBytes, LimitText.WorkbookBytes);
            if (Total > limits.RatioFrom)
            {
                Limits.Check(Total / Math.Max(1, packed), limits.Ratio, LimitText.Ratio);
            }

            return read;
        }

        protected override void Dispose(bool disposing)
        {
            part.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Some bytes, then a stream.</summary>
    private sealed class JoinedStream(byte[] first, Stream rest) : ReadOnlyStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at == first.Length)
            {
                return rest.Read(buffer);
            }

            var length = Math.Min(buffer.Length, first.Length - _at);
            first.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }
    }
}
