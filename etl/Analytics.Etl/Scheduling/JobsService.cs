using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Analytics.Etl.Scheduling;

/// <summary>
/// The scheduler: its jobs are brought in line with the settings before the first fires; at the end running jobs are asked to stop and
/// waited for, but not for ever. In between it looks for runs by hand whose process was killed, which nothing else would ever end.
/// </summary>
internal sealed class JobsService(
    UpOptions options,
    ISchedulerFactory factory,
    IServiceProvider services,
    JobSettings settings,
    DatabaseService database,
    TimeProvider time,
    ILogger<SchedulerService> log)
    : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    // A job whose database is gone for good tries to write down its end until somebody ends it.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly QuartzHostedService _quartz = ActivatorUtilities.CreateInstance<QuartzHostedService>(services);
    private SchedulerService? _scheduler;

    /// <summary>There once this service has started.</summary>
    public SchedulerService Scheduler => _scheduler ?? throw new InvalidOperationException("The jobs are not there yet.");

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _scheduler = SchedulerService.Of(options.Folder, await factory.GetScheduler(cancellationToken), database.Access.Etl, settings, time, log);
        await database.PerseverAsync(_scheduler.PrepareAsync, cancellationToken);
        await _quartz.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _scheduler?.StopSoon();
        await base.StopAsync(cancellationToken);
        try
        {
            await _quartz.StopAsync(cancellationToken).WaitAsync(s_patience, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // The process ends; what was half-done is undone with its sessions, and the next start writes it down.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Scheduler.CloseInterruptedAsync(stoppingToken);
            }
            catch (NpgsqlException cause) when (cause is not PostgresException || DatabaseLoss.Is(cause))
            {
                // Away, or too busy to answer: at the next look.
            }
        }
    }
}
