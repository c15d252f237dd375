using System.Collections.Concurrent;
using System.Globalization;
using Analytics.Database.Accounts;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Publish.Alerts;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Analytics.Etl.Scheduling;

/// <summary>Has each run of a job written down in <c>ops.run</c>, and tells whoever waits for it how it ended.</summary>
internal sealed class RunListener(RunLedger ledger, NpgsqlDataSource database, TimeProvider time, ILogger log) : IJobListener
{
    private const string RunKey = "run_id";
    private const string KindKey = "trigger_kind";
    private const string PartKey = "part_of_more";
    private const string TraceKey = "traceparent";

    private readonly ConcurrentDictionary<string, OpenRun> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunReport>> _awaited = new(StringComparer.Ordinal);

    public string Name => nameof(RunListener);

    /// <summary>Runs of this process that have begun and not ended.</summary>
    public long[] OpenRuns => [.. _open.Values.Select(run => run.Id)];

    /// <summary>The run that a job is part of.</summary>
    public static long? RunOf(IJobExecutionContext context) => context.MergedJobDataMap.TryGetValue(RunKey, out var id) ? (long?)id : null;

    /// <summary>Whether whoever triggered the job sees to what comes after it.</summary>
    public static bool IsPartOfMore(IJobExecutionContext context) => context.MergedJobDataMap.ContainsKey(PartKey);

    /// <summary>Data of a trigger that was pulled for that reason: <c>hand</c> or <c>start</c>.</summary>
    public static JobDataMap Because(string kind) => new() { [KindKey] = kind, [PartKey] = "yes" };

    /// <summary>Data of a trigger that a run pulls when it is done.</summary>
    public static JobDataMap After(IJobExecutionContext context) =>
        Stage.Trace is { } trace ? new() { [KindKey] = Kind(context), [TraceKey] = trace } : new() { [KindKey] = Kind(context) };

    /// <summary>The span of the run that pulled the trigger, if one did.</summary>
    public static string? TraceOf(IJobExecutionContext context) => context.MergedJobDataMap.TryGetValue(TraceKey, out var trace) ? (string?)trace : null;

    /// <summary>The report of the next run of a job.</summary>
    public Task<RunReport> NextReportAsync(string job) =>
        _awaited.GetOrAdd(job, _ => new TaskCompletionSource<RunReport>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var run = await ledger.StartAsync(context.JobDetail.Key.Name, Kind(context), context.ScheduledFireTimeUtc, cancellationToken);
            _open[context.FireInstanceId] = run;
            context.MergedJobDataMap[RunKey] = run.Id;
            log.RunBegan(run.Id, context.JobDetail.Key.Name, Kind(context));
        }
        catch (Exception cause)
        {
            // The job will not run, and nothing else says so to whoever waits for it.
            Tell(context, RunReport.Done("") with { Error = Line(cause), DatabaseLost = DatabaseLoss.Is(cause) });
            throw;
        }
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        var report = context.Result as RunReport ?? RunReport.Done("");
        var stopped = context.Result is null && jobException is null && context.CancellationToken.IsCancellationRequested;
        var error = stopped ? "stopped before it finished; what was half-done was undone" : report.Error ?? (jobException is null ? null : Line(jobException));
        var state = stopped ? "interrupted" : error is null ? "done" : "failed";
        var lost = DatabaseLoss.Is(jobException);
        Log(context, state, report, jobException);
        try
        {
            if (_open.TryGetValue(context.FireInstanceId, out var run))
            {
                await using (run)
                {
                    lost |= !await ledger.FinishAsync(run, state, report, error);
                }
            }

            // A source whose inbox is empty runs every few minutes and is nothing to write down.
            if (error is null && (report.ChangedAnything || context.JobDetail.Key.Name is JobSettings.Publish or JobSettings.Rebuild))
            {
                await new AuditLog(database).AddAsync(
                    AuditLog.ServerUser, AuditAction.JobRan, $"job {context.JobDetail.Key.Name}, {Kind(context)}, run {RunOf(context)}", CancellationToken.None);
            }

            // A failed run is an alert at once, not with the next publication.
            await new AlertStage(database, time).RunAsync(CancellationToken.None);
        }
        catch (NpgsqlException cause) when (DatabaseLoss.Is(cause))
        {
            // Away for longer than anybody waits: the next start says of the run that it was interrupted, and renews the alerts.
            lost = true;
        }
        finally
        {
            _open.TryRemove(context.FireInstanceId, out _);
            Tell(context, report with { Error = error, DatabaseLost = lost && error is not null });
        }
    }

    private void Log(IJobExecutionContext context, string state, RunReport report, JobExecutionException? exception)
    {
        var (run, job) = (RunOf(context) ?? 0, context.JobDetail.Key.Name);
        log.RunEnded(
            run, job, state, Math.Round(context.JobRunTime.TotalSeconds, 1), report.Files, report.Read, report.Inserted, report.Updated, report.Deleted, report.Rejected);
        if (exception is not null)
        {
            log.RunFailed(run, job, exception);
        }
    }

    private void Tell(IJobExecutionContext context, RunReport report)
    {
        if (_awaited.TryRemove(context.JobDetail.Key.Name, out var awaited))
        {
            awaited.SetResult(report);
        }
    }

    private static string Kind(IJobExecutionContext context) =>
        context.MergedJobDataMap.TryGetValue(KindKey, out var kind) ? Convert.ToString(kind, CultureInfo.InvariantCulture)!
        : context.Recovering ? "recovery"
        : "schedule";

    /// <summary>What happened, in one line, without values: messages of the database's data and integrity errors may quote a row.</summary>
    private static string Line(Exception exception)
    {
        var cause = exception.GetBaseException();
        var text = DatabaseLoss.Is(exception) ? "the database went away while it ran; what was half-done was undone"
            : cause is PostgresException { SqlState: ['2', ..] } database ? $"the database refused a statement (SQLSTATE {database.SqlState})"
            : cause.Message;
        return text.ReplaceLineEndings(" ");
    }
}
