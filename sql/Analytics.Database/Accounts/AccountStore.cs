using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// The accounts: <c>ops.account</c>. Passwords are kept as PBKDF2 hashes (<see cref="PasswordHasher{TUser}"/>). Failures in a row, of
/// passwords and codes alike, lock an account for a time that doubles with each further failure.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages, or as the owner.</param>
public sealed class AccountStore(NpgsqlDataSource database, TimeProvider clock)
{
    public const int FailuresBeforeLock = 5;

    /// <summary>An accepted code is not accepted again for this long, which is longer than it could be valid (RFC 6238, section 5.2).</summary>
    public static readonly TimeSpan CodeUsedFor = TimeSpan.FromMinutes(10);

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

    /// <summary>Tries a password. Where a one-time code is asked for as well, the failures before are forgiven by the code alone.</summary>
    public async Task<SignInResult> SignInAsync(string name, string password, CancellationToken token)
    {
        await using var attempt = await BeginAsync(name, token);
        var verified = s_hasher.VerifyHashedPassword(name, attempt.Row?.PasswordHash ?? s_nobody, password);
        if (attempt.Ended(clock.GetUtcNow()) is { } ended)
        {
            return ended;
        }

        var rehashed = verified == PasswordVerificationResult.SuccessRehashNeeded ? s_hasher.HashPassword(name, password) : null;
        return await EndAsync(attempt, verified != PasswordVerificationResult.Failed, attempt.Row!.HasSecondFactor, rehashed, token);
    }

    /// <summary>Tries a one-time code, after the password was accepted.</summary>
    /// <param name="verify">Whether a code belongs to a secret at this moment.</param>
    public async Task<SignInResult> EnterCodeAsync(string name, string code, Func<string, string, Task<bool>> verify, CancellationToken token)
    {
        await using var attempt = await BeginAsync(name, token);
        var now = clock.GetUtcNow();
        if (attempt.Ended(now) is { } ended)
        {
            return ended;
        }

        var row = attempt.Row!;
        var codeHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.AccountId}:{code}")));
        var wasUsed = row.LastCodeHash == codeHash && row.LastCodeAt is { } at && now - new DateTimeOffset(at, TimeSpan.Zero) < CodeUsedFor;
        var accepted = row.SecondFactor is { } secret && !wasUsed && await verify(secret, code);
        if (accepted)
        {
            await attempt.ExecuteAsync("save_code.sql", new { row.AccountId, codeHash, now }, token);
        }

        return await EndAsync(attempt, accepted, codeIsDue: false, passwordHash: null, token);
    }

    /// <summary>The account while it may be used; null when it is gone or disabled.</summary>
    public async Task<Account?> FindAsync(long accountId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.QuerySingleOrDefaultAsync<Account>(Command("find_account.sql", new { accountId }, null, token));
    }

    public async Task<IReadOnlyList<ListedAccount>> ListAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<ListedAccount>(Command("list_accounts.sql", new { now = clock.GetUtcNow() }, null, token))];
    }

    /// <summary>Sets a password of the reader's own. Every session of the account ends.</summary>
    public async Task ChangePasswordAsync(Account account, string password, CancellationToken token) =>
        await ExecuteAsync("change_password.sql", new { account.AccountId, passwordHash = s_hasher.HashPassword(account.Name, password) }, token);

    /// <summary>Sets a first password, which must be changed. Every session of the account ends.</summary>
    public async Task ResetPasswordAsync(long accountId, string name, string password, CancellationToken token) =>
        await ExecuteAsync("reset_password.sql", new { accountId, passwordHash = s_hasher.HashPassword(name, password) }, token);

    /// <param name="secret">The protected secret of the one-time codes; null takes the second factor away. Every session of the account ends.</param>
    public async Task SetSecondFactorAsync(long accountId, string? secret, CancellationToken token) =>
        await ExecuteAsync("save_second_factor.sql", new { accountId, secret }, token);

    /// <returns>False where it is the last administrator that may sign in, who stays.</returns>
    public async Task<bool> SetDisabledAsync(long accountId, bool disabled, CancellationToken token) =>
        await ExecuteAsync("set_disabled.sql", new { accountId, disabled }, token) == 1;

    /// <returns>False where it is the last administrator that may sign in, who stays one.</returns>
    public async Task<bool> SetRoleAsync(long accountId, string role, CancellationToken token) =>
        await ExecuteAsync("set_role.sql", new { accountId, role }, token) == 1;

    public async Task UnlockAsync(long accountId, CancellationToken token) => await ExecuteAsync("unlock_account.sql", new { accountId }, token);

    /// <summary>Limits an account to these; a kind without codes is no limit. Every session of the account ends.</summary>
    /// <param name="rights">Kind (source, region, programme) and code.</param>
    public async Task SetRightsAsync(long accountId, IReadOnlyCollection<(string Kind, string Code)> rights, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var parameters = new { accountId, kinds = rights.Select(right => right.Kind).ToArray(), codes = rights.Select(right => right.Code).ToArray() };
        await connection.ExecuteAsync(Command("set_rights.sql", parameters, transaction, token));
        await transaction.CommitAsync(token);
    }

    public async Task SetLanguageAsync(long accountId, string? language, CancellationToken token) =>
        await ExecuteAsync("set_language.sql", new { accountId, language }, token);

    private async Task<Attempt> BeginAsync(string name, CancellationToken token)
    {
        var connection = await database.OpenConnectionAsync(token);
        var transaction = await connection.BeginTransactionAsync(token);
        return new Attempt(connection, transaction, await connection.QuerySingleOrDefaultAsync<SecretRow>(Command("lock_account.sql", new { name }, transaction, token)));
    }

    /// <summary>Counts an attempt, and says how it ended.</summary>
    /// <param name="codeIsDue">The attempt is only half of signing in: it forgives nothing.</param>
    private async Task<SignInResult> EndAsync(Attempt attempt, bool accepted, bool codeIsDue, string? passwordHash, CancellationToken token)
    {
        var row = attempt.Row!;
        var now = clock.GetUtcNow();
        var failures = !accepted ? row.FailedSignIns + 1 : codeIsDue ? row.FailedSignIns : 0;
        var lockedUntil = accepted ? null : LockAfter(failures, now);
        await attempt.ExecuteAsync(
            "save_sign_in.sql",
            new { row.AccountId, failures, lockedUntil, signedInAt = accepted && !codeIsDue ? now : (DateTimeOffset?)null, passwordHash },
            token);
        await attempt.Transaction.CommitAsync(token);
        return accepted ? new SignInResult.Accepted(row.Plain())
            : lockedUntil is { } until ? new SignInResult.Locked(until)
            : new SignInResult.Refused(IsKnown: true);
    }

    private async Task<int> ExecuteAsync(string file, object parameters, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteAsync(Command(file, parameters, null, token));
    }

    private static CommandDefinition Command(string file, object parameters, NpgsqlTransaction? transaction, CancellationToken token) =>
        new(SqlText.Beside<AccountStore>(file), parameters, transaction, cancellationToken: token);

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

    /// <summary>An attempt to sign in, with its account's row held until the attempt is counted.</summary>
    private sealed class Attempt(NpgsqlConnection connection, NpgsqlTransaction transaction, SecretRow? row) : IAsyncDisposable
    {
        public SecretRow? Row => row;

        public NpgsqlTransaction Transaction => transaction;

        /// <summary>Why nothing is tried: no such account, or none that may be used, or a locked one.</summary>
        public SignInResult? Ended(DateTimeOffset now) =>
            row is null or { Disabled: true } ? new SignInResult.Refused(row is not null)
            : row.LockEnd is { } locked && locked > now ? new SignInResult.Locked(locked)
            : null;

        public Task<int> ExecuteAsync(string file, object parameters, CancellationToken token) => connection.ExecuteAsync(Command(file, parameters, transaction, token));

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    private sealed record SecretRow : Account
    {
        public required string PasswordHash { get; init; }

        public required int FailedSignIns { get; init; }

        public DateTime? LockedUntil { get; init; }

        public required bool Disabled { get; init; }

        public string? SecondFactor { get; init; }

        public string? LastCodeHash { get; init; }

        public DateTime? LastCodeAt { get; init; }

        public DateTimeOffset? LockEnd => LockedUntil is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : null;
    }
}
