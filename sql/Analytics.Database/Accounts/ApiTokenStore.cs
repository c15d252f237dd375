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

    /// <summary>The tokens of an account that still open something.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(long accountId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("list_api_tokens.sql"), new { accountId, now = clock.GetUtcNow() }, cancellationToken: token));
        return [.. rows.Select(row => new ApiToken(row.TokenHash, row.Label, Utc(row.CreatedAt), Utc(row.ExpiresAt), row.LastUsedAt is { } used ? Utc(used) : null))];
    }

    /// <param name="accountId">Only a token of this account is revoked.</param>
    public async Task RevokeAsync(long accountId, string tokenHash, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("revoke_api_token.sql"), new { accountId, hash = tokenHash, now = clock.GetUtcNow() }, cancellationToken: token));
    }

    private static DateTimeOffset Utc(DateTime moment) => new(moment, TimeSpan.Zero);

    private static string HashOf(string apiToken) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(apiToken)));

    private sealed record Row(string TokenHash, string Label, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt);
}

/// <summary>A token of an account, known by its hash.</summary>
public sealed record ApiToken(string TokenHash, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);
