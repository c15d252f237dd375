using System.IO.Compression;
using System.Text;
using Analytics.Etl.Tests.Ingest.Files;

namespace Analytics.Etl.Tests.Fuzz;

/// <summary>Files of every format, and what chance makes of them; the same seed gives the same file.</summary>
internal sealed class MutatedFile
{
    private const int MostNesting = 20_000;

    private static readonly string[] s_tokens =
    [
        "\\ud800", "\\udfff\\ud800", "\\u0000", "\0", "\uFEFF", "\uFFFE", "\u202E", "1e400", "-9223372036854775809", "2000000000", "99999999999999999999", "NaN", "\"", "\"\"", "'", ",,,,,,,,", ";", "\t", "\r", "\n\n", "|",
        "{", "}", "[", "]", "</", "/>", "<a", "<!--", "]]>", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#xD800;", "&#0;", "&amp", "_xD800_", "r=\"1048577\"", "r=\"XFE1\"", "t=\"s\"", "s=\"-1\"", "2021-02-30",
        "contact_id", "started_at", "contact_id,contact_id", "encoding=\"utf-7\"", "encoding=\"nothing\"", "true", "null",
    ];

    private static readonly (string Name, byte[] Bytes)[] s_originals = Originals();

    private readonly Random _random;

    private MutatedFile(Random random) => _random = random;

    public static IReadOnlyList<string> Names { get; } = [.. s_originals.Select(o => o.Name)];

    /// <param name="original">Which of <see cref="Names"/>.</param>
    public static byte[] Make(int original, int seed)
    {
        var file = new MutatedFile(new Random(seed));
        var (name, bytes) = s_originals[original];
        return name.EndsWith("xlsx", StringComparison.Ordinal) || name.EndsWith("zip", StringComparison.Ordinal)
            ? file._random.Next(3) == 0 ? file.Bytes(bytes) : file.Parts(bytes)
            : file.Mutate(bytes);
    }

    private byte[] Mutate(byte[] bytes)
    {
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            bytes = _random.Next(2) == 0 ? Bytes(bytes) : Text(bytes);
        }

        return bytes;
    }

    /// <summary>Without regard to what they mean.</summary>
    private byte[] Bytes(byte[] bytes)
    {
        var result = bytes.ToList();
        if (result.Count == 0)
        {
            return [(byte)_random.Next(256)];
        }

        var at = _random.Next(result.Count);
        var length = _random.Next(1, Math.Min(200, result.Count - at + 1));
        switch (_random.Next(6))
        {
            case 0:
                for (var flips = _random.Next(1, 20); flips > 0; flips--)
                {
                    result[_random.Next(result.Count)] ^= (byte)(1 << _random.Next(8));
                }

                break;
            case 1:
                result.RemoveRange(at, result.Count - at);
                break;
            case 2:
                result.RemoveRange(at, Math.Min(length, result.Count - at));
                break;
            case 3:
                var random = new byte[length];
                _random.NextBytes(random);
                result.InsertRange(at, random);
                break;
            case 4:
                var block = result.GetRange(at, Math.Min(length, result.Count - at));
                for (var times = _random.Next(1, 200); times > 0; times--)
                {
                    result.InsertRange(at, block);
                }

                break;
            default:
                result.InsertRange(at, Enumerable.Repeat((byte)(_random.Next(2) == 0 ? 0 : 0xFF), length));
                break;
        }

        return [.. result];
    }

    /// <summary>With regard to what text of these formats is made of.</summary>
    private byte[] Text(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = text.Length == 0 ? 0 : _random.Next(text.Length);
        switch (_random.Next(8))
        {
            case 0:
                text = text.Insert(at, s_tokens[_random.Next(s_tokens.Length)]);
                break;
            case 1:
                var (open, close) = new[] { ("[", "]"), ("{\"a\":", "}"), ("<a>", "</a>"), ("\"", "\""), ("(", ")") }[_random.Next(5)];
                var depth = _random.Next(1, _random.Next(2) == 0 ? 100 : MostNesting);
                text = text.Insert(at, string.Concat(Enumerable.Repeat(open, depth)) + (_random.Next(2) == 0 ? string.Concat(Enumerable.Repeat(close, depth)) : ""));
                break;
            case 2:
                var lines = text.Split('\n').ToList();
                lines.Insert(_random.Next(lines.Count), lines[_random.Next(lines.Count)]);
                text = string.Join('\n', lines);
                break;
            case 3:
                text = text.Insert(at, string.Concat(Enumerable.Repeat(s_tokens[_random.Next(s_tokens.Length)], _random.Next(1, 50_000))));
                break;
            case 4:
                text = text.Replace(text.Length > 0 ? text[at] : 'a', (char)_random.Next(0x10000));
                break;
            case 5:
                var digits = text.IndexOfAny([.. "0123456789"], at);
                text = digits < 0 ? text : text.Insert(digits, new string((char)_random.Next('0', '9' + 1), _random.Next(1, 40)));
                break;
            case 6:
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                var encoding = new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.GetEncoding(1251), Encoding.GetEncoding(866) }[_random.Next(5)];
                return _random.Next(2) == 0 ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
            default:
                var names = new[] { "contact_id", "started_at", "topic", "caller_region", "row", "sheetData", "si" };
                text = text.Replace(names[_random.Next(names.Length)], names[_random.Next(names.Length)], StringComparison.Ordinal);
                break;
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>An archive whose entries are well packed and hold something else.</summary>
    private byte[] Parts(byte[] archive)
    {
        var stream = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(archive)))
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = _random.Next(source.Entries.Count);
            foreach (var (index, entry) in source.Entries.Index())
            {
                using var part = entry.Open();
                using var copy = new MemoryStream();
                part.CopyTo(copy);
                for (var times = index == chosen && _random.Next(10) == 0 ? _random.Next(2, 300) : 1; times > 0; times--)
                {
                    var name = index == chosen && _random.Next(20) == 0 ? $"../\0{entry.FullName}" : entry.FullName;
                    using var written = target.CreateEntry(name, CompressionLevel.Fastest).Open();
                    written.Write(index == chosen ? Mutate(copy.ToArray()) : copy.ToArray());
                }
            }
        }

        return stream.ToArray();
    }

    private static (string, byte[])[] Originals()
    {
        const string Csv = "contact_id,started_at,topic,age,caller_region\nA1,2021-03-12T14:05,documents,27,\u041e\u0448\nA2,12.03.2021,\"legal, advice\",30,\u0411\u0438\u0448\u043a\u0435\u043a\nA3,2021,other,,KG-O\n";
        const string Json = "{\"data\":[{\"contact_id\":\"A1\",\"started_at\":\"2021\",\"topic\":\"documents\",\"forms\":[\"sexual\",\"labour\"],\"caller\":{\"region\":\"\u041e\u0448\"}},{\"contact_id\":\"A2\",\"started_at\":\"2022-01-01\",\"age\":31}]}";
        const string Lines = "{\"contact_id\":\"A1\",\"started_at\":\"2021\"}\n{\"contact_id\":\"A2\",\"started_at\":\"2022\",\"topic\":\"other\"}\n";
        const string Xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<export><contact contact_id=\"A1\"><started_at>2021</started_at><topic>\u0434\u043e\u043a\u0443\u043c\u0435\u043d\u0442\u044b</topic></contact><contact contact_id=\"A2\"><started_at>2022</started_at><forms><form>sexual</form><form>labour</form></forms></contact></export>";
        const string Histories = "police,ngo,hotline,count\n1,0,0,55\n0,1,0,200\n0,0,1,90\n1,1,0,12\n0,1,1,30\n1,0,1,5\n1,1,1,2\n";
        const string Cells = "region,sex,count\nosh,female,7\nosh,male,3\nosh,total,10\ntotal,female,7\ntotal,male,3\ntotal,total,10\n";
        using var folder = new TempFolder();
        var sheet = Spreadsheet.Write(folder, "f.xlsx", new Spreadsheet.Sheet("s", [["contact_id", "started_at", "topic"], ["A1", new DateTime(2021, 3, 12), "documents"], ["A2", "2022", "\u043e\u0448"]]));
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ((string, string)[])[("a.csv", Csv), ("b.json", Json)])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return
        [
            ("f.csv", Encoding.UTF8.GetBytes(Csv)), ("f.tsv", Encoding.UTF8.GetBytes(Csv.Replace(',', '\t'))), ("f.json", Encoding.UTF8.GetBytes(Json)), ("f.jsonl", Encoding.UTF8.GetBytes(Lines)),
            ("f.xml", Encoding.UTF8.GetBytes(Xml)), ("f.xlsx", File.ReadAllBytes(sheet)), ("f.zip", zip.ToArray()), ("histories.csv", Encoding.UTF8.GetBytes(Histories)), ("cells.csv", Encoding.UTF8.GetBytes(Cells)),
        ];
    }
}
