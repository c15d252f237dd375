using Analytics.Database.Tests.Etl;
using Analytics.Domain.Quality;
using Analytics.Etl.Publish.Alerts;
using Analytics.Etl.Warehouse.Quality;
using Analytics.Etl.Warehouse.Reports;
using Analytics.Testing;

namespace Analytics.Database.Tests.Reports;

/// <summary>Each rule of the catalogue on a batch that breaks it and on one that does not.</summary>
public sealed class QualityStageTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Case = "organisation,case_ref,intake_date,sex,birth_year,age_at_intake,region_origin,region_service,exploitation_start,exploitation_end";
    private const string Event = "register_no,event_at,event";

    private static int s_last;

    public static TheoryData<string, string, string, string> Rows => new()
    {
        { "impossible_date", "ngo_case", "1989-12-31,,,,,,,", "1990-01-01,,,,,,," },
        { "impossible_date", "ngo_case", "2020-05-01,,,,,,1989,", "2020-05-01,,,,,,1990," },
        { "exploitation_before_birth", "ngo_case", "2020-05-01,female,2001,,,,2000-12,", "2020-05-01,female,2001,,,,2001," },
        { "exploitation_end_before_start", "ngo_case", "2020-05-01,,,,,,2019-06,2019-05-31", "2020-05-01,,,,,,2019-06,2019" },
        { "intake_before_exploitation", "ngo_case", "2020-05-01,,,,,,2020-05-02,", "2020-05,,,,,,2020-05-02," },
        { "age_against_birth_year", "ngo_case", "2020-05-01,,2000,18,,,,", "2020-05-01,,2000,19,,,," },
        { "age_against_birth_year", "ngo_case", "2020-05-01,,2000,21,,,,", "2020-05-01,,2000,20,,,," },
        { "region_against_organisation", "ngo_case", "2020-05-01,,,,,41711000000000,,", "2020-05-01,,,,,41706226000000,," },
    };

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public async Task Run_Rule_FindsTheLineOfTheOffendingRowAndNothingInTheCleanOne(string rule, string feed, string offending, string clean)
    {
        await DeclareAsync();
        var bad = await LoadAsync(feed, Case, $"ORG,{Next()},2020-01-01,,,,,,,", $"ORG,{Next()},{offending}");
        var good = await LoadAsync(feed, Case, $"ORG,{Next()},{clean}");
        Assert.Equal("1 {3}", await ResultAsync(bad, rule));
        Assert.Equal("0 {}", await ResultAsync(good, rule));
    }

    [DatabaseFact]
    public async Task Run_StepsOfACrime_FindsThoseOutOfOrder()
    {
        await LoadAsync("register_crime", "register_no,registered_at,article", "R-1,2020-03-05,171", "R-2,2020-03-05,171");
        var bad = await LoadAsync("register_event", Event, "R-1,2020-03-04,investigation_opened", "R-1,2020-05-01,sent_to_court", "R-1,2020-04-01,convicted");
        var good = await LoadAsync("register_event", Event, "R-2,2020-03,investigation_opened", "R-2,2020-05-01,sent_to_court", "R-2,2020-05-01,convicted");
        Assert.Equal("2 {2,4}", await ResultAsync(bad, "event_order"));
        Assert.Equal("0 {}", await ResultAsync(good, "event_order"));
    }

    [DatabaseFact]
    public async Task Run_SameDaySexBirthYearAndRegion_IsSuspectedUnlessTheTokensDiffer()
    {
        var organisation = $"ORG-{Next()}";
        var bad = await LoadAsync("ngo_case", Case, $"{organisation},1,2020-05-04,male,1990,,KG-O,,,", $"{organisation},2,2020-05-04,male,1990,,KG-O,,,", $"{organisation},3,2020-05-04,male,1991,,KG-O,,,");
        Assert.Equal("2 {2,3}", await ResultAsync(bad, "possible_duplicate"));
        var good = await LoadAsync("ngo_case", Case, $"{organisation},4,2020-05-05,male,1990,,KG-O,,,");
        Assert.Equal("0 {}", await ResultAsync(good, "possible_duplicate"));
    }

    [DatabaseFact]
    public async Task Run_OneMonthFarFromTheOthers_IsAnOutlierOfItsOrganisation()
    {
        var organisation = $"ORG-{Next()}";
        int[] counts = [10, 11, 9, 10, 12, 10, 11, 9, 60];
        var batch = await LoadAsync("ngo_monthly", ["organisation,month,persons_assisted", .. counts.Select((count, i) => $"{organisation},2021-{i + 1:00},{count}")]);
        Assert.Equal($"{{\"{organisation} 2021-09\"}}", await SubjectsAsync(batch, QualityCatalogue.MonthlyOutlier));
        var clean = await LoadAsync("ngo_monthly", "organisation,month,persons_assisted", $"{organisation},2021-10,11");
        Assert.Equal("{}", await SubjectsAsync(clean, QualityCatalogue.MonthlyOutlier));
    }

    [DatabaseFact]
    public async Task Run_SourceDropsAndJumps_NamesTheMonths()
    {
        int[] counts = [40, 41, 39, 40, 42, 40, 12, 90, 41];
        var batch = await LoadAsync("hotline", ["contact_id,started_at", .. counts.SelectMany((count, month) => Enumerable.Range(1, count).Select(i => $"S-{month}-{i},2021-{month + 1:00}-15"))]);
        Assert.Equal("{2021-07,2021-08}", await SubjectsAsync(batch, QualityCatalogue.MonthlyChange));
    }

    [DatabaseFact]
    public async Task Run_ColumnLeftEmptyMoreOftenThanBefore_IsNamed()
    {
        const string header = "inspection_no,inspected_on,sector,announced";
        await LoadAsync("labour_inspection", [header, .. Enumerable.Range(1, 150).Select(i => $"I-{i},2021-05-03,A,yes")]);
        var batch = await LoadAsync("labour_inspection", [header, .. Enumerable.Range(1, 40).Select(i => $"J-{i},2021-06-03,{(i <= 20 ? "" : "A")},yes")]);
        Assert.Equal("{sector}", await SubjectsAsync(batch, QualityCatalogue.Unknowns));
    }

    [DatabaseFact]
    public async Task Run_ErrorThatALaterFileCorrects_ClosesItsAlert()
    {
        var bad = await LoadAsync("ngo_case", "organisation,case_ref,intake_date,birth_year,exploitation_start", "FIX,1,2020-05-01,2001,1999");
        await new AlertStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        var subject = $"subject = '{bad}/exploitation_before_birth'";
        Assert.Equal(1, await fixture.ScalarAsync<int>($"select count(*) from ops.alert where {subject} and closed_at is null"));
        await LoadAsync("ngo_case", "organisation,case_ref,intake_date,birth_year,exploitation_start", "FIX,1,2020-05-01,2001,2019");
        await new AlertStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        Assert.Equal(1, await fixture.ScalarAsync<int>($"select count(*) from ops.alert where {subject} and closed_at is not null"));
        Assert.Equal("1 0", await fixture.ScalarAsync<string>($"select found || ' ' || still_open from ops.quality_result where batch_id = {bad} and rule = 'exploitation_before_birth'"));
    }

    // A reference of random digits may look like a personal number, and would be refused as one.
    private static string Next() => $"C{Interlocked.Increment(ref s_last)}";

    private Task DeclareAsync() => new ReportStage(fixture.Etl, fixture.Time).DeclareAsync(
        [new ReportDuty("ngo_case", "ORG", new DateOnly(2020, 1, 1), null, 10, "ngo_case", "41706000000000")], CancellationToken.None);

    private async Task<long> LoadAsync(string feed, params string[] lines)
    {
        var batch = await fixture.LoadLinesAsync(feed, lines);
        Assert.Equal((null, 0), (batch.Refused, batch.Rejected));
        await new QualityStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        return batch.BatchId;
    }

    private Task<string> ResultAsync(long batch, string rule) =>
        fixture.ScalarAsync<string>($"select found || ' ' || lines::text from ops.quality_result where batch_id = {batch} and rule = '{rule}'");

    private Task<string> SubjectsAsync(long batch, string rule) =>
        fixture.ScalarAsync<string>($"select subjects::text from ops.quality_result where batch_id = {batch} and rule = '{rule}'");
}
