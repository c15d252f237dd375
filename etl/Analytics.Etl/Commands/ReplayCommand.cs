using System.CommandLine;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Telemetry;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics replay BATCH [--publish …]</c>: loads the rejected rows of a batch again, after the mapping or a code list was put right.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<long> s_batch = new("BATCH") { Description = "Number of the batch, as ./analytics rejected shows it." };

    private static readonly Option<string> s_publish = PublishAfterLoad.Option();

    public static Command Create(TimeProvider time)
    {
        var command = new Command("replay", "Load the rejected rows of a batch again, after a fix.") { s_batch, s_publish };
        command.SetAction((parsed, token) => RunAsync(parsed, time, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken token)
    {
        var id = parsed.GetValue(s_batch);
        using var telemetry = WorkerTelemetry.OfCommand();
        await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "replay", time, new Screen(Console.Error), token, $"file no. {id}");
        BatchReport? report;
        try
        {
            (report, var fault) = await new Replay(database.Etl, time).RunAsync(id, lines: null, token);
            if (fault is { } why)
            {
                return Exit.Failed($"{why.En}.");
            }
        }
        catch (UnknownBatchException cause)
        {
            return Exit.Usage($"{cause.Message}; ./analytics rejected shows those with rejected rows.");
        }

        if (report is null)
        {
            return Exit.Failed($"batch {id} has no rejected rows that are still open.");
        }

        if (report.Refused is { } reason)
        {
            return Exit.Failed($"batch {id} stays as it is: {reason}.");
        }

        Console.WriteLine($"batch {report.BatchId}, replaying batch {id}: {report.Summary}");
        return await PublishAfterLoad.RunAsync(database, parsed.GetRequiredValue(s_publish), time, new Screen(Console.Out), token);
    }
}
