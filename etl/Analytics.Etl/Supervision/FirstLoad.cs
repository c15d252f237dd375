using Analytics.Etl.Hosting;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Microsoft.Extensions.Hosting;

namespace Analytics.Etl.Supervision;

/// <summary>
/// Loads what waits in the inbox and publishes it: before the dashboard starts when readers would find nothing, after it otherwise.
/// Nobody wants to read empty pages, and nobody wants to wait for what is there.
/// </summary>
internal sealed class FirstLoad(UpOptions options, JobSettings settings, WarehouseService warehouse, DatabaseService database, JobsService jobs, Screen screen)
    : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken) => warehouse.HasNews ? LoadAsync(cancellationToken) : Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => warehouse.HasNews ? Task.CompletedTask : LoadAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task LoadAsync(CancellationToken cancellationToken) => screen.StepAsync("Loading what waits in the inbox", async () =>
    {
        // Every source that has files waiting, in the order of the settings.
        foreach (var source in settings.Sources.Where(s => Directory.EnumerateFiles(options.Folder.InboxOf(s.Id)).Any()))
        {
            screen.Report($"loading {source.Id}");
            await RunAsync(source.Id, cancellationToken);
        }

        screen.Report("publishing");
        await RunAsync(JobSettings.Publish, cancellationToken);
    });

    private async Task RunAsync(string job, CancellationToken cancellationToken)
    {
        var report = await database.PerseverAsync(job, token => jobs.Scheduler.RunAsync(job, "start", token), cancellationToken);
        if (report.Error is { } error)
        {
            screen.Report($"{job} failed: {error}");
        }
    }
}
