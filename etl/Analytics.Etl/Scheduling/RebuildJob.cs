using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Warehouse.Rebuild;
using Quartz;

namespace Analytics.Etl.Scheduling;

/// <summary>Rebuilds the warehouse from <c>raw</c>; run by hand only.</summary>
[DisallowConcurrentExecution]
internal sealed class RebuildJob(RebuildStage rebuild) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken token = default)
    {
        var report = await rebuild.RunAsync(token);
        context.Result = RunReport.Done($"rebuilt from {report.Batches} batches with {report.Rows} rows");
    }
}
