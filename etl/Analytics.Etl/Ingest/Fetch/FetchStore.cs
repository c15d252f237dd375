using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>An address as it was when its content was last loaded.</summary>
/// <param name="Next">The page that it named as the next one.</param>
internal sealed record KnownPage(string Url, string? Etag, DateTime? LastModified, string? NextUrl);

/// <summary>Where a fetch that failed can go on.</summary>
/// <param name="Bytes">Length of what came before, in the inbox.</param>
internal sealed record ResumePoint(Uri Page, long Bytes, DateTimeOffset Since);

/// <summary>How far a source has been fetched. What a file brings is saved in the transaction that loads it, so that neither is without the other.</summary>
internal sealed class FetchStore(NpgsqlDataSource database, string source)
{
    public async Task<string?> WatermarkAsync(CancellationToken token) => (await StateAsync(token))?.Watermark;

    public async Task<ResumePoint?> ResumePointAsync(CancellationToken token) =>
        await StateAsync(token) is { Resume_Page: { } page } state
            ? new ResumePoint(new Uri(page), state.Resume_Bytes!.Value, new DateTimeOffset(state.Resume_Since!.Value, TimeSpan.Zero))
            : null;

    public async Task<Dictionary<string, KnownPage>> PagesAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var pages = await connection.QueryAsync<(string Url, string? Etag, DateTime? LastModified, string? NextUrl)>(
            new CommandDefinition(Sql("read_pages.sql"), new { source_id = source }, cancellationToken: token));
        return pages.ToDictionary(p => p.Url, p => new KnownPage(p.Url, p.Etag, p.LastModified, p.NextUrl), StringComparer.Ordinal);
    }

    /// <param name="point">Null to begin anew next time.</param>
    public async Task SaveResumePointAsync(ResumePoint? point, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition(
            Sql("save_resume.sql"),
            new { source_id = source, page = point?.Page.AbsoluteUri, bytes = point?.Bytes, since = point?.Since.UtcDateTime },
            cancellationToken: token));
    }

    public Task SavePagesAsync(NpgsqlConnection connection, IReadOnlyCollection<KnownPage> pages) => connection.ExecuteAsync(Sql("save_pages.sql"), new
    {
        source_id = source,
        urls = pages.Select(p => p.Url).ToArray(),
        etags = pages.Select(p => p.Etag).ToArray(),
        last_modifieds = pages.Select(p => p.LastModified).ToArray(),
        next_urls = pages.Select(p => p.NextUrl).ToArray(),
    });

    public Task SaveWatermarkAsync(NpgsqlConnection connection, string watermark) =>
        connection.ExecuteAsync(Sql("save_watermark.sql"), new { source_id = source, watermark });

    private async Task<State?> StateAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.QuerySingleOrDefaultAsync<State>(
            new CommandDefinition(Sql("read_fetch_state.sql"), new { source_id = source }, cancellationToken: token));
    }

    private static string Sql(string file) => SqlText.Beside<FetchStore>(file);

    private sealed record State(string? Watermark, string? Resume_Page, long? Resume_Bytes, DateTime? Resume_Since);
}
