using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Warehouse.Sweep;
using Quartz;

namespace Analytics.Etl.Scheduling;

/// <summary>Forgets entries of the audit and figure ids that are kept no longer.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(SweepStage sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken token = default)
    {
        var report = await sweep.RunAsync(token);
        context.Result = RunReport.Done($"swept {report.Entries} entries of the audit and {report.Figures} figures");
    }
}
