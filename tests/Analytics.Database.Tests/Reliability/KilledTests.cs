using Analytics.Database.Tests.Etl;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Publish;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Worker = Analytics.Database.Tests.Etl.Program;

namespace Analytics.Database.Tests.Reliability;

/// <summary>What was loaded is published, though whoever loaded it was killed before.</summary>
public sealed class KilledTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Import_KilledBeforeItPublished_SameFileAgainIsUnchangedAndPublished()
    {
        var file = fixture.File("killed.csv", "contact_id,started_at", "KILL-1,2021-02-03T10:00");
        await using (var connection = await fixture.Etl.OpenConnectionAsync())
        await using (await WarehouseLock.HoldAsync(connection, WarehouseLock.Publication, default))
        {
            using var process = Worker.Start(fixture.ConnectionString, fixture.Folder, "import", "hotline", file);
            await EventuallyAsync("select exists (select from ops.batch where file_name = 'killed.csv') and exists (select from pg_stat_activity where datname = current_database() and wait_event = 'advisory')");
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Contains("files", await new Unpublished(fixture.Etl).KindsAsync(default));
        var (code, output, error) = await ImportAsync(file);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1 unchanged", output, StringComparison.Ordinal);
        await AssertPublishedAsync("KILL-1");
    }

    [DatabaseFact]
    public async Task Import_BackendKilledDuringPublication_SaysThatItIsLoadedAndTheNextImportPublishes()
    {
        var before = fixture.File("before.csv", "contact_id,started_at", "BACK-0,2021-02-03T10:00");
        Assert.Equal(0, (await ImportAsync(before)).Code);
        (int Code, string Output, string Error) ended;
        await using (var owner = new NpgsqlConnection(fixture.ConnectionString))
        {
            await owner.OpenAsync();
            await using var transaction = await owner.BeginTransactionAsync();
            await owner.ExecuteAsync("lock table mart.fct_capture_history in access exclusive mode");
            var import = ImportAsync(fixture.File("backend.csv", "contact_id,started_at", "BACK-1,2021-02-03T11:00"));
            await EventuallyAsync("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'relation')");
            Assert.True(await owner.ExecuteScalarAsync<bool>("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'relation'"));
            ended = await import;
        }

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("analytics: loaded; not published, because ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith("; publish it with ./analytics publish.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("1 inserted", ended.Output, StringComparison.Ordinal);

        Assert.Contains("1 unchanged", (await ImportAsync(before)).Output, StringComparison.Ordinal);
        await AssertPublishedAsync("BACK-1");
    }

    [DatabaseFact]
    public async Task ScheduledJob_NothingInTheInbox_PublishesWhatAnotherLoaded()
    {
        await fixture.LoadLinesAsync("hotline", "contact_id,started_at", "SCHED-1,2021-02-03T10:00");
        var folder = new DataFolder(Path.Combine(fixture.Folder, "scheduled"));
        folder.Create();
        var settings = new JobSettings([new SourceSettings("empty", "hotline", null, "0 0 5 * * ?", Synthetic: false)], null) { Inbox = new InboxSettings(QuietSeconds: 0, LookSeconds: 0) };
        await using (await SchedulerService.OpenAsync(folder, fixture.Etl, settings, TimeProvider.System, NullLoggerFactory.Instance, default))
        {
        }

        // Three days ago the trigger should have fired.
        await fixture.ScalarAsync<long?>("update quartz.qrtz_triggers set next_fire_time = next_fire_time - 4 * 864000000000 where trigger_name = 'empty'");
        await using var scheduler = await SchedulerService.OpenAsync(folder, fixture.Etl, settings, TimeProvider.System, NullLoggerFactory.Instance, default);
        await scheduler.StartAsync(default);
        await EventuallyAsync("select exists (select from ops.run where job = 'publish' and state = 'done')");
        await AssertPublishedAsync("SCHED-1");
    }

    [DatabaseFact]
    public async Task Load_ServerEndsADeadlockWithIt_IsTriedAgainAndLoaded()
    {
        await fixture.LoadAsync("hotline", fixture.File("d.csv", "contact_id,started_at", "DEAD-0,2021"), "deadlock");

        // Who waits longer notices first and gives way; where that is not the load, it is tried again.
        for (var tries = 1; !await LoadGivesWayAsync(tries); tries++)
        {
            Assert.True(tries < 20, "the load never was the one to give way");
        }
    }

    /// <returns>Whether the load was undone by the server, and loaded in spite of that.</returns>
    private async Task<bool> LoadGivesWayAsync(int number)
    {
        await using var owner = new NpgsqlConnection(fixture.ConnectionString);
        await owner.OpenAsync();
        Task<BatchReport> load;
        var gaveWay = true;
        await using (var transaction = await owner.BeginTransactionAsync())
        {
            await owner.ExecuteAsync("select from ops.source where source_id = 'deadlock' for update");
            load = fixture.LoadAsync("hotline", fixture.File($"d{number}.csv", "contact_id,started_at", $"DEAD-{number},2021"), "deadlock");
            await EventuallyAsync("select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'transactionid')");
            try
            {
                await WarehouseLock.WaitAsync(owner, WarehouseLock.Merge, default);
            }
            catch (PostgresException cause) when (cause.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                gaveWay = false;
            }
        }

        Assert.Equal(1, (await load).Inserted);
        return gaveWay;
    }

    private Task<(int Code, string Output, string Error)> ImportAsync(string file) => Worker.RunAsync(fixture.ConnectionString, fixture.Folder, "import", "hotline", file);

    private async Task AssertPublishedAsync(string contact)
    {
        Assert.Empty(await new Unpublished(fixture.Etl).KindsAsync(default));
        Assert.True(await fixture.ScalarAsync<bool>(
            $"select published.data_as_of >= (select min(received_at) from ops.batch join core.hotline using (batch_id) where contact_id = '{contact}') from pub.publication as published where current"));
    }

    /// <remarks>As the owner: the worker's role is not told what others wait for.</remarks>
    private async Task EventuallyAsync(string condition)
    {
        await using var owner = new NpgsqlConnection(fixture.ConnectionString);
        await owner.OpenAsync();
        for (var tries = 0; tries < 1800; tries++)
        {
            if (await owner.ExecuteScalarAsync<bool>(condition))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("it did not happen within three minutes");
    }
}
