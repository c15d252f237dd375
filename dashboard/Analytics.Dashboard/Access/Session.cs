using System.Globalization;
using System.Security.Claims;
using Analytics.Dashboard.Localization;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Analytics.Dashboard.Access;

/// <summary>What a session says of its account, and whether it still holds.</summary>
public static class Session
{
    private const string MustChangePassword = "must_change_password";
    private const string Stamp = "stamp";

    public static ClaimsPrincipal Principal(Account account, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.AccountId.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, account.Name),
            new(ClaimTypes.Role, account.Role),
            new(Stamp, account.SecurityStamp.ToString()),
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

    public static Task SignInAsync(HttpContext context, Account account) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Principal(account, CookieAuthenticationDefaults.AuthenticationScheme));

    public static bool MustChange(ClaimsPrincipal user) => user.HasClaim(MustChangePassword, "true");

    public static long? AccountId(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>True while the account exists, is not disabled, and has not changed its password since.</summary>
    public static async Task<bool> HoldsAsync(ClaimsPrincipal user, AccountStore accounts, CancellationToken token) =>
        AccountId(user) is { } id
        && await accounts.FindAsync(id, token) is { } account
        && string.Equals(user.FindFirstValue(Stamp), account.SecurityStamp.ToString(), StringComparison.Ordinal);
}

/// <summary>Ends the sessions of closed accounts and old passwords: at each request, and each minute within an open page.</summary>
public sealed class CookieSession(AccountStore accounts) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } user && await Session.HoldsAsync(user, accounts, context.HttpContext.RequestAborted))
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
public sealed class CircuitSession(ILoggerFactory loggers, AccountStore accounts) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.Identity?.IsAuthenticated == true
            ? Session.HoldsAsync(authenticationState.User, accounts, cancellationToken)
            : Task.FromResult(true);
}
