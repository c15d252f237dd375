using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Tests.Demo;

/// <summary>The files are as untidy as promised, byte for byte, and as readable as the contract asks.</summary>
public sealed class DemoFormatsTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private readonly DemoRun run = demo.Run;

    [Fact]
    public void Write_Hotline_IsWindows1251WithSemicolonsAndCarriageReturns()
    {
        foreach (var file in Files("demo_hotline"))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
            var text = Encoding.GetEncoding(1251).GetString(bytes);
            Assert.Contains(";город Бишкек;", text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
            Assert.DoesNotContain("?", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_HotlineDates_KeepToOneFormatAFileAndDifferBetweenFiles()
    {
        static string Shape(string date) => string.Concat(date.Select(c => char.IsDigit(c) ? '9' : c));
        var shapes = run.Sources.Contacts.GroupBy(c => c.File, StringComparer.Ordinal)
            .Select(file => Assert.Single(file.Select(c => Shape(c["started_at"])).Distinct(StringComparer.Ordinal)))
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(["99.99.9999 99:99", "9999-99-99T99:99:99", "9999-99-99T99:99:99+99:99"], shapes.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Write_Workbooks_HaveRealDatesATitleInSomeAndASecondSheet()
    {
        var titled = 0;
        foreach (var file in Files("demo_ngo_case_xlsx"))
        {
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            var workbook = document.WorkbookPart!;
            var sheets = workbook.Workbook.Sheets!.Elements<Sheet>().ToList();
            Assert.Equal(2, sheets.Count);
            var rows = ((WorksheetPart)workbook.GetPartById(sheets[0].Id!)).Worksheet.Descendants<Row>().Where(r => r.HasChildren).ToList();
            var header = rows.FindIndex(r => r.Elements<Cell>().First().InnerText == "organisation");
            titled += header;
            var intake = rows[header + 1].Elements<Cell>().Single(c => c.CellReference!.Value!.StartsWith('C'));
            Assert.True(intake.DataType is null, "a date is a number with a date style");
            var format = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)intake.StyleIndex!.Value);
            Assert.Equal(14u, format.NumberFormatId!.Value);
        }

        Assert.InRange(titled, 1, Files("demo_ngo_case_xlsx").Count - 1);
    }

    [Fact]
    public void Write_Json_IsAnArrayHereAndUnderResultsThere()
    {
        var first = Files("demo_ngo_case_json").Select(f => File.ReadAllText(f)[0]).ToList();

        Assert.Contains('[', first);
        Assert.Contains('{', first);
    }

    [Fact]
    public void Write_RegisterXml_DeclaresWindows1251InOneFile()
    {
        var declared = Files("demo_register_crime").Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f)).Split('\n')[0]).ToList();

        Assert.Single(declared, d => d.Contains("windows-1251", StringComparison.Ordinal));
        Assert.Equal(9, declared.Count(d => d.Contains("utf-8", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_RegisterEvents_StartWithAByteOrderMark() =>
        Assert.All(Files("demo_register_event"), f => Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(f)[..3]));

    [Fact]
    public void Write_Columns_AreThoseOfTheContract()
    {
        Assert.Equal("contact_id started_at duration_s channel language caller_role caller_region topic destination_country suspected_trafficking forms sex age citizenship referred_to victim_identified person_token", Columns(run.Sources.Contacts));
        const string cases = "organisation case_ref intake_date person_token sex birth_year age_at_intake citizenship region_origin region_service destination_country forms sector acts means means_of_control recruitment_channel exploitation_start exploitation_end identified_by victim_status services applied_to_police reasons_not_applied programme updated_at deleted";
        Assert.Equal(cases, Columns(run.Sources.Workbooks));
        Assert.Equal(cases, Columns(run.Sources.Documents.Where(d => d.File.Contains("south", StringComparison.Ordinal))));
        Assert.Equal("register_no registered_at article region victims_count victim_tokens suspects_count updated_at", Columns(run.Sources.Crimes));
        Assert.Equal("register_no event_at event article_to ground persons_count", Columns(run.Sources.Events));
    }

    [Fact]
    public void Write_Readme_SaysInThreeLanguagesThatNothingIsReal()
    {
        var text = File.ReadAllText(Path.Combine(run.Folder, "README.txt"));

        Assert.Contains("SYNTHETIC DEMONSTRATION DATA", text, StringComparison.Ordinal);
        Assert.Contains("СИНТЕТИЧЕСКИЕ", text, StringComparison.Ordinal);
        Assert.Contains("СИНТЕТИКАЛЫК", text, StringComparison.Ordinal);
        Assert.Contains("seed: 5", text, StringComparison.Ordinal);
    }

    private static string Columns(IEnumerable<DemoRow> rows) => Assert.Single(rows.Select(r => string.Join(' ', r.Values.Keys)).Distinct(StringComparer.Ordinal));

    private List<string> Files(string source) => [.. Directory.GetFiles(Path.Combine(run.Folder, source)).Order(StringComparer.Ordinal)];
}
