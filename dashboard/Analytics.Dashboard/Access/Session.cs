using System.Globalization;
using System.Security.Claims;
using Analytics.Dashboard.Localization;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>What a session says of its account, and whether it still holds.</summary>
public static class Session
{
    private const string MustChangePassword = "must_change_password";
    private const string Stamp = "stamp";
    private const string Started = "started";

    /// <summary>A session ends after this long, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>A session ends when nothing was asked for this long.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(2);

    /// <param name="started">When the password was given.</param>
    public static ClaimsPrincipal Principal(Account account, string scheme, DateTimeOffset started)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.AccountId.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, account.Name),
            new(ClaimTypes.Role, account.Role),
            new(Stamp, account.SecurityStamp.ToString()),
            new(Started, started.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. Rights.Claims(account),
        ];
        if (account.Language is { } language)
        {
            claims.Add(new(LanguageChoice.Claim, language));
        }

        if (account.MustChangePassword)
        {
            claims.Add(new(MustChangePassword, "true"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    public static Task SignInAsync(HttpContext context, Account account, TimeProvider clock) => WriteAsync(context, account, clock.GetUtcNow());

    /// <summary>Writes what the account says now into the session, which is no younger for it.</summary>
    public static Task RenewAsync(HttpContext context, Account account) => WriteAsync(context, account, StartedAt(context.User));

    public static bool MustChange(ClaimsPrincipal user) => user.HasClaim(MustChangePassword, "true");

    public static long? AccountId(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>True while the account exists, is not disabled, has not changed its password since, and the session is not too old.</summary>
    public static async Task<bool> HoldsAsync(ClaimsPrincipal user, AccountStore accounts, TimeProvider clock, CancellationToken token) =>
        clock.GetUtcNow() - StartedAt(user) < Longest
        && AccountId(user) is { } id
        && await accounts.FindAsync(id, token) is { } account
        && string.Equals(user.FindFirstValue(Stamp), account.SecurityStamp.ToString(), StringComparison.Ordinal);

    private static DateTimeOffset StartedAt(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(Started), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;

    private static Task WriteAsync(HttpContext context, Account account, DateTimeOffset started) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme, Principal(account, CookieAuthenticationDefaults.AuthenticationScheme, started));
}

/// <summary>Ends the sessions of closed accounts and old passwords, and those that are too old: at each request, and every so often (<see cref="SessionOptions"/>) within an open page.</summary>
public sealed class CookieSession(AccountStore accounts, TimeProvider clock) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } user && await Session.HoldsAsync(user, accounts, clock, context.HttpContext.RequestAborted))
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

/// <inheritdoc cref="CookieSession"/>
public sealed class CircuitSession(ILoggerFactory loggers, AccountStore accounts, TimeProvider clock, IOptions<SessionOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(options.Value.CheckSeconds);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.Identity?.IsAuthenticated == true
            ? Session.HoldsAsync(authenticationState.User, accounts, clock, cancellationToken)
            : Task.FromResult(true);
}
