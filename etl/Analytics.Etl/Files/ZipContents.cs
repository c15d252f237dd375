using System.IO.Compression;

namespace Analytics.Etl.Files;

/// <summary>
/// The files of a zip archive, unpacked one after the other into a private temporary folder that goes with this object. Limits on number,
/// size and compression are held to while unpacking, whatever the archive says of itself.
/// </summary>
internal sealed class ZipContents : IDisposable
{
    private const int MostEntries = 200;
    private const long MostBytesOfEntry = 4L << 30;
    private const long MostBytesInAll = 8L << 30;

    /// <summary>Deflate reaches about 1000; text of the kinds that are read here stays below 30.</summary>
    private const long MostRatio = 200;

    /// <summary>Below this no ratio is suspicious: a table of equal rows may well be small.</summary>
    private const long SuspiciousFrom = 10L << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-zip-").FullName;
    private readonly FileStream _stream;
    private readonly ZipArchive _archive;
    private long _unpacked;

    private ZipContents(FileStream stream, ZipArchive archive) => (_stream, _archive) = (stream, archive);

    /// <summary>Whether a file is an archive of files, and not a workbook, which is a zip as well.</summary>
    public static bool IsArchive(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual("PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return !archive.Entries.Any(e => e.FullName is "[Content_Types].xml");
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <exception cref="UnreadableFileException">Damaged, empty, encrypted, or past a limit by its own account.</exception>
    public static ZipContents Open(string path)
    {
        var stream = File.OpenRead(path);
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null)
            {
                throw new UnreadableFileException("the file is an OpenDocument sheet or text; save it as XLSX or CSV");
            }

            var entries = Files(archive).ToList();
            if (entries.Count == 0)
            {
                throw new UnreadableFileException("the archive holds no file");
            }

            if (entries.Count > MostEntries)
            {
                throw new UnreadableFileException($"the archive holds {entries.Count} files; at most {MostEntries} are taken");
            }

            if (entries.Sum(e => e.Length) > MostBytesInAll)
            {
                throw new UnreadableFileException($"the archive unpacks to more than {MostBytesInAll >> 30} GB");
            }

            return new ZipContents(stream, archive);
        }
        catch (Exception e)
        {
            archive?.Dispose();
            stream.Dispose();
            throw e is InvalidDataException ? new UnreadableFileException("the archive is damaged", e) : e;
        }
    }

    /// <summary>Number of files in it.</summary>
    public int Count => Files(_archive).Count();

    /// <summary>Unpacks one file; the one before is deleted.</summary>
    /// <returns>Name in the archive without folders, and where it now lies.</returns>
    /// <exception cref="UnreadableFileException">Damaged, encrypted, nested, or past a limit.</exception>
    public (string Name, string Path) Unpack(int index)
    {
        var entry = Files(_archive).ElementAt(index);
        // The name of an entry is the sender's and no path of ours.
        var path = System.IO.Path.Combine(_folder, $"{index}{Extension(entry.Name)}");
        foreach (var earlier in Directory.EnumerateFiles(_folder))
        {
            File.Delete(earlier);
        }

        try
        {
            using var source = entry.Open();
            using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            Copy(source, target, entry.CompressedLength);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableFileException("a file in the archive is damaged or encrypted", e);
        }

        return IsArchive(path) ? throw new UnreadableFileException("the archive holds another archive; pack the files once") : (entry.Name, path);
    }

    public void Dispose()
    {
        _archive.Dispose();
        _stream.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Oldest first, as files that wait together are loaded.</summary>
    private static IEnumerable<ZipArchiveEntry> Files(ZipArchive archive) =>
        archive.Entries.Where(e => e.Name.Length > 0 && !e.Name.StartsWith('.') && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            .OrderBy(e => e.LastWriteTime).ThenBy(e => e.FullName, StringComparer.Ordinal);

    private static string Extension(string name)
    {
        var extension = System.IO.Path.GetExtension(name);
        return extension.Length is > 1 and < 10 && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "";
    }

    private void Copy(Stream source, FileStream target, long packed)
    {
        var buffer = new byte[128 * 1024];
        long written = 0;
        while (source.Read(buffer) is var read and > 0)
        {
            written += read;
            _unpacked += read;
            if (written > MostBytesOfEntry || _unpacked > MostBytesInAll)
            {
                throw new UnreadableFileException($"a file in the archive unpacks to more than {MostBytesOfEntry >> 30} GB, or all of them to more than {MostBytesInAll >> 30} GB");
            }

            if (written > SuspiciousFrom && written > packed * MostRatio)
            {
                throw new UnreadableFileException($"a file in the archive unpacks to more than {MostRatio} times its packed size");
            }

            target.Write(buffer.AsSpan(0, read));
        }
    }
}
