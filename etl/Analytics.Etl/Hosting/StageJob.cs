using Analytics.Etl.Pipeline;
using Analytics.Etl.Stages;
using Analytics.Etl.Stages.Publish;
using Quartz;

namespace Analytics.Etl.Hosting;

/// <summary>Links persons, examines what was loaded and publishes the warehouse.</summary>
[DisallowConcurrentExecution]
internal sealed class StageJob(Refresh refresh) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken token = default)
    {
        try
        {
            var trace = RunListener.TraceOf(context);
            var report = await PassingFaults.OutliveServerAsync(stop => refresh.RunAsync(stop, trace), token);
            context.Result = RunReport.Done($"publication {report.PublicationId} with {report.Cells} cells");
        }
        catch (PublicationBlockedException cause)
        {
            throw new JobExecutionException(cause.Message, cause);
        }
    }
}
