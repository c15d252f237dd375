using System.IO.Compression;
using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class ZipContentsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unpack_FilesInFolders_AreReadByNameAndLeaveNothing()
    {
        var path = Zip(("a/one.csv", "id\n1\n"u8.ToArray()), ("__MACOSX/a/._one.csv", [1]), ("a/", []), ("../../two.json", """[{"id": 2}]"""u8.ToArray()));
        string folder;
        using (var contents = ZipContents.Open(path))
        {
            Assert.Equal(2, contents.Count);
            var (name, first) = contents.Unpack(0);
            Assert.Equal("one.csv", name);
            Assert.Equal([["1"]], Rows.Read(first).Values);
            var (second, json) = contents.Unpack(1);
            Assert.Equal("two.json", second);
            Assert.Equal([["2"]], Rows.Read(json).Values);
            folder = Path.GetDirectoryName(json)!;
            Assert.Equal(folder, Path.GetDirectoryName(first));
            Assert.Single(Directory.GetFiles(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void IsArchive_WorkbooksAndOthers_AreNot()
    {
        Assert.True(ZipContents.IsArchive(Zip(("a.csv", "id"u8.ToArray()))));
        Assert.False(ZipContents.IsArchive(Spreadsheet.Write(_folder, "w.xlsx", new Spreadsheet.Sheet("s", [["a"]]))));
        Assert.False(ZipContents.IsArchive(_folder.Write("t.csv", "PK")));
    }

    [Fact]
    public void Unpack_Bomb_StopsEarly()
    {
        using var contents = ZipContents.Open(Zip(("bomb.csv", new byte[64 << 20])));
        Assert.Contains("200 times", Assert.Throws<UnreadableFileException>(() => contents.Unpack(0)).Message);
    }

    [Fact]
    public void Unpack_ArchiveInside_IsRefused()
    {
        using var contents = ZipContents.Open(Zip(("inner.zip", File.ReadAllBytes(Zip(("a.csv", "id"u8.ToArray()))))));
        Assert.Contains("another archive", Assert.Throws<UnreadableFileException>(() => contents.Unpack(0)).Message);
    }

    [Fact]
    public void Open_TooManyOrNoFiles_IsRefused()
    {
        Assert.Throws<UnreadableFileException>(() => ZipContents.Open(Zip([.. Enumerable.Range(0, 201).Select(i => ($"{i}.csv", Encoding.UTF8.GetBytes("id")))])));
        Assert.Throws<UnreadableFileException>(() => ZipContents.Open(Zip(("folder/", []))));
    }

    [Fact]
    public void Unpack_Damaged_IsRefused()
    {
        var bytes = File.ReadAllBytes(Zip(("a.csv", Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000))))));
        bytes.AsSpan(100, 200).Reverse();
        using var contents = ZipContents.Open(_folder.Write("damaged.zip", bytes));
        Assert.Throws<UnreadableFileException>(() => contents.Unpack(0));
    }

    private string Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var path = Path.Combine(_folder.Path, $"{Guid.NewGuid():n}.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        return path;
    }
}
