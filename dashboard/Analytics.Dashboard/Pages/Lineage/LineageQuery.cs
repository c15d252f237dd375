using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Pages.Lineage;

/// <summary>A file behind a figure.</summary>
/// <param name="Hash">First 12 hexadecimal digits of the file's SHA-256.</param>
public sealed record LineageBatch(
    long BatchId, string SourceId, string Feed, string? Mapping, string FileName, string Hash, DateTime ReceivedAt, long Read, long Rejected);

/// <summary>A measure and period that a file has rows in.</summary>
public sealed record FedPeriod(string Measure, string Period);

/// <summary>Which files stand behind which published cells, from <c>ops</c>; sees no counts.</summary>
public sealed class LineageQuery(AdminDatabase database)
{
    /// <param name="rights">Only files of its sources are named.</param>
    /// <returns>Newest first; none where the cell is withheld, zero or not published.</returns>
    public async Task<IReadOnlyList<LineageBatch>> OfCellAsync(Rights rights, string measure, string period, IReadOnlyDictionary<string, string> members, CancellationToken token)
    {
        var parameters = new { measure, period, members = JsonSerializer.Serialize(members) };
        await using var connection = await database.OpenAsync(rights, token);
        return [.. await connection.QueryAsync<LineageBatch>(new CommandDefinition(Sql("lineage.sql"), parameters, cancellationToken: token))];
    }

    /// <returns>Null where there is no such file, or none of the account's sources.</returns>
    public async Task<(LineageBatch Batch, IReadOnlyList<FedPeriod> Fed)?> OfBatchAsync(Rights rights, long batch, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        return await connection.QuerySingleOrDefaultAsync<LineageBatch>(new CommandDefinition(Sql("batch.sql"), new { batch }, cancellationToken: token)) is { } found
            ? (found, [.. await connection.QueryAsync<FedPeriod>(new CommandDefinition(Sql("fed_by_batch.sql"), new { batch }, cancellationToken: token))])
            : null;
    }

    private static string Sql(string file) => SqlText.Beside<LineageQuery>(file);
}
