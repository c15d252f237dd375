using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Dashboard.Access;

/// <summary>
/// Tells a connection for which sources it reads. Row-level security asks for it (<c>ops.sees_source</c>): a page that forgot to say
/// sees no rows, and what was said ends when the connection goes back to its pool.
/// </summary>
internal static class SourceLimit
{
    private const string All = "*";

    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource database, Rights rights, CancellationToken token)
    {
        var connection = await database.OpenConnectionAsync(token);
        try
        {
            var sources = rights.Sources.Count == 0 ? All : string.Join(',', rights.Sources);
            await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside(typeof(SourceLimit), "limit_sources.sql"), new { sources }, cancellationToken: token));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
