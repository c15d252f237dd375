using Analytics.Etl.Pipeline;
using Quartz;

namespace Analytics.Etl.Hosting;

/// <summary>Loads the inbox of the source that has the job's name.</summary>
[DisallowConcurrentExecution]
internal sealed class SourceJob(InboxLoader loader, JobSettings settings) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken token = default)
    {
        var source = settings.Sources.Single(s => s.Id == context.JobDetail.Key.Name);
        var report = await loader.RunAsync(source, RunListener.RunOf(context), token);
        context.Result = report;
        if (report.ChangedAnything && !RunListener.IsPartOfMore(context))
        {
            await context.Scheduler.TriggerJob(new JobKey(JobSettings.Publish, SchedulerService.Group), RunListener.After(context), token);
        }

        if (report.Error is { } error)
        {
            throw new JobExecutionException(error);
        }
    }
}
