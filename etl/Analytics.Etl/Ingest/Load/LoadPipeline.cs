using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Analytics.Etl.Telemetry;
using Analytics.Etl.Warehouse;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>
/// One file into the warehouse: rows, mapping, identifier check, types, <c>raw</c>, <c>core</c>, <c>mart</c>, in one transaction,
/// so that a file is in or out whole. Two loads at once wait for each other where their rows could meet.
/// </summary>
/// <param name="readSoFar">Is told from time to time how many rows of the present file were read.</param>
/// <param name="sizes">Others than the usual ones.</param>
internal sealed class LoadPipeline(NpgsqlDataSource database, TimeProvider time, IProgress<long>? readSoFar = null, LoadSizes? sizes = null)
{
    private readonly LoadSizes _sizes = sizes ?? LoadSizes.Usual;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    /// <summary>Waits until no other transaction merges rows, and keeps others waiting until this one ends.</summary>
    public static Task<int> WaitForOthersAsync(NpgsqlConnection connection, CancellationToken token) =>
        WarehouseLock.WaitAsync(connection, WarehouseLock.Merge, token);

    /// <summary>Loads one file, or each file of a zip archive as a batch of its own.</summary>
    /// <param name="runId">The run that it is part of, if it is part of one.</param>
    /// <param name="within">What else belongs to the transaction of a batch that is loaded; called with its connection and id.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public async Task<IReadOnlyList<BatchReport>> LoadAsync(
        string path, Mapping mapping, LoadSource source, long? runId, CancellationToken token, Func<NpgsqlConnection, long, Task>? within = null)
    {
        var file = await SourceFileFacts.OfAsync(path, token);
        if (!ZipContents.IsArchive(path))
        {
            return [await LoadAsync(file, () => CorrectedRows.Open(path, mapping.Reading), mapping, source, runId, within, token)];
        }

        var reports = new List<BatchReport>();
        try
        {
            using var contents = ZipContents.Open(path);
            for (var i = 0; i < contents.Count; i++)
            {
                var (name, unpacked) = contents.Unpack(i);
                var inside = await SourceFileFacts.OfAsync(unpacked, token) with { Name = $"{file.Name}/{ShownName.Of(name)}", Within = file };
                reports.Add(await LoadAsync(inside, () => CorrectedRows.Open(unpacked, mapping.Reading), mapping, source, runId, within, token));
            }
        }
        catch (UnreadableFileException cause)
        {
            await using var connection = await database.OpenConnectionAsync(token);
            reports.Add(await RefuseAsync(new LoadBatch(connection, file, mapping, source, runId, Stopwatch.StartNew()), cause.Said, 0, token));
        }

        return reports;
    }

    /// <summary>Loads rows that are at hand.</summary>
    /// <param name="open">Opens the rows from their start; what it gives is disposed.</param>
    /// <param name="within">What else belongs to the transaction of a batch that is loaded; called with its connection and id.</param>
    public async Task<BatchReport> LoadAsync(
        SourceFileFacts file, Func<ISourceRows> open, Mapping mapping, LoadSource source, long? runId, Func<NpgsqlConnection, long, Task>? within, CancellationToken token)
    {
        var report = await Stage.RunAsync("load", () => LoadRowsAsync(file, open, mapping, source, runId, within, token), mapping.Feed.Name);
        Stage.Count(mapping.Feed.Name, report.Outcomes);
        return report;
    }

    private Task<BatchReport> LoadRowsAsync(
        SourceFileFacts file, Func<ISourceRows> open, Mapping mapping, LoadSource source, long? runId, Func<NpgsqlConnection, long, Task>? within, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        return PassingFaults.RetryAsync(stop => LoadOnceAsync(file, open, mapping, source, runId, within, clock, stop), token);
    }

    private async Task<BatchReport> LoadOnceAsync(
        SourceFileFacts file, Func<ISourceRows> open, Mapping mapping, LoadSource source, long? runId, Func<NpgsqlConnection, long, Task>? within, Stopwatch clock, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var batch = new LoadBatch(connection, file, mapping, source, runId, clock);
        try
        {
            return await LoadAsync(batch, open, within, token);
        }
        catch (UnreadableFileException cause)
        {
            return await RefuseAsync(batch, cause.Said, batch.Loader?.Read ?? 0, token);
        }
        catch (Exception cause) when (FileFault.Of(cause) is { } reason)
        {
            // The connection may be in the midst of a copy: what is written down of the file goes by another one.
            await using var another = await database.OpenConnectionAsync(token);
            return await RefuseAsync(new LoadBatch(another, file, mapping, source, runId, clock), reason, batch.Loader?.Read ?? 0, token);
        }
    }

    private async Task<BatchReport> LoadAsync(LoadBatch batch, Func<ISourceRows> open, Func<NpgsqlConnection, long, Task>? within, CancellationToken token)
    {
        await using var transaction = await batch.Connection.BeginTransactionAsync(token);
        batch.Id = await batch.Connection.ExecuteScalarAsync<long>("select nextval(pg_get_serial_sequence('ops.batch', 'batch_id'))");
        if (await FindRepeatedAsync(batch, token) is { } earlier)
        {
            var repeat = await RepeatAsync(batch, earlier, token);
            await (within?.Invoke(batch.Connection, batch.Id) ?? Task.CompletedTask);
            await transaction.CommitAsync(token);
            return repeat;
        }

        using var rows = CorrectedRows.Over(open());
        batch.Detected = rows.Description;
        batch.Shape = new FileShape(rows.Header);
        batch.Mapping = DateOrder.Apply(batch.Mapping, rows.HasFixedHeader, () => CorrectedRows.Over(open()), out var order);
        batch.DateOrder = order;
        using var parser = RowParser.Create(batch.Mapping, rows, Today(time), await OpenRoundsAsync(batch.Connection, token), out var refusal);
        if (parser is null)
        {
            var read = Count(rows, batch.Shape, token);
            await transaction.RollbackAsync(token);
            return await RefuseChangedAsync(batch, refusal!.Value, read, rows.Header, [], token);
        }

        batch.Header = [.. rows.Header];
        await using var bulkPath = batch.BulkPath = await OpenBulkPathAsync(batch, token);
        var loader = batch.Loader = new BulkLoader(batch.Connection, batch.Mapping.Feed, batch.Id, readSoFar: readSoFar, shape: batch.Shape, bulkPath: bulkPath, chunkBytes: _sizes.ChunkBytes);
        await loader.CopyAsync(rows, parser, (line, stored) => MergeSoFarAsync(batch, line, stored, token), token);
        if (Refusals.OfLimit(loader, batch.Mapping.Feed, rows) is { } limit)
        {
            var read = loader.Read + Count(rows, batch.Shape, token);
            await transaction.RollbackAsync(token);

            // Rows that were rejected before are kept where they were.
            batch.KeepsRejected = !WereRejected(rows);
            return WereRejected(rows) ? await RefuseAsync(batch, limit, read, token) : await RefuseChangedAsync(batch, limit, read, rows.Header, parser.NewCodes.Shown(), token);
        }

        await (bulkPath?.CloseAsync(token) ?? Task.CompletedTask);
        batch.Scrubbed = parser.Scrubbed;
        batch.Remarks = Binding.Lacking(rows.Header, batch.Mapping) is { Count: > 0 } lacking
            ? [.. rows.Remarks, new FileRemark(FileRemark.MissingColumn, lacking.Count, [], [.. lacking.Take(FileRemark.MostShown)])]
            : rows.Remarks;
        await WaitForOthersAsync(batch.Connection, token);
        await AddAsync(batch, loader.LastLine, loader.Read - loader.Rejected, token);
        if (!batch.Mapping.ReplacesRecords && await batch.Merge!.FindChangedRecordsAsync(token) is { Rows: > 0 } changed)
        {
            await transaction.RollbackAsync(token);
            return await RefuseAsync(batch, changed.Question(batch.Mapping.Feed, loader.Read), loader.Read, token);
        }

        var report = await MergeAsync(batch, loader, token);
        if (rows is CorrectedRows { Corrected: { Count: > 0 } corrected })
        {
            await batch.Connection.ExecuteAsync(Command(
                Sql("close_corrected.sql"),
                new { replayed_in = batch.Id, source = batch.Source.Id, batches = corrected.Select(c => c.Batch).ToArray(), lines = corrected.Select(c => c.Line).ToArray() },
                token));
        }

        if (within is not null)
        {
            await within(batch.Connection, batch.Id);
        }

        await transaction.CommitAsync(token);
        bulkPath?.Settle();
        return report;
    }

    /// <summary>Null for a file that goes by the scripts of its feed alone: a small one, a feed that has nothing else, or while another load merges.</summary>
    private async Task<BulkPath?> OpenBulkPathAsync(LoadBatch batch, CancellationToken token)
    {
        var feed = batch.Mapping.Feed;
        if (FeedList.TypedCopy(feed.Name) is not { } open || !batch.File.IsWhole || batch.File.Bytes < _sizes.LargeFile || !await IsAloneAsync(batch, token))
        {
            return null;
        }

        batch.KnownSince = await KnownSinceAsync(batch.Connection, token);
        var copy = await open(batch.Connection, feed, batch.Source, batch.Id, batch.KnownSince.Value, token);
        return await BulkPath.OpenAsync(database, batch.Connection, copy, feed, batch.Id, token);
    }

    /// <summary>Whether no other load is merging; none can begin from then on.</summary>
    private static Task<bool> IsAloneAsync(LoadBatch batch, CancellationToken token) =>
        batch.Connection.ExecuteScalarAsync<bool>(Command("select pg_try_advisory_xact_lock(@Merge)", new { WarehouseLock.Merge }, token));

    /// <summary>Linkage rounds whose tokens are taken.</summary>
    public static async Task<HashSet<string>> OpenRoundsAsync(NpgsqlConnection connection, CancellationToken token) =>
        [.. await connection.QueryAsync<string>(Command("select round from ops.link_round where closed_at is null", null, token))];

    /// <summary>Merges what is in raw already while the rest of the file is read, unless another load is merging: that one is not waited for before the end.</summary>
    private async Task MergeSoFarAsync(LoadBatch batch, long upTo, long stored, CancellationToken token)
    {
        if (batch.BulkPath is { IsOpen: true })
        {
            return;
        }

        if (batch.Merge is not null || await IsAloneAsync(batch, token))
        {
            await AddAsync(batch, upTo, stored, token);
        }
    }

    /// <param name="stored">All rows of the batch that are in raw.</param>
    private async Task AddAsync(LoadBatch batch, long upTo, long stored, CancellationToken token)
    {
        batch.KnownSince ??= await KnownSinceAsync(batch.Connection, token);
        batch.Merge ??= new BatchMerge(batch.Connection, batch.Mapping.Feed, batch.Id, batch.KnownSince.Value, batch.BulkPath);
        await batch.Merge.AddAsync(upTo, stored, token);
    }

    private static async Task<BatchReport> MergeAsync(LoadBatch batch, BulkLoader loader, CancellationToken token)
    {
        var connection = batch.Connection;
        var sourceKey = await SaveBatchAsync(batch, "loaded", null, batch.KnownSince!.Value, token);
        await loader.SaveRejectedAsync(token);
        await connection.ExecuteAsync(Command(
            Sql("save_fill.sql"),
            new { batch_id = batch.Id, accepted = loader.Read - loader.Rejected, columns = batch.Mapping.Feed.Columns.Select(c => c.Name).ToArray(), filled = loader.Filled.ToArray() },
            token));

        var merged = await batch.Merge!.FinishAsync(sourceKey, token);
        var report = new BatchReport(
            batch.Id, batch.File.Name, batch.Label, loader.Read, merged.Inserted, merged.Updated, merged.Unchanged, merged.Deleted,
            loader.Rejected + merged.Duplicate, null, batch.Clock.Elapsed.TotalSeconds) { Remarks = batch.Remarks };
        await connection.ExecuteAsync(Command(Sql("finish_batch.sql"), report, token));
        return report;
    }

    /// <summary>While others wait.</summary>
    private Task<DateTime> KnownSinceAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.ExecuteScalarAsync<DateTime>(Command(Sql("known_since.sql"), new { now = time.GetUtcNow() }, token));

    private static Task<Earlier?> FindRepeatedAsync(LoadBatch batch, CancellationToken token) =>
        batch.Connection.QuerySingleOrDefaultAsync<Earlier?>(Command(
            Sql("find_repeat.sql"),
            new { hash = batch.File.Hash, source = batch.Source.Id, reading = batch.Reading, feed = batch.Mapping.Feed.Name },
            token));

    /// <summary>The file was loaded before, and every row of it would be found unchanged: that it came again is written down, and none of its rows.</summary>
    private async Task<BatchReport> RepeatAsync(LoadBatch batch, Earlier earlier, CancellationToken token)
    {
        await WaitForOthersAsync(batch.Connection, token);
        var knownSince = await KnownSinceAsync(batch.Connection, token);
        batch.Repeats = earlier.Batch_Id;
        await SaveBatchAsync(batch, "loaded", null, knownSince, token);
        var report = new BatchReport(batch.Id, batch.File.Name, batch.Label, earlier.Read, 0, 0, earlier.Read, 0, 0, null, batch.Clock.Elapsed.TotalSeconds);
        await batch.Connection.ExecuteAsync(Command(Sql("finish_batch.sql"), report, token));
        return report;
    }

    /// <summary>Refuses a file, saying what is different from the last one of its source that was loaded.</summary>
    private async Task<BatchReport> RefuseChangedAsync(
        LoadBatch batch, LocalText reason, long read, IReadOnlyList<string> header, IReadOnlyList<NewCode> codes, CancellationToken token)
    {
        (reason, batch.Difference) = await LastLoaded.ExplainAsync(
            batch.Connection, batch.Source.Id, batch.Mapping.Feed.Name, reason, header, batch.Shape!, codes, token);
        return await RefuseAsync(batch, reason, read, token);
    }

    /// <summary>Leaves nothing of the file but that it came and why it was refused.</summary>
    private async Task<BatchReport> RefuseAsync(LoadBatch batch, LocalText reason, long read, CancellationToken token)
    {
        await using var transaction = await batch.Connection.BeginTransactionAsync(token);

        // Rejected rows that are kept bear the number that was drawn when the file was opened.
        if (!batch.KeepsRejected)
        {
            batch.Id = await batch.Connection.ExecuteScalarAsync<long>("select nextval(pg_get_serial_sequence('ops.batch', 'batch_id'))");
        }

        await SaveBatchAsync(batch, "refused", reason, time.GetUtcNow().UtcDateTime, token);
        var report = new BatchReport(batch.Id, batch.File.Name, batch.Label, read, 0, 0, 0, 0, read, reason, batch.Clock.Elapsed.TotalSeconds) { Remarks = batch.Remarks };
        await batch.Connection.ExecuteAsync(Command(Sql("finish_batch.sql"), report, token));
        if (batch.KeepsRejected)
        {
            await batch.Loader!.SaveRejectedAsync(token);
        }

        await transaction.CommitAsync(token);
        return report;
    }

    /// <returns>The source's key in the star schema.</returns>
    private static Task<int> SaveBatchAsync(LoadBatch batch, string state, LocalText? refused, DateTime receivedAt, CancellationToken token) =>
        batch.Connection.ExecuteScalarAsync<int>(Command(
            Sql("start_batch.sql"),
            new
            {
                batch_id = batch.Id,
                run_id = batch.RunId,
                feed = batch.Mapping.Feed.Name,
                source_id = batch.Source.Id,
                synthetic = batch.Source.Synthetic,
                schedule = batch.Source.Schedule,
                mapping = batch.Mapping.Name,
                file_name = batch.File.Name,
                file_hash = batch.File.Hash,
                file_bytes = batch.File.Bytes,
                detected = batch.Detected is null ? null : JsonSerializer.Serialize(new { format = batch.Detected, dates = batch.DateOrder, scrubbed = batch.Scrubbed, remarks = batch.Remarks }),
                header = batch.Header,
                received_at = receivedAt,
                arrived_on = batch.Source.DatedNames ? batch.File.ArrivedOn : null,
                state,
                refused_reason = refused?.En,
                refused_ru = refused?.Ru,
                refused_ky = refused?.Ky,
                reading = batch.Reading,
                repeats = batch.Repeats,
                difference = batch.Difference,
                shape = state == "loaded" && batch.Header is not null ? JsonSerializer.Serialize(batch.Shape?.Kinds()) : null,
            },
            token));

    /// <summary>The rows that are left, so that a refused file's balance counts them.</summary>
    public static long Count(ISourceRows rows, FileShape shape, CancellationToken token)
    {
        long count = 0;
        try
        {
            while (rows.Read())
            {
                count++;
                shape.Look(rows);
                token.ThrowIfCancellationRequested();
            }
        }
        catch (UnreadableFileException)
        {
            // The file is refused for an earlier reason; how many rows it would have had is as far as it can be read.
        }

        return count;
    }

    /// <summary>Whether they are rows that were rejected before: they say nothing of a file's layout, and any share of them may still be bad.</summary>
    public static bool WereRejected(ISourceRows rows) => rows is StoredRows or CorrectedRows;

    /// <summary>The day in Asia/Bishkek.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);

    private static string Sql(string file) => SqlText.Beside<LoadPipeline>(file);

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken token) => new(sql, parameters, commandTimeout: 0, cancellationToken: token);

    private sealed record Earlier(long Batch_Id, long Read);
}
