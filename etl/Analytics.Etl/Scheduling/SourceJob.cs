using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Publish;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;
using Quartz;

namespace Analytics.Etl.Scheduling;

/// <summary>Loads the inbox of the source that has the job's name.</summary>
[DisallowConcurrentExecution]
internal sealed class SourceJob(InboxLoader loader, JobSettings settings, Unpublished unpublished) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken token = default) =>
        await Stage.RunAsync("source", () => LoadAsync(context, token));

    private async Task LoadAsync(IJobExecutionContext context, CancellationToken token)
    {
        var source = settings.Sources.Single(s => s.Id == context.JobDetail.Key.Name);
        var report = await loader.RunAsync(source, RunListener.RunOf(context), token);
        context.Result = report;
        // Also what an earlier run loaded that ended before it was published.
        if (!RunListener.IsPartOfMore(context) && await unpublished.AnyAsync(token))
        {
            await context.Scheduler.TriggerJob(new JobKey(JobSettings.Publish, SchedulerService.Group), RunListener.After(context), token);
        }

        if (report.Error is { } error)
        {
            throw new JobExecutionException(error);
        }
    }
}
