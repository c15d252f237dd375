using System.CommandLine;
using Analytics.Database;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Mappings;
using Analytics.Etl.Pipeline;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics replay BATCH</c>: loads the rejected rows of a batch again, after the mapping or a code list was put right.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<long> s_batch = new("BATCH") { Description = "Number of the batch, as ./analytics rejected shows it." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("replay", "Load the rejected rows of a batch again, after a fix.") { s_batch };
        command.SetAction((parsed, token) => RunAsync(parsed, time, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken token)
    {
        var id = parsed.GetValue(s_batch);
        await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "replay", time, new Screen(Console.Error), token);
        await using var connection = await database.Etl.OpenConnectionAsync(token);
        var batch = await connection.QuerySingleOrDefaultAsync<Batch>(new CommandDefinition(Sql("replay_batch.sql"), new { id }, cancellationToken: token));
        if (batch is null)
        {
            return Exit.Usage($"there is no batch {id}; ./analytics rejected shows those with rejected rows.");
        }

        var rows = (await connection.QueryAsync<(long Line, string Fields)>(new CommandDefinition(Sql("replay_rows.sql"), new { batch = id }, cancellationToken: token))).ToList();
        if (rows.Count == 0)
        {
            return Exit.Failed($"batch {id} has no rejected rows that are still open.");
        }

        if (MappingFile.For(FeedList.Find(batch.Feed)!, batch.Mapping, batch.Source_Id, out var fault) is not { } mapping)
        {
            return Exit.Failed($"{fault}.");
        }

        var report = await new LoadPipeline(database.Etl, time).LoadAsync(
            new SourceFileFacts(batch.File_Name, batch.File_Hash, batch.File_Bytes, IsWhole: false),
            () => new StoredRows(mapping, rows),
            mapping,
            new LoadSource(batch.Source_Id, batch.Synthetic),
            runId: null,
            within: (inside, replayedIn) => MarkAsync(inside, id, replayedIn, token),
            token);
        if (report.Refused is { } reason)
        {
            return Exit.Failed($"batch {id} stays as it is: {reason}.");
        }

        Console.WriteLine($"batch {report.BatchId}, replaying batch {id}: {report.Summary}");
        return report.Inserted + report.Updated + report.Deleted > 0 ? await PublishAfterLoad.RunAsync(database, time, token) : Exit.Done;
    }

    private static Task<int> MarkAsync(NpgsqlConnection connection, long batch, long replayedIn, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(Sql("replay_done.sql"), new { batch, replayed_in = replayedIn }, cancellationToken: token));

    private static string Sql(string file) => SqlText.Beside(typeof(ReplayCommand), file);

    private sealed record Batch(string Feed, string? Mapping, string File_Name, string File_Hash, long File_Bytes, string Source_Id, bool Synthetic);
}
