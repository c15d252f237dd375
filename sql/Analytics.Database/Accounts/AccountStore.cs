using Dapper;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// The accounts: <c>ops.account</c>. Passwords are kept as PBKDF2 hashes (<see cref="PasswordHasher{TUser}"/>). How often somebody may
/// try is for the caller to say; only wrong one-time codes, which need the password first, lock an account's codes here.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages, or as the owner.</param>
public sealed class AccountStore(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly PasswordHasher<string> s_hasher = new();

    // Verified where no account has the name, so that an answer takes as long either way.
    private static readonly string s_nobody = s_hasher.HashPassword("", Guid.NewGuid().ToString());

    /// <summary>Makes an account, or leaves the one that has this name as it is. True when it was made.</summary>
    public async Task<bool> AddAsync(string name, string role, string password, bool mustChangePassword, CancellationToken token)
    {
        var parameters = new { name, role, mustChangePassword, passwordHash = s_hasher.HashPassword(name, password) };
        return await ExecuteAsync("add_account.sql", parameters, token) == 1;
    }

    /// <summary>Tries a password. An account that there is and one that there is not take the same steps, and as long.</summary>
    public async Task<SignInResult> SignInAsync(string name, string password, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var row = await connection.QuerySingleOrDefaultAsync<SecretRow>(Command("find_secrets.sql", new { name }, null, token));
        var verified = s_hasher.VerifyHashedPassword(name, row?.PasswordHash ?? s_nobody, password);
        if (row is null or { Disabled: true } || verified == PasswordVerificationResult.Failed)
        {
            return new SignInResult.Refused(row is not null);
        }

        var signedInAt = row.HasSecondFactor ? (DateTimeOffset?)null : clock.GetUtcNow();
        var passwordHash = verified == PasswordVerificationResult.SuccessRehashNeeded ? s_hasher.HashPassword(name, password) : null;
        await connection.ExecuteAsync(Command("save_sign_in.sql", new { row.AccountId, signedInAt, passwordHash }, null, token));
        return new SignInResult.Accepted(row.Plain());
    }

    /// <summary>
    /// Tries a one-time code, after the password was accepted. A code is accepted once ever: its step of time must be later than that of
    /// any code before it. A recovery code stands in for it, once.
    /// </summary>
    /// <param name="verify">The step of time that a code belongs to for a secret; null where it does not belong to it now.</param>
    /// <param name="isKnownClient">The attempt comes from where the account was signed in to before: others' failures do not hinder it.</param>
    public async Task<SignInResult> EnterCodeAsync(string name, string code, Func<string, string, long?> verify, bool isKnownClient, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.ExecuteAsync(Command("lock_account.sql", new { name }, transaction, token));
        var row = await connection.QuerySingleOrDefaultAsync<SecretRow>(Command("find_secrets.sql", new { name }, transaction, token));
        if (row is not { Disabled: false, SecondFactor: { } secret })
        {
            return new SignInResult.Refused(row is not null);
        }

        var now = clock.GetUtcNow();
        if (!isKnownClient && row.LockEnd is { } locked && locked > now)
        {
            return new SignInResult.Locked(locked);
        }

        var step = verify(secret, code) is { } found && (row.LastCodeStep is not { } last || found > last) ? found : (long?)null;
        var accepted = step is not null || await UseRecoveryCodeAsync(connection, transaction, row.AccountId, code, now, token);
        var failures = accepted ? 0 : isKnownClient ? row.FailedCodes : row.FailedCodes + 1;
        DateTimeOffset? lockedUntil = accepted ? null : isKnownClient ? row.LockEnd : now + Backoff.After(failures);
        await connection.ExecuteAsync(Command(
            "save_code.sql",
            new { row.AccountId, failures, lockedUntil, step, signedInAt = accepted ? now : (DateTimeOffset?)null },
            transaction,
            token));
        await transaction.CommitAsync(token);
        return accepted ? new SignInResult.Accepted(row.Plain())
            : lockedUntil > now ? new SignInResult.Locked(lockedUntil.Value)
            : new SignInResult.Refused(IsKnown: true);
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

    /// <summary>Sets a password of the reader's own. Every session and every token of the account ends.</summary>
    public Task ChangePasswordAsync(Account account, string password, CancellationToken token) =>
        SetPasswordAsync(account.AccountId, account.Name, password, mustChangePassword: false, token);

    /// <summary>Sets a first password, which must be changed. Every session and every token of the account ends.</summary>
    public Task ResetPasswordAsync(long accountId, string name, string password, CancellationToken token) =>
        SetPasswordAsync(accountId, name, password, mustChangePassword: true, token);

    /// <summary>Sets one-time codes up. Every session of the account ends.</summary>
    /// <param name="secret">The protected secret.</param>
    /// <param name="step">The step of time of the code that was shown first.</param>
    /// <param name="recoveryCodes">Codes that stand in for the phone, once each.</param>
    /// <returns>False where that code, or a later one, was accepted before.</returns>
    public async Task<bool> SetSecondFactorAsync(long accountId, string secret, long step, IReadOnlyCollection<string> recoveryCodes, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        if (await connection.ExecuteScalarAsync<long>(Command("save_second_factor.sql", new { accountId, secret, step }, transaction, token)) == 0)
        {
            return false;
        }

        var hashes = recoveryCodes.Select(code => RecoveryCode.Hash(accountId, code)).ToArray();
        await connection.ExecuteAsync(Command("add_recovery_codes.sql", new { accountId, hashes }, transaction, token));
        await transaction.CommitAsync(token);
        return true;
    }

    /// <summary>Takes one-time codes away. Every session of the account ends.</summary>
    public async Task RemoveSecondFactorAsync(long accountId, CancellationToken token) => await ExecuteAsync("remove_second_factor.sql", new { accountId }, token);

    /// <summary>Closes or opens an account. Every session and every token of it ends.</summary>
    /// <returns>False where it is the last administrator that may sign in, who stays.</returns>
    public async Task<bool> SetDisabledAsync(long accountId, bool disabled, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var parameters = new { accountId, disabled, now = clock.GetUtcNow() };
        return await connection.ExecuteScalarAsync<long>(Command("set_disabled.sql", parameters, null, token)) == 1;
    }

    /// <returns>False where it is the last administrator that may sign in, who stays one.</returns>
    public async Task<bool> SetRoleAsync(long accountId, string role, CancellationToken token) =>
        await ExecuteAsync("set_role.sql", new { accountId, role }, token) == 1;

    /// <summary>Lets an account's codes be tried again.</summary>
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

    /// <summary>The roles whose accounts must set up one-time codes.</summary>
    public async Task<IReadOnlyList<string>> RoleNeedsAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<string>(Command("list_role_needs.sql", new { }, null, token))];
    }

    /// <summary>Makes a role need one-time codes, or no longer. Sessions of its accounts that have none end.</summary>
    public async Task SetRoleNeedAsync(string role, bool needed, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.ExecuteAsync(Command("set_role_need.sql", new { role, needed }, transaction, token));
        await transaction.CommitAsync(token);
    }

    private async Task SetPasswordAsync(long accountId, string name, string password, bool mustChangePassword, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var parameters = new { accountId, mustChangePassword, passwordHash = s_hasher.HashPassword(name, password), now = clock.GetUtcNow() };
        await connection.ExecuteAsync(Command("change_password.sql", parameters, transaction, token));
        await transaction.CommitAsync(token);
    }

    private static async Task<bool> UseRecoveryCodeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long accountId, string code, DateTimeOffset now, CancellationToken token)
    {
        var parameters = new { accountId, codeHash = RecoveryCode.Hash(accountId, code), now };
        return await connection.ExecuteAsync(Command("use_recovery_code.sql", parameters, transaction, token)) == 1;
    }

    private async Task<int> ExecuteAsync(string file, object parameters, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteAsync(Command(file, parameters, null, token));
    }

    private static CommandDefinition Command(string file, object parameters, NpgsqlTransaction? transaction, CancellationToken token) =>
        new(SqlText.Beside<AccountStore>(file), parameters, transaction, cancellationToken: token);

    private sealed record SecretRow : Account
    {
        public required string PasswordHash { get; init; }

        public required int FailedCodes { get; init; }

        public DateTime? CodesLockedUntil { get; init; }

        public required bool Disabled { get; init; }

        public string? SecondFactor { get; init; }

        public long? LastCodeStep { get; init; }

        public DateTimeOffset? LockEnd => CodesLockedUntil is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : null;
    }
}
