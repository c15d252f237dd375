using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse;
using Analytics.Etl.Warehouse.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Database.Tests.Etl;

public sealed class SchedulerTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private static JobSettings Settings(string schedule = "0 0 5 * * ?", params string[] sources) =>
        new([.. sources.Select(s => new SourceSettings(s, "hotline", null, schedule, Synthetic: false))], "0 0 6 * * ?")
        {
            Inbox = new InboxSettings(QuietSeconds: 0, LookSeconds: 0),
        };

    private DataFolder Folder()
    {
        var folder = new DataFolder(Path.Combine(fixture.Folder, Guid.NewGuid().ToString("n")));
        folder.Create();
        return folder;
    }

    [DatabaseFact]
    public async Task Open_AgainLater_KeepsTheMissedTime()
    {
        var folder = Folder();
        await using (await SchedulerService.OpenAsync(folder, fixture.Etl, Settings(sources: "hotline"), fixture.Time, NullLoggerFactory.Instance, default))
        {
        }

        var before = await NextAsync("hotline");
        fixture.Time.Now += TimeSpan.FromDays(3);
        await using (await SchedulerService.OpenAsync(folder, fixture.Etl, Settings(sources: "hotline"), fixture.Time, NullLoggerFactory.Instance, default))
        {
        }

        Assert.Equal(before, await NextAsync("hotline"));
        Assert.True(before < fixture.Time.Now);
    }

    [DatabaseFact]
    public async Task Start_AfterAMissedTime_MakesUpForItOnce()
    {
        var folder = Folder();
        await using (await SchedulerService.OpenAsync(folder, fixture.Etl, Settings(sources: "missed"), TimeProvider.System, NullLoggerFactory.Instance, default))
        {
        }

        // Three days ago the trigger should have fired.
        await fixture.ScalarAsync<long?>("update quartz.qrtz_triggers set next_fire_time = next_fire_time - 4 * 864000000000 where trigger_name = 'missed'");
        File.WriteAllText(Path.Combine(folder.InboxOf("missed"), "m.csv"), "contact_id,started_at\nMISS-1,2021\n");
        await using (var scheduler = await SchedulerService.OpenAsync(folder, fixture.Etl, Settings(sources: "missed"), TimeProvider.System, NullLoggerFactory.Instance, default))
        {
            await scheduler.StartAsync(default);
            await EventuallyAsync(() => fixture.ScalarAsync<bool>("select exists (select from ops.run where job = 'missed' and state = 'done' and trigger_kind = 'schedule')"));
        }

        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(*) from ops.run where job = 'missed'"));
        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(*) from mart.fct_contact where contact_id = 'MISS-1'"));
        Assert.True(await NextAsync("missed") > DateTimeOffset.UtcNow);
    }

    [DatabaseFact]
    public async Task Open_ChangedSchedule_IsTakenOverAndGoneSourcesGo()
    {
        var folder = Folder();
        await using (await SchedulerService.OpenAsync(folder, fixture.Etl, Settings(sources: ["one", "two"]), fixture.Time, NullLoggerFactory.Instance, default))
        {
        }

        await using (await SchedulerService.OpenAsync(folder, fixture.Etl, Settings("0 30 4 * * ?", "one"), fixture.Time, NullLoggerFactory.Instance, default))
        {
        }

        Assert.Equal(["one:0 30 4 * * ?", "publish:0 0 6 * * ?"], await fixture.ListAsync<string>(
            "select trigger_name || ':' || cron_expression from quartz.qrtz_cron_triggers order by 1"));
        Assert.Equal(["one", "publish", "rebuild", "sweep"], await fixture.ListAsync<string>("select job_name from quartz.qrtz_job_details order by 1"));
    }

    [DatabaseFact]
    public async Task OpenByHand_StartedWithoutTheDemonstration_DeclaresNoneOfItsDuties()
    {
        var duty = new ReportDuty("hotline", "HOTLINE", new DateOnly(2025, 1, 1), null, 10, "shown");
        var settings = new JobSettings(
            [
                new SourceSettings("shown", "hotline", null, null, Synthetic: true) { Duties = [duty] },
                new SourceSettings("own", "hotline", null, null, Synthetic: false) { Duties = [duty with { SourceId = "own", Organisation = "OWN" }] },
            ],
            null);
        foreach (var (demo, declared) in new (bool?, string[])[] { (null, ["own"]), (true, ["own", "shown"]), (null, ["own", "shown"]), (false, ["own"]), (null, ["own"]) })
        {
            await using (demo is { } started
                ? await SchedulerService.OpenAsync(Folder(), fixture.Etl, settings.For(started), fixture.Time, NullLoggerFactory.Instance, default)
                : await SchedulerService.OpenByHandAsync(Folder(), fixture.Etl, settings, fixture.Time, NullLoggerFactory.Instance, default))
            {
                Assert.Equal(declared, await fixture.ListAsync<string>("select source_id from ops.report_duty order by 1"));
            }
        }

        await new ReportStage(fixture.Etl, fixture.Time).DeclareAsync([], default);
    }

    [DatabaseFact]
    public async Task Run_FilesInTheInbox_AreLoadedArchivedAndWrittenDown()
    {
        var folder = Folder();
        var inbox = folder.InboxOf("hand");
        File.WriteAllText(Path.Combine(inbox, "a.csv"), "contact_id,started_at\nI-1,2021\n");
        File.WriteAllText(Path.Combine(inbox, "b.csv.part"), "contact_id,started_at\nI-2,2021\n");
        await using var scheduler = await SchedulerService.OpenByHandAsync(folder, fixture.Etl, Settings(sources: "hand"), fixture.Time, NullLoggerFactory.Instance, default);
        var report = await scheduler.RunAsync("hand", "hand", default);
        Assert.Null(report.Error);
        Assert.Equal((1, 1L), (report.Files, report.Inserted));
        Assert.Matches("; left for the next run: a file of 31 bytes, written [-0-9]{10} [:0-9]{8} \\(its name says that it is not finished\\)$", report.Summary);
        Assert.Equal(["b.csv.part"], Directory.GetFiles(inbox).Select(Path.GetFileName));
        Assert.EndsWith("-a.csv.receipt.json", Assert.Single(Directory.GetFiles(Path.Combine(folder.Archive, "2026-11"), "*", SearchOption.AllDirectories)));
        Assert.Equal(("hand", "done", 1L), Assert.Single(await fixture.ListAsync<(string, string, long)>("select trigger_kind, state, read from ops.run where job = 'hand'")));
        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(*) from ops.batch where run_id = (select run_id from ops.run where job = 'hand')"));
    }

    [DatabaseFact]
    public async Task Run_RefusedFile_FailsTheRunAndIsPutAside()
    {
        var folder = Folder();
        var inbox = folder.InboxOf("refused");
        File.WriteAllText(Path.Combine(inbox, "a.csv"), "contact,day\nI-1,2021\n");
        await using var scheduler = await SchedulerService.OpenByHandAsync(folder, fixture.Etl, Settings(sources: "refused"), fixture.Time, NullLoggerFactory.Instance, default);
        var report = await scheduler.RunAsync("refused", "hand", default);
        Assert.Matches("^file [0-9a-f]{8}\\.csv of feed hotline \\(batch [0-9]+\\): refused, ", report.Error);
        Assert.Empty(Directory.GetFiles(inbox, "*", SearchOption.AllDirectories));
        Assert.Single(Directory.GetFiles(Path.Combine(folder.Quarantine, "refused"), "*.csv"));
        Assert.Equal("failed", await fixture.ScalarAsync<string>("select state from ops.run where job = 'refused'"));
        Assert.Equal(0, (await scheduler.RunAsync("refused", "hand", default)).Files);
    }

    [DatabaseFact]
    public async Task Open_AfterACrash_MarksTheRunInterrupted()
    {
        await fixture.ScalarAsync<long>("insert into ops.run (job, trigger_kind, started_at, state) values ('crashed', 'schedule', now(), 'running') returning run_id");
        await using (await SchedulerService.OpenAsync(Folder(), fixture.Etl, Settings(sources: "hotline"), fixture.Time, NullLoggerFactory.Instance, default))
        {
        }

        Assert.Equal("interrupted", await fixture.ScalarAsync<string>("select state from ops.run where job = 'crashed'"));
    }

    [DatabaseFact]
    public async Task CloseInterrupted_RunByHandWasKilledAndOwnRunLostItsSession_EndsTheOneAlone()
    {
        await using var scheduler = await SchedulerService.OpenByHandAsync(Folder(), fixture.Etl, Settings(sources: "goes_on"), fixture.Time, NullLoggerFactory.Instance, default);
        await fixture.ScalarAsync<long>("insert into ops.run (job, trigger_kind, started_at, state) values ('killed', 'hand', now(), 'running') returning run_id");
        Task<RunReport> run;
        await using (var connection = await fixture.Etl.OpenConnectionAsync())
        await using (await WarehouseLock.HoldAsync(connection, WarehouseLock.Publication, default))
        {
            run = scheduler.RunAsync(JobSettings.Publish, "hand", default);
            await EventuallyAsync(() => fixture.ScalarAsync<bool>("select exists (select from ops.run where job = 'publish' and state = 'running')"));
            await using (var owner = new Npgsql.NpgsqlConnection(fixture.ConnectionString))
            {
                await owner.OpenAsync();
                await using var end = new Npgsql.NpgsqlCommand("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 1920298350", owner);
                await end.ExecuteNonQueryAsync();
            }

            await EventuallyAsync(() => fixture.ScalarAsync<bool>("select not exists (select from pg_locks where locktype = 'advisory' and classid = 1920298350)"));
            await scheduler.CloseInterruptedAsync(default);
            Assert.Equal(["killed interrupted", "publish running"], await fixture.ListAsync<string>(
                "select job || ' ' || state from ops.run where job = 'killed' or (job = 'publish' and state = 'running') order by 1"));
        }

        await run;
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.run where state = 'running'"));
    }

    private async Task<DateTimeOffset> NextAsync(string trigger) => new(
        await fixture.ScalarAsync<long>($"select next_fire_time from quartz.qrtz_triggers where trigger_name = '{trigger}'"), TimeSpan.Zero);

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("it did not happen within a minute");
    }
}
