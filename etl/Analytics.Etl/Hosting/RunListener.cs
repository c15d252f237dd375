using System.Collections.Concurrent;
using System.Globalization;
using Analytics.Database;
using Analytics.Database.Accounts;
using Analytics.Etl.Pipeline;
using Analytics.Etl.Stages.Alerts;
using Dapper;
using Npgsql;
using Quartz;

namespace Analytics.Etl.Hosting;

/// <summary>
/// Writes a row of <c>ops.run</c> for each run of a job. A run holds an advisory lock while it lasts, so that the rows of runs whose
/// process ended without a word can be told from those still going.
/// </summary>
internal sealed class RunListener(NpgsqlDataSource database, TimeProvider time) : IJobListener
{
    private const string RunKey = "run_id";
    private const string KindKey = "trigger_kind";
    private const string PartKey = "part_of_more";

    private readonly ConcurrentDictionary<string, NpgsqlConnection> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunReport>> _awaited = new(StringComparer.Ordinal);

    public string Name => nameof(RunListener);

    /// <summary>The run that a job is part of.</summary>
    public static long? RunOf(IJobExecutionContext context) => context.MergedJobDataMap.TryGetValue(RunKey, out var id) ? (long?)id : null;

    /// <summary>Whether whoever triggered the job sees to what comes after it.</summary>
    public static bool IsPartOfMore(IJobExecutionContext context) => context.MergedJobDataMap.ContainsKey(PartKey);

    /// <summary>Data of a trigger that was pulled for that reason: <c>hand</c> or <c>start</c>.</summary>
    public static JobDataMap Because(string kind) => new() { [KindKey] = kind, [PartKey] = "yes" };

    /// <summary>Data of a trigger that a run pulls when it is done.</summary>
    public static JobDataMap After(IJobExecutionContext context) => new() { [KindKey] = Kind(context) };

    /// <summary>Says of runs that no process holds any more that they were interrupted.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> CloseInterruptedAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteAsync(new CommandDefinition(Sql("close_interrupted_runs.sql"), new { now = time.GetUtcNow() }, cancellationToken: token));
    }

    /// <summary>The report of the next run of a job.</summary>
    public Task<RunReport> NextReportAsync(string job) =>
        _awaited.GetOrAdd(job, _ => new TaskCompletionSource<RunReport>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        var run = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            Sql("start_run.sql"),
            new { job = context.JobDetail.Key.Name, trigger_kind = Kind(context), scheduled_at = context.ScheduledFireTimeUtc, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        _held[context.FireInstanceId] = connection;
        context.MergedJobDataMap[RunKey] = run;
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        var report = context.Result as RunReport ?? RunReport.Done("");
        var error = report.Error ?? (jobException is null ? null : Line(jobException));
        if (_held.TryRemove(context.FireInstanceId, out var connection))
        {
            await using (connection)
            {
                // A run that was stopped is written down as such, so this does not end with it.
                await connection.ExecuteAsync(new CommandDefinition(
                    Sql("finish_run.sql"),
                    new
                    {
                        run_id = RunOf(context),
                        now = time.GetUtcNow(),
                        state = error is null ? "done" : "failed",
                        report.Files,
                        report.Read,
                        report.Inserted,
                        report.Updated,
                        report.Unchanged,
                        report.Deleted,
                        report.Rejected,
                        report.Summary,
                        error,
                    },
                    cancellationToken: CancellationToken.None));
            }
        }

        // A source whose inbox is empty runs every few minutes and is nothing to write down.
        if (error is null && (report.ChangedAnything || context.JobDetail.Key.Name is JobSettings.Publish or JobSettings.Rebuild))
        {
            await new AuditLog(database).AddAsync(
                AuditLog.ServerUser, AuditAction.JobRan, $"job {context.JobDetail.Key.Name}, {Kind(context)}, run {RunOf(context)}", CancellationToken.None);
        }

        // A failed run is an alert at once, not with the next publication.
        try
        {
            await new AlertStage(database, time).RunAsync(CancellationToken.None);
        }
        finally
        {
            if (_awaited.TryRemove(context.JobDetail.Key.Name, out var awaited))
            {
                awaited.SetResult(report with { Error = error });
            }
        }
    }

    private static string Kind(IJobExecutionContext context) =>
        context.MergedJobDataMap.TryGetValue(KindKey, out var kind) ? Convert.ToString(kind, CultureInfo.InvariantCulture)!
        : context.Recovering ? "recovery"
        : "schedule";

    /// <summary>What happened, in one line, without values: messages of the database's data and integrity errors may quote a row.</summary>
    private static string Line(JobExecutionException exception)
    {
        var cause = exception.GetBaseException();
        var text = cause is PostgresException { SqlState: ['2', ..] } database ? $"the database refused a statement (SQLSTATE {database.SqlState})" : cause.Message;
        return text.ReplaceLineEndings(" ");
    }

    private static string Sql(string file) => SqlText.Beside<RunListener>(file);
}
