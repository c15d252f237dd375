using Analytics.Etl.Fetch;
using Analytics.Etl.Pipeline;
using Analytics.Etl.Stages;
using Analytics.Etl.Stages.Rebuild;
using Analytics.Etl.Stages.Reports;
using Analytics.Etl.Stages.Sweep;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Analytics.Etl.Hosting;

/// <summary>
/// The jobs: one a source and one that publishes, in the persistent store of schema <c>quartz</c>. A job is added only when the store
/// lacks it and a trigger is changed only when its schedule was, so that a run missed while nothing was running is made up for.
/// </summary>
internal sealed class SchedulerService : IAsyncDisposable
{
    public const string Group = "analytics";

    /// <summary>A job that is later than this has missed its time, and runs as soon as it can.</summary>
    private static readonly TimeSpan s_misfire = TimeSpan.FromMinutes(1);

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    private readonly StandaloneSchedulerFactory _factory;
    private readonly IScheduler _scheduler;
    private readonly RunListener _listener;
    private readonly JobSettings _settings;
    private readonly Unpublished _unpublished;

    private SchedulerService(StandaloneSchedulerFactory factory, IScheduler scheduler, RunListener listener, JobSettings settings, Unpublished unpublished)
    {
        (_factory, _scheduler, _listener, _settings, _unpublished) = (factory, scheduler, listener, settings, unpublished);
    }

    /// <summary>The scheduler of <c>up</c>: the jobs are brought in line with the settings; nothing fires before <see cref="StartAsync"/>.</summary>
    public static async Task<SchedulerService> OpenAsync(DataFolder folder, NpgsqlDataSource database, JobSettings settings, TimeProvider time, CancellationToken token)
    {
        var service = await MakeAsync(folder, database, settings, time, persistent: true, token);
        await service._listener.CloseInterruptedAsync(token);
        var quarantine = new Quarantine(folder, settings.Quarantine, time);
        quarantine.TakeOver();
        quarantine.Sweep();
        await service.AddJobsAsync(scheduled: true, token);
        return service;
    }

    /// <summary>A scheduler of this process alone, to run jobs by hand beside whatever else is going on.</summary>
    public static async Task<SchedulerService> OpenByHandAsync(DataFolder folder, NpgsqlDataSource database, JobSettings settings, TimeProvider time, CancellationToken token)
    {
        var service = await MakeAsync(folder, database, settings, time, persistent: false, token);
        await service.AddJobsAsync(scheduled: false, token);
        await service._scheduler.Start(token);
        return service;
    }

    /// <summary>Whether a text is a cron expression.</summary>
    public static bool IsSchedule(string text) => CronExpression.TryParse(text, out CronExpression? _);

    public Task StartAsync(CancellationToken token) => _scheduler.Start(token).AsTask();

    /// <summary>Runs one job now and waits for its end.</summary>
    /// <param name="kind"><c>hand</c> or <c>start</c>.</param>
    public async Task<RunReport> RunAsync(string job, string kind, CancellationToken token)
    {
        var report = _listener.NextReportAsync(job);
        await _scheduler.TriggerJob(new JobKey(job, Group), RunListener.Because(kind), token);
        return await report.WaitAsync(token);
    }

    /// <summary>Publishes soon, without waiting for it, when there is anything that the last publication does not know.</summary>
    public async Task PublishNewsAsync(CancellationToken token)
    {
        if (await _unpublished.AnyAsync(token))
        {
            await _scheduler.TriggerJob(new JobKey(JobSettings.Publish, Group), RunListener.Because("hand"), token);
        }
    }

    /// <summary>Lets a job's schedule pass by, or hold again; running it by hand stays possible. Kept over restarts.</summary>
    public async Task PauseAsync(string job, bool paused, CancellationToken token)
    {
        var key = new TriggerKey(job, Group);
        if (paused)
        {
            await _scheduler.PauseTrigger(key, token);
        }
        else
        {
            await _scheduler.ResumeTrigger(key, token);
        }
    }

    /// <summary>Runs every source that has files waiting, in the order of the settings, then publishes.</summary>
    public async Task<IReadOnlyList<(string Job, RunReport Report)>> RunWaitingAsync(DataFolder folder, IProgress<string> progress, CancellationToken token)
    {
        var reports = new List<(string, RunReport)>();
        foreach (var source in _settings.Sources.Where(s => Directory.EnumerateFiles(folder.InboxOf(s.Id)).Any()))
        {
            progress.Report($"loading {source.Id}");
            reports.Add((source.Id, await RunAsync(source.Id, "start", token)));
        }

        progress.Report("publishing");
        reports.Add((JobSettings.Publish, await RunAsync(JobSettings.Publish, "start", token)));
        return reports;
    }

    /// <summary>Stops firing, asks running jobs to stop, and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        await _factory.DisposeAsync();
    }

    private static async Task<SchedulerService> MakeAsync(
        DataFolder folder, NpgsqlDataSource database, JobSettings settings, TimeProvider time, bool persistent, CancellationToken token)
    {
        await new ReportStage(database, time).DeclareAsync(settings.Duties, token);
        var listener = new RunListener(database, time);
        var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Group;
                scheduler.DefaultTimeZone = s_zone;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseTimeProvider(time);
            quartz.UseDefaultThreadPool(2);
            quartz.Services.AddSingleton(settings);
            quartz.Services.AddSingleton(new InboxLoader(
                folder, database, new Fetcher(folder, database, time), settings.Inbox, new Quarantine(folder, settings.Quarantine, time), time));
            quartz.Services.AddSingleton(new Refresh(database, time));
            quartz.Services.AddSingleton(new Unpublished(database));
            quartz.Services.AddSingleton(new RebuildStage(database, time));
            quartz.Services.AddSingleton(new SweepStage(database, settings.Keep, time));
            quartz.AddJobListener(listener, []);
            if (persistent)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(source => source.DataSourceFactory = _ => database);
                    store.UseSystemTextJsonSerializer(_ => { });
                    store.ConfigureStore(options =>
                    {
                        options.TablePrefix = "quartz.qrtz_";
                        options.StoreJobDataAsStrings = true;
                        options.MisfireThreshold = s_misfire;
                    });
                });
            }
            else
            {
                quartz.UseInMemoryStore(_ => { });
            }
        }).Build();
        return new SchedulerService(factory, await factory.GetScheduler(token), listener, settings, new Unpublished(database));
    }

    private async Task AddJobsAsync(bool scheduled, CancellationToken token)
    {
        var wanted = _settings.Sources.Select(s => (Job: Job<SourceJob>(s.Id), s.Schedule))
            .Append((Job: Job<StageJob>(JobSettings.Publish), Schedule: _settings.PublishSchedule))
            .Append((Job: Job<RebuildJob>(JobSettings.Rebuild), Schedule: null))
            .Append((Job: Job<SweepJob>(JobSettings.Sweep), Schedule: _settings.Keep.Schedule))
            .ToList();
        foreach (var (job, schedule) in wanted)
        {
            if (!await _scheduler.Exists(job.Key, token))
            {
                await _scheduler.AddJob(job, default, token);
            }

            if (scheduled)
            {
                await ScheduleAsync(job, schedule, token);
            }
        }

        var keys = wanted.Select(w => w.Job.Key).ToHashSet();
        foreach (var gone in (await _scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), token)).Where(k => !keys.Contains(k)))
        {
            await _scheduler.DeleteJob(gone, token);
        }
    }

    private async Task ScheduleAsync(IJobDetail job, string? schedule, CancellationToken token)
    {
        var key = new TriggerKey(job.Key.Name, Group);
        var present = await _scheduler.GetTrigger(key, token) as ICronTrigger;
        if (schedule is null)
        {
            await _scheduler.UnscheduleJob(key, token);
        }
        else if (present is null)
        {
            await _scheduler.ScheduleJob(Trigger(job, key, schedule), default, token);
        }
        else if (present.CronExpressionString != schedule || !present.TimeZone.HasSameRules(s_zone))
        {
            await _scheduler.RescheduleJob(key, Trigger(job, key, schedule), token);
        }
    }

    private static IJobDetail Job<T>(string name)
        where T : IJob =>
        JobBuilder.Create<T>().WithIdentity(name, Group).StoreDurably(true).Build();

    private ITrigger Trigger(IJobDetail job, TriggerKey key, string schedule) => TriggerBuilder.Create(_scheduler.TimeProvider)
        .WithIdentity(key)
        .ForJob(job)
        .WithCronSchedule(schedule, cron => cron.InTimeZone(s_zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
