using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Fetch;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Publish;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse.Rebuild;
using Analytics.Etl.Warehouse.Reports;
using Analytics.Etl.Warehouse.Sweep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Analytics.Etl.Scheduling;

/// <summary>
/// The jobs: one a source and one that publishes, in the persistent store of schema <c>quartz</c>. A job is added only when the store
/// lacks it and a trigger is changed only when its schedule was, so that a run missed while nothing was running is made up for.
/// </summary>
internal sealed class SchedulerService : IAsyncDisposable
{
    public const string Group = "analytics";

    /// <summary>A job that is later than this has missed its time, and runs as soon as it can.</summary>
    private static readonly TimeSpan s_misfire = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    private readonly DataFolder _folder;
    private readonly IScheduler _scheduler;
    private readonly RunLedger _ledger;
    private readonly RunListener _listener;
    private readonly JobSettings _settings;
    private readonly TimeProvider _time;
    private readonly ReportStage _reports;
    private readonly Unpublished _unpublished;
    private readonly StandaloneSchedulerFactory? _own;

    private SchedulerService(
        DataFolder folder, IScheduler scheduler, NpgsqlDataSource database, JobSettings settings, TimeProvider time, ILogger log, StandaloneSchedulerFactory? own)
    {
        (_folder, _scheduler, _settings, _time, _own) = (folder, scheduler, settings, time, own);
        _reports = new ReportStage(database, time);
        _unpublished = new Unpublished(database);
        _ledger = new RunLedger(database, time);
        _listener = new RunListener(_ledger, database, time, log);
        scheduler.ListenerManager.AddJobListener(_listener, []);
    }

    /// <summary>Of a host's scheduler, which the host starts and stops.</summary>
    public static SchedulerService Of(
        DataFolder folder, IScheduler scheduler, NpgsqlDataSource database, JobSettings settings, TimeProvider time, ILogger log) =>
        new(folder, scheduler, database, settings, time, log, own: null);

    /// <summary>A persistent scheduler with its jobs brought in line with the settings; nothing fires before <see cref="StartAsync"/>.</summary>
    public static async Task<SchedulerService> OpenAsync(
        DataFolder folder, NpgsqlDataSource database, JobSettings settings, TimeProvider time, ILoggerFactory logs, CancellationToken token)
    {
        var service = await MakeAsync(folder, database, settings, time, persistent: true, logs, token);
        await service.PrepareAsync(token);
        return service;
    }

    /// <summary>A scheduler of this process alone, to run jobs by hand beside whatever else is going on.</summary>
    public static async Task<SchedulerService> OpenByHandAsync(
        DataFolder folder, NpgsqlDataSource database, JobSettings settings, TimeProvider time, ILoggerFactory logs, CancellationToken token)
    {
        var service = await MakeAsync(folder, database, settings, time, persistent: false, logs, token);
        // Whether the demonstration owes anything is for whoever started everything to say.
        var demo = await service._reports.HoldsAnyOfAsync(settings.Sources.Where(source => source.Synthetic).Select(source => source.Id), token);
        await service._reports.DeclareAsync(settings.For(demo).Duties, token);
        await service.CloseInterruptedAsync(token);
        await service.AddJobsAsync(scheduled: false, token);
        await service._scheduler.Start(token);
        return service;
    }

    /// <summary>Brings the duties, the runs and the jobs of the store in line with the settings and the present; can be done twice.</summary>
    public async Task PrepareAsync(CancellationToken token)
    {
        await _reports.DeclareAsync(_settings.Duties, token);
        await CloseInterruptedAsync(token);
        var quarantine = new Quarantine(_folder, _settings.Quarantine, _time);
        quarantine.TakeOver();
        quarantine.Sweep();
        await AddJobsAsync(scheduled: true, token);
    }

    /// <summary>Says of runs whose process was killed that they were interrupted.</summary>
    public Task<int> CloseInterruptedAsync(CancellationToken token) => _ledger.CloseInterruptedAsync(_listener.OpenRuns, token);

    /// <summary>From now on a database that is away is not waited for for long.</summary>
    public void StopSoon() => _ledger.StopSoon();

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

    /// <summary>Loads a source soon, without waiting for it, as its schedule would.</summary>
    /// <returns>False where the schedule is paused or there is none.</returns>
    public async Task<bool> LoadSoonAsync(string source, CancellationToken token)
    {
        var asked = await _scheduler.GetTriggerState(new TriggerKey(source, Group), token) is not (TriggerState.None or TriggerState.Paused);
        if (asked)
        {
            await _scheduler.TriggerJob(new JobKey(source, Group), token);
        }

        return asked;
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

    /// <summary>Stops firing, asks running jobs to stop, and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        StopSoon();
        await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    /// <summary>What a scheduler of these jobs is made of.</summary>
    /// <param name="database">Asked for when the scheduler is made: the database may have to be started first.</param>
    public static void Configure(
        IQuartzBuilder quartz, DataFolder folder, TimeProvider time, Func<IServiceProvider, NpgsqlDataSource> database, bool persistent)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = Group;
            scheduler.DefaultTimeZone = s_zone;
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseTimeProvider(time);
        quartz.UseDefaultThreadPool(2);
        quartz.Services.AddSingleton(provider => new InboxLoader(
            folder,
            database(provider),
            new Fetcher(folder, database(provider), time),
            Settings(provider).Inbox,
            new Quarantine(folder, Settings(provider).Quarantine, time),
            time));
        quartz.Services.AddSingleton(provider => new Refresh(database(provider), time));
        quartz.Services.AddSingleton(provider => new Unpublished(database(provider)));
        quartz.Services.AddSingleton(provider => new RebuildStage(database(provider), time));
        quartz.Services.AddSingleton(provider => new SweepStage(database(provider), Settings(provider).Keep, time));
        if (!persistent)
        {
            quartz.UseInMemoryStore(_ => { });
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(source => source.DataSourceFactory = provider => database(provider));
            store.UseSystemTextJsonSerializer(_ => { });
            store.ConfigureStore(options =>
            {
                options.TablePrefix = "quartz.qrtz_";
                options.StoreJobDataAsStrings = true;
                options.MisfireThreshold = s_misfire;
                // A database that ended is back within seconds.
                options.DbRetryInterval = s_retry;
                // A store that still tries to reach a database that is gone for good must not keep a process that has ended its work.
                options.UseBackgroundThreads = true;
            });
        });
    }

    private static JobSettings Settings(IServiceProvider provider) => provider.GetRequiredService<JobSettings>();

    private static async Task<SchedulerService> MakeAsync(
        DataFolder folder, NpgsqlDataSource database, JobSettings settings, TimeProvider time, bool persistent, ILoggerFactory logs, CancellationToken token)
    {
        var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(settings).AddSingleton(logs);
            Configure(quartz, folder, time, _ => database, persistent);
        }).Build();
        return new SchedulerService(folder, await factory.GetScheduler(token), database, settings, time, logs.CreateLogger<SchedulerService>(), factory);
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
