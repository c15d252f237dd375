using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish.Alerts;

/// <summary>What the alerts came to.</summary>
internal sealed record AlertReport(int Opened, int Closed, int Open);

/// <summary>
/// Opens an alert for each thing that somebody should look at and closes those that are over; a closed alert stays as history.
/// An organisation is quiet when its reports are missing up to the newest one owed and the oldest of those is more than 30 days past
/// due; a source is stale when nothing came for longer than its rhythm; a finding of severity error is open until its rows are
/// corrected; a job has failed when its last run did.
/// </summary>
internal sealed class AlertStage(NpgsqlDataSource database, TimeProvider time)
{
    private const int QuietAfterDays = 30;

    // Any constant of our own: two runs at once would both open the same alert.
    private const long LockKey = 0x616C65727473;

    public async Task<AlertReport> RunAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, cancellationToken: token));
        var report = await connection.QuerySingleAsync<AlertReport>(new CommandDefinition(
            SqlText.Beside<AlertStage>("renew_alerts.sql"), new { now = time.GetUtcNow(), quiet_after_days = QuietAfterDays }, cancellationToken: token));
        await transaction.CommitAsync(token);
        return report;
    }
}
