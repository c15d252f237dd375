using Analytics.Etl.Hosting;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Database.Tests.Etl;

public sealed class InboxWatchTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Daily = "0 0 5 * * ?";

    [DatabaseFact]
    public async Task Look_NewFiles_AreLoadedOnceAndPublishedByTheJobOfTheirSource()
    {
        await using var one = await OpenAsync("watched", Daily);
        var path = one.Write("a.csv", "contact_id,started_at\nW-1,2021\n");
        one.Write("b.csv.part", "contact_id,started_at\nW-2,2021\n");
        await one.Watch.LookAsync(one.Source, default);
        await one.Watch.LookAsync(one.Source, default);
        // Another test's publication may be done already.
        await EventuallyAsync(
            """
            exists (select from ops.run as loaded
                    join ops.run as published on published.job = 'publish' and published.state = 'done' and published.started_at >= loaded.started_at
                    where loaded.job = 'watched' and loaded.state = 'done')
            """);

        Assert.False(File.Exists(path));
        await one.Watch.LookAsync(one.Source, default);
        await EventuallyAsync("not exists (select from ops.run where state = 'running')");
        Assert.Equal(["schedule done 1"], await fixture.ListAsync<string>("select trigger_kind || ' ' || state || ' ' || inserted from ops.run where job = 'watched'"));
        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(*) from mart.fct_contact where contact_id like 'W-%'"));

        one.Write("c.csv", "contact_id,started_at\nW-3,2021\n");
        await one.Watch.LookAsync(one.Source, default);
        await EventuallyAsync("exists (select from mart.fct_contact where contact_id = 'W-3')");
    }

    [DatabaseFact]
    public async Task Look_SourceIsRunAtThisMoment_WaitsItsTurn()
    {
        await using var one = await OpenAsync("busy", Daily);
        one.Write("a.csv", "contact_id,started_at\nB-1,2021\n");
        await using (var connection = await fixture.Etl.OpenConnectionAsync())
        await using (await WarehouseLock.HoldAsync(connection, WarehouseLock.Merge, default))
        {
            await one.Watch.LookAsync(one.Source, default);
            await EventuallyAsync("exists (select from ops.run where job = 'busy' and state = 'running')");
            one.Write("b.csv", "contact_id,started_at\nB-2,2021\n");
            await one.Watch.LookAsync(one.Source, default);
        }

        await EventuallyAsync("(select count(*) from ops.run where job = 'busy' and state = 'done') = 2");
        Assert.Equal(2, await fixture.ScalarAsync<long>("select sum(inserted) from ops.run where job = 'busy'"));
    }

    [DatabaseFact]
    public async Task Look_FileThatStays_IsAskedForOnceUntilItChanges()
    {
        await using var one = await OpenAsync("stays", Daily);
        // Its job has another inbox, and leaves this file where it is.
        var path = one.Write("a.csv", "contact_id,started_at\nS-1,2021\n");
        var elsewhere = new DataFolder(Path.Combine(fixture.Folder, Guid.NewGuid().ToString("n")));
        elsewhere.Create();
        var other = elsewhere.InboxOf("stays");
        var watch = new InboxWatch(elsewhere, one.Settings, one.Scheduler, TimeProvider.System);
        File.WriteAllText(Path.Combine(other, "x.csv"), "x");
        for (var looks = 1; looks <= 3; looks++)
        {
            await watch.LookAsync(one.Source, default);
            await EventuallyAsync("exists (select from ops.run where job = 'stays') and not exists (select from ops.run where state = 'running')");
        }

        Assert.False(File.Exists(path));
        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(*) from ops.run where job = 'stays'"));
        File.WriteAllText(Path.Combine(other, "x.csv"), "xx");
        await watch.LookAsync(one.Source, default);
        await EventuallyAsync("(select count(*) from ops.run where job = 'stays' and state = 'done') = 2");
    }

    [DatabaseFact]
    public async Task Look_NoScheduleOrPaused_LeavesTheFile()
    {
        await using var byHand = await OpenAsync("by_hand", schedule: null);
        await byHand.Watch.LookAsync(byHand.Source, default);
        await using var paused = await OpenAsync("paused", Daily);
        paused.Write("a.csv", "contact_id,started_at\nP-1,2021\n");
        await paused.Scheduler.PauseAsync("paused", paused: true, default);
        await paused.Watch.LookAsync(paused.Source, default);
        Assert.False(await paused.Scheduler.LoadSoonAsync("paused", default));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.run where job in ('by_hand', 'paused')"));

        await paused.Scheduler.PauseAsync("paused", paused: false, default);
        await paused.Watch.LookAsync(paused.Source, default);
        await EventuallyAsync("exists (select from mart.fct_contact where contact_id = 'P-1')");
    }

    private async Task<Opened> OpenAsync(string id, string? schedule)
    {
        var folder = new DataFolder(Path.Combine(fixture.Folder, Guid.NewGuid().ToString("n")));
        folder.Create();
        var source = new SourceSettings(id, "hotline", null, schedule, Synthetic: false);
        var settings = new JobSettings([source], PublishSchedule: null) { Inbox = new InboxSettings(QuietSeconds: 0, LookSeconds: 0, WatchSeconds: 1) };
        // The system's clock, by which it waits between looks; a job that is asked for comes at once.
        var scheduler = await SchedulerService.OpenAsync(folder, fixture.Etl, settings, TimeProvider.System, NullLoggerFactory.Instance, default);
        await scheduler.StartAsync(default);
        return new Opened(folder, source, settings, scheduler, new InboxWatch(folder, settings, scheduler, TimeProvider.System));
    }

    private async Task EventuallyAsync(string condition)
    {
        for (var tries = 0; !await fixture.ScalarAsync<bool>($"select {condition}"); tries++)
        {
            Assert.True(tries < 600, $"it did not happen within a minute: {condition}");
            await Task.Delay(100);
        }
    }

    private sealed record Opened(DataFolder Folder, SourceSettings Source, JobSettings Settings, SchedulerService Scheduler, InboxWatch Watch) : IAsyncDisposable
    {
        public string Write(string name, string text)
        {
            var path = Path.Combine(Folder.InboxOf(Source.Id), name);
            File.WriteAllText(path, text);
            return path;
        }

        public ValueTask DisposeAsync() => Scheduler.DisposeAsync();
    }
}
