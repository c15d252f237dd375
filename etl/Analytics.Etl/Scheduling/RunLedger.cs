using Analytics.Database;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Scheduling;

/// <summary>A run that goes on, and the session whose lock says so.</summary>
internal sealed record OpenRun(long Id, NpgsqlConnection Session) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Session.DisposeAsync();
}

/// <summary>
/// The rows of <c>ops.run</c>. A run holds an advisory lock while it lasts, so that the rows of runs whose process ended without a word
/// can be told from those still going. A database that goes away meanwhile is waited for: how a run ended is written down at once.
/// </summary>
internal sealed class RunLedger(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_lastPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);
    private long? _stoppingSince;

    /// <summary>From now on a database that is away is waited for as long as a server takes to start, and not a minute.</summary>
    public void StopSoon() => _stoppingSince ??= time.GetTimestamp();

    /// <summary>Says of runs that no process holds any more that they were interrupted.</summary>
    /// <param name="ours">Runs of this process, which go on though their session may have ended.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> CloseInterruptedAsync(long[] ours, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteAsync(new CommandDefinition(Sql("close_interrupted_runs.sql"), new { now = time.GetUtcNow(), ours }, cancellationToken: token));
    }

    public Task<OpenRun> StartAsync(string job, string kind, DateTimeOffset? scheduled, CancellationToken token) => PatientlyAsync(async () =>
    {
        var session = await database.OpenConnectionAsync(token);
        try
        {
            var id = await session.ExecuteScalarAsync<long>(new CommandDefinition(
                Sql("start_run.sql"), new { job, trigger_kind = kind, scheduled_at = scheduled, now = time.GetUtcNow() }, cancellationToken: token));
            return new OpenRun(id, session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    });

    /// <summary>Writes down how a run ended; also of one that was stopped, so this does not end with it.</summary>
    /// <returns>Whether the run's session lived to its end.</returns>
    public async Task<bool> FinishAsync(OpenRun run, string state, RunReport report, string? error)
    {
        var lived = run.Session.State == System.Data.ConnectionState.Open;
        if (lived)
        {
            try
            {
                await FinishAsync(run.Session, run.Id, state, report, error);
                return true;
            }
            catch (NpgsqlException cause) when (DatabaseLoss.Is(cause))
            {
                // It went while the run did its work: written down in another session.
            }
        }

        await PatientlyAsync(async () =>
        {
            await using var session = await database.OpenConnectionAsync();
            await FinishAsync(session, run.Id, state, report, error);
            return true;
        });
        return false;
    }

    private Task<int> FinishAsync(NpgsqlConnection session, long run, string state, RunReport report, string? error) => session.ExecuteAsync(new CommandDefinition(
        Sql("finish_run.sql"),
        new
        {
            run_id = run,
            now = time.GetUtcNow(),
            state,
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

    private async Task<T> PatientlyAsync<T>(Func<Task<T>> work)
    {
        for (var started = time.GetTimestamp(); ; await Task.Delay(s_pause, time))
        {
            try
            {
                return await work();
            }
            catch (NpgsqlException cause) when (DatabaseLoss.Is(cause) && IsPatient(started))
            {
                // Away; whoever looks after it starts it again.
            }
        }
    }

    private bool IsPatient(long started) =>
        time.GetElapsedTime(started) < s_patience && (_stoppingSince is not { } since || time.GetElapsedTime(since) < s_lastPatience);

    private static string Sql(string file) => SqlText.Beside<RunLedger>(file);
}
