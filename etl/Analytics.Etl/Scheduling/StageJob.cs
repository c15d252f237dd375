using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse;
using Quartz;

namespace Analytics.Etl.Scheduling;

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
