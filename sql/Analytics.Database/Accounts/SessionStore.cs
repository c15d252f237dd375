using Dapper;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// The sessions in browsers: <c>ops.session</c>. A cookie is only good while its session's row holds, so that a session can be ended
/// from outside. The database tells who listens on <see cref="Channel"/> when one ends or when an account changes.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages, or as the owner.</param>
public sealed class SessionStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Of LISTEN: <c>account 7</c> or <c>session 0b1c…</c>.</summary>
    public const string Channel = "analytics_session";

    /// <param name="startedAt">When the password was given.</param>
    public async Task<Guid> StartAsync(Account account, DateTimeOffset startedAt, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var parameters = new { account.AccountId, account.SecurityStamp, startedAt, now = clock.GetUtcNow() };
        return await connection.ExecuteScalarAsync<Guid>(Command("add_session.sql", parameters, token));
    }

    /// <param name="stamp">The account's stamp when the session was written.</param>
    /// <param name="isUse">The reader did something; otherwise it is only looked at.</param>
    public async Task<bool> HoldsAsync(Guid session, long accountId, Guid stamp, TimeSpan longest, TimeSpan longestIdle, bool isUse, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var now = clock.GetUtcNow();
        var parameters = new { session, accountId, stamp, startedAfter = now - longest, usedAfter = now - longestIdle, isUse, now };
        return await connection.ExecuteScalarAsync<bool>(Command("hold_session.sql", parameters, token));
    }

    public async Task EndAsync(Guid session, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(Command("end_session.sql", new { session, now = clock.GetUtcNow() }, token));
    }

    private static CommandDefinition Command(string file, object parameters, CancellationToken token) =>
        new(SqlText.Beside<SessionStore>(file), parameters, cancellationToken: token);
}
