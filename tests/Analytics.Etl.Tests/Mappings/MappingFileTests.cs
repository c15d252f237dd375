using Analytics.Etl.Mappings;
using Analytics.Etl.Tests.Feeds;

namespace Analytics.Etl.Tests.Mappings;

public sealed class MappingFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Shipped => [.. MappingFile.Shipped];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Load_Shipped_HasNoFault(string name)
    {
        Assert.NotNull(MappingFile.Load(name, out var fault));
        Assert.Equal("", fault);
    }

    [Fact]
    public void Load_ManyFaults_AreAllInOneLineWithTheirPlaces()
    {
        var path = _folder.Write("wrong.yml", """
            name: wrong
            feed: ngo_case
            file: { encoding: klingon, delimiter: ab, header_row: zero }
            date_format: [ddMM]
            colour: red
            columns:
              organisation: { value: NGO-1 }
              case_ref: { from: id, value: x }
              sex: { from: gender, codes: { W: woman } }
              forms: { flags: { isLabour: labour } }
              nonsense: x
            """);
        Assert.Null(MappingFile.Load(path, out var fault));
        Assert.DoesNotContain('\n', fault);
        Assert.Contains("9 faults", fault);
        Assert.Contains("line 3: file.encoding must be", fault);
        Assert.Contains("line 3: file.delimiter must be", fault);
        Assert.Contains("line 3: header_row must be", fault);
        Assert.Contains("line 4: date_format 'ddMM'", fault);
        Assert.Contains("line 5: unknown key 'colour'", fault);
        Assert.Contains("line 8: case_ref must have exactly one of", fault);
        Assert.Contains("line 10: 'labour' is no value of forms", fault);
        Assert.Contains("line 11: 'nonsense' is no column of ngo_case", fault);
        Assert.Contains("columns lacks intake_date", fault);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("feed: [", "not valid YAML")]
    [InlineData("feed: unheard_of", "feed must be a feed; expected one of: hotline")]
    [InlineData("- a\n- b", "expected keys")]
    public void Load_NoMapping_SaysSo(string text, string expected)
    {
        Assert.Null(MappingFile.Load(_folder.Write("m.yml", text), out var fault));
        Assert.Contains(expected, fault);
    }

    [Fact]
    public void Load_NotThere_NamesTheShippedOnes()
    {
        Assert.Null(MappingFile.Load("nowhere.yml", out var fault));
        Assert.Contains("ctdc", fault);
    }

    [Fact]
    public void Mapping_NamesCodesFormatsAndConstants_AreApplied()
    {
        var mapping = Parse("""
            feed: ngo_case
            file: { delimiter: ";", encoding: windows-1251 }
            date_format: dd/MM/yyyy
            unknown: ["-", нет данных]
            columns:
              organisation: { value: NGO-9 }
              case_ref: Дело
              intake_date: Дата
              sex: { from: Пол, codes: { девочка: female, мальчик: male } }
              services: { from: Помощь, split: ",", codes: { юрист: legal, врач: medical } }
              region_origin: Откуда
            """);
        var path = _folder.Write("f.csv", "Дело;Дата;Пол;Помощь;Откуда;Прочее\n7;03/02/2021;Девочка;врач, юрист;-;x\n8;2021;мальчик;нет данных;Талас;\n", Etl.Ingest.Files.TextEncoding.Windows1251);
        var read = Canonical.Read(path, mapping);
        Assert.Empty(read.Problems);
        Assert.Equal(("NGO-9", "7", "2021-02-03", "female", "medical|legal"),
            (read.Rows[0]["organisation"], read.Rows[0]["case_ref"], read.Rows[0]["intake_date"], read.Rows[0]["sex"], read.Rows[0]["services"]));
        Assert.False(read.Rows[0].ContainsKey("region_origin"));
        Assert.Equal("41707000000000", read.Rows[1]["region_origin"]);
        Assert.False(read.Rows[1].ContainsKey("services"));
    }

    [Fact]
    public void Mapping_ColumnMissingFromTheFile_IsNamed()
    {
        var mapping = Parse("feed: register_event\ncolumns: { register_no: No, event_at: Day, event: Step }");
        Assert.Contains("Day, Step", Canonical.Refusal(_folder.Write("f.csv", "No,Date\n1,2\n"), mapping));
    }

    [Fact]
    public void Mapping_IdentifierColumn_IsRefusedUnlessDropped()
    {
        const string Columns = "columns: { register_no: No, event_at: Day, event: Step }";
        var path = _folder.Write("f.csv", "No,Day,Step,Phone\n1,2021,registered,0700123456\n");
        Assert.Contains("column 4", Canonical.Refusal(path, Parse($"feed: register_event\n{Columns}")));
        Assert.Single(Canonical.Read(path, Parse($"feed: register_event\n{Columns}\ndrop: [Phone]")).Rows);
    }

    [Fact]
    public void Mapping_RowHash_TellsIdenticalRowsApartTheSameWayEveryTime()
    {
        var mapping = Parse("feed: ngo_case\ncolumns: { organisation: { value: X }, case_ref: { row_hash: true }, intake_date: year }");
        var path = _folder.Write("f.csv", "year,other\n2010,a\n2010,a\n2010,b\n");
        var first = Canonical.Read(path, mapping).Rows.Select(r => r["case_ref"]).ToList();
        Assert.Equal(3, first.Distinct().Count());
        Assert.Equal(first[0][..^2], first[1][..^2]);
        Assert.Equal(first, Canonical.Read(path, mapping).Rows.Select(r => r["case_ref"]));
    }

    private static Mapping Parse(string text)
    {
        var (mapping, faults) = MappingFile.Parse(text, "test");
        Assert.Empty(faults);
        return mapping!;
    }
}
