using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Analytics.Etl.Warehouse.Rebuild;

namespace Analytics.Database.Tests.History;

/// <summary>
/// On 1 July 2021 Osh Region (41706) gives up Osh city (41721), which was no region of its own before, and Alai District with it; Talas
/// Region (41707) is called otherwise. On 1 January 2022 Chatkal District goes from Jalal-Abad (41703) to Issyk-Kul (41702). What each
/// region has in each year is counted by hand.
/// </summary>
public sealed class TerritoryTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Osh = "41706000000000";
    private const string OshCity = "41721000000000";
    private const string Alai = "41706207000000";
    private const string Chatkal = "41703230000000";
    private const string Talas = "41707000000000";

    private static readonly Dictionary<string, string[]> s_change = new(StringComparer.Ordinal)
    {
        [Osh] = [$"{Osh},KG-O,1,41700000000000,Osh Region,Ошская область,Ош облусу,,2021-07-01,", $"{Osh},KG-O,1,41700000000000,Osh Region,Ошская область,Ош облусу,2021-07-01,,"],
        [OshCity] = [$"{OshCity},KG-GO,1,41700000000000,Osh city,город Ош,Ош шаары,2021-07-01,,{Osh}"],
        [Alai] = [$"{Alai},,2,{Osh},Alai District,Алайский район,Алай району,,2021-07-01,", $"{Alai},,2,{OshCity},Alai District,Алайский район,Алай району,2021-07-01,,"],
        [Chatkal] = [$"{Chatkal},,2,41703000000000,Chatkal District,Чаткальский район,Чаткал району,,2022-01-01,", $"{Chatkal},,2,41702000000000,Chatkal District,Чаткальский район,Чаткал району,2022-01-01,,"],
        [Talas] = [$"{Talas},KG-T,1,41700000000000,Talas Region,Таласская область,Талас облусу,,2021-07-01,", $"{Talas},KG-T,1,41700000000000,Manas Region,Манасская область,Манас облусу,2021-07-01,,"],
    };

    private static readonly (string Day, string Region, int Crimes)[] s_crimes =
    [
        ("2020-02-10", Osh, 3), ("2020-05-01", Alai, 2), ("2020-06-01", OshCity, 1), // before the split all of it is Osh Region: 6
        ("2021-03-01", Alai, 1), ("2021-09-01", Alai, 1), // one on each side of the day
        ("2022-03-01", Osh, 2), ("2022-04-01", Alai, 4), ("2022-05-01", OshCity, 1), // 2 and 5
        ("2021-12-31", Chatkal, 2), ("2022-01-01", Chatkal, 3),
        ("2020-01-15", Talas, 1), ("2022-01-15", Talas, 1),
    ];

    /// <summary>Region, year: crimes. No cell where a region was not there; zero where it was and nothing happened.</summary>
    private static readonly string[] s_expected =
    [
        "41702000000000 2020: 0", "41702000000000 2021: 0", "41702000000000 2022: 3",
        "41703000000000 2020: 0", "41703000000000 2021: 2", "41703000000000 2022: 0",
        "41706000000000 2020: 6", "41706000000000 2021: 1", "41706000000000 2022: 2",
        "41707000000000 2020: 1", "41707000000000 2021: 0", "41707000000000 2022: 1",
        "41721000000000 2021: 1", "41721000000000 2022: 5",
    ];

    /// <summary>A district counts under the region that it belonged to on the day; who names the region alone, in the district not stated.</summary>
    private static readonly string[] s_districts =
    [
        "41702000000000/41703230000000 2022: 3", "41703000000000/41703230000000 2021: 2",
        "41706000000000/41706207000000 2020: 2", "41706000000000/41706207000000 2021: 1", "41706000000000/unknown 2020: 4", "41706000000000/unknown 2022: 2",
        "41721000000000/41706207000000 2021: 1", "41721000000000/41706207000000 2022: 4", "41721000000000/unknown 2022: 1",
    ];

    [DatabaseFact]
    public async Task Split_BeforeOrAfterTheFacts_IsTheSameAndTheOneCountedByHand()
    {
        await EditedReference.LoadAsync(fixture, "10_region", s_change);
        await LoadFactsAsync();
        var before = await FactsAsync();
        await PublishAsync();
        Assert.Equal(s_expected, await CellsAsync());
        Assert.Equal(s_districts, await DistrictsAsync());

        // The other way round: the facts come while nobody knows of the change, and it is announced after a first publication.
        await WarehouseContent.ForgetAsync(fixture);
        await EditedReference.LoadAsync(fixture, "10_region");
        await LoadFactsAsync();
        await PublishAsync();
        Assert.Contains("41721000000000 2020: 1", await CellsAsync());
        Assert.Contains("41703000000000 2022: 3", await CellsAsync());
        Assert.NotEqual(before, await FactsAsync());
        await EditedReference.LoadAsync(fixture, "10_region", s_change);
        Assert.Equal(before, await FactsAsync());
        await PublishAsync();
        Assert.Equal(s_expected, await CellsAsync());
        Assert.Equal(s_districts, await DistrictsAsync());

        // And made again from raw.
        await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        Assert.Equal(before, await FactsAsync());

        // Old figures keep their names; a moved part breaks the series of both regions, a new name breaks none.
        Assert.Equal(
            ["Manas Region from 2021-07-01 to infinity", "Talas Region from -infinity to 2021-07-01"],
            await fixture.ListAsync<string>($"select name_en || ' from ' || valid_from || ' to ' || valid_to from pub.member where dimension = 'region' and code = '{Talas}' order by 1"));
        Assert.Equal(
            ["41702000000000 {2022-01-01}", "41703000000000 {2022-01-01}", "41706000000000 {2021-07-01}", "41721000000000 {2021-07-01}"],
            await fixture.ListAsync<string>("select distinct code || ' ' || breaks::text from pub.member where dimension = 'region' and parent = 'total' and breaks <> '{}' order by 1"));

        // A correction of the day takes the states of the wrong one away.
        await EditedReference.LoadAsync(fixture, "10_region");
        Assert.Equal(67, await fixture.ScalarAsync<int>("select count(*) from mart.dim_region where level >= 0"));
        await PublishAsync();
        Assert.Contains("41721000000000 2020: 1", await CellsAsync());
    }

    [DatabaseFact]
    public async Task Code_ThatCanMeanOneUnitOnly_IsUnderstoodAndElseIsUnknown()
    {
        // Batken (41705) is divided into Naryn (41704) and Talas (41707) without remaining; Chui (41708) goes on as Bishkek (41711).
        await WarehouseContent.ForgetAsync(fixture);
        await EditedReference.LoadAsync(fixture, "10_region", new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["41705000000000"] = ["41705000000000,KG-B,1,41700000000000,Batken Region,Баткенская область,Баткен облусу,,2023-01-01,"],
            ["41704000000000"] = ["41704000000000,KG-N,1,41700000000000,Naryn Region,Нарынская область,Нарын облусу,2023-01-01,,41705000000000"],
            [Talas] = [$"{Talas},KG-T,1,41700000000000,Talas Region,Таласская область,Талас облусу,2023-01-01,,41705000000000"],
            ["41708000000000"] = ["41708000000000,KG-C,1,41700000000000,Chui Region,Чуйская область,Чүй облусу,,2023-01-01,"],
            ["41711000000000"] = ["41711000000000,KG-GB,1,41700000000000,Bishkek city,город Бишкек,Бишкек шаары,2023-01-01,,41708000000000"],
        });
        await fixture.LoadLinesAsync("labour_inspection", "inspection_no,inspected_on,region",
            "1,2022-12-31,KG-B", "2,2023-01-01,KG-B", "3,2022-05-01,KG-N", "4,2023-05-01,KG-N", "5,2023-05-01,KG-C", "6,2022-05-01,KG-GB");
        Assert.Equal(
            ["1 Batken Region", "2 Unknown", "3 Batken Region", "4 Naryn Region", "5 Bishkek city", "6 Chui Region"],
            await fixture.ListAsync<string>("select inspection_no || ' ' || name_en from mart.fct_inspection join mart.dim_region using (region_key) order by 1"));

        // Two reports of regions that ended are two reports of the unknown region.
        var monthly = await fixture.LoadLinesAsync("ngo_monthly", "organisation,month,region_service,persons_assisted", "N-1,2023-05,KG-B,2", "N-1,2023-05,,3");
        Assert.Equal((2L, 0L), (monthly.Inserted, monthly.Rejected));
        await EditedReference.LoadAsync(fixture, "10_region");
        Assert.Equal("2 Batken Region", await fixture.ScalarAsync<string>("select inspection_no || ' ' || name_en from mart.fct_inspection join mart.dim_region using (region_key) where inspection_no = '2'"));
        Assert.Equal(
            ["2 Batken Region", "3 Unknown"],
            await fixture.ListAsync<string>("select persons_assisted || ' ' || name_en from mart.fct_assistance_month join mart.dim_region on region_key = region_service_key order by 1"));
    }

    private async Task LoadFactsAsync()
    {
        var number = 0;
        await fixture.LoadLinesAsync("register_crime", ["register_no,registered_at,article,region", .. s_crimes.SelectMany(row =>
            Enumerable.Range(0, row.Crimes).Select(_ => $"T-{++number:00},{row.Day},{(string.CompareOrdinal(row.Day, "2021-12") < 0 ? "171" : "166")},{row.Region}"))]);
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event", "T-01,2020-03-01,investigation_opened", "T-08,2021-12-01,discontinued");
        await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic,caller_region", $"H-1,2021-06-30,documents,{Alai}", $"H-2,2021-07-01,documents,{Alai}", $"H-3,2020-01-01,documents,{OshCity}");
        await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic,caller_region", $"H-1,2021-07-02,documents,{Alai}");
        await fixture.LoadLinesAsync("ngo_case", "organisation,case_ref,intake_date,region_origin,region_service", $"N-1,1,2020-05-01,{Alai},{OshCity}", $"N-1,2,2022-05-01,{Alai},{Osh}");
        await fixture.LoadLinesAsync("ngo_monthly", "organisation,month,region_service,persons_assisted", $"N-1,2020-05,{OshCity},4", $"N-1,2020-05,{Osh},2", $"N-1,2021-07,{Alai},1");
        await fixture.LoadLinesAsync("population", "soate,year,sex,population", $"{OshCity},2020,total,1000", $"{Osh},2020,total,2000", $"{Osh},2022,total,1900");
        await fixture.LoadLinesAsync("labour_inspection", "inspection_no,inspected_on,region", $"I-1,2022-01-01,{Chatkal}", $"I-2,2021-12-31,{Chatkal}");
    }

    /// <summary>All versions of the facts with the state of the region that each belongs to, whatever keys the states have.</summary>
    private Task<List<string>> FactsAsync() => fixture.ListAsync<string>(
        """
        with region as (select region_key, soate || ' in ' || admin1_soate || ' from ' || valid_from as place from mart.dim_region)
        select 'contact ' || contact_id || ' ' || place || (known_until = 'infinity') from mart.fct_contact join region on region_key = caller_region_key
        union all select 'counted ' || month_key || ' ' || place || ' ' || sum(contacts) from mart.contact_count join region on region_key = caller_region_key group by month_key, place having sum(contacts) > 0
        union all select 'case ' || case_ref || ' ' || origin.place || ' ' || service.place
            from mart.fct_assistance join region as origin on origin.region_key = region_origin_key join region as service on service.region_key = region_service_key
        union all select 'month ' || month_date_key || ' ' || region_service || ' ' || place from mart.fct_assistance_month join region on region_key = region_service_key
        union all select 'crime ' || register_no || ' ' || place || (known_until = 'infinity') from mart.fct_crime join region using (region_key)
        union all select 'inspection ' || inspection_no || ' ' || place from mart.fct_inspection join region using (region_key)
        union all select 'population ' || year || ' ' || sex || ' ' || population || ' ' || place from mart.fct_population join region using (region_key)
        order by 1
        """);

    private Task<List<string>> CellsAsync() => fixture.ListAsync<string>(
        """
        select members ->> 'region' || ' ' || period || ': ' || value::int
        from pub.cell
        where profile = 'public' and measure = 'crimes_registered' and period_kind = 'year' and period in ('2020', '2021', '2022')
          and cut = 'region' and members ->> 'region' in ('41702000000000', '41703000000000', '41706000000000', '41707000000000', '41721000000000')
        order by 1
        """);

    private async Task<List<string>> DistrictsAsync() => [.. (await fixture.ListAsync<string>(
        """
        select members ->> 'region' || '/' || (members ->> 'district') || ' ' || period || ': ' || value::int
        from pub.cell
        where profile = 'public' and measure = 'crimes_registered' and period_kind = 'year' and cut = 'district,region' and value > 0 and members ->> 'region' <> '41707000000000'
        """)).Order(StringComparer.Ordinal)];

    private async Task PublishAsync()
    {
        fixture.Time.Now += TimeSpan.FromHours(1);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
    }
}
