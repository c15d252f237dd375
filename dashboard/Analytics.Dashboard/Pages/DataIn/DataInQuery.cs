using Analytics.Dashboard.Access;
using Analytics.Database;
using Analytics.Domain;
using Dapper;

namespace Analytics.Dashboard.Pages.DataIn;

/// <summary>A file that was offered, and what became of its rows: read = inserted + updated + unchanged + deleted + rejected.</summary>
public sealed record BatchRow(
    long BatchId, DateTime ReceivedAt, string Feed, string SourceId, string FileName, string State, string? RefusedReason, string? RefusedRu, string? RefusedKy,
    long Read, long Inserted, long Updated, long Unchanged, long Deleted, long Rejected)
{
    /// <summary>Why the file was refused; in English where it was refused before other languages were kept.</summary>
    public LocalText? Refusal => RefusedReason is null ? null : new LocalText(RefusedReason, RefusedRu ?? RefusedReason, RefusedKy ?? RefusedReason);
}

/// <summary>Rows that broke the same rule; says what was expected and where one stands, never what was found.</summary>
public sealed record RejectionRow(string Feed, string? Column, LocalText Expected, long Rows, string Example);

public sealed record DataInView(IReadOnlyList<BatchRow> Batches, IReadOnlyList<RejectionRow> Rejections);

/// <summary>What came in, from <c>ops</c>; sees no facts.</summary>
public sealed class DataInQuery(AdminDatabase database)
{
    private const int Most = 200;

    /// <param name="rights">Only its sources are read.</param>
    public async Task<DataInView> ReadAsync(Rights rights, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        var parameters = new { most = Most };
        var batches = await connection.QueryAsync<BatchRow>(new CommandDefinition(SqlText.Beside<DataInQuery>("batches.sql"), parameters, cancellationToken: token));
        var rejections = await connection.QueryAsync<Rejection>(new CommandDefinition(SqlText.Beside<DataInQuery>("rejections.sql"), parameters, cancellationToken: token));
        return new DataInView(
            [.. batches],
            [.. rejections.Select(row => new RejectionRow(row.Feed, row.Column, new LocalText(row.ExpectedEn, row.ExpectedRu, row.ExpectedKy), row.Rows, row.Example))]);
    }

    private sealed record Rejection(string Feed, string? Column, string ExpectedEn, string ExpectedRu, string ExpectedKy, long Rows, string Example);
}
