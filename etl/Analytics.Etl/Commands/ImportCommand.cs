using System.CommandLine;
using System.Text.Json;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;
using Analytics.Etl.Telemetry;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics import FEED FILE… [--mapping FILE] [--json] [--publish …]</c>: loads files now and has published what changed.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> s_feed = new("FEED") { Description = $"One of: {string.Join(", ", FeedList.Names)}." };
    private static readonly Argument<string[]> s_files = new("FILE") { Description = "Files to load, each whole or not at all.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> s_mapping = new("--mapping")
    {
        Description = $"How the files' columns become the feed's: a mapping file, or one of: canonical, {string.Join(", ", MappingFile.Shipped)}.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "Print the counts as JSON." };

    private static readonly Option<bool> s_replace = new("--replace") { Description = "Take rows whose whole content differs from the record of their key for corrections of it; else they stop the file with a question." };

    private static readonly Option<string> s_publish = PublishAfterLoad.Option();

    public static Command Create(TimeProvider time)
    {
        var command = new Command("import", "Load files of a feed now.") { s_feed, s_files, s_mapping, s_replace, s_json, s_publish };
        command.SetAction((parsed, token) => RunAsync(parsed, time, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken token)
    {
        var files = parsed.GetValue(s_files)!;
        if (FeedList.Find(parsed.GetValue(s_feed)!) is not { } feed)
        {
            return Exit.Usage($"there is no feed '{parsed.GetValue(s_feed)}'; give one of: {string.Join(", ", FeedList.Names)}.");
        }

        if (Array.Find(files, f => Fault(f) is not null) is { } bad)
        {
            return Exit.Usage($"{bad} {Fault(bad)}.");
        }

        if (MappingFile.For(feed, parsed.GetValue(s_mapping), source: null, out var fault) is not { } mapping)
        {
            return Exit.Usage($"{fault}.");
        }

        mapping = mapping with { ReplacesRecords = mapping.ReplacesRecords || parsed.GetValue(s_replace) };
        var json = parsed.GetValue(s_json);
        IProgress<string> progress = json ? new Progress<string>() : new Screen(Console.Out);
        using var telemetry = WorkerTelemetry.OfCommand();
        await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "import", time, progress, token, $"feed {feed.Name}, {files.Length} files");
        var reports = new List<BatchReport>();
        var faults = new List<string>();
        var pipeline = new LoadPipeline(database.Etl, time);
        foreach (var file in FileOrder.Of(files))
        {
            try
            {
                reports.AddRange(await pipeline.LoadAsync(file, mapping, new LoadSource(mapping.Source), runId: null, token));
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                // It was there when the command began; the others are loaded all the same.
                faults.Add($"{ShownName.Of(Path.GetFileName(file))} cannot be read any more ({cause.GetType().Name})");
            }
        }

        Print(feed, files, reports, json);
        var refused = reports.Where(r => r.Refused is not null).ToList();
        var published = await PublishAfterLoad.RunAsync(database, parsed.GetRequiredValue(s_publish), time, progress, token);
        faults.InsertRange(0, refused.Select(r => r.Summary));
        return faults.Count == 0 ? published : Exit.Failed($"{string.Join("; ", faults)}.");
    }

    /// <summary>Cyrillic as it is, not as escapes.</summary>
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Fault(string path)
    {
        if (Directory.Exists(path))
        {
            return "is a folder; give the files in it";
        }

        if (!File.Exists(path))
        {
            return "was not found";
        }

        try
        {
            File.OpenRead(path).Dispose();
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "cannot be opened for reading";
        }
    }

    private static void Print(Feed feed, string[] files, List<BatchReport> reports, bool json)
    {
        if (!json)
        {
            reports.ForEach(r => Console.WriteLine(r.Summary));
            return;
        }

        var refused = reports.Where(r => r.Refused is not null).Select(r => reports.Count == 1 ? r.Refused! : r.Summary).ToList();
        var result = JsonSerializer.SerializeToNode(
            new
            {
                feed = feed.Name,
                files,
                batch_ids = reports.Select(r => r.BatchId),
                read = reports.Sum(r => r.Read),
                inserted = reports.Sum(r => r.Inserted),
                updated = reports.Sum(r => r.Updated),
                unchanged = reports.Sum(r => r.Unchanged),
                deleted = reports.Sum(r => r.Deleted),
                rejected = reports.Sum(r => r.Rejected),
                refused = refused.Count == 0 ? null : string.Join("; ", refused),
                seconds = Math.Round(reports.Sum(r => r.Seconds), 3),
            },
            s_readable)!.AsObject();
        // Whoever reads the fixed keys finds those alone in the result of an ordinary file.
        FileRemark[] remarks = [.. reports.SelectMany(r => r.Remarks)];
        if (remarks.Length > 0)
        {
            result.Add("remarks", JsonSerializer.SerializeToNode(
                remarks.Select(remark => new { what = remark.What, count = remark.Count, lines = remark.Lines, names = remark.Names }), s_readable));
        }

        Console.WriteLine(result.ToJsonString(s_readable));
    }
}
