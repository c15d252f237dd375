using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>A token of an account for the HTTP interface; the token itself is shown once and never stored.</summary>
public sealed record ApiToken(string TokenHash, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>Tokens for the HTTP interface: <c>ops.api_token</c>, kept as SHA-256 of 256 random bits.</summary>
/// <param name="database">Connects as the role of the administrator's pages, or as the owner.</param>
public sealed class ApiTokenStore(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Prefix = "analytics_";
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);

    /// <summary>Makes a token.</summary>
    /// <returns>The token, which can not be read again.</returns>
    public async Task<string> AddAsync(long accountId, string label, CancellationToken token)
    {
        var secret = Prefix + RandomNumberGenerator.GetHexString(64, lowercase: true);
        var now = clock.GetUtcNow();
        await ExecuteAsync("add_api_token.sql", new { hash = Hash(secret), accountId, label, now, expiresAt = now + s_lifetime }, token);
        return secret;
    }

    /// <summary>The account that a token stands for; null when the token is unknown, expired, revoked, or the account is closed.</summary>
    public async Task<Account?> FindAccountAsync(string secret, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var parameters = new { hash = Hash(secret), now = clock.GetUtcNow() };
        var command = new CommandDefinition(SqlText.Beside<ApiTokenStore>("use_api_token.sql"), parameters, cancellationToken: token);
        return await connection.QuerySingleOrDefaultAsync<Account>(command);
    }

    /// <summary>The tokens of an account that still open something.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(long accountId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var command = new CommandDefinition(SqlText.Beside<ApiTokenStore>("list_api_tokens.sql"), new { accountId, now = clock.GetUtcNow() }, cancellationToken: token);
        var rows = await connection.QueryAsync<Row>(command);
        return [.. rows.Select(row => new ApiToken(row.TokenHash, row.Label, Utc(row.CreatedAt), Utc(row.ExpiresAt), row.LastUsedAt is { } used ? Utc(used) : null))];
    }

    /// <param name="accountId">Only a token of this account is revoked.</param>
    public async Task RevokeAsync(long accountId, string tokenHash, CancellationToken token) =>
        await ExecuteAsync("revoke_api_token.sql", new { accountId, hash = tokenHash, now = clock.GetUtcNow() }, token);

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static DateTimeOffset Utc(DateTime moment) => new(moment, TimeSpan.Zero);

    private async Task ExecuteAsync(string file, object parameters, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<ApiTokenStore>(file), parameters, cancellationToken: token));
    }

    private sealed record Row(string TokenHash, string Label, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt);
}
