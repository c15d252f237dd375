using System.Data;
using Analytics.Etl.Publish.Alerts;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Telemetry;
using Analytics.Etl.Warehouse;
using Analytics.Etl.Warehouse.Estimate;
using Analytics.Etl.Warehouse.Link;
using Analytics.Etl.Warehouse.Quality;
using Analytics.Etl.Warehouse.Rebuild;
using Analytics.Etl.Warehouse.Reports;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish;

/// <summary>
/// Everything that follows a load, in order: persons are linked, new batches are examined, reports are set against those owed, alerts
/// are brought up to date, those on no list are estimated, and what readers see is published. Loads wait while persons are linked and
/// batches examined; the rest is made of the moment after that, whatever is loaded meanwhile.
/// </summary>
internal sealed class Refresh(NpgsqlDataSource database, TimeProvider time)
{
    /// <exception cref="PublicationBlockedException">The attack found withheld cells, or a check of the warehouse failed.</exception>
    /// <param name="trace">The span that caused it, where that is not the present one.</param>
    public Task<PublishReport> RunAsync(CancellationToken token, string? trace = null) =>
        Stage.RunAsync("refresh", () => PassingFaults.RetryAsync(RunOnceAsync, token), trace: trace);

    private async Task<PublishReport> RunOnceAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var publication = await WarehouseLock.HoldAsync(connection, WarehouseLock.Publication, token);
        await using var loads = await WarehouseLock.HoldAsync(connection, WarehouseLock.Merge, token);
        await MendAsync(connection, token);
        await Stage.RunAsync("link", () => LinkAsync(connection, token));
        await Stage.RunAsync("quality", () => new QualityStage(database, time).RunAsync(token));
        await Stage.RunAsync("reports", () => new ReportStage(database, time).RunAsync(token));
        await Stage.RunAsync("alerts", () => new AlertStage(database, time).RunAsync(token));
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);

            // The first statement fixes the moment that the transaction sees, and letting go comes after it.
            await connection.ExecuteAsync(new CommandDefinition("select 1", cancellationToken: token));
            await loads.DisposeAsync();
            await Stage.RunAsync("estimate", () => new EstimateStage(time).RunAsync(connection, token));
            var report = await Stage.RunAsync("publish", () => PublishStage.RunAsync(connection, time, token));
            await transaction.CommitAsync(token);
            Stage.Published(report.Cells);
            return report;
        }
        catch (PublicationBlockedException cause) when (cause.FailedChecks is { Count: > 0 } failed)
        {
            await connection.ExecuteAsync(
                "insert into ops.publication_fault (faulted_at, checks) values (@now, @checks)", new { now = time.GetUtcNow(), checks = failed.ToArray() });
            throw;
        }
    }

    /// <summary>After a publication that a check blocked nothing that was derived is trusted: it is made again from what was received.</summary>
    private async Task MendAsync(NpgsqlConnection connection, CancellationToken token)
    {
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select from ops.publication_fault where mended_at is null)", cancellationToken: token)))
        {
            try
            {
                await Stage.RunAsync("rebuild", () => RebuildStage.RunAsync(connection, time, token));
            }
            catch (RebuildFailedException cause)
            {
                throw new PublicationBlockedException(cause);
            }
        }
    }

    /// <summary>Leaves linkage out when nothing that it reads has changed since it last ran.</summary>
    private async Task LinkAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var inputs = await LinkInputs.ReadAsync(connection, token);
        if (inputs.Changed)
        {
            await new LinkStage(database, time).RunAsync(connection, relearn: false, token);
            await inputs.KeepAsync(connection, token);
        }
    }
}
