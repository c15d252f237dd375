using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Analytics.Etl.Tests.Feeds;
using Analytics.Etl.Tests.Ingest.Files;

namespace Analytics.Etl.Tests.Mappings;

public sealed class OtherLayoutsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Htcds_Export_IsReadWithoutItsPersons()
    {
        var path = Spreadsheet.Write(_folder, "export.xlsx", new Spreadsheet.Sheet("Cases",
        [
            ["prs_FirstName", "prs_SecondName", "prs_MobilePhone", "prs_Gender", "prs_Nationality", "cas_IncomingReferralDate", "vic_TypeOfExploitation", "vic_MethodsOfControl", "vic_RecruitmentTactics"],
            ["x", "y", "z", "Female", "KG", new DateTime(2022, 3, 5), "ForcedLabour;SexualExploitation", "Threats;PhysicalThreats;WithholdsDocuments", "FalsePromisesOrStatements"],
            ["x", "y", "z", "Transgender/NonConforming", "Unknown", "2022-04", "IllegalAdoption", "", "Unknown"],
        ]));
        var read = Canonical.Read(path, MappingFile.Load("htcds", out _)!);
        Assert.Empty(read.Problems);
        Assert.Equal(("female", "KGZ", "2022-03-05", "sexual_exploitation|forced_labour", "threats|withholds_documents", "deception"),
            (read.Rows[0]["sex"], read.Rows[0]["citizenship"], read.Rows[0]["intake_date"], read.Rows[0]["forms"], read.Rows[0]["means_of_control"], read.Rows[0]["means"]));
        Assert.Equal(("other", "adoption"), (read.Rows[1]["sex"], read.Rows[1]["forms"]));
        Assert.DoesNotContain("citizenship", read.Rows[1].Keys);
    }

    [Fact]
    public void Htcds_SpreadsheetOfVersion2_IsReadBelowItsLabels()
    {
        var path = Spreadsheet.Write(_folder, "v2.xlsx", new Spreadsheet.Sheet("Sheet1",
        [
            [null, "prs_FirstName", "prs_Gender", "prs_Citizenship", "vic_TraffickingStatus", "vic_MethodOfRecruitment", "vic_MethodsOfControl", "vic_TypeOfExploitation", "vic_ForcedLabourIndustry", "cas_IncomingReferralDate"],
            [null, "First Name", "Gender", "Citizenship", "Trafficking Status", "Method of Recruitment", "Methods of Control", "Type of Exploitation", "Forced Labour Industry", "Incoming Referral Date"],
            [1.0, "x", "Feminine", "KG;RU", "ActualVictimOfTrafficking", "AtWork;Other", "DebtBondage;PsychoactiveSubstance", "Servitude;ForcedAdoption", "F_Construction", new DateTime(2023, 4, 5)],
            [2.0], [3.0],
        ]));
        var read = Canonical.Read(path, MappingFile.Load("htcds", out _)!);
        Assert.Empty(read.Problems);
        var row = Assert.Single(read.Rows);
        Assert.Equal(("female", "KGZ", "confirmed", "workplace", "F", "2023-04-05"),
            (row["sex"], row["citizenship"], row["victim_status"], row["recruitment_channel"], row["sector"], row["intake_date"]));
        Assert.Equal(("domestic_servitude|adoption", "debt_bondage|substances"), (row["forms"], row["means_of_control"]));
    }

    [Theory]
    [InlineData("v.json", """{"dataValues": [{"dataElement": "forced_labour", "period": "202203", "orgUnit": "NGO-7", "categoryOptionCombo": "FEMALE", "value": "4", "storedBy": "x", "followup": false}, {"dataElement": "other", "period": "202203", "orgUnit": "NGO-7", "categoryOptionCombo": "default", "value": "9", "deleted": true}]}""")]
    [InlineData("v.xml", """<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0"><dataValue dataElement="forced_labour" period="202203" orgUnit="NGO-7" categoryOptionCombo="FEMALE" value="4" storedBy="x" followUp="false"/><dataValue dataElement="other" period="202203" orgUnit="NGO-7" categoryOptionCombo="default" value="9" deleted="true"/></dataValueSet>""")]
    [InlineData("v.csv", "\"dataelement\",\"period\",\"orgunit\",\"categoryoptioncombo\",\"attributeoptioncombo\",\"value\",\"storedby\",\"lastupdated\",\"comment\",\"followup\",\"deleted\"\n\"forced_labour\",\"202203\",\"NGO-7\",\"FEMALE\",\"default\",\"4\",\"x\",\"2022-04-01T10:00:00\",\"\",\"false\",\n\"other\",\"202203\",\"NGO-7\",\"default\",\"default\",\"9\",\"x\",\"2022-04-01T10:00:00\",\"\",\"false\",true\n")]
    public void Dhis2_DataValueSet_IsReadInEachOfItsForms(string name, string text)
    {
        var read = Canonical.Read(_folder.Write(name, text), MappingFile.Load("dhis2", out _)!);
        Assert.Empty(read.Problems);
        var row = read.Rows[0];
        Assert.Equal(("NGO-7", "2022-03", "female", "forced_labour", "4"), (row["organisation"], row["month"], row["sex"], row["form"], row["persons_assisted"]));
        Assert.Equal((2, "", "yes"), (read.Rows.Count, row.GetValueOrDefault("deleted", ""), read.Rows[1]["deleted"]));
    }

    [Fact]
    public void Kobo_ApiAnswer_IsReadThroughItsGroups()
    {
        var path = _folder.Write("data.json", """
            {"count": 2, "next": null, "previous": null, "results": [
              {"_id": 1, "_uuid": "11aa22bb-0000-4000-8000-000000000001", "case/organisation": "NGO-12", "case/intake_date": "2023-03-05", "person/sex": "female",
               "case/forms": "forced_labour sexual_exploitation", "_submission_time": "2023-03-05T10:00:00", "_geolocation": [null, null], "_submitted_by": "field7"},
              {"_id": 2, "_uuid": "11aa22bb-0000-4000-8000-000000000002", "case/organisation": "NGO-12", "case/intake_date": "2023-03", "case/services": "legal shelter", "_submission_time": "2023-03-06T10:00:00"}]}
            """);
        var read = Canonical.Read(path, MappingFile.Load("kobo", out _)!);
        Assert.Empty(read.Problems);
        Assert.Equal(("NGO-12", "female", "sexual_exploitation|forced_labour", "2023-03-05T16:00:00+06:00"),
            (read.Rows[0]["organisation"], read.Rows[0]["sex"], read.Rows[0]["forms"], read.Rows[0]["updated_at"]));
        Assert.Equal(("11aa22bb-0000-4000-8000-000000000002", "shelter|legal"), (read.Rows[1]["case_ref"], read.Rows[1]["services"]));
    }

    [Fact]
    public void Join_ColumnsOfAMomentAndOfAKey_AreOneValue()
    {
        var (mapping, faults) = MappingFile.Parse(
            "feed: hotline\ncolumns: { contact_id: { join: [журнал, номер], with: '/' }, started_at: { join: [дата, время] }, duration_s: разговор }", "m");
        Assert.Empty(faults);
        var read = Canonical.Read(_folder.Write("f.csv", "журнал,номер,дата,время,разговор\nA,1,05.03.2021,14:05,00:13:30\nA,2,06.03.2021,,\n,,07.03.2021,9:00,\n"), mapping!);
        Assert.Equal(("A/1", "2021-03-05T14:05:00+06:00", "810"), (read.Rows[0]["contact_id"], read.Rows[0]["started_at"], read.Rows[0]["duration_s"]));
        Assert.Equal(("A/2", "2021-03-06"), (read.Rows[1]["contact_id"], read.Rows[1]["started_at"]));
        Assert.Equal([(4L, "contact_id", "required")], read.Problems);
        using var rows = SourceFile.Open(_folder.Write("g.csv", "журнал,номер,дата,время,разговор\nA,1,25/03/2021,14:05,\n"), mapping!.Reading);
        Assert.Contains("d'/'M'/'yyyy H:mm", DateOrder.Detect(rows, mapping));
    }

    [Theory]
    [InlineData("case_ref: { join: [one, other], with: '' }, intake_date: d", "0555", "123456", "2021-07-01")]
    [InlineData("case_ref: n, intake_date: d, programme: { join: [one, other] }", "0555 12", "34 56", "soon")]
    public void Join_PartsThatAreAnIdentifierTogether_AreNotKeptOfARejectedRow(string columns, string one, string other, string day)
    {
        var (mapping, faults) = MappingFile.Parse($"feed: ngo_case\ncolumns: {{ organisation: {{ value: NGO-1 }}, {columns} }}", "m");
        Assert.Empty(faults);
        var read = Canonical.Read(_folder.Write("f.csv", $"n,d,one,other\n7,{day},{one},{other}\n"), mapping!);
        Assert.NotEmpty(read.Problems);
        var kept = Assert.Single(read.RejectedFields);
        Assert.DoesNotContain(one, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(other, kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_TicksAndWordsOfTheMapping_AreYesAndNo()
    {
        var (mapping, faults) = MappingFile.Parse(
            "feed: ngo_case\ncolumns: { organisation: { value: NGO-1 }, case_ref: n, intake_date: d, forms: { flags: { l: forced_labour, s: sexual_exploitation }, yes: подозрение, no: [отрицает] } }", "m");
        Assert.Empty(faults);
        string[] yes = ["+", "V", "✓", "х", "Х", "x", "да", "1", "ИСТИНА", "☑", "подозрение"];
        string[] no = ["-", "—", "0", "нет", "ЛОЖЬ", "☐", "н/д", "отрицает", ""];
        var read = Canonical.Read(_folder.Write("f.csv", "n,d,l,s\n" + string.Concat(yes.Concat(no).Select((word, i) => $"{i},2021-07-01,{word},1\n"))), mapping!);
        Assert.Empty(read.Problems);
        Assert.All(read.Rows.Take(yes.Length), row => Assert.Equal("sexual_exploitation|forced_labour", row["forms"]));
        Assert.All(read.Rows.Skip(yes.Length), row => Assert.Equal("sexual_exploitation", row["forms"]));
        Assert.Equal([(2L, "forms", "flag")], Canonical.Read(_folder.Write("g.csv", "n,d,l,s\n1,2021-07-01,возможно,1\n"), mapping!).Problems);
    }

    [Fact]
    public void Json_WithoutAnOptionalColumn_IsStillTaken()
    {
        var (mapping, _) = MappingFile.Parse("feed: register_event\ncolumns: { register_no: no, event_at: day, event: step, ground: why }", "m");
        Assert.Single(Canonical.Read(_folder.Write("f.json", """[{"no": "1", "day": "2021", "step": "registered"}]"""), mapping!).Rows);
        Assert.Contains("why", Canonical.Refusal(_folder.Write("f.csv", "no,day,step\n1,2021,registered\n"), mapping!));
        Assert.Contains("step", Canonical.Refusal(_folder.Write("g.json", """[{"no": "1", "day": "2021"}]"""), mapping!));
    }
}
