using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class OtherFormatsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_ArrayAtTheRoot_GivesTheUnionOfNames()
    {
        var rows = Rows.Read(_folder.Write("f.json", """[{"id": 1, "forms": ["a", "b"]}, {"id": 2, "note": null, "place": {"region": "Ош"}}]"""));
        Assert.Equal(["id", "forms", "note", "place.region"], rows.Header);
        Assert.Equal([["1", "a|b", "", ""], ["2", "", "", "Ош"]], rows.Values);
        Assert.Equal([1L, 2L], rows.Lines);
    }

    [Fact]
    public void Json_ArrayUnderAPath_IsFoundAloneOrAsGiven()
    {
        var path = _folder.Write("f.json", """{"count": 1, "tags": ["x"], "other": {"results": [{"no": 0}]}, "results": [{"id": 7}]}""");
        Assert.Equal(["no"], Rows.Read(path).Header);
        Assert.Equal([["7"]], Rows.Read(path, new ReadSettings(Path: "results")).Values);
        Assert.Equal([["0"]], Rows.Read(path, new ReadSettings(Path: "other.results")).Values);
    }

    [Fact]
    public void Json_ManyRecords_AreReadAcrossBuffers()
    {
        var text = $"[{string.Join(",\n", Enumerable.Range(1, 5000).Select(i => $$"""{"id": {{i}}, "text": "{{new string('ж', i % 97)}}"}"""))}]";
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
        {
            var rows = Rows.Read(_folder.Write("f.json", text, encoding));
            Assert.Equal(5000, rows.Values.Length);
            Assert.Equal(["4999", new string('ж', 4999 % 97)], rows.Values[4998]);
        }
    }

    [Fact]
    public void Json_OneObjectALine_IsDetectedWhateverTheExtension()
    {
        var rows = Rows.Read(_folder.Write("f.txt", "{\"id\": 1}\n{\"id\": 2}\n"));
        Assert.Equal("json lines", rows.Description);
        Assert.Equal([["1"], ["2"]], rows.Values);
    }

    [Theory]
    [InlineData("""[{"id": 1}, {"id": """)]
    [InlineData("""[{"id": 1}, 5]""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("[[[")]
    public void Json_DamagedOrWithoutRecords_IsRefused(string text) =>
        Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write("f.json", text)));

    [Fact]
    public void Json_NestedTooDeep_IsRefused() =>
        Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write("f.json", $"[{string.Concat(Enumerable.Repeat("{\"a\":", 200))}1{new string('}', 200)}]")));

    [Fact]
    public void Xml_RepeatedElement_IsTheRecord()
    {
        var rows = Rows.Read(_folder.Write("f.xml", """
            <?xml version="1.0"?>
            <export made="2021"><meta><by>x</by></meta>
              <crime no="1"><article>166</article><forms><form>a</form><form>b</form></forms></crime>
              <crime no="2"><article/><region code="KG-O">Ош</region></crime>
            </export>
            """.TrimStart()));
        Assert.Equal(["no", "article", "forms.form", "region.code", "region"], rows.Header);
        Assert.Equal([["1", "166", "a|b", "", ""], ["2", "", "", "KG-O", "Ош"]], rows.Values);
    }

    [Fact]
    public void Xml_EncodingOfItsDeclaration_IsUsed()
    {
        var encoding = TextEncoding.Windows1251;
        var text = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><r><c><region>Нарын</region></c><c><region>Талас</region></c></r>";
        Assert.Equal([["Нарын"], ["Талас"]], Rows.Read(_folder.Write("f.xml", encoding.GetBytes(text))).Values);
    }

    [Fact]
    public void Xml_SingleRecordOrElementGiven_IsFound()
    {
        Assert.Equal([["1"]], Rows.Read(_folder.Write("f.xml", "<r><c><no>1</no></c></r>")).Values);
        Assert.Equal([["b"]], Rows.Read(_folder.Write("f.xml", "<r><a><x>a</x></a><a><x>c</x></a><b><x>b</x></b></r>"), new ReadSettings(Path: "b")).Values);
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><r><c><x>&c;</x></c></r>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><r><c><x>&a;</x></c></r>")]
    [InlineData("<r><c><x>1</x></c><c>")]
    [InlineData("<r/>")]
    public void Xml_EntitiesOrDamage_AreRefused(string text)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write("f.xml", text)));
        Assert.DoesNotContain("root:", refusal.Message);
    }

    [Fact]
    public void Excel_DatesNumbersAndTitles_AreReadAsText()
    {
        var rows = Rows.Read(
            Spreadsheet.Write(_folder, "f.csv", new Spreadsheet.Sheet("Данные", [
                ["Отчёт 2019"],
                [],
                ["case_ref", "intake_date", "age_at_intake", "soate", "deleted"],
                ["A-1", new DateTime(2019, 5, 20), 27.0, 41705000000000.0, true],
                [],
                ["A-2", new DateTime(2019, 5, 20, 14, 5, 0), 27.5, "", false],
            ])),
            Rows.Expecting("case_ref", "intake_date"));
        Assert.Equal(["case_ref", "intake_date", "age_at_intake", "soate", "deleted"], rows.Header);
        Assert.Equal([["A-1", "2019-05-20", "27", "41705000000000", "true"], ["A-2", "2019-05-20T14:05:00", "27.5", "", "false"]], rows.Values);
        Assert.Equal([4L, 6L], rows.Lines);
    }

    [Fact]
    public void Excel_1904DateSystem_IsHonoured()
    {
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx", date1904: true, new Spreadsheet.Sheet("s", [["day"], [new DateTime(2019, 5, 20)]])));
        Assert.Equal([["2019-05-20"]], rows.Values);
    }

    [Fact]
    public void Excel_SheetIsFoundByTheExpectedNamesOrGiven_HiddenOnesOnlyWhenGiven()
    {
        var path = Spreadsheet.Write(_folder, "f.xlsx",
            new Spreadsheet.Sheet("notes", [["read me"]]),
            new Spreadsheet.Sheet("secret", [["case_ref", "intake_date"], ["H", "2019"]], Hidden: true),
            new Spreadsheet.Sheet("cases", [["case_ref", "intake_date"], ["V", "2020"]]));
        Assert.Equal([["V", "2020"]], Rows.Read(path, Rows.Expecting("case_ref", "intake_date")).Values);
        Assert.Equal([["H", "2019"]], Rows.Read(path, new ReadSettings(Sheet: "secret")).Values);
    }

    [Fact]
    public void Excel_FormulasErrorsAndOddDates_GiveResultsNothingAndText()
    {
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx", new Spreadsheet.Sheet("s",
        [
            ["a", "b", "c"],
            [new Spreadsheet.Formula("1+1", 2), new Spreadsheet.Error("#N/A"), new Spreadsheet.Serial(43605.5)],
            [new Spreadsheet.Serial(0.25), new Spreadsheet.Serial(60), new Spreadsheet.Serial(1)],
        ])));
        Assert.Equal(["2", "", "2019-05-20T12:00:00"], rows.Values[0]);
        Assert.DoesNotContain("", rows.Values[1]);
    }

    [Fact]
    public void Excel_NegativeDate_IsNoDate()
    {
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx", new Spreadsheet.Sheet("s", [["a", "b"], [new Spreadsheet.Serial(-5), "x"], [new Spreadsheet.Serial(9e9), "y"]])));
        Assert.Equal(["x", "y"], rows.Values.Select(r => r[1]));
        Assert.All(rows.Values, r => Assert.NotEqual("", r[0]));
    }

    [Fact]
    public void Excel_RowsAMillionApart_AreTwoRows()
    {
        var sheet = new object?[1_048_576][];
        Array.Fill(sheet, []);
        (sheet[0], sheet[1], sheet[^1]) = (["a"], ["first"], ["last"]);
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx", new Spreadsheet.Sheet("s", sheet)));
        Assert.Equal([["first"], ["last"]], rows.Values);
        Assert.Equal([2L, 1_048_576L], rows.Lines);
    }

    [Fact]
    public void Excel_Damaged_IsRefused()
    {
        var path = Spreadsheet.Write(_folder, "f.xlsx", new Spreadsheet.Sheet("s", [["a"], ["b"]]));
        var bytes = File.ReadAllBytes(path);
        Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write("cut.xlsx", bytes[..(bytes.Length / 2)])));
        Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write("f.pdf", "%PDF-1.7")));
    }

    [Fact]
    public void Workbook_SheetsWithTheSameHeader_AreReadOneAfterAnother()
    {
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx",
            new Spreadsheet.Sheet("Q1", [["case_ref", "intake_date"], ["A", "2021-01"], ["B", "2021-02"]]),
            new Spreadsheet.Sheet("notes", [["read me"], ["case_ref"]]),
            new Spreadsheet.Sheet("Q2", [["Second quarter"], [" Case_Ref", "intake_date"], ["C", "2021-04"]]),
            new Spreadsheet.Sheet("kept back", [["case_ref", "intake_date"], ["H", "2021-05"]], Hidden: true),
            new Spreadsheet.Sheet("wider", [["case_ref", "intake_date", "sex"], ["W", "2021-05", "female"]]),
            new Spreadsheet.Sheet("Q3", [["case_ref", "intake_date"], ["D", "2021-07"]])), Rows.Expecting("case_ref", "intake_date"));
        Assert.Equal([["A", "2021-01"], ["B", "2021-02"], ["C", "2021-04"], ["D", "2021-07"]], rows.Values);
        // Rows are counted on, so that no two have one number.
        Assert.Equal(rows.Lines.Order().Distinct(), rows.Lines);
    }

    [Fact]
    public void Workbook_SheetThatTheMappingNames_IsReadAlone()
    {
        var path = Spreadsheet.Write(_folder, "f.xlsx",
            new Spreadsheet.Sheet("Q1", [["case_ref"], ["A"]]), new Spreadsheet.Sheet("Q2", [["case_ref"], ["B"]]));
        Assert.Equal([["A"]], Rows.Read(path, new ReadSettings(Sheet: "Q1")).Values);
        Assert.Equal([["B"]], Rows.Read(path, new ReadSettings(Sheet: "q2")).Values);
    }

    [Fact]
    public void Workbook_CellsMergedDownwards_BelongToEveryRowThatTheySpan()
    {
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx", new Spreadsheet.Sheet(
            "s",
            [["region", "case_ref", "sex"], ["Osh", "1", "f"], [null, "2", "m"], [null, "3", null], ["Chui", "4", "f"], [null, "5", null], [], [null, "6", "m"]],
            Merged: ["A2:A4", "C3:C4", "A5:A7", "B1:C1"])));
        Assert.Equal(
            [["Osh", "1", "f"], ["Osh", "2", "m"], ["Osh", "3", "m"], ["Chui", "4", "f"], ["Chui", "5", ""], ["", "6", "m"]],
            rows.Values);
    }

    [Fact]
    public void Workbook_DateCell_IsAsExactAsItsFormatShowsIt()
    {
        var rows = Rows.Read(Spreadsheet.Write(_folder, "f.xlsx", new Spreadsheet.Sheet("s",
        [
            ["a"], [new Spreadsheet.Shown(44321, "mmm\\-yy")], [new Spreadsheet.Shown(44321, "[$-419]mmmm\\ yyyy")], [new Spreadsheet.Shown(44321, "yyyy")],
            [new Spreadsheet.Shown(44321, "dd/mm/yy")], [new Spreadsheet.Shown(44321, "yyyy\"-жылдын \"d-mmmm")], [new Spreadsheet.Shown(44321.5, "mmm\\-yy")],
        ])));
        Assert.Equal(["2021-05", "2021-05", "2021", "2021-05-05", "2021-05-05", "2021-05-05T12:00:00"], rows.Values.Select(row => row[0]));
    }
}
