using Analytics.Database;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>Loads rejected rows again as they were received, after the mapping or a code list was put right.</summary>
internal sealed class Replay(NpgsqlDataSource database, TimeProvider time)
{
    /// <param name="lines">Which of the batch's rejected rows; null for all that are open.</param>
    /// <returns>The report of the new batch, null when there is no row to load; or why it could not be tried.</returns>
    /// <exception cref="UnknownBatchException">There is no such batch.</exception>
    public async Task<(BatchReport? Report, LocalText? Fault)> RunAsync(long batch, long[]? lines, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        if (await connection.QuerySingleOrDefaultAsync<Batch>(Command("replay_batch.sql", new { id = batch }, token)) is not { } original)
        {
            throw new UnknownBatchException(batch);
        }

        var rows = (await connection.QueryAsync<(long Line, string Fields)>(Command("replay_rows.sql", new { batch, lines }, token))).ToList();
        if (rows.Count == 0)
        {
            return (null, null);
        }

        if (MappingFile.For(FeedList.Find(original.Feed)!, original.Mapping, original.Source_Id, out var fault) is not { } mapping)
        {
            return (null, LocalText.Same(fault));
        }

        var report = await new LoadPipeline(database, time).LoadAsync(
            new SourceFileFacts(original.File_Name, original.File_Hash, original.File_Bytes, IsWhole: false),
            () => new StoredRows(mapping, rows),
            mapping,
            new LoadSource(original.Source_Id, original.Synthetic),
            runId: null,
            within: (inside, replayedIn) => inside.ExecuteAsync(Command("replay_done.sql", new { batch, lines, replayed_in = replayedIn }, token)),
            token);
        return (report, null);
    }

    private static CommandDefinition Command(string file, object parameters, CancellationToken token) =>
        new(SqlText.Beside<Replay>(file), parameters, cancellationToken: token);

    private sealed record Batch(string Feed, string? Mapping, string File_Name, string File_Hash, long File_Bytes, string Source_Id, bool Synthetic);
}

internal sealed class UnknownBatchException(long batch) : Exception($"there is no batch {batch}");
