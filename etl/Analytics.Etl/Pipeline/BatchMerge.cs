using Analytics.Database;
using Analytics.Etl.Feeds;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Pipeline;

/// <summary>What became of a batch's accepted rows; they add up.</summary>
internal sealed record Merged(long Inserted, long Updated, long Unchanged, long Deleted, long Duplicate);

/// <summary>The rows of a batch from <c>raw</c> to <c>core</c> and <c>mart</c>: the same steps when a file is loaded and when all is rebuilt from <c>raw</c>.</summary>
internal sealed class BatchMerge(NpgsqlConnection connection)
{
    /// <summary>From here on joining by hash beats joining row by row; the planner cannot know, since a batch's rows are newer than its statistics.</summary>
    public const long LargeBatch = 5_000;

    /// <param name="knownSince">When the warehouse learned the rows; later than that of every batch merged before.</param>
    /// <param name="sourceKey">The source in the star schema.</param>
    /// <param name="rows">The batch's rows in raw.</param>
    public async Task<Merged> RunAsync(Feed feed, long batchId, DateTime knownSince, int sourceKey, long rows, CancellationToken token)
    {
        await connection.ExecuteAsync(Command(Sql("plan_for_size.sql"), new { nested_loops = rows < LargeBatch ? "on" : "off" }, token));
        await connection.ExecuteAsync(Command(FeedList.ConformSql(feed.Name), null, token));
        var merged = await connection.QuerySingleAsync<Merged>(Command(
            Sql("merge.sql"), new { feed = feed.Name, keys = feed.Key.ToArray(), batch_id = batchId, known_since = knownSince, staged = rows }, token));
        foreach (var script in FeedList.FactSql(feed.Name))
        {
            var parameters = new { batch_id = batchId, known_since = knownSince, source_key = sourceKey, changed = merged.Updated + merged.Deleted > 0 };
            await connection.ExecuteAsync(Command(script, parameters, token));
        }

        await connection.ExecuteAsync(Command(Sql("summarize.sql"), new { feed = feed.Name }, token));

        return merged;
    }

    private static string Sql(string file) => SqlText.Beside<BatchMerge>(file);

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken token) => new(sql, parameters, commandTimeout: 0, cancellationToken: token);
}
