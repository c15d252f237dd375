using Analytics.Domain;
using System.IO.Compression;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// The files of a zip archive, unpacked one after the other into a private temporary folder that goes with this object. Limits on number,
/// size and compression are held to while unpacking, whatever the archive says of itself.
/// </summary>
internal sealed class ZipContents : IDisposable
{
    private readonly string _folder = UnpackFolder.Make();
    private readonly FileStream _stream;
    private readonly Limits _limits;
    private readonly ZipArchive _archive;
    private long _unpacked;

    private ZipContents(FileStream stream, ZipArchive archive, Limits limits) => (_stream, _archive, _limits) = (stream, archive, limits);

    /// <summary>Whether a file is an archive of files, and not a workbook, which is a zip as well.</summary>
    public static bool IsArchive(string path)
    {
        using var stream = File.OpenRead(path);
        if (!IsZip(stream))
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return !archive.Entries.Any(e => e.FullName is "[Content_Types].xml") && !IsSpreadsheet(archive);
        }
        catch (Exception e) when (GuardedRows.IsFault(e) || e is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>Whether a zip archive is a spreadsheet of OpenDocument.</summary>
    public static bool IsOpenDocument(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return IsSpreadsheet(archive);
        }
        catch (Exception e) when (GuardedRows.IsFault(e))
        {
            return false;
        }
    }

    private static bool IsSpreadsheet(ZipArchive archive)
    {
        if (archive.GetEntry("content.xml") is null || archive.GetEntry("mimetype") is not { Length: < 200 } type)
        {
            return false;
        }

        using var text = new StreamReader(type.Open());
        return text.ReadToEnd().Contains("opendocument.spreadsheet", StringComparison.Ordinal);
    }

    /// <summary>Whether a stream begins as a zip archive does; it is left after those bytes.</summary>
    public static bool IsZip(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <exception cref="UnreadableFileException">Damaged, empty, encrypted, or past a limit by its own account.</exception>
    public static ZipContents Open(string path, Limits? given = null)
    {
        var limits = given ?? Limits.Usual;
        var stream = File.OpenRead(path);
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null)
            {
                throw new UnreadableFileException(new LocalText(
                    "the file is an OpenDocument text or presentation; save its table as ODS, XLSX or CSV",
                    "это текст или презентация OpenDocument; сохраните таблицу как ODS, XLSX или CSV",
                    "бул OpenDocument тексти же презентациясы; жадыбалын ODS, XLSX же CSV катары сактаңыз"));
            }

            var entries = Files(archive).ToList();
            if (entries.Count == 0)
            {
                throw new UnreadableFileException(new LocalText("the archive holds no file", "в архиве нет файлов", "архивде файл жок"));
            }

            if (entries.Count > limits.Entries)
            {
                throw new UnreadableFileException(new LocalText(
                    "the archive holds {0} files; at most {1} are taken",
                    "в архиве {0} файлов; принимается не более {1}",
                    "архивде {0} файл бар; эң көбү {1} кабыл алынат").With(entries.Count, limits.Entries));
            }

            if (entries.Aggregate(0UL, (all, e) => all + (ulong)e.Length) > (ulong)limits.ArchiveBytes)
            {
                throw new UnreadableFileException(new LocalText(
                    "the archive unpacks to more than {0} GB",
                    "после распаковки архив занимает больше {0} ГБ",
                    "архив ачылганда {0} ГБдан ашат").With(limits.ArchiveBytes >> 30));
            }

            return new ZipContents(stream, archive, limits);
        }
        catch (Exception e)
        {
            archive?.Dispose();
            stream.Dispose();
            throw e is InvalidDataException or EndOfStreamException || GuardedRows.IsFault(e) ? new UnreadableFileException(new LocalText("the archive is damaged", "архив повреждён", "архив бузулган"), e) : e;
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
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException || GuardedRows.IsFault(e))
        {
            throw new UnreadableFileException(new LocalText(
                "a file in the archive is damaged or encrypted",
                "файл в архиве повреждён или зашифрован",
                "архивдеги файл бузулган же шифрленген"), e);
        }

        return IsArchive(path) ? throw new UnreadableFileException(new LocalText(
            "the archive holds another archive; pack the files once",
            "в архиве лежит другой архив; упакуйте файлы один раз",
            "архивдин ичинде дагы архив бар; файлдарды бир жолу гана таңгактаңыз")) : (entry.Name, path);
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
            .OrderBy(e => e.LastWriteTime).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.FullName, StringComparer.Ordinal);

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
            if (written > _limits.EntryBytes || _unpacked > _limits.ArchiveBytes)
            {
                throw new UnreadableFileException(new LocalText(
                    "a file in the archive unpacks to more than {0} GB, or all of them to more than {1} GB",
                    "после распаковки один файл архива больше {0} ГБ или все вместе больше {1} ГБ",
                    "ачылганда архивдеги бир файл {0} ГБдан же баары биригип {1} ГБдан ашат").With(_limits.EntryBytes >> 30, _limits.ArchiveBytes >> 30));
            }

            if (written > _limits.RatioFrom && written / _limits.Ratio > packed)
            {
                throw new UnreadableFileException(new LocalText(
                    "a file in the archive unpacks to more than {0} times its packed size",
                    "файл архива после распаковки больше упакованного в {0} раз и более",
                    "архивдеги файл ачылганда таңгакталган көлөмүнөн {0} эседен ашык чоңоёт").With(_limits.Ratio));
            }

            target.Write(buffer.AsSpan(0, read));
        }
    }
}
