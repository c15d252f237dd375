using System.Net;
using Dapper;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// Who saw or did what, when: <c>ops.audit</c>. It is only added to; each entry's hash covers the entry and the hash before it, so
/// that an entry changed or taken out later is found (<see cref="StateAsync"/>), and it holds no figure's value. The database gives the
/// time and says where an entry came from.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages, as the worker's, or as the owner.</param>
public sealed class AuditLog(NpgsqlDataSource database)
{
    private const int LongestSubject = 1000;

    /// <summary>In whose name is written what is done on the server: the operating system's user, marked as such; no account is called so.</summary>
    public static string ServerUser => $"os:{Environment.UserName}";

    /// <param name="profile">Whose cells were seen; null where none were.</param>
    /// <param name="subject">What it was: a page, the query of a figure, an account. No value, no secret.</param>
    /// <param name="client">Where a sign-in came from.</param>
    /// <exception cref="PostgresException">The dashboard's role named an account that may not be used, or a thing that is done on the server.</exception>
    public async Task AddAsync(
        string account, string action, string subject, CancellationToken token, string? profile = null, long? publication = null, IPAddress? client = null)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var kept = string.Concat(subject.Take(LongestSubject).Select(sign => char.IsControl(sign) ? ' ' : sign));
        await connection.ExecuteAsync(Command(
            "add_audit.sql", new { account, profile, action, subject = kept, publication, client = Plain(client) }, token));
    }

    public async Task<AuditState> StateAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.QuerySingleAsync<AuditState>(Command("audit_state.sql", new { }, token));
    }

    /// <summary>Entries, newest first.</summary>
    /// <param name="before">Only entries with a smaller number; for the next page.</param>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(
        string? account, string? action, DateTimeOffset? from, long? before, int most, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<AuditEntry>(Command("list_audit.sql", new { account, action, from, before, most }, token))];
    }

    /// <summary>The accounts and actions that the audit names: kind (account, action) and code.</summary>
    public async Task<IReadOnlyList<(string Kind, string Code)>> ChoicesAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<(string, string)>(Command("audit_choices.sql", new { }, token))];
    }

    // An address of the link has a scope, which the database's type does not know.
    private static string? Plain(IPAddress? client) =>
        client is null ? null : (client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : new IPAddress(client.GetAddressBytes())).ToString();

    private static CommandDefinition Command(string file, object parameters, CancellationToken token) =>
        new(SqlText.Beside<AuditLog>(file), parameters, cancellationToken: token);
}

/// <param name="Client">The address that a sign-in came from.</param>
/// <param name="Origin">dashboard or server; null for entries from before this was kept.</param>
/// <param name="Hash">SHA-256 over this entry and the hash before it, hexadecimal.</param>
public sealed record AuditEntry(
    long AuditId, DateTime At, string Account, string? Profile, string Action, string Subject, long? Publication, string? Client, string? Origin, string Hash);

/// <summary>Whether the audit is what was written.</summary>
/// <param name="BrokenAt">The first entry that is not what was written, or follows one that was taken out; null when it is whole.</param>
/// <param name="Head">The last entry's hash: whoever noted it elsewhere can tell later that nothing before it changed.</param>
public sealed record AuditState(long Entries, long? LastId, long? BrokenAt, string? Head);

/// <summary>What the audit tells of.</summary>
public static class AuditAction
{
    public const string SignedIn = "signed_in";
    public const string SignInFailed = "sign_in_failed";
    public const string SignedOut = "signed_out";
    public const string Opened = "opened";
    public const string Saw = "saw";
    public const string Exported = "exported";
    public const string PasswordChanged = "password_changed";
    public const string SecondFactorOn = "second_factor_on";
    public const string SecondFactorOff = "second_factor_off";
    public const string TokenMade = "token_made";
    public const string TokenRevoked = "token_revoked";
    public const string AccountAdded = "account_added";
    public const string AccountDisabled = "account_disabled";
    public const string AccountEnabled = "account_enabled";
    public const string AccountUnlocked = "account_unlocked";
    public const string PasswordReset = "password_reset";
    public const string RoleChanged = "role_changed";
    public const string RoleNeedChanged = "role_need_changed";
    public const string RightsChanged = "rights_changed";
    public const string RejectedRowsTaken = "rejected_rows_taken";

    /// <summary>A job that changed something, or published; by schedule or by hand.</summary>
    public const string JobRan = "job_ran";

    /// <summary>A backup was put back.</summary>
    public const string Restored = "restored";

    /// <summary>Begins what is done on the command line: the command's name follows.</summary>
    public const string Command = "command_";

    // What the database writes down itself, when the row is made: sql/schema/.
    public const string Uploaded = "uploaded";
    public const string LoadAsked = "load_asked";
    public const string UploadDiscarded = "upload_discarded";
    public const string RejectedRowsAsked = "rejected_rows_asked";
    public const string Replayed = "replayed";
    public const string Dismissed = "dismissed";
    public const string DismissalUndone = "dismissal_undone";
    public const string JobAsked = "job_asked";
    public const string JobPaused = "job_paused";
    public const string JobResumed = "job_resumed";
    public const string SignedOff = "signed_off";
    public const string PairDecided = "pair_decided";
    public const string PairUndone = "pair_undone";
}
