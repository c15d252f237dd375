using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish.Alerts;
using Analytics.Etl.Warehouse.Quality;
using Analytics.Etl.Warehouse.Reports;
using Analytics.Testing;
using Dapper;

namespace Analytics.Database.Tests.Reports;

/// <summary>Reports owed against reports that came, on grids worked out by hand. The due day is the 10th of the month after.</summary>
public sealed class ReportStageTests(EtlFixture fixture) : IClassFixture<EtlFixture>, IAsyncLifetime
{
    private const string Header = "organisation,month,persons_assisted,nil_report";

    public async Task InitializeAsync()
    {
        if (fixture.ConnectionString.Length > 0)
        {
            await using var connection = await fixture.Etl.OpenConnectionAsync();
            await connection.ExecuteAsync(
                """
                truncate core.batch_report, ops.quality_result, ops.batch_fill, ops.alert, ops.rejected_row, raw.ngo_monthly, core.ngo_monthly,
                    mart.fct_assistance_month, mart.fct_report_expected, raw.ngo_case, core.ngo_case;
                truncate mart.fct_assistance cascade;
                -- A file that came before would be taken for a repeat.
                update ops.batch
                set examined_at = now(), received_at = '-infinity', file_hash = lpad(to_hex(batch_id), 64, '0')
                where state = 'loaded';
                """);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Run_TheDayAfterTheDueDay_IsLateAndTheDayTurnsInBishkek()
    {
        // 10 April 23:59 in Bishkek is 17:59 UTC; a minute later it is the 11th.
        await LoadAtAsync("2026-04-10T17:59:00Z", "ngo_monthly", Header, "A,2026-03,4,no");
        await LoadAtAsync("2026-04-10T18:00:00Z", "ngo_monthly", Header, "B,2026-03,4,no");
        Assert.Equal(["A 2026-03 on_time", "B 2026-03 late"], await GridAsync("2026-04-12T00:00:00Z", Duty("A", "2026-03"), Duty("B", "2026-03")));
    }

    [DatabaseTheory]
    [InlineData("2026-03-31T17:59:59Z", "")]
    [InlineData("2026-03-31T18:00:00Z", "A 2026-03 not_due")]
    [InlineData("2026-04-10T17:59:59Z", "A 2026-03 not_due")]
    [InlineData("2026-04-10T18:00:00Z", "A 2026-03 missing")]
    public async Task Run_MonthTurnsInBishkek_OwedAfterItAndMissingAfterTheDueDay(string now, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], await GridAsync(now, Duty("A", "2026-03")));

    [DatabaseFact]
    public async Task Run_NilSaidOrARowOfZero_IsReceivedAndNeverMissing()
    {
        await LoadAtAsync("2026-04-05T06:00:00Z", "ngo_monthly", Header, "A,2026-03,0,yes", "B,2026-03,0,", "C,2026-03,2,no");
        Assert.Equal(
            ["A 2026-03 on_time nil", "B 2026-03 on_time nil", "C 2026-03 on_time", "D 2026-03 missing"],
            await GridAsync("2026-05-01T06:00:00Z", [.. new[] { "A", "B", "C", "D" }.Select(one => Duty(one, "2026-03", "2026-03"))]));
    }

    [DatabaseFact]
    public async Task Run_JoinedMidYearAndLeft_OwesOnlyBetween()
    {
        await LoadAtAsync("2026-05-02T06:00:00Z", "ngo_monthly", Header, "A,2026-02,1,no", "A,2026-04,1,no");
        Assert.Equal(["A 2026-04 on_time", "A 2026-05 missing"], await GridAsync("2026-08-15T06:00:00Z", Duty("A", "2026-04", "2026-05")));
    }

    [DatabaseFact]
    public async Task Run_LoadedWithAnArchive_TimelinessIsUnknownUnlessTheNameSays()
    {
        await LoadAtAsync("2026-06-01T06:00:00Z", "ngo_monthly", Header, "A,2026-03,1,no");
        fixture.Time.Now = DateTimeOffset.Parse("2026-06-01T07:00:00Z");
        await fixture.LoadAsync("ngo_monthly", fixture.File("b_received_2026-04-11.csv", Header, "B,2026-03,1,no"), "dated", datedNames: true);
        Assert.Equal(["A 2026-03 received", "B 2026-03 late"], await GridAsync("2026-06-02T06:00:00Z", Duty("A", "2026-03", "2026-03"), Duty("B", "2026-03", "2026-03")));
    }

    [DatabaseFact]
    public async Task Run_CaseFile_CoversTheMonthsBetweenItsCasesAndANilCountOwesNone()
    {
        await LoadAtAsync("2026-04-02T06:00:00Z", "ngo_case", "organisation,case_ref,intake_date", "A,1,2026-01-15", "A,2,2026-03-15");
        await LoadAtAsync("2026-05-02T06:00:00Z", "ngo_monthly", Header, "A,2026-04,0,yes");
        Assert.Equal(
            ["A 2026-01 received", "A 2026-02 received nil", "A 2026-03 on_time", "A 2026-04 on_time nil", "A 2026-05 missing"],
            await GridAsync("2026-06-15T06:00:00Z", new ReportDuty("ngo_case", "A", new DateOnly(2026, 1, 1), null, 10, "ngo_case")));
    }

    [DatabaseFact]
    public async Task Run_CaseFileBeforeTheMonthWasOver_DoesNotCoverIt()
    {
        await LoadAtAsync("2026-03-20T06:00:00Z", "ngo_case", "organisation,case_ref,intake_date", "A,1,2026-03-15");
        Assert.Equal(["A 2026-03 missing"], await GridAsync("2026-04-15T06:00:00Z", new ReportDuty("ngo_case", "A", new DateOnly(2026, 3, 1), null, 10, "ngo_case")));
    }

    [DatabaseFact]
    public async Task Alerts_OrganisationGoesQuietAndComesBack_OpensClosesAndIsKept()
    {
        ReportDuty[] duties = [Duty("A", "2026-03")];
        await LoadAtAsync("2026-04-05T06:00:00Z", "ngo_monthly", Header, "A,2026-03,1,no");
        await GridAsync("2026-06-09T06:00:00Z", duties);
        await AlertsAsync();
        Assert.Empty(await QuietAsync("is null"));
        await GridAsync("2026-06-10T06:00:00Z", duties);
        await AlertsAsync();
        Assert.Equal(["ngo_monthly/A 1"], await QuietAsync("is null"));
        await LoadAtAsync("2026-06-12T06:00:00Z", "ngo_monthly", Header, "A,2026-04,1,no", "A,2026-05,0,yes");
        await GridAsync("2026-06-12T07:00:00Z", duties);
        await AlertsAsync();
        Assert.Empty(await QuietAsync("is null"));
        Assert.Equal(["ngo_monthly/A 1"], await QuietAsync("is not null"));
    }

    [DatabaseFact]
    public async Task Alerts_FailedJobAndStaleSource_EndWithTheNextGoodRunAndTheNextFile()
    {
        await LoadAtAsync("2026-01-05T06:00:00Z", "ngo_monthly", Header, "A,2025-12,1,no");
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        await connection.ExecuteAsync("update ops.source set schedule = '0 0 5 * * ?' where source_id = 'ngo_monthly'");
        await connection.ExecuteAsync("insert into ops.run (job, trigger_kind, started_at, finished_at, state, error) values ('hotline', 'hand', now() - interval '2 hours', now() - interval '2 hours', 'failed', 'x')");
        fixture.Time.Now = DateTimeOffset.Parse("2026-02-06T06:00:00Z");
        await AlertsAsync();
        Assert.Equal(["job hotline", "stale ngo_monthly"], await fixture.ListAsync<string>("select kind || ' ' || subject from ops.alert where closed_at is null order by 1"));

        await connection.ExecuteAsync("insert into ops.run (job, trigger_kind, started_at, finished_at, state) values ('hotline', 'hand', now(), now(), 'done')");
        await LoadAtAsync("2026-02-06T07:00:00Z", "ngo_monthly", Header, "A,2026-01,1,no");
        await AlertsAsync();
        Assert.Empty(await fixture.ListAsync<string>("select subject from ops.alert where closed_at is null"));
        Assert.Equal(2, await fixture.ScalarAsync<int>("select count(*) from ops.alert where closed_at is not null"));
        await connection.ExecuteAsync("delete from ops.run; update ops.source set schedule = null");
    }

    private static ReportDuty Duty(string organisation, string from, string? to = null) => new(
        "ngo_monthly", organisation, DateOnly.Parse($"{from}-01"), to is null ? null : DateOnly.Parse($"{to}-01"), 10, "ngo_monthly");

    private async Task LoadAtAsync(string moment, string feed, params string[] lines)
    {
        // The fixture's clock goes on a minute before each load.
        fixture.Time.Now = DateTimeOffset.Parse(moment) - TimeSpan.FromMinutes(1);
        var batch = await fixture.LoadLinesAsync(feed, lines);
        Assert.Equal((null, 0), (batch.Refused, batch.Rejected));
    }

    private async Task<List<string>> GridAsync(string now, params ReportDuty[] duties)
    {
        fixture.Time.Now = DateTimeOffset.Parse(now);
        var stage = new ReportStage(fixture.Etl, fixture.Time);
        await stage.DeclareAsync(duties, CancellationToken.None);
        await new QualityStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        await stage.RunAsync(CancellationToken.None);
        return await fixture.ListAsync<string>(
            """
            select organisation || ' ' || to_char(date.starts_on, 'YYYY-MM') || ' '
                   || case when not expected then 'not_due' when not received then 'missing' when on_time then 'on_time' when on_time is null then 'received' else 'late' end
                   || case when nil then ' nil' else '' end
            from mart.fct_report_expected as fact
            join mart.dim_date as date on date.date_key = fact.month_date_key
            order by organisation, date.starts_on
            """);
    }

    private async Task AlertsAsync() => await new AlertStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);

    private Task<List<string>> QuietAsync(string closed) =>
        fixture.ListAsync<string>($"select subject || ' ' || (details ->> 'count') from ops.alert where kind = 'quiet' and closed_at {closed}");
}
