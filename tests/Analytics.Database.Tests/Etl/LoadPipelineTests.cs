using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;

namespace Analytics.Database.Tests.Etl;

public sealed class LoadPipelineTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string CaseHeader = "organisation,case_ref,intake_date,sex,forms,services,updated_at,deleted";

    [DatabaseFact]
    public async Task Load_NewRows_ReachTheFactWithTheirDimensions()
    {
        var report = await fixture.LoadLinesAsync(
            "hotline",
            "contact_id,started_at,caller_region,destination_country,suspected_trafficking,sex,age,citizenship,referred_to,topic",
            "N-1,2021-03-12T14:05:00,Баткенская область,KZ,yes,female,27,KGZ,NGO-07,trafficking",
            "N-2,2021,,,,,,,,");
        AssertCounts(report, read: 2, inserted: 2);
        var fact = (await fixture.ListAsync<(int Date, string Region, string Country, string Sex, string Band, string Organisation, bool? Suspected)>("""
            select contact_date_key, region.soate, country.iso3, who.sex, who.age_band, organisation.organisation, suspected
            from mart.fct_contact
            join mart.dim_region as region on region_key = caller_region_key
            join mart.dim_country as country on country_key = destination_country_key
            join mart.dim_demographic as who using (demographic_key)
            join mart.dim_organisation as organisation on organisation.organisation_key = referred_to_key
            where contact_id in ('N-1', 'N-2') order by contact_id
            """));
        Assert.Equal((20210312, "41705000000000", "KAZ", "female", "18-29", "NGO-07", true), fact[0]);
        Assert.Equal((20210000, "unknown", "unknown", "unknown", "unknown", "unknown", null), fact[1]);
    }

    [DatabaseFact]
    public async Task Load_SameFileTwice_ChangesNothing()
    {
        var path = fixture.File("same.csv", "contact_id,started_at,topic", "S-1,2021-03-12,documents", "S-2,2021-03-12,documents");
        AssertCounts(await fixture.LoadAsync("hotline", path), read: 2, inserted: 2);
        AssertCounts(await fixture.LoadAsync("hotline", path), read: 2, unchanged: 2);
        Assert.Equal(2, await fixture.ScalarAsync<long>("select count(*) from core.hotline where contact_id like 'S-_'"));
    }

    [DatabaseFact]
    public async Task Load_ChangedRow_UpdatesAndKeepsHistory()
    {
        await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic", "U-1,2021-03-12,documents", "U-2,2021-03-12,documents");
        AssertCounts(await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic", "U-1,2021-03-12,trafficking", "U-2,2021-03-12,documents", "U-3,2021,other"),
            read: 3, inserted: 1, updated: 1, unchanged: 1);
        Assert.Equal(["documents:f", "trafficking:t"], await fixture.ListAsync<string>(
            "select topic || ':' || left((known_until = 'infinity')::text, 1) from mart.fct_contact where contact_id = 'U-1' order by known_since"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("""
            select count(*) from mart.fct_contact as old join mart.fct_contact as new using (contact_id)
            where old.known_since < new.known_since and old.known_until <> new.known_since
            """));
    }

    [DatabaseFact]
    public async Task Load_DeletedRow_IsWithdrawnAndComesBack()
    {
        await fixture.LoadLinesAsync("ngo_case", CaseHeader, "D,1,2019-05,female,forced_labour,legal|shelter,2019-06-01,no");
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", CaseHeader, "D,1,2019-05,female,forced_labour,legal|shelter,2019-07-01,yes"), read: 1, deleted: 1);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from mart.fct_assistance where organisation = 'D' and known_until = 'infinity'"));
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", CaseHeader, "D,1,2019-05,female,forced_labour,legal|shelter,2019-07-01,yes"), read: 1, unchanged: 1);
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", CaseHeader, "D,1,2019-05,female,forced_labour,legal|shelter,2019-06-01,no"), read: 1, unchanged: 1);
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", CaseHeader, "D,1,2019-05,female,forced_labour,legal|shelter,2019-08-01,no"), read: 1, updated: 1);
        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(distinct person_key) from mart.fct_assistance where organisation = 'D'"));
        Assert.Equal(2, await fixture.ScalarAsync<long>("""
            select count(*) from mart.bridge_assistance_code join mart.fct_assistance using (assistance_key)
            where organisation = 'D' and known_until = 'infinity'
            """));
    }

    [DatabaseFact]
    public async Task Load_WithdrawalBeforeTheRow_StaysWithdrawn()
    {
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", CaseHeader, "W,1,2019,,,,2019-07-01,yes"), read: 1, deleted: 1);
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", CaseHeader, "W,1,2019,,,,2019-06-01,no"), read: 1, unchanged: 1);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from mart.fct_assistance where organisation = 'W'"));
    }

    [DatabaseFact]
    public async Task Load_KeyTwiceInAFile_KeepsTheLastAndSaysSo()
    {
        AssertCounts(await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic", "T-1,2021,documents", "T-2,2021,other", "T-1,2021,trafficking", "T-2,2021,other"),
            read: 4, inserted: 2, unchanged: 1, rejected: 1);
        Assert.Equal("trafficking", await fixture.ScalarAsync<string>("select topic from mart.fct_contact where contact_id = 'T-1'"));
        Assert.Equal((2L, "duplicate_key"), Assert.Single(await fixture.ListAsync<(long, string)>(
            "select line, rule from ops.rejected_row where rule = 'duplicate_key' and batch_id = (select max(batch_id) from ops.batch)")));
    }

    [DatabaseFact]
    public async Task Load_OlderAndNewerVersionInAFile_KeepsTheNewerInAnyOrder()
    {
        foreach (var (organisation, lines) in ((string, string[])[])[("V1", ["{0},1,2019,female,,,2019-06-01,", "{0},1,2019,male,,,2019-07-01,"]), ("V2", ["{0},1,2019,male,,,2019-07-01,", "{0},1,2019,female,,,2019-06-01,"])])
        {
            AssertCounts(await fixture.LoadLinesAsync("ngo_case", [CaseHeader, .. lines.Select(l => string.Format(null, l, organisation))]), read: 2, inserted: 1, unchanged: 1);
            Assert.Equal("male", await fixture.ScalarAsync<string>($"select sex from core.ngo_case where organisation = '{organisation}' and known_until = 'infinity'"));
        }
    }

    [DatabaseFact]
    public async Task Load_SomeBadRows_RejectsThemAndLoadsTheRest()
    {
        var report = await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic,age", "B-1,2021,documents,30", "B-2,soon,gossip,30", "B-3,2021,documents,30");
        AssertCounts(report, read: 3, inserted: 2, rejected: 1);
        Assert.Equal([("started_at", "timestamp"), ("topic", "code")], await fixture.ListAsync<(string, string)>(
            $"select column_name, rule from ops.rejected_row where batch_id = {report.BatchId} and line = 3 and expected_ru <> '' and expected_ky <> '' order by 1"));
        Assert.Equal("gossip", await fixture.ScalarAsync<string>($"select fields ->> 'topic' from raw.rejected_row where batch_id = {report.BatchId}"));
    }

    [DatabaseFact]
    public async Task Load_TooManyBadRows_IsRefusedWhole()
    {
        var report = await fixture.LoadLinesAsync("hotline", "contact_id,started_at", "R-1,2021", "R-2,never", "R-3,never", "R-4,never");
        Assert.Contains("3 of 4 rows break a rule", report.Refused);
        Assert.Contains("started_at in 3 of 4 rows (75 %, timestamp; expected a time", report.Refused);
        AssertCounts(report, read: 4, rejected: 4);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from core.hotline where contact_id = 'R-1'"));
        Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from raw.hotline where batch_id = {report.BatchId}"));
        Assert.Equal([(3L, "started_at"), (4L, "started_at"), (5L, "started_at")], await fixture.ListAsync<(long, string)>(
            $"select line, column_name from ops.rejected_row where batch_id = {report.BatchId} and state = 'open' order by line"));
        Assert.Equal(3, await fixture.ScalarAsync<long>($"select count(*) from raw.rejected_row where batch_id = {report.BatchId}"));
    }

    [DatabaseFact]
    public async Task Load_NumberingThatBeginsAnew_IsAQuestionAndReplacesNobody()
    {
        const string Header = "organisation,case_ref,intake_date,sex,age_at_intake,region_service";
        AssertCounts(await LoadAskingAsync("ngo_case", Header, "KEY,1,2022-01-11,female,21,KG-GB", "KEY,2,2022-01-12,male,33,KG-GB"), read: 2, inserted: 2);
        var report = await LoadAskingAsync("ngo_case", Header, "KEY,1,2022-04-11,male,44,KG-O", "KEY,3,2022-04-12,male,35,KG-O");
        Assert.Contains("1 of 2 rows, the first on line 2, have the key (organisation, case_ref)", report.Refused);
        AssertCounts(report, read: 2, rejected: 2);
        Assert.Equal(["female", "male"], await fixture.ListAsync<string>("select sex from core.ngo_case where organisation = 'KEY' and known_until = 'infinity' order by case_ref"));
        AssertCounts(await fixture.LoadLinesAsync("ngo_case", Header, "KEY,1,2022-04-11,male,44,KG-O", "KEY,3,2022-04-12,male,35,KG-O"), read: 2, inserted: 1, updated: 1);
    }

    [DatabaseFact]
    public async Task Load_CorrectionOfARecord_IsNoQuestion()
    {
        const string Header = "organisation,case_ref,intake_date,sex,age_at_intake,region_service,citizenship";
        AssertCounts(await LoadAskingAsync("ngo_case", Header, "COR,1,2022,female,21,KG-GB,KGZ", "COR,2,2022-01-12,male,33,KG-GB,KGZ"), read: 2, inserted: 2);
        AssertCounts(await LoadAskingAsync("ngo_case", Header, "COR,1,2022-03-04,female,21,KG-GB,KGZ", "COR,2,2022-02-12,male,34,KG-GB,KGZ"), read: 2, updated: 2);
    }

    [DatabaseFact]
    public async Task Load_VersionThatARecordHadBefore_IsARepeatAndNoQuestion()
    {
        const string Header = "inspection_no,inspected_on,region,sector,announced";
        const string First = "QN-1,2021-02-03,KG-O,F,yes";
        AssertCounts(await LoadAskingAsync("labour_inspection", Header, First), read: 1, inserted: 1);
        AssertCounts(await fixture.LoadLinesAsync("labour_inspection", Header, "QN-1,2021-07-08,KG-C,A,no"), read: 1, updated: 1);
        AssertCounts(await LoadAskingAsync("labour_inspection", Header, First, "QN-2,2021,,,"), read: 2, inserted: 1, unchanged: 1);
    }

    private async Task<BatchReport> LoadAskingAsync(string feed, params string[] lines)
    {
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        return Assert.Single(await new LoadPipeline(fixture.Etl, fixture.Time).LoadAsync(
            fixture.File($"{Guid.NewGuid():n}.csv", lines), Analytics.Etl.Mappings.Mapping.Canonical(Analytics.Etl.Feeds.FeedList.Find(feed)!, feed), new LoadSource(feed), null, default));
    }

    [DatabaseFact]
    public async Task Load_HeaderThatDoesNotFit_IsRefusedWithItsColumns()
    {
        var report = await fixture.LoadLinesAsync("hotline", "contact_id,when,topic", "H-1,2021,documents", "H-2,2021,documents");
        Assert.Contains("missing column: started_at; unknown column: 'when' (column 2)", report.Refused);
        AssertCounts(report, read: 2, rejected: 2);
        await AssertNothingStoredAsync(report.BatchId, "H-1");
        Assert.Equal("refused", await fixture.ScalarAsync<string>($"select state from ops.batch where batch_id = {report.BatchId}"));
    }

    [DatabaseFact]
    public async Task Load_FileThatBreaksOff_IsRefusedWhole()
    {
        var report = await fixture.LoadAsync("hotline", fixture.File("cut.json", """[{"contact_id": "X-1", "started_at": "2021"}, {"contact_id": "X-2", "sta"""));
        Assert.NotNull(report.Refused);
        await AssertNothingStoredAsync(report.BatchId, "X-1");
    }

    [DatabaseFact]
    public async Task Load_IdentifierInAText_IsStoredNowhere()
    {
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event,ground", "P-1,2021,registered,call +996 700 765 432", "21203199501234,2021,registered,");
        foreach (var table in (string[])["raw.register_event", "raw.rejected_row", "ops.rejected_row", "ops.batch", "core.register_event", "mart.fct_crime_event"])
        {
            Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from {table} as t where t::text ~ '765.?432|21203199501234'"));
        }
    }

    /// <summary>Rows that are kept of a refused file are kept as those of a loaded one.</summary>
    [DatabaseFact]
    public async Task Load_IdentifiersInRowsOfARefusedFile_AreStoredNowhere()
    {
        var report = await fixture.LoadLinesAsync(
            "register_event", "register_no,event_at,event,ground", "P-2,never,registered,call +996 700 765 433", "21203199501235,never,registered,", "P-3,never,registered,Асанова Айгүл Маратовна");
        Assert.NotNull(report.Refused);
        Assert.Equal(3, await fixture.ScalarAsync<long>($"select count(*) from raw.rejected_row where batch_id = {report.BatchId}"));
        foreach (var table in (string[])["raw.rejected_row", "ops.rejected_row", "ops.batch"])
        {
            Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from {table} as t where t::text ~ '765.?433|21203199501235|Асанова'"));
        }
    }

    [DatabaseFact]
    public async Task Load_CrimeAndItsSteps_MakeOneSnapshotWhateverComesFirst()
    {
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event,article_to", "C-1,2019-03-01,discontinued,", "C-1,2019-05-01,resumed,", "C-1,2019-06-01,sent_to_court,");
        await fixture.LoadLinesAsync("register_crime", "register_no,registered_at,article,region,victims_count", "C-1,2019-02-01,171 ч.1,KG-O,2");
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event,article_to", "C-1,2019-07-01,convicted,");
        Assert.Equal((20190201, 0, 20190601, 20190701, "convicted", "171"), Assert.Single(await fixture.ListAsync<(int, int, int, int, string, string)>("""
            select registered_date_key, discontinued_date_key, sent_to_court_date_key, convicted_date_key, state, article
            from mart.fct_crime join mart.dim_article on article_key = registered_article_key
            where register_no = 'C-1' and known_until = 'infinity'
            """)));
        Assert.Equal(2, await fixture.ScalarAsync<long>("select count(*) from mart.fct_crime where register_no = 'C-1'"));
    }

    [DatabaseFact]
    public async Task Load_MonthlyCounts_KeepTheirHistoryByFiveKeys()
    {
        const string Header = "organisation,month,region_service,sex,form,persons_assisted,nil_report";
        AssertCounts(await fixture.LoadLinesAsync("ngo_monthly", Header, "Q,2021-03,KG-O,female,other,4,", "Q,2021-03,,,,0,yes", "Q,2021-03,,unknown,,0,yes"),
            read: 3, inserted: 2, rejected: 1);
        AssertCounts(await fixture.LoadLinesAsync("ngo_monthly", Header, "Q,2021-03,KG-O,female,other,5,", "Q,2021-04,KG-O,female,other,1,"), read: 2, inserted: 1, updated: 1);
        Assert.Equal([4, 5], await fixture.ListAsync<int>(
            "select persons_assisted from mart.fct_assistance_month join mart.dim_region on region_key = region_service_key where soate = '41706000000000' and month_date_key = 20210300 order by known_since"));
    }

    [DatabaseFact]
    public async Task Load_MonthlyCountTakenBack_CountsNoMore()
    {
        const string Header = "organisation,month,sex,persons_assisted,deleted";
        AssertCounts(await fixture.LoadLinesAsync("ngo_monthly", Header, "QD,2021-05,female,4,", "QD,2021-06,female,3,"), read: 2, inserted: 2);
        var report = await fixture.LoadLinesAsync("ngo_monthly", Header, "QD,2021-05,female,4,yes");
        Assert.Equal((1L, 1L), (report.Read, report.Deleted));
        Assert.Equal([20210600], await fixture.ListAsync<int>("select month_date_key from mart.fct_assistance_month where organisation = 'QD' and known_until = 'infinity'"));
    }

    [DatabaseFact]
    public async Task Load_InspectionsAndPopulation_ReachTheirFacts()
    {
        AssertCounts(await fixture.LoadLinesAsync("labour_inspection", "inspection_no,inspected_on,region,sector,announced,indicators_found", "J-1,2021-04-15,KG-C,F,no,3", "J-2,2021,,,,"), read: 2, inserted: 2);
        Assert.Equal(("F", false, 3), Assert.Single(await fixture.ListAsync<(string, bool, int)>("select sector, announced, indicators_found from mart.fct_inspection where inspection_no = 'J-1'")));
        AssertCounts(await fixture.LoadLinesAsync("population", "soate,year,sex,population", "41705,2019,female,100", "41705,2019,total,210"), read: 2, inserted: 2);
        AssertCounts(await fixture.LoadLinesAsync("population", "soate,year,sex,population", "41705,2019,female,101"), read: 1, updated: 1);
        Assert.Equal([101L, 210L], await fixture.ListAsync<long>(
            "select population from mart.fct_population join mart.dim_region using (region_key) where soate = '41705000000000' and year = 2019 order by sex"));
    }

    [DatabaseFact]
    public async Task Load_Agencies_TakesLegalPersonsAlone()
    {
        const string Header = "agency_no,name,kind,country,region,licensed_from,licensed_to,complaints,sanction,updated_at";
        AssertCounts(
            await fixture.LoadLinesAsync(
                "employment_agency", Header, "EA-1,ОсОО «Мисалы Жумуш»,private_agency,RUS,KG-C,2019-03,2044-12-31,4,fine,2021-06-01",
                "EA-2,Асанов Бакыт Токтогулович,private_agency,RUS,KG-C,2019,,0,none,2021-06-01", "EA-3,ЖИ Мисалы,private_agency,RUS,KG-C,2019,,0,none,2021-06-01",
                "EA-4,Mills Limited,foreign_employer,RUS,,2020,,,,2021-06-01", "EA-5,Mills Brothers Limited,foreign_employer,RUS,,2020,,,,2021-06-01"),
            read: 5, inserted: 3, rejected: 2);
        AssertCounts(
            await fixture.LoadLinesAsync("employment_agency", Header, "EA-1,ОсОО «Мисалы Жумуш»,private_agency,RUS,KG-C,2019-03,2044-12-31,1,none,2022-06-01"),
            read: 1, updated: 1);
        Assert.Equal([(20190300, 20441231, 20210601, 4), (20190300, 20441231, 20220601, 1)], await fixture.ListAsync<(int, int, int, int)>(
            "select licensed_from_date_key, licensed_to_date_key, entry_date_key, complaints from mart.fct_agency where agency_no = 'EA-1' order by known_since"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from raw.rejected_row as kept where kept::text like '%Асанов%' or kept::text like '%ЖИ Мисалы%'"));
    }

    [DatabaseFact]
    public async Task Load_Cancelled_LeavesNothing()
    {
        var path = fixture.File("long.csv", ["contact_id,started_at", .. Enumerable.Range(1, 200_000).Select(i => $"K-{i},2021")]);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.LoadAsync("hotline", path, token: stop.Token));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from raw.hotline where contact_id like 'K-%'"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.batch where file_name = 'long.csv'"));
        AssertCounts(await fixture.LoadLinesAsync("hotline", "contact_id,started_at", "K-1,2021"), read: 1, inserted: 1);
    }

    [DatabaseFact]
    public async Task Load_TwoAtOnce_BothLand()
    {
        var lines = Enumerable.Range(1, 3000).Select(i => $"M-{i},2021").ToArray();
        var first = fixture.File("m1.csv", ["contact_id,started_at", .. lines[..2000]]);
        var second = fixture.File("m2.csv", ["contact_id,started_at", .. lines[1000..]]);
        var reports = await Task.WhenAll(fixture.LoadAsync("hotline", first), fixture.LoadAsync("hotline", second));
        Assert.Equal(3000, reports.Sum(r => r.Inserted));
        Assert.Equal(1000, reports.Sum(r => r.Unchanged));
        Assert.Equal(3000, await fixture.ScalarAsync<long>("select count(*) from mart.fct_contact where contact_id like 'M-%'"));
    }

    [DatabaseFact]
    public async Task Load_LargeBatchOnTop_UpdatesAndInserts()
    {
        var first = Enumerable.Range(1, 7000).Select(i => $"G-{i},2021-01-01,phone");
        var second = Enumerable.Range(3001, 7000).Select(i => $"G-{i},2021-01-01,{(i % 2 == 0 ? "phone" : "web")}");
        AssertCounts(await fixture.LoadLinesAsync("hotline", ["contact_id,started_at,channel", .. first]), read: 7000, inserted: 7000);
        AssertCounts(await fixture.LoadLinesAsync("hotline", ["contact_id,started_at,channel", .. second]), read: 7000, inserted: 3000, updated: 2000, unchanged: 2000);
        Assert.Equal((5000L, 3500L), Assert.Single(await fixture.ListAsync<(long, long)>(
            "select count(*) filter (where channel = 'phone') - 1500, count(*) filter (where channel = 'web') from mart.fct_contact where contact_id like 'G-%' and known_until = 'infinity'")));
    }

    /// <summary>Pieces of a large file are merged while the rest is read: keys that come again chunks later, in the same file or after another, end the same.</summary>
    [DatabaseFact]
    public async Task Load_FileOfManyChunks_JudgesItsRowsAsOne()
    {
        const int Rows = 80_000;
        static string Line(int i, string topic) => $"PIECE-{i:000000},2021-01-{(i % 28) + 1:00}T08:00:00+06:00,60,phone,ky,self,41705000000000,{topic},RUS,no,,female,27,KGZ,,no,";
        string[] header = [string.Join(',', FeedList.Find("hotline")!.Columns.Select(c => c.Name))];
        await fixture.LoadLinesAsync("hotline", [.. header, .. Enumerable.Range(0, 1000).Select(i => Line(i, "documents"))]);

        // Of the file: 500 rows as they are known, 500 changed, the rest new; then 300 new ones once more, and 200 once more with another topic.
        var file = Enumerable.Range(0, 500).Select(i => Line(i, "documents"))
            .Concat(Enumerable.Range(500, Rows - 500).Select(i => Line(i, "legal_advice")))
            .Concat(Enumerable.Range(2000, 300).Select(i => Line(i, "legal_advice")))
            .Concat(Enumerable.Range(3000, 200).Select(i => Line(i, "trafficking")));
        var report = await fixture.LoadLinesAsync("hotline", [.. header, .. file]);

        Assert.Equal(
            (Rows + 500L, Rows - 1000L, 500L, 500L + 300, 0L, 200L),
            (report.Read, report.Inserted, report.Updated, report.Unchanged, report.Deleted, report.Rejected));
        Assert.Equal([("documents", 500L), ("legal_advice", Rows - 700L), ("trafficking", 200L)], await fixture.ListAsync<(string, long)>(
            "select topic, count(*) from mart.fct_contact where contact_id like 'PIECE-%' and known_until = 'infinity' group by topic order by topic"));
        Assert.Equal(200, await fixture.ScalarAsync<long>(
            $"select count(*) from ops.rejected_row where batch_id = {report.BatchId} and rule = 'duplicate_key' and line between 3002 and 3201"));
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        Assert.Empty(await Checks.FailuresAsync(connection, default));
    }

    [ExampleFact("ctdc_layout_40.csv")]
    public async Task Load_CtdcLayout_KeepsYearsAndIdenticalRows()
    {
        var mapping = MappingFile.Load("ctdc", out _)!;
        var pipeline = new LoadPipeline(fixture.Etl, fixture.Time);
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        AssertCounts(Assert.Single(await pipeline.LoadAsync(ExampleFactAttribute.PathOf("ctdc_layout_40.csv"), mapping, new LoadSource("ctdc"), null, default)), read: 40, inserted: 40);
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        AssertCounts(Assert.Single(await pipeline.LoadAsync(ExampleFactAttribute.PathOf("ctdc_layout_40.csv"), mapping, new LoadSource("ctdc"), null, default)), read: 40, unchanged: 40);
        Assert.Equal([("KAZ", 16L), ("RUS", 13L), ("unknown", 11L)], await fixture.ListAsync<(string, long)>("""
            select iso3, count(*) from mart.fct_assistance join mart.dim_country on country_key = destination_country_key
            where organisation = 'CTDC' group by iso3 order by iso3
            """));
        Assert.Equal((20100000, 40L, 40L), Assert.Single(await fixture.ListAsync<(int, long, long)>(
            "select intake_date_key, count(*), count(distinct person_key) from mart.fct_assistance where organisation = 'CTDC' group by 1")));
    }

    [DatabaseFact]
    public async Task Load_Anything_BalancesAndPassesTheChecks()
    {
        await fixture.LoadLinesAsync("hotline", "contact_id,started_at", "Z-1,2021");
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.batch where read <> inserted + updated + unchanged + deleted + rejected"));
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        Assert.Empty(await Checks.FailuresAsync(connection, default));
    }

    private static void AssertCounts(BatchReport report, long read, long inserted = 0, long updated = 0, long unchanged = 0, long deleted = 0, long rejected = 0) =>
        Assert.Equal(
            (read, inserted, updated, unchanged, deleted, rejected),
            (report.Read, report.Inserted, report.Updated, report.Unchanged, report.Deleted, report.Rejected));

    private async Task AssertNothingStoredAsync(long batch, string contact)
    {
        Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from raw.hotline where contact_id = '{contact}'"));
        Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from raw.rejected_row where batch_id = {batch}"));
        Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from core.hotline where contact_id = '{contact}'"));
        Assert.Equal(0, await fixture.ScalarAsync<long>($"select count(*) from mart.dim_batch where batch_key = {batch}"));
    }
}
