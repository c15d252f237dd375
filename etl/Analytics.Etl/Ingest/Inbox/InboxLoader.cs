using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Fetch;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Inbox;

/// <summary>
/// Fetches what is new into a source's inbox, if the source says from where, and loads what lies there, oldest first. Of a loaded
/// file a receipt goes to the archive; a refused one goes to the quarantine, where the next run does not meet it again.
/// A file that cannot be opened stays, and the ones behind it are loaded.
/// A file that is still being written stays for the next run, which the report says.
/// A file of a run that broke off stays and is loaded by the next one, which finds unchanged what had been stored.
/// </summary>
internal sealed class InboxLoader(DataFolder folder, NpgsqlDataSource database, Fetcher fetcher, InboxSettings inbox, Quarantine quarantine, TimeProvider time)
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
            await WarehouseLock.LetGoAsync(connection, "select pg_advisory_unlock(@LockClass, hashtext(@Id))", new { LockClass, settings.Id });
        }
    }

    private async Task<RunReport> LoadAllAsync(SourceSettings settings, FetchedFile? fetched, long? runId, CancellationToken token)
    {
        // It was read when the settings were, but its file may have changed since.
        if (MappingFile.For(FeedList.Find(settings.Feed)!, settings.Mapping, settings.Id, out var fault) is not { } mapping)
        {
            return RunReport.Done("") with { Error = fault };
        }

        var pipeline = new LoadPipeline(database, time);
        var batches = new List<BatchReport>();
        var look = await new InboxFiles(inbox, time).LookAsync(folder.InboxOf(settings.Id), fetched?.Path, token);
        var faults = new List<string>();
        foreach (var file in look.Ready)
        {
            try
            {
                var reports = file == fetched?.Path
                    ? [await LoadFetchedAsync(pipeline, fetched, mapping, settings.Source, runId, token)]
                    : await pipeline.LoadAsync(file, mapping, settings.Source, runId, token);
                batches.AddRange(reports);
                await PutAwayAsync(file, settings.Id, reports, token);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                // Its message names the path, and with it the file as its sender did.
                faults.Add($"{SourceFileFacts.Unnamed(new FileInfo(file))}, cannot be read or moved ({cause.GetType().Name}): give it to the user that the worker runs as");
            }
        }

        quarantine.Sweep();
        var report = BatchReport.Sum(batches);
        if (faults.Count > 0)
        {
            report = report with { Error = string.Join("; ", (string[])[.. report.Error is { } error ? [error] : (string[])[], .. faults]) };
        }

        return look.Left.Count == 0 ? report : report with { Summary = $"{report.Summary}; left for the next run: {string.Join(", ", look.Left)}" };
    }

    /// <summary>How far the source has been fetched is written down with the load, or not at all.</summary>
    private static async Task<BatchReport> LoadFetchedAsync(
        LoadPipeline pipeline, FetchedFile file, Mapping mapping, LoadSource source, long? runId, CancellationToken token) =>
        await pipeline.LoadAsync(
            await SourceFileFacts.OfAsync(file.Path, token),
            () => CorrectedRows.Open(file.Path, mapping.Reading),
            mapping,
            source,
            runId,
            within: (connection, _) => file.SaveAsync(connection),
            token);

    private Task PutAwayAsync(string file, string source, IReadOnlyList<BatchReport> reports, CancellationToken token) =>
        reports.Any(r => r.Refused is not null) ? quarantine.PutAsync(file, source, reports, token) : new Archive(folder, time).PutAsync(file, reports, token);
}
