using System.Security.Claims;
using System.Text.Encodings.Web;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>Reads <c>Authorization: Bearer</c> of the HTTP interface: the same rights as the account's session.</summary>
public sealed class ApiTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiTokenStore tokens, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Start = SchemeName + " ";
    private const string Scope = "scope";

    public static bool IsMeant(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith(Start, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization.ToString()[Start.Length..].Trim();
        if (await tokens.FindAccountAsync(secret, Context.RequestAborted) is not { } found)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        var user = Session.Principal(found.Account, SchemeName, clock.GetUtcNow());
        user.AddIdentity(new ClaimsIdentity(found.Scopes.Select(scope => new Claim(Scope, scope))));
        return AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName));
    }

    /// <summary>Opens to a session, and to a token that was made for it.</summary>
    /// <param name="scope">Of <see cref="TokenScope"/>.</param>
    public static void Require(AuthorizationPolicyBuilder policy, string scope) => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => context.User.Identity?.AuthenticationType != SchemeName || context.User.HasClaim(Scope, scope));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => ApiProblem.WriteAsync(Context, StatusCodes.Status401Unauthorized);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblem.WriteAsync(Context, StatusCodes.Status403Forbidden);
}

/// <summary>Refusals of the HTTP interface: JSON that says what to do, never a redirect to a form.</summary>
public static class ApiProblem
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <param name="detail">What to do; null for what is usual.</param>
    public static Task WriteAsync(HttpContext context, int status, string? detail = null)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = ApiTokenHandler.SchemeName;
        }

        return context.Response.WriteAsJsonAsync(
            new
            {
                status,
                title = status == StatusCodes.Status401Unauthorized ? "Not signed in" : "Not allowed",
                detail = detail ?? (status == StatusCodes.Status401Unauthorized
                    ? "Send a session cookie or 'Authorization: Bearer <token>'; make a token on the account page or by ./analytics token ACCOUNT."
                    : "The account's role, or the scope of its token, does not reach this."),
            },
            options: null,
            contentType: "application/problem+json");
    }
}
