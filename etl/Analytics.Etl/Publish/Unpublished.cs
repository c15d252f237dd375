using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish;

/// <summary>
/// What the warehouse holds that readers are not shown yet, whoever brought it and however that ended: compared with what the last
/// publication was made of.
/// </summary>
internal sealed class Unpublished(NpgsqlDataSource database)
{
    /// <returns>What is new, by kind: <c>files</c>, <c>linkage</c>, <c>programmes</c>, <c>rebuild</c>, <c>reference</c>, <c>reports</c>, <c>sign-off</c>.</returns>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(SqlText.Beside<Unpublished>("unpublished.sql"), cancellationToken: token))];
    }

    public async Task<bool> AnyAsync(CancellationToken token) => await KindsAsync(token) is not [];
}
