using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Scheduling;

/// <summary>Looks into the inboxes every few seconds, where the settings ask for it.</summary>
/// <remarks>Polling, because the system's notices of changes get lost on network drives and when many come at once.</remarks>
internal sealed class InboxWatchService(
    UpOptions options, JobSettings settings, JobsService jobs, TimeProvider time, ILogger<InboxWatchService> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Inbox.WatchSeconds is not > 0)
        {
            return;
        }

        var watch = new InboxWatch(options.Folder, settings, jobs.Scheduler, time);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.Inbox.WatchSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var source in settings.Sources)
            {
                await LookAsync(watch, source, stoppingToken);
            }
        }
    }

    private async Task LookAsync(InboxWatch watch, SourceSettings source, CancellationToken token)
    {
        try
        {
            await watch.LookAsync(source, token);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException || DatabaseLoss.Is(cause))
        {
            // At the next look; the scheduled run says it to those who read the runs.
            log.InboxNotRead(source.Id, cause);
        }
    }
}
