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

    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    /// <summary>How many valid tokens an account may have unless told otherwise.</summary>
    public const int UsualMost = 10;

    /// <summary>The most that can be set.</summary>
    public const int LargestMost = 100;

    /// <summary>Makes a token for an account. This is the only time it can be seen.</summary>
    /// <param name="scopes">What it opens: of <see cref="TokenScope.All"/>.</param>
    /// <param name="lifetime">At most <see cref="LongestLifetime"/>.</param>
    /// <param name="most">How many valid tokens the account may have.</param>
    public async Task<TokenResult> AddAsync(
        string account, string label, IReadOnlyCollection<string> scopes, TimeSpan lifetime, CancellationToken token, int most = UsualMost)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LongestLifetime);
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var holder = await connection.QuerySingleOrDefaultAsync<Holder>(Command("lock_token_account.sql", new { account }, transaction, token));
        if (holder is not { Disabled: false })
        {
            return new TokenResult.NoAccount();
        }

        if (holder.MustChangePassword || holder.NeedsSecondFactor)
        {
            return holder.MustChangePassword ? new TokenResult.PasswordToChange() : new TokenResult.SecondFactorToSetUp();
        }

        var made = "ant_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var now = clock.GetUtcNow();
        var expiresAt = now + lifetime;
        var parameters = new { hash = HashOf(made), holder.AccountId, label, expiresAt, scopes = scopes.ToArray(), most, now };
        var added = await connection.ExecuteAsync(Command("add_api_token.sql", parameters, transaction, token));
        await transaction.CommitAsync(token);
        return added == 1 ? new TokenResult.Made(made, expiresAt) : new TokenResult.TooMany(most);
    }

    /// <returns>The account a token belongs to, and what the token opens; null when it is unknown, expired or revoked, or the account may not be used.</returns>
    public async Task<(Account Account, IReadOnlyList<string> Scopes)?> FindAccountAsync(string apiToken, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var row = await connection.QuerySingleOrDefaultAsync<UsedRow>(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("use_api_token.sql"), new { hash = HashOf(apiToken), now = clock.GetUtcNow() }, cancellationToken: token));
        return row is null ? null : (row.Plain(), row.Scopes);
    }

    /// <summary>The tokens of an account that still open something.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(long accountId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("list_api_tokens.sql"), new { accountId, now = clock.GetUtcNow() }, cancellationToken: token));
        return [.. rows.Select(row => new ApiToken(row.TokenHash, row.Label, Utc(row.CreatedAt), Utc(row.ExpiresAt), row.LastUsedAt is { } used ? Utc(used) : null, row.Scopes))];
    }

    /// <param name="accountId">Only a token of this account is revoked.</param>
    public async Task RevokeAsync(long accountId, string tokenHash, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<ApiTokenStore>("revoke_api_token.sql"), new { accountId, hash = tokenHash, now = clock.GetUtcNow() }, cancellationToken: token));
    }

    private static CommandDefinition Command(string file, object parameters, NpgsqlTransaction transaction, CancellationToken token) =>
        new(SqlText.Beside<ApiTokenStore>(file), parameters, transaction, cancellationToken: token);

    private static DateTimeOffset Utc(DateTime moment) => new(moment, TimeSpan.Zero);

    private static string HashOf(string apiToken) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(apiToken)));

    private sealed record Row
    {
        public required string TokenHash { get; init; }

        public required string Label { get; init; }

        public required DateTime CreatedAt { get; init; }

        public required DateTime ExpiresAt { get; init; }

        public DateTime? LastUsedAt { get; init; }

        public required string[] Scopes { get; init; }
    }

    private sealed record Holder(long AccountId, bool Disabled, bool MustChangePassword, bool NeedsSecondFactor);

    private sealed record UsedRow : Account
    {
        public required string[] Scopes { get; init; }
    }
}

/// <summary>What became of making a token.</summary>
public abstract record TokenResult
{
    private TokenResult()
    {
    }

    public sealed record Made(string Token, DateTimeOffset ExpiresAt) : TokenResult;

    /// <summary>No account that may be used has the name.</summary>
    public sealed record NoAccount : TokenResult;

    /// <summary>The account still has a password that somebody else saw.</summary>
    public sealed record PasswordToChange : TokenResult;

    /// <summary>The account's role needs one-time codes, and it has none.</summary>
    public sealed record SecondFactorToSetUp : TokenResult;

    /// <summary>The account has as many valid tokens as it may.</summary>
    public sealed record TooMany(int Most) : TokenResult;
}

/// <summary>A token of an account, known by its hash.</summary>
public sealed record ApiToken(string TokenHash, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, IReadOnlyList<string> Scopes);

/// <summary>What a token opens.</summary>
public static class TokenScope
{
    /// <summary>Published cells, and the figures that were shown.</summary>
    public const string Cells = "cells";

    /// <summary>Figures as others printed them.</summary>
    public const string Ledger = "ledger";

    /// <summary>The list of measures.</summary>
    public const string Measures = "measures";

    public static readonly IReadOnlyList<string> All = [Cells, Ledger, Measures];
}
