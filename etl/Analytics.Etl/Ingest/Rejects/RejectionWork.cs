using Analytics.Contracts;
using Analytics.Database;
using Analytics.Database.Requests;
using Analytics.Domain;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Load;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Rejects;

/// <summary>Rejected rows: as a file to correct, loaded again, set aside, and brought back.</summary>
internal sealed class RejectionWork(UploadFolder uploads, NpgsqlDataSource database, TimeProvider time)
{
    private static readonly LocalText s_severalSources = new(
        "rows of several sources do not fit into one file; choose a source first",
        "строки разных источников не помещаются в один файл; сначала выберите источник",
        "ар башка булактардын саптары бир файлга сыйбайт; адегенде булакты тандаңыз");

    private static readonly LocalText s_none = new(
        "no rejected row is open there any more", "открытых отклонённых строк там больше нет", "ал жерде ачык четке кагылган саптар калган жок");

    /// <returns><see cref="RejectedFileResult"/> or <see cref="FailureResult"/>.</returns>
    public async Task<object> WriteFileAsync(RejectedFileArguments arguments, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var problems = (await connection.QueryAsync<RejectedProblem>(Command("rejected_file.sql", Parameters(arguments.Rows), token))).ToList();
        if (problems.Count == 0)
        {
            return new FailureResult(s_none);
        }

        if (problems.Exists(p => p.SourceId != problems[0].SourceId))
        {
            return new FailureResult(s_severalSources);
        }

        var batches = (await connection.QueryAsync<RejectedBatch>(Command("rejected_batches.sql", new { batches = problems.Select(p => p.BatchId).Distinct().ToArray() }, token))).ToList();
        var name = $"rejected-{problems[0].SourceId}.csv";
        await using var stream = UploadFolder.Create(uploads.Beside(arguments.Upload, name));
        return new RejectedFileResult(name, await RejectedFile.WriteAsync(stream, problems, batches, arguments.Language, token));
    }

    /// <returns><see cref="LoadResult"/>, one batch for each that had rows to load again; or <see cref="FailureResult"/>.</returns>
    public async Task<object> ReplayAsync(RejectionFilter filter, CancellationToken token)
    {
        List<(long Batch, long Line)> rows;
        await using (var connection = await database.OpenConnectionAsync(token))
        {
            rows = (await connection.QueryAsync<(long, long)>(Command("rejected_lines.sql", Parameters(filter), token))).ToList();
        }

        var replay = new Replay(database, time);
        var loaded = new List<LoadedBatch>();
        foreach (var batch in rows.GroupBy(r => r.Batch))
        {
            var (report, fault) = await replay.RunAsync(batch.Key, [.. batch.Select(r => r.Line)], token);
            if (fault is { } why)
            {
                return new FailureResult(why);
            }

            if (report is not null)
            {
                loaded.Add(UploadWork.Batch(report));
            }
        }

        return loaded.Count == 0 ? new FailureResult(s_none) : new LoadResult(loaded);
    }

    /// <summary>A row is set aside with all its problems: with one of them it could not be loaded.</summary>
    /// <returns><see cref="RowsResult"/>.</returns>
    public async Task<object> DismissAsync(RejectionFilter filter, long request, CancellationToken token)
    {
        var parameters = Parameters(filter);
        parameters.Add("request", request);
        await using var connection = await database.OpenConnectionAsync(token);
        return new RowsResult(await connection.ExecuteScalarAsync<long>(Command("dismiss.sql", parameters, token)));
    }

    /// <returns><see cref="RowsResult"/>.</returns>
    public async Task<object> UndoAsync(UndoArguments arguments, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return new RowsResult(await connection.ExecuteScalarAsync<long>(Command("undo.sql", new { request = arguments.Request }, token)));
    }

    /// <summary>Only open problems can be worked on.</summary>
    private static DynamicParameters Parameters(RejectionFilter filter) => new(new
    {
        feed = filter.Feed,
        source = filter.Source,
        batch = filter.Batch,
        rule = filter.Rule,
        column = filter.Column,
        since = filter.Since?.ToDateTime(TimeOnly.MinValue),
    });

    private static CommandDefinition Command(string file, object parameters, CancellationToken token) =>
        new(SqlText.Beside<RejectionWork>(file), parameters, commandTimeout: 0, cancellationToken: token);
}

/// <summary>A problem of a rejected row, with the row's fields as they are kept.</summary>
internal sealed record RejectedProblem(long BatchId, long Line, string SourceId, string? Column, string Rule, string ExpectedEn, string ExpectedRu, string ExpectedKy, string? Fields);

/// <summary>How a batch was read.</summary>
/// <param name="Names">The names of the file's columns, separated by U+001F; null where there was no header.</param>
internal sealed record RejectedBatch(long BatchId, string Feed, string SourceId, string? Mapping, string? Names)
{
    public IReadOnlyList<string> Header { get; } = Names?.Split('\u001f') ?? [];
}
