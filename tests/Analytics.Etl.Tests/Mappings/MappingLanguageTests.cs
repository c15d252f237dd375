using Analytics.Etl.Mappings;
using Analytics.Etl.Tests.Feeds;

namespace Analytics.Etl.Tests.Mappings;

public sealed class MappingLanguageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void StripExtractAndPart_TakeAPieceOfAValue()
    {
        var read = Read("""
            feed: ngo_case
            columns:
              organisation: { value: NGO-1 }
              case_ref: { from: дело, strip: '^№\s*' }
              intake_date: { from: когда, extract: '\d{2}\.\d{2}\.\d{4}' }
              age_at_intake: { from: человек, extract: '(\d+) л' }
              sex: { from: человек, part: 1, by: "," }
              region_origin: { from: человек, part: -1, by: "," }
            """, "дело;когда;человек\n№ 17/а;приём 02.03.2022 утром;жен, 20 лет, Нарын\n18;03.03.2022;муж, Талас\n");
        var row = Assert.Single(read.Rows);
        Assert.Equal(("17/а", "2022-03-02", "20", "female", "41704000000000"), (row["case_ref"], row["intake_date"], row["age_at_intake"], row["sex"], row["region_origin"]));
        Assert.Equal((3L, "age_at_intake", "pattern"), Assert.Single(read.Problems));
    }

    [Fact]
    public void Join_PartsWithSteps_BuildAKey() =>
        Assert.Equal("2022-17", Assert.Single(Read("""
            feed: ngo_case
            columns:
              organisation: { value: NGO-1 }
              case_ref: { join: [{ from: дата, part: -1, by: "." }, дело], with: "-" }
              intake_date: дата
            """, "дело;дата\n17;02.03.2022\n").Rows)["case_ref"]);

    [Fact]
    public void Columns_ByPlaceAndPattern_AreFound()
    {
        var row = Assert.Single(Read("""
            feed: ngo_case
            file: { header_row: 1 }
            columns:
              organisation: { value: NGO-1 }
              case_ref: "#1"
              intake_date: "/^дата .*приёма/"
              age_at_intake: "/возраст/"
            """, "№ п/п;Дата первого приёма;Возраст (лет)\n7;2022-05-06;31\n").Rows);
        Assert.Equal(("7", "2022-05-06", "31"), (row["case_ref"], row["intake_date"], row["age_at_intake"]));
    }

    [Fact]
    public void ExactName_GoesBeforeOneThatIsComparedTheSame()
    {
        var rows = Read("""
            feed: ngo_case
            columns:
              organisation: { value: NGO-1 }
              case_ref: id
              intake_date: day
              services: { flags: { help/legal: legal, help/other: social } }
              programme: help_other
            """, "id,day,help/legal,help/other,help_other\n1,2022,1,0,P-1\n2,2022,0,1,P-2\n").Rows;
        Assert.Equal([("legal", "P-1"), ("social", "P-2")], rows.Select(row => (row["services"], row["programme"])));
    }

    [Fact]
    public void OwnWords_OfTheMapping_AreNoFindings()
    {
        var row = Assert.Single(Read("""
            feed: hotline
            columns: { contact_id: { row_hash: true }, started_at: at, referred_to: { from: куда, codes: { Центр Аруузат: AIGUL } } }
            """, "at,куда\n2024-02-01,центр аруузат\n").Rows);
        Assert.Equal("AIGUL", row["referred_to"]);
        Assert.Equal(200, Read("feed: ngo_case\ncolumns: { organisation: { value: ARUUZAT }, case_ref: { row_hash: true }, intake_date: year }",
            $"year,n\n{string.Join('\n', Enumerable.Range(0, 200).Select(n => $"2022,{n}"))}\n").Rows.Count);
    }

    [Fact]
    public void SubmissionTime_OfKobo_IsInUtc() => Assert.Equal("2024-02-01T09:30:12+06:00", Assert.Single(Read("""
        feed: ngo_case
        columns: { organisation: { value: NGO-1 }, case_ref: _id, intake_date: day, updated_at: _submission_time }
        """, "_id,day,_submission_time\n1,2024-02-01,2024-02-01T03:30:12\n").Rows)["updated_at"]);

    [Fact]
    public void TimeZone_OfTheSource_CountsForTimesWithoutOne()
    {
        var rows = Read("""
            feed: hotline
            time_zone: UTC
            columns: { contact_id: id, started_at: at }
            """, "id,at\n1,2024-02-01T21:30:12\n2,2024-02-01T21:30:12+06:00\n3,2024-02-01\n").Rows;
        Assert.Equal(["2024-02-02T03:30:12+06:00", "2024-02-01T21:30:12+06:00", "2024-02-01"], rows.Select(row => row["started_at"]));
    }

    [Fact]
    public void ParentAndCount_OfNestedXml_AreReadWithTheRecord()
    {
        var path = _folder.Write("дела.xml", """
            <r:Выгрузка xmlns:r="urn:x"><r:Район код="41703">
              <r:Дело номер="A-1" дата="2022-01-05"><r:Статья>166</r:Статья><r:Лица><r:Лицо/><r:Лицо пол="ж"/></r:Лица><r:Шаги><r:Шаг дата="2022-01-06" вид="registered"/><r:Шаг дата="2022-02-06" вид="suspended"/></r:Шаги></r:Дело>
              <r:Дело номер="A-2" дата="2022-01-07"><r:Статья>170</r:Статья><r:Лица/><r:Шаги><r:Шаг дата="2022-01-08" вид="registered"/></r:Шаги></r:Дело>
            </r:Район></r:Выгрузка>
            """);
        var crimes = Canonical.Read(path, Parse("""
            feed: register_crime
            file: { path: Дело }
            columns: { register_no: номер, registered_at: дата, article: Статья, region: { parent: код }, victims_count: { count: Лица.Лицо } }
            """)).Rows;
        Assert.Equal([("A-1", "41703000000000", "2"), ("A-2", "41703000000000", "0")], crimes.Select(row => (row["register_no"], row["region"], row["victims_count"])));
        var steps = Canonical.Read(path, Parse("""
            feed: register_event
            file: { path: Шаг }
            columns: { register_no: { parent: Дело.номер }, event_at: дата, event: вид }
            """)).Rows;
        Assert.Equal([("A-1", "2022-01-06"), ("A-1", "2022-02-06"), ("A-2", "2022-01-08")], steps.Select(row => (row["register_no"], row["event_at"])));
    }

    [Fact]
    public void ParentAndCount_OfNestedJson_AreReadWithTheRecord()
    {
        var path = _folder.Write("дела.json", """
            {"made": 1, "cases": [
              {"no": "A-1", "day": "2022-01-05", "article": "166", "persons": [{}, {}], "steps": [{"day": "2022-01-06", "kind": "registered"}, {"day": "2022-02-06", "kind": "suspended"}]},
              {"no": "A-2", "day": "2022-01-07", "article": "170", "persons": [], "steps": []}]}
            """);
        Assert.Equal(["2", "0"], Canonical.Read(path, Parse("""
            feed: register_crime
            file: { path: cases }
            columns: { register_no: no, registered_at: day, article: article, victims_count: { count: persons } }
            """)).Rows.Select(row => row["victims_count"]));
        Assert.Equal([("A-1", "2022-01-06"), ("A-1", "2022-02-06")], Canonical.Read(path, Parse("""
            feed: register_event
            file: { path: cases.steps }
            columns: { register_no: { parent: no }, event_at: day, event: kind }
            """)).Rows.Select(row => (row["register_no"], row["event_at"])));
    }

    [Fact]
    public void Unpivot_ColumnsOfMonths_BecomeRows()
    {
        var read = Read("""
            feed: ngo_monthly
            unpivot: { янв: "01", фев: "02", мар: "03" }
            fill_down: [центр]
            where: { column: показатель, is: человек }
            columns:
              organisation: { from: центр, codes: { Юг: NGO-1, Север: NGO-2 } }
              month: { join: [год, "#name"], with: "-" }
              persons_assisted: "#value"
            """, "центр;показатель;год;янв;фев;мар\nЮг;человек;2022;3;;0\n;услуги;2022;9;9;9\nСевер;человек;2021;1;2;\n");
        Assert.Empty(read.Problems);
        Assert.Equal(
            [("NGO-1", "2022-01", "3"), ("NGO-1", "2022-03", "0"), ("NGO-2", "2021-01", "1"), ("NGO-2", "2021-02", "2")],
            read.Rows.Select(row => (row["organisation"], row["month"], row["persons_assisted"])));
    }

    [Fact]
    public void Lookup_FileBesideTheMapping_GivesCodesAndChangesTheReading()
    {
        _folder.Write("центры.csv", "название;код\nДом надежды;NGO-7\nОчаг;NGO-8\n");
        var path = _folder.Write("m.yml", "feed: ngo_case\ncolumns: { organisation: { from: центр, lookup: центры.csv }, case_ref: id, intake_date: day }");
        var mapping = MappingFile.Load(path, out var fault);
        Assert.Equal("", fault);
        Assert.Equal(["NGO-8", "NGO-7"], Canonical.Read(_folder.Write("f.csv", "центр,id,day\nочаг,1,2022\nДом надежды,2,2022\n"), mapping!).Rows.Select(row => row["organisation"]));
        _folder.Write("центры.csv", "название;код\nДом надежды;NGO-7\nОчаг;NGO-9\n");
        Assert.NotEqual(mapping!.Fingerprint, MappingFile.Load(path, out _)!.Fingerprint);
        Assert.Null(MappingFile.Load(_folder.Write("n.yml", "feed: ngo_case\ncolumns: { organisation: { from: центр, lookup: ../x.csv }, case_ref: id, intake_date: day }"), out fault));
        Assert.Contains("line 2: lookup '../x.csv' must be the name of a file in the folder", fault);
    }

    [Fact]
    public void File_MappingsOfSeveralFeeds_GivesEachItsOwn()
    {
        var path = _folder.Write("all.yml", """
            feed: register_crime
            columns: { register_no: no, registered_at: day, article: article }
            ---
            feed: register_event
            columns: { register_no: no, event_at: day, event: { value: registered } }
            """);
        Assert.Equal("all_2", MappingFile.For(Etl.Feeds.FeedList.Find("register_event")!, path, null, out _)!.Source);
        Assert.Equal(2, MappingFile.For(Etl.Feeds.FeedList.Find("register_crime")!, path, null, out _)!.Columns.Count(column => column.Key is "article" or "registered_at"));
        Assert.Null(MappingFile.For(Etl.Feeds.FeedList.Find("hotline")!, path, null, out var fault));
        Assert.Contains("is for feed register_crime, register_event, not hotline", fault);
    }

    [Fact]
    public void Faults_OfEveryKind_AreListedAtOnceWithTheirLinesAndWhatWasMeant()
    {
        var (_, faults) = MappingFile.Parse("""
            feed: ngo_cases
            time_zone: Mars/Olympus
            colums: x
            where: { column: a, matches: '(?=x)' }
            same_key: always
            columns:
              case_ref: { form: id }
              sex: { from: a, part: 0, strip: '(' }
            """, "test");
        string[] expected =
        [
            "line 1: feed must be a feed; did you mean 'ngo_case'?", "line 2: time_zone 'Mars/Olympus' is no time zone", "line 3: unknown key 'colums'; did you mean 'columns'?",
            "line 4: matches must be a regular expression without look-around", "line 5: same_key must be ask", "line 7: unknown key 'case_ref.form'; did you mean 'from'?",
            "line 7: case_ref must have exactly one of", "line 8: strip must be a regular expression", "line 8: part must be a whole number",
        ];
        Assert.True(expected.Length == faults.Count, string.Join(" | ", faults));
        Assert.All(expected.Zip(faults), pair => Assert.StartsWith(pair.First, pair.Second));
    }

    private Canonical Read(string mapping, string csv) => Canonical.Read(_folder.Write("f.csv", csv), Parse(mapping));

    private static Mapping Parse(string text)
    {
        var (mapping, faults) = MappingFile.Parse(text, "test");
        Assert.Empty(faults);
        return mapping!;
    }
}
