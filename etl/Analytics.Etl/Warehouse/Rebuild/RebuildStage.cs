using System.Diagnostics;
using Analytics.Database;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Rebuild;

/// <summary>What a rebuild went through.</summary>
internal sealed record RebuildReport(int Batches, long Rows, double Seconds);

/// <summary>
/// Empties <c>core</c> and the facts of <c>mart</c> and makes them again from <c>raw</c>: the batches in the order in which the
/// warehouse learned them, each as it was merged when its file came, so that history is the same as well. One transaction: all of
/// it, or nothing. Dimensions and persons keep their keys, and with them who is linked to whom.
/// </summary>
internal sealed class RebuildStage(NpgsqlDataSource database, TimeProvider time)
{
    /// <exception cref="RebuildFailedException">What came of it fails a check.</exception>
    public Task<RebuildReport> RunAsync(CancellationToken token) => PassingFaults.RetryAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            return await RunAsync(connection, time, stop);
        },
        token);

    /// <summary>The same over a connection that may hold the warehouse's locks.</summary>
    public static async Task<RebuildReport> RunAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync(token);

        // A publication that reads one table before it is emptied here, and another after, would find that one empty.
        await WarehouseLock.WaitAsync(connection, WarehouseLock.Publication, token);
        await WarehouseLock.WaitAsync(connection, WarehouseLock.Merge, token);
        await ExecuteAsync(connection, "keep_persons.sql", token);
        await connection.ExecuteAsync(new CommandDefinition(FeedSql.Empty(FeedList.All), cancellationToken: token));
        await ReferenceData.LoadAsync(connection, "30_population", token);
        var batches = (await connection.QueryAsync<Batch>(Command("loaded_batches.sql", token))).ToList();
        long rows = 0;
        foreach (var batch in batches)
        {
            var merge = new BatchMerge(connection, FeedList.Find(batch.Feed)!, batch.Batch_Id, batch.Received_At);
            await merge.AddAsync(long.MaxValue, batch.Staged, token);
            await merge.FinishAsync(batch.Source_Key, token);
            rows += batch.Staged;
        }

        await ExecuteAsync(connection, "restore_persons.sql", token);
        if (await Checks.FailuresAsync(connection, firstBatch: 0, CheckScope.Facts, token) is { Count: > 0 } failures)
        {
            throw new RebuildFailedException($"the warehouse is as it was: rebuilt, it failed {string.Join(", ", failures.Select(check => check.Name))}");
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "insert into ops.rebuild (rebuilt_at, batches, rows) values (@now, @Count, @rows)", new { now = time.GetUtcNow(), batches.Count, rows }, cancellationToken: token));
        await transaction.CommitAsync(token);
        return new RebuildReport(batches.Count, rows, clock.Elapsed.TotalSeconds);
    }

    private static Task<int> ExecuteAsync(NpgsqlConnection connection, string file, CancellationToken token) => connection.ExecuteAsync(Command(file, token));

    private static CommandDefinition Command(string file, CancellationToken token) =>
        new(SqlText.Beside<RebuildStage>(file), commandTimeout: 0, cancellationToken: token);

    private sealed record Batch(long Batch_Id, string Feed, DateTime Received_At, int Source_Key, long Staged);
}

/// <summary>The warehouse cannot be made again from what was received; it stays as it is. One line with the checks.</summary>
internal sealed class RebuildFailedException(string message) : Exception(message);
