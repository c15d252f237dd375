using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Analytics.Etl.Warehouse.Link;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Migrations;

/// <summary>A small warehouse, loaded, linked and published.</summary>
public sealed class CheckedWarehouse : IAsyncLifetime
{
    internal EtlFixture Warehouse { get; } = new();

    public async Task InitializeAsync()
    {
        await Warehouse.InitializeAsync();
        await Warehouse.LoadLinesAsync("hotline", ["contact_id,started_at,topic,caller_region", .. Enumerable.Range(10, 20).Select(i => $"H-{i},2021-01-{i},documents,KG-O")]);
        await Warehouse.LoadLinesAsync("ngo_case",
            ["organisation,case_ref,intake_date,region_origin,forms,services", .. Enumerable.Range(10, 20).SelectMany(i => (string[])[$"N-1,{i},2021-02-{Math.Min(i, 28)},KG-O,forced_labour,legal", $"N-2,{i},2021-03-{i},KG-C,other,shelter|legal", $"N-3,{i},2021-04-{i},KG-C,other,"])]);
        await Warehouse.LoadLinesAsync("ngo_monthly", "organisation,month,region_service,persons_assisted", "N-1,2021-02,KG-O,20", "N-2,2021-03,KG-C,20");
        await Warehouse.LoadLinesAsync("register_crime", "register_no,registered_at,article,region", "R-1,2021-02-01,171,KG-O", "R-2,2021-03-01,171,KG-C");
        await Warehouse.LoadLinesAsync("register_event", "register_no,event_at,event", "R-1,2021-04-01,suspended", "R-1,2021-05-01,discontinued", "R-2,2021-05-01,sent_to_court");
        await Warehouse.LoadLinesAsync("labour_inspection", "inspection_no,inspected_on,region", "I-1,2021-01-01,KG-O");
        await Warehouse.LoadLinesAsync("employment_agency", "agency_no,name,kind,updated_at", "EA-1,Mills Limited,foreign_employer,2021-01-01");
        await Warehouse.LoadLinesAsync("population", "soate,year,sex,population", "41706000000000,2021,total,1400000");
        Warehouse.Time.Now += TimeSpan.FromHours(1);
        await new LinkStage(Warehouse.Etl, Warehouse.Time).RunAsync(CancellationToken.None);
        await new PublishStage(Warehouse.Etl, Warehouse.Time).RunAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Warehouse.DisposeAsync();
}

/// <summary>Each check finds nothing in a sound warehouse, and finds the fault that is made on purpose.</summary>
public sealed class ChecksTests(CheckedWarehouse sound) : IClassFixture<CheckedWarehouse>
{
    private const string Case = "(select min(assistance_key) from mart.fct_assistance)";

    private static readonly Dictionary<string, string[]> s_faults = new(StringComparer.Ordinal)
    {
        ["bridge_assistance_is_whole"] = [
            "insert into mart.bridge_assistance_form values (-1, 1)",
            $"insert into mart.bridge_assistance_code values ({Case}, -1)",
            $"delete from mart.fct_assistance where assistance_key = {Case}"],
        ["bridge_person_is_whole"] = [
            "insert into mart.bridge_person values (-1, 'hotline', '', 'H-10', 20210110, 0)",
            "insert into mart.bridge_person select person_key + 1, list, organisation, reference, date_key, region_key from mart.bridge_person where reference = '10' and organisation = 'N-1'"],
        ["capture_histories_match_bridge"] = ["insert into mart.fct_capture_history values ('all', 'all', 'total', '{ngo}', 61)"],
        ["cell_count_matches_fact"] = [
            "update pub.cell set value = value + 1 where measure = 'intakes' and profile = 'ministry' and period = '2021' and cut = '' and status = 'ok'",
            "update mart.contact_count set contacts = contacts + 1"],
        ["cell_open_count_matches_fact"] = ["update pub.cell set value = value + 1 where measure = 'crimes_registered' and profile = 'public' and period = '2021' and cut = ''"],
        ["cell_regions_add_up"] = [
            "update pub.cell set value = value + 1 where measure = 'crimes_sent_to_court' and period = '2021-05' and members ->> 'region' = '41708000000000'",
            "update pub.cell set value = value + 1 where measure = 'crimes_registered' and period = '2021' and members ->> 'region' = '41708000000000' and members ->> 'district' = 'unknown'"],
        ["cell_cut_names_its_members"] = ["update pub.cell set cut = 'sex' where cut = 'region'"],
        ["contact_count_matches_fact"] = ["update mart.contact_count set contacts = contacts + 1", "delete from mart.fct_contact where contact_id = 'H-10'"],
        ["credit_is_within_reach"] = [
            """
            insert into pub.cell (publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members, value, status)
            select publication_id, 'ministry', measure, cut, 'year', '2021', '2021-01-01', '2021-12-31', members::jsonb, value, 'ok'
            from pub.publication, (values
                ('persons_assisted', 'programme', '{"programme": "P"}', 3), ('persons_credited', 'donor,programme', '{"programme": "P", "donor": "D"}', 2),
                ('persons_credited', 'donor,programme', '{"programme": "P", "donor": "E"}', 2)) as cell (measure, cut, members, value)
            """],
        ["dimension_states_are_one"] = [
            "insert into mart.dim_article (article, article_group, valid_from, name_en, name_ru, name_ky) values ('171', 'other', '2020-01-01', '', '', '')",
            "insert into mart.dim_organisation (organisation, body, valid_from) values ('N-9', 'N-1', '2022-01-01')",
            "insert into mart.dim_organisation (organisation, body, valid_from, valid_to) values ('N-1', 'N-2', '1900-01-01', '1901-01-01')"],
        ["fact_keys_are_known"] = [
            "update mart.fct_contact set caller_region_key = -1 where contact_id = 'H-10'",
            "update mart.fct_assistance set programme_key = -1",
            "update mart.fct_crime set current_article_key = -1",
            "update mart.fct_crime_event set event_date_key = 20219999 where event = 'suspended'",
            "update mart.fct_assistance_month set organisation_key = -1",
            "update mart.fct_inspection set region_key = -1",
            "update mart.fct_agency set licensed_to_date_key = 20219999"],
        ["fact_versions_follow_each_other"] = [
            "update mart.fct_crime set known_until = known_since",
            "insert into mart.fct_inspection select inspection_no, known_since - interval '1 day', 'infinity', inspected_date_key, region_key, source_key, batch_key, sector from mart.fct_inspection",
            "update mart.fct_contact set known_until = known_since where contact_id = 'H-10'"],
        ["fct_agency_matches_core"] = ["delete from mart.fct_agency", "delete from core.employment_agency"],
        ["fct_assistance_matches_core"] = ["delete from core.ngo_case where case_ref = '10'", "update mart.fct_assistance set known_until = known_since + interval '1 second' where case_ref = '10'"],
        ["fct_assistance_month_matches_core"] = ["update mart.fct_assistance_month set persons_assisted = persons_assisted + 1", "delete from mart.fct_assistance_month"],
        ["fct_contact_matches_core"] = [
            "delete from mart.fct_contact where contact_id = 'H-10'", "update core.hotline set withdrawn = true where contact_id = 'H-10'",
            "update mart.fct_contact set known_since = known_since - interval '1 day' where contact_id = 'H-10'",
            "insert into mart.fct_contact (contact_id, known_since, contact_date_key, caller_region_key, destination_country_key, demographic_key, referred_to_key, source_key, batch_key, line, channel, topic, caller_role, language) select contact_id, known_since, 20200101, caller_region_key, destination_country_key, demographic_key, referred_to_key, source_key, batch_key, line, channel, topic, caller_role, language from mart.fct_contact where contact_id = 'H-10'"],
        ["fct_crime_event_matches_core"] = ["delete from mart.fct_crime_event where event = 'suspended'"],
        ["fct_crime_matches_core"] = ["delete from mart.fct_crime where register_no = 'R-1'"],
        ["fct_crime_steps_match_events"] = ["update mart.fct_crime set suspended_date_key = 20210601 where register_no = 'R-1'", "update mart.fct_crime set sent_to_court_date_key = 0"],
        ["fct_inspection_matches_core"] = ["delete from mart.fct_inspection", "delete from core.labour_inspection"],
        ["fct_population_matches_core"] = ["update mart.fct_population set population = population + 1"],
        ["fct_target_names_a_programme"] = [
            "insert into mart.dim_programme (programme, name_en, name_ru, name_ky) values ('P', 'P', 'P', 'P'); insert into mart.fct_target select programme_key, 'intakes', '2021', '2021-01-01', 1, now() from mart.dim_programme where programme = 'P'"],
        ["figure_indicator_is_named"] = ["update mart.fct_figure set indicator = 'nobody_knows' where figure = 'assisted-2018-2020'"],
        ["programme_shares_add_up"] = [
            "insert into mart.dim_programme (programme, name_en, name_ru, name_ky) values ('P', 'P', 'P', 'P'); insert into mart.bridge_programme_donor select programme_key, 0, '2021-01-01', '2022-01-01', 0.5 from mart.dim_programme where programme = 'P'"],
        ["raw_rows_are_accounted"] = ["delete from raw.hotline_row where contact_id = 'H-10'", "delete from core.ngo_case where case_ref = '10'", "update core.population set batch_id = batch_id - 1"],
        ["region_hierarchy_is_whole"] = [
            "update mart.dim_region set valid_to = '2020-01-01' where soate = '41706000000000'",
            "update mart.dim_region set parent_soate = '41799000000000' where soate = '41706207000000'",
            "update mart.dim_region set admin1_soate = '41702000000000' where soate = '41706207000000'",
            "update mart.dim_region set valid_from = '2020-01-01' where soate = '41700000000000'",
            "insert into mart.dim_region (soate, level, parent_soate, admin1_soate, name_en, name_ru, name_ky, valid_from) select soate, level, parent_soate, admin1_soate, '', '', '', '2020-01-01' from mart.dim_region where soate = '41706207000000'",
            "insert into mart.bridge_region_succession values ('41706000000000', '41721000000000', '2020-01-01')",
            "delete from mart.region_at where soate = '41706207000000'"],
    };

    private static readonly string[] s_checks = [.. Script.In("checks").Select(script => Path.GetFileNameWithoutExtension(script.Path))];

    public static TheoryData<string> Checked => [.. s_checks];

    [Fact]
    public void EveryCheck_HasAFaultMadeForIt() => Assert.Equal(s_checks.Order(StringComparer.Ordinal), s_faults.Keys.Order(StringComparer.Ordinal));

    [DatabaseTheory]
    [MemberData(nameof(Checked))]
    public async Task Check_FaultOnPurpose_ReturnsItsRows(string check)
    {
        await using var owner = NpgsqlDataSource.Create(sound.Warehouse.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        Assert.DoesNotContain(check, (await Checks.FailuresAsync(connection, CancellationToken.None)).Select(failure => failure.Name));
        foreach (var fault in s_faults[check])
        {
            await using var transaction = await connection.BeginTransactionAsync();
            Assert.True(await connection.ExecuteAsync(fault) > 0, fault);
            Assert.True((await Checks.FailuresAsync(connection, CancellationToken.None)).Any(failure => failure.Name == check && failure.Rows > 0), $"{check} did not find: {fault}");
            await transaction.RollbackAsync();
        }
    }
}
