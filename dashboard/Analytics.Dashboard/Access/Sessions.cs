using System.Security.Claims;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>Starts, renews and ends sessions in browsers, and says whether one still holds.</summary>
public sealed class Sessions(SessionStore store, IOptions<SessionOptions> options, TimeProvider clock)
{
    /// <summary>A session for whoever showed to be the account; the one that the browser had before ends.</summary>
    public async Task SignInAsync(HttpContext context, Account account)
    {
        await EndRowAsync(context);
        var now = clock.GetUtcNow();
        await WriteAsync(context, account, now, await store.StartAsync(account, now, context.RequestAborted));
    }

    /// <summary>Writes what the account says now into the session, which is no younger for it; a change that ended sessions gives this one a new row.</summary>
    public async Task RenewAsync(HttpContext context, Account account)
    {
        var startedAt = Session.StartedAt(context.User);
        var id = Session.Id(context.User) is { } held && Session.Stamp(context.User) == account.SecurityStamp
            ? held
            : await store.StartAsync(account, startedAt, context.RequestAborted);
        await WriteAsync(context, account, startedAt, id);
    }

    /// <summary>Ends the session everywhere: in copies of its cookie, and in pages that stand open.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        await EndRowAsync(context);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>True while the account may be used and is what it was, and the session is not ended, too old, or too long unused.</summary>
    /// <param name="isUse">The reader did something; otherwise it is only looked at.</param>
    public async Task<bool> HoldsAsync(ClaimsPrincipal user, bool isUse, CancellationToken token) =>
        Session.Id(user) is { } id && Session.AccountId(user) is { } account && Session.Stamp(user) is { } stamp
        && await store.HoldsAsync(id, account, stamp, options.Value.Longest, options.Value.LongestIdle, isUse, token);

    private async Task EndRowAsync(HttpContext context)
    {
        if (Session.Id(context.User) is { } id)
        {
            await store.EndAsync(id, context.RequestAborted);
        }
    }

    private static Task WriteAsync(HttpContext context, Account account, DateTimeOffset startedAt, Guid session) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme, Session.Principal(account, CookieAuthenticationDefaults.AuthenticationScheme, startedAt, session));
}

/// <summary>Looks at each request whether its session still holds.</summary>
public sealed class CookieSession(Sessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // A connection of an open page is made and made again without its reader.
        var isUse = !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
        if (context.Principal is { } user && await sessions.HoldsAsync(user, isUse, context.HttpContext.RequestAborted))
        {
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => ApiProblem.IsApi(context.Request)
        ? ApiProblem.WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized)
        : base.RedirectToLogin(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => ApiProblem.IsApi(context.Request)
        ? ApiProblem.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden)
        : base.RedirectToAccessDenied(context);
}
