using Analytics.Contracts;
using Analytics.Database;
using Analytics.Database.Requests;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;
using Analytics.Etl.Settings;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Inbox;

/// <summary>Files that were uploaded: what they would do, loading them, and throwing them away.</summary>
internal sealed class UploadWork(DataFolder folder, UploadFolder uploads, NpgsqlDataSource database, JobSettings settings, TimeProvider time)
{
    private static readonly LocalText s_gone = new(
        "the uploaded file is no longer there; upload it again",
        "загруженного файла уже нет; загрузите его ещё раз",
        "жүктөлгөн файл эми жок; аны кайра жүктөңүз");

    private static readonly LocalText s_noSource = new(
        "there is no source '{0}'; it was probably renamed since the page was opened",
        "источника «{0}» нет; вероятно, он переименован после открытия страницы",
        "«{0}» булагы жок; барак ачылгандан кийин аты өзгөртүлгөн окшойт");

    /// <summary>Leaves a <see cref="Preview"/> beside the file.</summary>
    /// <returns><see cref="LoadResult"/> without batches' numbers, or <see cref="FailureResult"/>.</returns>
    public async Task<object> PreviewAsync(HeldRequest held, CancellationToken token)
    {
        var upload = held.Request.ArgumentsAs<UploadArguments>();
        var (_, mapping, fault) = Settings(upload);
        if (mapping is null)
        {
            return new FailureResult(fault);
        }

        if (uploads.FileOf(upload.Upload) is not { } path)
        {
            return new FailureResult(s_gone);
        }

        await using var progress = new RowProgress(held, time);
        var preview = await new PreviewPipeline(database, time, progress).LookAsync(path, mapping, token);
        await using (var file = UploadFolder.Create(uploads.PreviewOf(upload.Upload)))
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteAsync(RequestJson.Write(preview).AsMemory(), token);
        }

        return new LoadResult([.. preview.Files.Select(f => new LoadedBatch(null, f.Name, f.Counts, f.Refused))]);
    }

    /// <returns><see cref="LoadResult"/> or <see cref="FailureResult"/>.</returns>
    public async Task<object> LoadAsync(HeldRequest held, CancellationToken token)
    {
        var upload = held.Request.ArgumentsAs<UploadArguments>();
        var (source, mapping, fault) = Settings(upload);
        if (source is null || mapping is null)
        {
            return new FailureResult(fault);
        }

        var path = uploads.FileOf(upload.Upload);
        if (held.Request.Result is not null && await LoadedBeforeAsync(held.Request.RequestId, token) is { Count: > 0 } before && (path is null || before.Count == 1))
        {
            // A worker that was stopped after the load and before it could say so.
            await PutAwayAsync(upload.Upload, path, [.. before.Select(b => Report(b))], token);
            return new LoadResult(before);
        }

        if (path is null)
        {
            return new FailureResult(s_gone);
        }

        IReadOnlyList<BatchReport> reports;
        await using (var progress = new RowProgress(held, time))
        {
            reports = await new LoadPipeline(database, time, progress).LoadAsync(
                path, mapping, source.Source, runId: null, token, (inside, batch) => NoteAsync(inside, held.Request.RequestId, batch, token));
        }

        await PutAwayAsync(upload.Upload, path, reports, token);
        return new LoadResult([.. reports.Select(Batch)]);
    }

    /// <returns><see cref="RowsResult"/> of none.</returns>
    public object Discard(UploadArguments upload)
    {
        uploads.Delete(upload.Upload);
        return new RowsResult(0);
    }

    /// <summary>A report as the dashboard gets it.</summary>
    public static LoadedBatch Batch(BatchReport report) => new(
        report.BatchId, report.File, new(report.Read, report.Inserted, report.Updated, report.Unchanged, report.Deleted, report.Rejected), report.Refusal);

    private (SourceSettings? Source, Mapping? Mapping, LocalText Fault) Settings(UploadArguments upload)
    {
        if (settings.Sources.FirstOrDefault(s => s.Id == upload.Source) is not { } source)
        {
            return (null, null, s_noSource.With(upload.Source));
        }

        // A path would let whoever writes requests read any file here.
        var name = upload.Mapping is null ? source.Mapping : MappingFile.Shipped.Contains(upload.Mapping, StringComparer.Ordinal) ? upload.Mapping : null;
        var mapping = MappingFile.For(FeedList.Find(source.Feed)!, name, source.Id, out var fault);
        return (source, mapping, LocalText.Same(fault));
    }

    private static BatchReport Report(LoadedBatch batch) => new(
        batch.BatchId ?? 0, batch.File, $"batch {batch.BatchId}", batch.Counts.Read, batch.Counts.Inserted, batch.Counts.Updated, batch.Counts.Unchanged, batch.Counts.Deleted, batch.Counts.Rejected,
        batch.Refused, 0);

    private async Task PutAwayAsync(string upload, string? path, IReadOnlyList<BatchReport> reports, CancellationToken token)
    {
        if (path is not null && reports.Any(r => r.Refused is null))
        {
            await new Archive(folder, time).PutAsync(path, reports, token);
        }

        uploads.Delete(upload);
    }

    /// <summary>Within the load's own transaction, so that it is known exactly when it happened.</summary>
    private static Task<int> NoteAsync(NpgsqlConnection connection, long request, long batch, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<UploadWork>("note_batch.sql"), new { request, batch }, cancellationToken: token));

    private async Task<IReadOnlyList<LoadedBatch>> LoadedBeforeAsync(long request, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<Noted>(new CommandDefinition(SqlText.Beside<UploadWork>("noted_batches.sql"), new { request }, cancellationToken: token));
        return [.. rows.Select(b => new LoadedBatch(b.BatchId, b.FileName, new(b.Read, b.Inserted, b.Updated, b.Unchanged, b.Deleted, b.Rejected), null))];
    }

    private sealed record Noted(long BatchId, string FileName, long Read, long Inserted, long Updated, long Unchanged, long Deleted, long Rejected);
}
