using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Analytics.Domain.Linkage;
using Analytics.Etl.Warehouse.Link;
using CsvHelper;
using ExcelDataReader;

namespace Analytics.Etl.Tests.Demo;

/// <summary>Reads the demo's files back with code of its own, so that a mistake shared with the writer shows.</summary>
internal sealed class DemoSources
{
    static DemoSources() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public DemoSources(string folder)
    {
        Contacts = Read(folder, "demo_hotline", "csv", file => Csv(file, Encoding.GetEncoding(1251), ';'));
        Workbooks = Read(folder, "demo_ngo_case_xlsx", "xlsx", Xlsx);
        Documents = Read(folder, "demo_ngo_case_json", "json", Json);
        Crimes = Read(folder, "demo_register_crime", "xml", Xml);
        Events = Read(folder, "demo_register_event", "csv", file => Csv(file, new UTF8Encoding(false, throwOnInvalidBytes: true), ','));
    }

    public IReadOnlyList<DemoRow> Contacts { get; }

    public IReadOnlyList<DemoRow> Workbooks { get; }

    public IReadOnlyList<DemoRow> Documents { get; }

    public IReadOnlyList<DemoRow> Cases => [.. Workbooks, .. Documents];

    public IReadOnlyList<DemoRow> Crimes { get; }

    public IReadOnlyList<DemoRow> Events { get; }

    /// <summary>The 18 of the study, and no international or government body.</summary>
    public static bool OfNgo(DemoRow row) => row["organisation"].StartsWith("NGO-", StringComparison.Ordinal);

    /// <summary>Persons behind cases, told by linkage of their tokens; a case without a token is a person of its own.</summary>
    public static int Persons(IEnumerable<DemoRow> cases)
    {
        var all = cases.ToList();
        var records = all.Where(c => c["person_token"].Length > 0)
            .Select((c, at) => new PersonRecord(at, $"ngo_case {c["organisation"]}", PersonToken.Read(c["person_token"], out _)!, null, Compared: false)).ToList();
        var (model, pairs) = RoundLinkage.Learn(records, CancellationToken.None);
        return RoundLinkage.Gather(records, pairs, [], model.Threshold, [.. records.Select(r => r.Id)]).Count + all.Count(c => c["person_token"].Length == 0);
    }

    /// <summary>Crimes by trafficking articles, told by the article as written and the code in force.</summary>
    public IReadOnlyList<DemoRow> Trafficking => [.. Crimes.Where(c => Articles.IsTrafficking(c["article"], c.Day("registered_at")))];

    public IReadOnlyList<DemoRow> TraffickingEvents
    {
        get
        {
            var numbers = Trafficking.Select(c => c["register_no"]).ToHashSet(StringComparer.Ordinal);
            return [.. Events.Where(e => numbers.Contains(e["register_no"]))];
        }
    }

    private static List<DemoRow> Read(string folder, string source, string extension, Func<string, IEnumerable<Dictionary<string, string>>> read)
    {
        var files = Directory.GetFiles(Path.Combine(folder, source)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Matches($@"^synthetic_\w+\.{extension}$", Path.GetFileName(file)));
        return [.. files.SelectMany(file => read(file).Select(values => new DemoRow(file, values)))];
    }

    private static IEnumerable<Dictionary<string, string>> Csv(string file, Encoding encoding, char separator)
    {
        using var text = new StreamReader(file, encoding);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = separator });
        csv.ReadHeader();
        var names = csv.Headers.ToArray();
        while (csv.Read())
        {
            Assert.Equal(names.Length, csv.FieldCount);
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                row.Add(names[i], csv.GetString(i));
            }

            yield return row;
        }
    }

    private static IEnumerable<Dictionary<string, string>> Xlsx(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        Assert.Equal(2, reader.ResultsCount);
        while (reader.Read() && !string.Equals(reader.GetValue(0) as string, "organisation", StringComparison.Ordinal))
        {
        }

        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
        while (reader.Read())
        {
            yield return names.Select((name, i) => (name, Value: reader.GetValue(i))).ToDictionary(
                cell => cell.name,
                cell => cell.Value switch { null => "", DateTime date => $"{date:yyyy-MM-dd}", var other => $"{other}" },
                StringComparer.Ordinal);
        }
    }

    private static IEnumerable<Dictionary<string, string>> Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var rows = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement : document.RootElement.GetProperty("results");
        return [.. rows.EnumerateArray().Select(row => row.EnumerateObject().ToDictionary(
            member => member.Name,
            member => member.Value.ValueKind == JsonValueKind.Array ? string.Join('|', member.Value.EnumerateArray()) : member.Value.ToString(),
            StringComparer.Ordinal))];
    }

    private static IEnumerable<Dictionary<string, string>> Xml(string file) => XDocument.Load(file).Root!.Elements("crime")
        .Select(crime => crime.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value, StringComparer.Ordinal));
}
