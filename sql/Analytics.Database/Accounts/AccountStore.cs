using Dapper;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// The accounts: <c>ops.account</c>. Passwords are kept as PBKDF2 hashes (<see cref="PasswordHasher{TUser}"/>). Failures in a row lock
/// an account for a time that doubles with each further failure.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages, or as the owner.</param>
public sealed class AccountStore(NpgsqlDataSource database, TimeProvider clock)
{
    public const int FailuresBeforeLock = 5;

    private static readonly TimeSpan s_firstLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestLock = TimeSpan.FromHours(1);
    private static readonly PasswordHasher<string> s_hasher = new();

    // Verified where no account has the name, so that an answer takes as long either way.
    private static readonly string s_nobody = s_hasher.HashPassword("", Guid.NewGuid().ToString());

    /// <summary>Makes an account, or leaves the one that has this name as it is. True when it was made.</summary>
    public async Task<bool> AddAsync(string name, string role, string password, bool mustChangePassword, CancellationToken token)
    {
        var parameters = new { name, role, mustChangePassword, passwordHash = s_hasher.HashPassword(name, password) };
        return await ExecuteAsync("add_account.sql", parameters, token) == 1;
    }

    public async Task<SignInResult> SignInAsync(string name, string password, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var sql = SqlText.Beside<AccountStore>("lock_account.sql");
        var row = await connection.QuerySingleOrDefaultAsync<SecretRow>(new CommandDefinition(sql, new { name }, transaction, cancellationToken: token));
        var verified = s_hasher.VerifyHashedPassword(name, row?.PasswordHash ?? s_nobody, password);
        if (row is null || row.Disabled)
        {
            return new SignInResult.Refused();
        }

        var now = clock.GetUtcNow();
        if (row.LockEnd is { } locked && locked > now)
        {
            return new SignInResult.Locked(locked);
        }

        var accepted = verified != PasswordVerificationResult.Failed;
        var failures = accepted ? 0 : row.FailedSignIns + 1;
        var lockedUntil = LockAfter(failures, now);
        var outcome = new
        {
            row.AccountId,
            failures,
            lockedUntil,
            signedInAt = accepted ? now : (DateTimeOffset?)null,
            passwordHash = verified == PasswordVerificationResult.SuccessRehashNeeded ? s_hasher.HashPassword(name, password) : null,
        };
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<AccountStore>("save_sign_in.sql"), outcome, transaction, cancellationToken: token));
        await transaction.CommitAsync(token);

        return accepted ? new SignInResult.Accepted(row.Account)
            : lockedUntil is { } until ? new SignInResult.Locked(until)
            : new SignInResult.Refused();
    }

    /// <summary>The account while it may be used; null when it is gone or disabled.</summary>
    public async Task<Account?> FindAsync(long accountId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var command = new CommandDefinition(SqlText.Beside<AccountStore>("find_account.sql"), new { accountId }, cancellationToken: token);
        return await connection.QuerySingleOrDefaultAsync<Account>(command);
    }

    /// <summary>Sets a password of the reader's own. Every session of the account ends.</summary>
    public async Task ChangePasswordAsync(Account account, string password, CancellationToken token) => await ExecuteAsync(
        "change_password.sql",
        new { account.AccountId, passwordHash = s_hasher.HashPassword(account.Name, password) },
        token);

    public async Task SetLanguageAsync(long accountId, string? language, CancellationToken token) =>
        await ExecuteAsync("set_language.sql", new { accountId, language }, token);

    private async Task<int> ExecuteAsync(string file, object parameters, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<AccountStore>(file), parameters, cancellationToken: token));
    }

    private static DateTimeOffset? LockAfter(int failures, DateTimeOffset now)
    {
        if (failures < FailuresBeforeLock)
        {
            return null;
        }

        var doublings = Math.Min(failures - FailuresBeforeLock, 10);
        var length = s_firstLock * Math.Pow(2, doublings);
        return now + (length < s_longestLock ? length : s_longestLock);
    }

    private sealed record SecretRow(
        long AccountId, string Name, string Role, bool MustChangePassword, string? Language, Guid SecurityStamp,
        string PasswordHash, int FailedSignIns, DateTime? LockedUntil, bool Disabled)
    {
        public DateTimeOffset? LockEnd => LockedUntil is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : null;

        public Account Account => new(AccountId, Name, Role, MustChangePassword, Language, SecurityStamp);
    }
}
