using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Analytics.Etl.Commands.Protect;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

/// <summary>Small files that are made to exhaust whoever reads them: each is refused in one line with what and how much, and reading it costs little.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private const string Sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{0}</sheetData></worksheet>";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TwentyMillionSharedStrings_IsRefused()
    {
        var path = Workbook(Row(1), strings: entry => Repeat(entry, "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">", "<si><t>a</t></si>", 20_000_000, "</sst>"));
        Assert.True(new FileInfo(path).Length < 16 << 20);
        Refused(path, "times the packed size", "at most 1", new Limits { Ratio = 1 });
        Refused(path, "shared texts of the workbook 2000001", "at most 2000000", new Limits { Ratio = 2000 });
    }

    [Fact]
    public void Read_OneSharedStringOfManyMegabytes_IsRefused()
    {
        var path = Workbook(Row(1), strings: entry => Repeat(entry, "<sst><si><t>", new string('x', 1000), 100_000, "</t></si></sst>"));
        Refused(path, "bytes of an element's tag or text", "at most 2097152", new Limits { Ratio = 2000 });
    }

    [Theory]
    [InlineData("2000000000", "row number in a sheet 2000000000")]
    [InlineData("99999999999999999999", "row number in a sheet 9223372036854775807")]
    public void Read_RowOfAHugeNumber_IsRefused(string number, string said) =>
        Refused(Workbook($"{Row(1)}<row r=\"{number}\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>"), said, "at most 1048576");

    [Fact]
    public void Read_CellInAHugeColumn_IsRefused() =>
        Refused(Workbook($"{Row(1)}<row r=\"2\"><c r=\"ZZZZZZ2\" t=\"inlineStr\"><is><t>x</t></is></c></row>"), "column number in a sheet", "at most 16384");

    [Fact]
    public void Read_FourteenMillionRows_IsRefused()
    {
        var path = Workbook("", sheet: entry => Repeat(entry, "<worksheet><sheetData>", "<row/>", 14_000_000, "</sheetData></worksheet>"));
        Refused(path, "rows of a sheet 1048577", "at most 1048576", new Limits { Ratio = 2000 });
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xml")]
    public void Read_ElementOfAMillionAttributes_IsRefused(string format)
    {
        var element = new StringBuilder("<crime ");
        for (var i = 0; i < 1_000_000; i++)
        {
            element.Append($"a{i}=\"\" ");
        }

        var path = format == "xml" ? _folder.Write("f.xml", $"<export>{element}/></export>") : Workbook($"{Row(1)}{element}/>");
        Refused(path, "bytes of an element's tag or text", "at most 2097152");
    }

    [Fact]
    public void Read_ElementOfTwoThousandAttributes_IsRefused() =>
        Refused(_folder.Write("f.xml", $"<export><crime {string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"a{i}=\"x\""))}/></export>"), "attributes of an element 2000", "at most 1000");

    [Theory]
    [InlineData("<export><crime><id>1</id><note>{0}</note></crime></export>")]
    [InlineData("<export><crime><id>1</id><note><![CDATA[<{0}]]></note></crime></export>")]
    public void Read_XmlTextOfManyMegabytes_IsRefused(string pattern) =>
        Refused(_folder.Write("f.xml", string.Format(null, pattern, new string('<', pattern.Contains("CDATA", StringComparison.Ordinal) ? 3 << 20 : 0) + new string('x', 3 << 20))), "of a", "at most");

    [Fact]
    public void Read_DeepXmlAndJson_AreRefused()
    {
        Refused(_folder.Write("f.xml", string.Concat(Enumerable.Repeat("<a>", 50_000))), "levels of nesting 65", "at most 64");
        Refused(_folder.Write("f.json", $"[{{\"a\":{new string('[', 900)}{new string(']', 900)}}}]"), "levels of nesting 65", "at most 64");
        Refused(_folder.Write("g.json", $"[{{\"a\":{new string('[', 900_000)}"), "JSON", "");
    }

    [Fact]
    public void Read_JsonOfManyNamesOrValues_IsRefused()
    {
        Refused(_folder.Write("f.json", $"[{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"{{\"a{i}\":1}}"))}]"), "columns 4097", "at most 4096");
        Refused(_folder.Write("g.json", $"[{{\"a\":[{string.Join(',', Enumerable.Repeat("1", 1_000_000))}]}}]"), "values in a record 65537", "at most 65536");
        Refused(_folder.Write("h.json", $"[{{\"a\":\"{new string('x', 2 << 20)}\"}}]"), "characters of a value 2097152", "at most 1048576");
        Refused(_folder.Write("i.json", $"[{{\"a\":[{string.Join(',', Enumerable.Repeat($"\"{new string('x', 1000)}\"", 17_000))}]}}]"), "bytes of a record", "at most 16777216");
    }

    [Fact]
    public void Read_CsvOfManyColumnsOrRows_IsRefused()
    {
        Refused(_folder.Write("f.csv", $"{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"a{i}"))}\n1\n"), "columns 5000", "at most 4096");
        Refused(_folder.Write("h.csv", $"a,{new string('n', 45_000)}\n1,2\n"), "characters of a column's name", "at most 1000");
        Refused(_folder.Write("g.csv", "a,b\n1,2\n1,2\n1,2\n"), "rows 3", "at most 2", new Limits { Rows = 2 });
    }

    [Fact]
    public void Read_WorkbookThatTakesTooMuchMemory_IsRefusedAndThisProcessGoesOn()
    {
        var path = Workbook(Row(1), strings: Different);
        Refused(path, "more than 16 MB of memory", "", new Limits { MemoryMegabytes = 16 });
        Refused(path, "longer than 0.05 s", "", new Limits { Processor = TimeSpan.FromSeconds(0.05) });
        Assert.Equal("x", Assert.Single(Rows.Read(path).Values)[0]);
    }

    [Fact]
    public void Read_ReaderThatDiesAtOnce_IsARefusal() =>
        Refused(_folder.Write("f.json", "[{\"a\":1}]"), "program", "", new Limits { MemoryMegabytes = 1 });

    [Theory]
    [InlineData("[{\"id\":\"1\"},{\"id\":\"\\ud800\"},{\"id\":\"3\"}]")]
    [InlineData("[{\"id\":\"1\"},{\"id\":\"2\",\"\\udfff\":1},{\"id\":\"3\"}]")]
    public void Read_JsonWithHalfASurrogatePair_DamagesThatRecordAlone(string json)
    {
        using var rows = SourceFile.Open(_folder.Write("f.json", json), new ReadSettings());
        var damage = new List<RowDamage>();
        while (rows.Read())
        {
            damage.Add(rows.Damage);
        }

        Assert.Equal([RowDamage.None, RowDamage.Encoding, RowDamage.None], damage);
    }

    [Fact]
    public void Read_JsonWithBytesThatAreNoUtf8_DamagesThatRecordAlone()
    {
        byte[] bytes = [.. "[{\"id\":\"\u041e\u0448\"},{\"id\":\""u8, 0xFF, 0xC0, .. "\"}]"u8];
        using var rows = SourceFile.Open(_folder.Write("f.json", bytes), new ReadSettings(Encoding: TextEncoding.Utf8));
        Assert.True(rows.Read());
        Assert.True(rows.Read());
        Assert.Equal(RowDamage.Encoding, rows.Damage);
    }

    [Fact]
    public void ReadCells_CodeOfManyDigits_IsRefused()
    {
        using var text = new StringReader($"region,count\nos{new string('9', 300_000)},3\ntotal,3\n");
        var (file, problem) = CellsFile.Read(text, new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal), [], []);
        Assert.Null(file);
        Assert.Contains("line 2: region has a code of 300002 characters, at most 200", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ManyFiles_LeavesNoProcess()
    {
        var path = _folder.Write("f.json", $"[{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"{{\"id\":\"{i}\"}}"))}]");
        for (var i = 0; i < 3; i++)
        {
            using var rows = SourceFile.Open(path, new ReadSettings());
            Assert.True(rows.Read());
        }

        // Tests beside this one read files of their own, each of which takes a moment.
        var read = Readers();
        for (var clock = Stopwatch.StartNew(); read.Overlaps(Readers()); Thread.Sleep(200))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "a reader of a file is still there a minute later");
        }

        static HashSet<int> Readers() => [.. Process.GetProcessesByName("dotnet")
            .Where(p => CommandLine(p).Contains(ReaderCommand.Name, StringComparison.Ordinal) && CommandLine(p).Contains(AppContext.BaseDirectory, StringComparison.Ordinal) && ParentOf(p) == Environment.ProcessId)
            .Select(p => p.Id)];
    }

    private static string CommandLine(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{process.Id}/cmdline") : "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static int ParentOf(Process process)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1].Split(' ')[2], null);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void Refused(string path, string what, string limit, Limits? limits = null)
    {
        var refused = Assert.Throws<UnreadableFileException>(() =>
        {
            using var rows = SourceFile.Open(path, new ReadSettings(), limits);
            while (rows.Read())
            {
                // To its end.
            }
        });
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.Contains(limit, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.NotEqual(refused.Said.En, refused.Said.Ru);
        Assert.NotEqual(refused.Said.Ru, refused.Said.Ky);
    }

    private static string Row(int number) => $"<row r=\"{number}\"><c t=\"inlineStr\"><is><t>id</t></is></c></row><row r=\"{number + 1}\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>";

    private static void Different(Stream entry)
    {
        using var writer = new StreamWriter(entry);
        writer.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (var i = 0; i < 500_000; i++)
        {
            writer.Write($"<si><t>{i * 7919L:x}-{i:x}</t></si>");
        }

        writer.Write("</sst>");
    }

    private static void Repeat(Stream entry, string start, string piece, int times, string end)
    {
        const int Many = 1000;
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, Many)));
        entry.Write(Encoding.ASCII.GetBytes(start));
        for (var i = 0; i < times / Many; i++)
        {
            entry.Write(block);
        }

        entry.Write(Encoding.ASCII.GetBytes(end));
    }

    private string Workbook(string rows, Action<Stream>? strings = null, Action<Stream>? sheet = null)
    {
        const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var path = Path.Combine(_folder.Path, $"{Guid.NewGuid():n}.xlsx");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Text("[Content_Types].xml", $"{Head}<Types xmlns=\"{Types}\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Text("_rels/.rels", $"{Head}<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Text("xl/workbook.xml", $"{Head}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Text("xl/_rels/workbook.xml.rels", $"{Head}<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        Part("xl/worksheets/sheet1.xml", sheet ?? (entry => entry.Write(Encoding.UTF8.GetBytes(Sheet.Replace("{0}", rows, StringComparison.Ordinal)))));
        Part("xl/sharedStrings.xml", strings ?? (entry => entry.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"u8)));
        return path;

        void Text(string name, string text) => Part(name, entry => entry.Write(Encoding.UTF8.GetBytes(text)));

        void Part(string name, Action<Stream> write)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            write(entry);
        }
    }
}
