using System.IO.Compression;
using System.Text;

namespace Analytics.Database.Tests.Etl;

/// <summary>What must become of an awful file.</summary>
/// <param name="Refused">Part of the reason; null when it is loaded.</param>
internal sealed record AwfulFile(string Name, string FileName, byte[] Bytes, int Inserted = 0, int Rejected = 0, string? Refused = null, string Feed = "hotline");

/// <summary>Files that somebody will send one day. Each row's key carries the file's number, so that the files do not meet.</summary>
internal static class AwfulFiles
{
    private const string Header = "contact_id,started_at,topic,age,caller_region";

    static AwfulFiles()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        All = [.. Texts(), .. Encodings(), .. Values(), .. Json(), .. Xml(), .. Archives(), .. NotData()];
    }

    public static IReadOnlyList<AwfulFile> All { get; }

    private static IEnumerable<AwfulFile> Texts()
    {
        yield return Refused("empty", "f.csv", "", "empty");
        yield return Refused("only a byte order mark", "f.csv", "\uFEFF", "header");
        yield return Refused("only blank lines", "f.csv", "\n\r\n\n", "header");
        yield return Loaded("only a header", "f.csv", Header);
        yield return Loaded("mixed line ends", "f.csv", $"{Header}\r\nA1,2021,,,\nA2,2021,,,\r\nA3,2021,,,", 3);
        yield return Loaded("no end of line at the end, spaces around", "f.csv", $"{Header}\n  B1 , 2021 , documents , 27 , Ош шаары ", 1);
        yield return Loaded("quotes inside quotes, breaks and delimiters inside fields", "f.csv", $"{Header}\n\"C \"\"1\"\"\",\"2021\",\"documents\",\"27\",\"Ош\nшаары\"\n", 1);
        yield return Loaded("text after a closing quote", "f.csv", $"{Header}\n\"D1\"x,2021,,,\nD2,2021,,,\n", 1, 1);
        yield return Refused("a quote that is never closed", "f.csv", $"{Header}\nE1,2021,,,\n\"E2,2021,,,\nE3,2021,,,\n", "line 3");
        yield return Loaded("too few and too many fields", "f.csv", $"{Header}\nF1,2021\nF2,2021,,,,x\nF3,2021,,,\nF4,2021,,,\n", 2, 2);
        yield return Loaded("delimiters at every line's end", "f.csv", $"{Header},,\nG1,2021,,,,,\nG2,2021,,,,,\n", 2);
        yield return Loaded("a hundred thousand blank lines", "f.csv", $"{Header}\nH1,2021,,,\n{new string('\n', 100_000)}H2,2021,,,\n", 2);
        yield return Loaded("rows of delimiters only", "f.csv", $"{Header}\n,,,,\nI1,2021,,,\n,,,,\n", 1);
        yield return Loaded("a title and a note above the header", "f.csv", $"Отчёт,,,,\n,,,,\nза 2021 год,,,,\n{Header}\nJ1,2021,,,\n", 1);
        yield return Loaded("the header again in the middle", "f.csv", $"{Header}\nK1,2021,,,\n{Header}\nK2,2021,,,\n", 2);
        yield return Loaded("totals at the end", "f.csv", $"{Header}\nL1,2021,,,\nL2,2021,,,\nИтого,,,2,\n", 2);
        yield return Refused("the same column twice", "f.csv", $"{Header},Topic\nM1,2021,,,,\n", "same name");
        yield return Refused("a column too much", "f.csv", $"{Header},mood\nN1,2021,,,,x\n", "'mood' (column 6)");
        yield return Refused("a column too few", "f.csv", "contact_id,topic\nO1,documents\n", "missing column: started_at");
        yield return Refused("no header at all", "f.csv", "P1,2021,documents\nP2,2021,documents\n", "no column of hotline");
        yield return Refused("a column of telephone numbers", "f.csv", $"{Header},Телефон\nQ1,2021,,,,0555123456\n", "identifier_column");
        yield return Refused("a field of five megabytes in quotes", "f.csv", $"{Header}\nR1,2021,\"{new string('x', 5 << 20)}\",,\n", "no end");
        yield return Refused("nothing right", "f.csv", $"{Header}\nS1,never,,,\nS2,never,,,\n", "2 of 2 rows break a rule");
    }

    private static IEnumerable<AwfulFile> Encodings()
    {
        var text = "contact_id;started_at;topic;age;caller_region\r\n{0}1;12.03.2021 14:05;Документы;27,0;Ошская область\r\n";
        foreach (var (name, encoding, mark) in ((string, Encoding, bool)[])[
            ("TA", Encoding.UTF8, true), ("TB", Encoding.Unicode, true), ("TC", Encoding.Unicode, false), ("TD", Encoding.BigEndianUnicode, true),
            ("TE", Encoding.BigEndianUnicode, false), ("TF", Encoding.GetEncoding(1251), false), ("TG", Encoding.UTF32, true)])
        {
            var bytes = encoding.GetBytes(string.Format(null, text, name));
            yield return new AwfulFile($"{encoding.WebName}, mark {mark}", "f.csv", mark ? [.. encoding.GetPreamble(), .. bytes] : bytes, 1);
        }

        yield return Loaded("a byte order mark in the middle", "f.csv", $"{Header}\nU1,2021,,,\n\uFEFFU2,2021,,,\n", 2);
        yield return Loaded("zero-width and direction marks", "f.csv", $"{Header}\n\u200FV1\u200B,\u202A2021\u202C,docu\u00ADments,2\u20607,\u200EОш шаары\n", 1);
        yield return new AwfulFile("one byte that is not UTF-8", "f.csv",
            [.. Encoding.UTF8.GetBytes($"{Header}\nW1,2021,Документы,27,Ош шаары\nW2,2021,,,\nW"), 0xFF, .. Encoding.UTF8.GetBytes("3,2021,,,\n")], 2, 1);
        yield return Loaded("a NUL in a value", "f.csv", $"{Header}\nX1,2021,,,\nX\02,2021,,,\nX3,2021,,,\n", 2, 1);
        yield return Loaded("tabs in a file named csv", "f.csv", "contact_id\tstarted_at\nY1\t2021\n", 1);
    }

    private static IEnumerable<AwfulFile> Values()
    {
        yield return Loaded("Cyrillic look-alikes in a code", "f.csv", "contact_id,started_at,channel\nZ1,2021,phone\nZ2,2021,рhоne\nZ3,2021,web\n", 2, 1);
        yield return Loaded("full-width digits", "f.csv", $"{Header}\nAA1,２０２１,,,\nAA2,2021,,,\nAA3,2021,,,\n", 2, 1);
        yield return Loaded("days that no calendar has", "f.csv", $"{Header}\nAB1,2021-02-30,,,\nAB2,0000-00-00,,,\nAB3,2021,,,\nAB4,2020-02-29,,,\n", 2, 2);
        yield return Loaded("a date far ahead", "f.csv", $"{Header}\nAC1,2049-01-01,,,\nAC2,2021,,,\nAC3,2021,,,\n", 2, 1);
        yield return Loaded("slashes with the day first", "f.csv", $"{Header}\nAD1,03/04/2021,,,\nAD2,25/04/2021 10:30,,,\n", 2);
        yield return Loaded("slashes that do not tell", "f.csv", $"{Header}\nAE1,03/04/2021,,,\nAE2,2021,,,\nAE3,2021,,,\n", 2, 1);
        yield return Loaded("a key of two kilobytes", "f.csv", $"{Header}\n{new string('k', 2048)},2021,,,\nAF2,2021,,,\nAF3,2021,,,\n", 2, 1);
        yield return Loaded("a personal number for a key", "f.csv", $"{Header}\n21203199501234,2021,,,\nAG2,2021,,,\nAG3,2021,,,\n", 2, 1);
        yield return Loaded("the same key three times", "f.csv", $"{Header}\nAH1,2021,documents,,\nAH1,2021,documents,,\nAH1,2021,other,,\nAH2,2021,,,\n", 2, 1);
    }

    private static IEnumerable<AwfulFile> Json()
    {
        yield return Loaded("json named csv", "f.csv", """[{"contact_id": "BA1", "started_at": "2021"}]""", 1);
        yield return Refused("json cut off", "f.json", """[{"contact_id": "BB1", "started_at": "2021"}, {"contact_id": "BB""", "not valid JSON");
        yield return Refused("json deeper than anybody needs", "f.json", $"[{string.Concat(Enumerable.Repeat("{\"a\":", 500))}1{new string('}', 500)}]", "levels of nesting");
        yield return Refused("json of numbers", "f.json", "[1, 2, 3]", "no array of objects");
        yield return Refused("one json value", "f.json", "{\"status\": \"error\"}", "no array of objects");
        yield return Loaded("an empty array", "f.json", "[]");
        yield return Loaded("nulls, numbers, nested and missing values", "f.json",
            """{"meta": [1], "data": [{"contact_id": 1001, "started_at": 2021, "forms": ["other", "adoption"], "age": null}, {"contact_id": "BC2", "started_at": "2021-03", "age": 1e400}, {"started_at": "2021"}, {"contact_id": "BC4", "started_at": "2021"}]}""", 2, 2);
        yield return Refused("json lines with a broken line", "f.jsonl", "{\"contact_id\": \"BD1\", \"started_at\": \"2021\"}\n{oops\n", "not valid JSON");
        yield return Loaded("json lines with blank lines", "f.txt", "{\"contact_id\": \"BE1\", \"started_at\": \"2021\"}\n\n{\"contact_id\": \"BE2\", \"started_at\": \"2021\"}\n", 2);
    }

    private static IEnumerable<AwfulFile> Xml()
    {
        yield return Refused("an entity bomb", "f.xml", "<!DOCTYPE r [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]><r><c><contact_id>&b;</contact_id></c></r>", "document type");
        yield return Refused("an external entity", "f.xml", "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><r><c><contact_id>&a;</contact_id></c></r>", "document type");
        yield return Refused("xml cut off", "f.xml", "<r><c><contact_id>CA1</contact_id><started_at>2021</started_at></c><c>", "well-formed");
        yield return Refused("xml deeper than anybody needs", "f.xml", $"{string.Concat(Enumerable.Repeat("<a>", 200))}x{string.Concat(Enumerable.Repeat("</a>", 200))}", "levels of nesting");
        yield return Refused("a page instead of a file", "f.csv", "<!DOCTYPE html><html><body><p>Sign in</p><p>again</p></body></html>", "no table");
        yield return Loaded("namespaces, attributes and CDATA", "f.xml",
            "<x:r xmlns:x=\"urn:x\"><x:c contact_id=\"CB1\"><x:started_at><![CDATA[2021]]></x:started_at></x:c><x:c contact_id=\"CB2\"><x:started_at>2021</x:started_at></x:c></x:r>", 2);
        yield return new AwfulFile("xml in Windows-1251", "f.xml", Encoding.GetEncoding(1251).GetBytes(
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?><r><c><contact_id>CC1</contact_id><started_at>2021</started_at><caller_region>Ошская область</caller_region></c></r>"), 1);
    }

    private static IEnumerable<AwfulFile> Archives()
    {
        yield return new AwfulFile("an archive in an archive", "f.zip", Zip(("in.zip", Zip(("f.csv", "x"u8.ToArray())))), Refused: "another archive");
        yield return new AwfulFile("an archive that swells", "f.zip", Zip(("f.csv", new byte[32 << 20])), Refused: "times its packed size");
        yield return new AwfulFile("an archive with nothing in it", "f.zip", Zip(("folder/", [])), Refused: "no file");
        yield return new AwfulFile("an archive with paths upwards", "f.zip", Zip(("../../../evil.csv", Encoding.UTF8.GetBytes($"{Header}\nDA1,2021,,,\n"))), 1);
        yield return new AwfulFile("an OpenDocument sheet without a sheet", "f.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", "<a/>"u8.ToArray())), Refused: "no visible sheet");
        yield return new AwfulFile("a word document", "f.xlsx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<a/>"u8.ToArray())), Refused: "Excel");
        yield return new AwfulFile("half a workbook", "f.xlsx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()))[..60], Refused: "Excel");
        yield return new AwfulFile("csv named xlsx", "f.xlsx", Encoding.UTF8.GetBytes($"{Header}\nDB1,2021,,,\n"), 1);
    }

    private static IEnumerable<AwfulFile> NotData()
    {
        yield return Refused("a PDF", "f.csv", "%PDF-1.7\n1 0 obj", "PDF");
        yield return new AwfulFile("a gzip", "f.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0], Refused: "compressed");
        var noise = new byte[4096];
        new Random(7).NextBytes(noise);
        yield return new AwfulFile("noise", "f.csv", noise, Refused: "");
        yield return new AwfulFile("an old workbook's header and noise", "f.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. noise], Refused: "Excel");
        yield return Refused("prose", "f.txt", "Dear colleagues,\nplease find attached our report.\nBest regards\n", "no column of hotline");
    }

    private static AwfulFile Loaded(string name, string file, string text, int inserted = 0, int rejected = 0) => new(name, file, Encoding.UTF8.GetBytes(text), inserted, rejected);

    private static AwfulFile Refused(string name, string file, string text, string reason) => new(name, file, Encoding.UTF8.GetBytes(text), Refused: reason);

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
