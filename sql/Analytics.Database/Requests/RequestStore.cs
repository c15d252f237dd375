using Analytics.Contracts;
using Dapper;
using Npgsql;

namespace Analytics.Database.Requests;

/// <summary>The dashboard's side of <c>ops.request</c>: asking, and looking what became of it.</summary>
/// <param name="database">Connects as the role of the administrator's pages.</param>
public sealed class RequestStore(NpgsqlDataSource database)
{
    /// <param name="kind">One of <see cref="RequestKind"/>.</param>
    /// <param name="arguments">Its arguments, as <see cref="RequestKind"/> says.</param>
    /// <returns>The request's number.</returns>
    public async Task<long> AskAsync(string kind, object arguments, long account, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            SqlText.Beside<RequestStore>("ask.sql"), new { kind, arguments = RequestJson.Write(arguments), account }, cancellationToken: token));
    }

    public async Task<Request?> FindAsync(long request, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.QuerySingleOrDefaultAsync<Request>(new CommandDefinition(
            SqlText.Beside<RequestStore>("find.sql"), new { request }, cancellationToken: token));
    }
}
