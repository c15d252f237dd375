using System.CommandLine;
using System.Text.Json;
using Analytics.Database;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Dapper;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics rejected [--feed F] [--json]</c>: rows that were rejected and not yet loaded again, with what was expected.</summary>
internal static class RejectedCommand
{
    private static readonly Option<string?> s_feed = new("--feed") { Description = "Of this feed only.", HelpName = "FEED" };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print an array of objects." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("rejected", "Rejected rows: where they are and what was expected.") { s_feed, s_json };
        command.SetAction((parsed, token) => RunAsync(parsed, time, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken token)
    {
        var feed = parsed.GetValue(s_feed);
        if (feed is not null && FeedList.Find(feed) is null)
        {
            return Exit.Usage($"there is no feed '{feed}'; give one of: {string.Join(", ", FeedList.Names)}.");
        }

        await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "rejected", time, new Screen(Console.Error), token, feed is null ? "" : $"feed {feed}");
        await using var connection = await database.Etl.OpenConnectionAsync(token);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            SqlText.Beside(typeof(RejectedCommand), "rejected.sql"), new { feed }, cancellationToken: token))).ToList();
        if (parsed.GetValue(s_json))
        {
            Console.WriteLine(JsonSerializer.Serialize(rows.Select(r => new
            {
                batch = r.Batch_Id,
                feed = r.Feed,
                source = r.Source_Id,
                file = r.File_Name,
                line = r.Line,
                column = r.Column_Name,
                rule = r.Rule,
                expected = new { en = r.Expected_En, ru = r.Expected_Ru, ky = r.Expected_Ky },
            }), s_readable));
            return Exit.Done;
        }

        if (rows.Count == 0)
        {
            Console.WriteLine("No rejected rows are open.");
        }

        foreach (var batch in rows.GroupBy(r => (r.Batch_Id, r.Feed, r.File_Name)))
        {
            Console.WriteLine($"batch {batch.Key.Batch_Id}, {batch.Key.Feed}, {batch.Key.File_Name}");
            foreach (var row in batch)
            {
                Console.WriteLine($"  line {row.Line}{(row.Column_Name is null ? "" : $", {row.Column_Name}")}: expected {row.Expected_En} ({row.Rule})");
            }
        }

        return Exit.Done;
    }

    /// <summary>Cyrillic as it is, not as escapes.</summary>
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Row(
        long Batch_Id, string Feed, string Source_Id, string File_Name, long Line, string? Column_Name, string Rule, string Expected_En, string Expected_Ru, string Expected_Ky);
}
