using System.Security.Claims;
using Analytics.Database.Accounts;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Dashboard.Access;

/// <summary>
/// Writes down who saw or did what, before it is shown or as it is done: what cannot be written down is not shown. The same account's
/// look at the same thing is written once in a quarter of an hour; an export is written each time.
/// </summary>
public sealed class AuditTrail(AuditLog log) : IDisposable
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan s_sameLook = TimeSpan.FromMinutes(15);

    private readonly MemoryCache _looks = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>A page was opened; of its address only the path is kept.</summary>
    public Task OpenedAsync(ClaimsPrincipal user, string path, CancellationToken token) => LookedAsync(user, AuditAction.Opened, path, profile: null, publication: null, token);

    /// <summary>Cells were shown.</summary>
    /// <param name="query">What was asked, as the query string of the HTTP interface.</param>
    public Task SawAsync(ClaimsPrincipal user, Profile profile, long publication, string query, CancellationToken token) =>
        LookedAsync(user, AuditAction.Saw, query, profile, publication, token);

    /// <summary>Cells left as a file or an answer.</summary>
    public Task ExportedAsync(ClaimsPrincipal user, Profile profile, long? publication, string query, CancellationToken token) =>
        log.AddAsync(Name(user), AuditAction.Exported, query, token, profile.Code(), publication);

    /// <param name="action">Of <see cref="AuditAction"/>.</param>
    /// <param name="subject">Whom or what it was done to.</param>
    public Task DidAsync(ClaimsPrincipal user, string action, string subject, CancellationToken token) => log.AddAsync(Name(user), action, subject, token);

    /// <summary>Somebody tried to get in, or got in, who has no session yet; with the address of the client.</summary>
    /// <param name="account">Null where there is no such account: what was typed may be a password.</param>
    public Task TriedAsync(string? account, string action, HttpContext context) =>
        log.AddAsync(account ?? "", action, "", context.RequestAborted, client: context.Connection.RemoteIpAddress);

    /// <summary>A session is ended by its reader.</summary>
    public Task SignedOutAsync(HttpContext context) =>
        log.AddAsync(Name(context.User), AuditAction.SignedOut, "", context.RequestAborted, client: context.Connection.RemoteIpAddress);

    public void Dispose() => _looks.Dispose();

    private async Task LookedAsync(ClaimsPrincipal user, string action, string subject, Profile? profile, long? publication, CancellationToken token)
    {
        var look = (Name(user), action, subject, profile, publication);
        if (_looks.TryGetValue(look, out _))
        {
            return;
        }

        await log.AddAsync(look.Item1, action, subject, token, profile?.Code(), publication);
        _looks.Set(look, true, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = s_sameLook, Size = 1 });
    }

    private static string Name(ClaimsPrincipal user) => user.Identity?.Name ?? "";
}
