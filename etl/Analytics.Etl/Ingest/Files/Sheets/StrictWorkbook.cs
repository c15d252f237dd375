using System.IO.Compression;
using System.Text;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>Workbooks in the strict variant of Office Open XML, which the reader's library takes for empty: the same with the namespaces of the usual one.</summary>
internal static class StrictWorkbook
{
    private const int Piece = 64 * 1024;

    private static readonly (byte[] Strict, byte[] Usual)[] s_namespaces =
    [
        ("http://purl.oclc.org/ooxml/spreadsheetml/main"u8.ToArray(), "http://schemas.openxmlformats.org/spreadsheetml/2006/main"u8.ToArray()),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships"u8.ToArray(), "http://schemas.openxmlformats.org/officeDocument/2006/relationships"u8.ToArray()),
        ("http://purl.oclc.org/ooxml/drawingml/"u8.ToArray(), "http://schemas.openxmlformats.org/drawingml/2006/"u8.ToArray()),
    ];

    private static readonly int s_longest = s_namespaces.Max(pair => pair.Strict.Length);

    /// <summary>The workbook itself when it is a usual one; else a copy that goes with the stream, and the given stream is closed.</summary>
    /// <param name="workbook">A zip archive that was checked.</param>
    public static Stream Plain(Stream workbook)
    {
        workbook.Position = 0;
        using (var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.GetEntry("xl/workbook.xml") is not { } book || !IsStrict(book))
            {
                return workbook;
            }
        }

        var copy = new FileStream(Path.Combine(UnpackFolder.Make(), "workbook.xlsx"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Piece, FileOptions.DeleteOnClose);
        using (var source = new ZipArchive(workbook, ZipArchiveMode.Read))
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                using var from = part.Open();
                using var to = target.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                Translate(from, to);
            }
        }

        return copy;
    }

    private static bool IsStrict(ZipArchiveEntry book)
    {
        using var stream = book.Open();
        var head = new byte[4096];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(head, 0, length).Contains("http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal);
    }

    private static void Translate(Stream from, Stream to)
    {
        var buffer = new byte[Piece];
        var length = 0;
        for (int read; (read = from.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += read;

            // What may be the beginning of a namespace waits for the rest of it.
            var done = Write(buffer.AsSpan(0, length), to, Math.Max(0, length - s_longest));
            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }

        Write(buffer.AsSpan(0, length), to, length);
    }

    /// <returns>How many bytes were passed: at least <paramref name="least"/>.</returns>
    private static int Write(ReadOnlySpan<byte> bytes, Stream to, int least)
    {
        var at = 0;
        while (at < least)
        {
            var next = bytes[at..].IndexOf("http://purl."u8);
            if (next < 0 || at + next >= least)
            {
                to.Write(bytes[at..least]);
                return least;
            }

            to.Write(bytes.Slice(at, next));
            at += next;
            var (strict, usual) = Find(bytes[at..]);
            to.Write(usual is null ? bytes.Slice(at, 1) : usual);
            at += usual is null ? 1 : strict!.Length;
        }

        return at;
    }

    private static (byte[]? Strict, byte[]? Usual) Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (strict, usual) in s_namespaces)
        {
            if (bytes.StartsWith(strict))
            {
                return (strict, usual);
            }
        }

        return (null, null);
    }
}
