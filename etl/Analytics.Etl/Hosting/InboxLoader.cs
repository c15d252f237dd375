using Analytics.Etl.Feeds;
using Analytics.Etl.Fetch;
using Analytics.Etl.Files;
using Analytics.Etl.Mappings;
using Analytics.Etl.Pipeline;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Hosting;

/// <summary>
/// Fetches what is new into a source's inbox, where it says how, and loads what lies there, oldest name first. A loaded file goes to the archive under its hash; a refused one to
/// <c>refused</c> in the inbox, where the next run does not meet it again. A file of a run that broke off stays and is loaded
/// by the next one, which finds unchanged what had been stored.
/// </summary>
internal sealed class InboxLoader(DataFolder folder, NpgsqlDataSource database, Fetcher fetcher, TimeProvider time)
{
    /// <summary>First half of the advisory lock that one run of a source holds.</summary>
    private const int LockClass = 0x736F7263;

    public async Task<RunReport> RunAsync(SourceSettings settings, long? runId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        if (!await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@LockClass, hashtext(@Id))", new { LockClass, settings.Id }))
        {
            return RunReport.Done("") with { Error = $"another run is loading {settings.Id} at this moment" };
        }

        try
        {
            // What lies in the inbox is loaded whether or not more could be fetched.
            var fetched = settings.Fetch is { } fetch ? await fetcher.FetchAsync(settings.Id, fetch, token) : new FetchResult(File: null, Error: null);
            var report = await LoadAllAsync(settings, fetched.File, runId, token);
            return fetched.Error is null ? report : report with { Error = report.Error is null ? fetched.Error : $"{fetched.Error}; {report.Error}" };
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@LockClass, hashtext(@Id))", new { LockClass, settings.Id });
        }
    }

    private async Task<RunReport> LoadAllAsync(SourceSettings settings, FetchedFile? fetched, long? runId, CancellationToken token)
    {
        var feed = FeedList.Find(settings.Feed)!;
        var mapping = Mapping.Canonical(feed, settings.Id);
        if (settings.Mapping is { } name)
        {
            // It was read when the settings were, but its file may have changed since.
            if (MappingFile.Load(name, out var fault) is not { } read)
            {
                return RunReport.Done("") with { Error = fault };
            }

            mapping = read with { Source = settings.Id };
        }

        var pipeline = new LoadPipeline(database, time);
        var batches = new List<BatchReport>();
        foreach (var file in Files(folder.InboxOf(settings.Id)))
        {
            Func<NpgsqlConnection, long, Task>? within = file == fetched?.Path ? (connection, _) => fetched.SaveAsync(connection) : null;
            var facts = await SourceFileFacts.OfAsync(file, token);
            var report = await pipeline.LoadAsync(facts, () => SourceFile.Open(file, mapping.Reading), mapping, settings.Source, runId, within, token);
            batches.Add(report);
            PutAway(file, settings.Id, facts, report);
        }

        return RunReport.Of(batches);
    }

    /// <summary>Names that programs give to files they have not finished are passed over.</summary>
    private static List<string> Files(string inbox) =>
        [.. Directory.EnumerateFiles(inbox)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !name.StartsWith('~')
                && Path.GetExtension(name).ToLowerInvariant() is not (".part" or ".tmp" or ".crdownload" or ".filepart"))
            .Order(StringComparer.Ordinal)];

    private void PutAway(string file, string source, SourceFileFacts facts, BatchReport report)
    {
        if (report.Refused is not null)
        {
            var refused = Directory.CreateDirectory(Path.Combine(folder.InboxOf(source), "refused")).FullName;
            File.Move(file, Path.Combine(refused, Path.GetFileName(file)), overwrite: true);
            return;
        }

        var month = Directory.CreateDirectory(Path.Combine(folder.Archive, $"{time.GetUtcNow():yyyy-MM}")).FullName;
        File.Move(file, Path.Combine(month, $"{facts.Hash[..8]}-{Path.GetFileName(file)}"), overwrite: true);
    }
}
