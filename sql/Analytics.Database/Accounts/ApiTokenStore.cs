using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// Tokens for the HTTP interface: <c>ops.api_token</c>. A token is 32 random bytes; only its SHA-256 is stored, which is enough for
/// a secret that nobody can guess.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages, or as the owner.</param>
public sealed class ApiTokenStore(NpgsqlDataSource database, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Makes a token for an account. This is the only time it can be seen.</summary>
    /// <returns>Null when no account that may be used has the name.</returns>
    public async Task<(string Token, DateTimeOffset ExpiresAt)?> AddAsync(string account, string label, CancellationToken token)
    {
        var made = "ant_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var expiresAt = clock.GetUtcNow() + Lifetime;
        await using var connection = await database.OpenConnectionAsync(token);
        var added = await connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("add_api_token.sql"), new { hash = HashOf(made), account, label, expiresAt }, cancellationToken: token));
        return added == 1 ? (made, expiresAt) : null;
    }

    /// <returns>The account a token belongs to; null when it is unknown, expired or revoked, or the account may not be used.</returns>
    public async Task<Account?> FindAccountAsync(string apiToken, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.QuerySingleOrDefaultAsync<Account>(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("use_api_token.sql"), new { hash = HashOf(apiToken), now = clock.GetUtcNow() }, cancellationToken: token));
    }

    private static string HashOf(string apiToken) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(apiToken)));
}
