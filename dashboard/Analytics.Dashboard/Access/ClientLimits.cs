using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Analytics.Dashboard.Localization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>
/// Limits by the framework's rate limiter, from <see cref="LimitOptions"/>: before it is known who asks, by the client's address; once it
/// is known, by account and in all. Failed sign-ins are counted by <see cref="SignInThrottle"/>.
/// </summary>
public static class ClientLimits
{
    private const string Circuit = "/_blazor";
    private const int NetworkBytes = 8;
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_circuitPause = TimeSpan.FromSeconds(30);

    /// <summary>Stands before sign-in is looked at.</summary>
    public static IApplicationBuilder UseAddressLimits(this IApplicationBuilder app)
    {
        var limits = Limits(app);
        return app.UseRateLimiter(Options(PartitionedRateLimiter.Create<HttpContext, (string, string)>(context =>
            IsSignIn(context.Request) ? Window(("sign-in", Address(context)), limits.SignInsPerMinute)
            : ApiProblem.IsApi(context.Request) ? Window(("interface", Address(context)), limits.RequestsPerMinuteAndAddress)
            : RateLimitPartition.GetNoLimiter(("", "")))));
    }

    /// <summary>Stands once it is known who asks.</summary>
    public static IApplicationBuilder UseAccountLimits(this IApplicationBuilder app)
    {
        var limits = Limits(app);
        return app.UseRateLimiter(Options(PartitionedRateLimiter.CreateChained(
            Limiter(limits.RequestsPerMinuteAndAccount, limits.CircuitsPerAccount, Account),
            Limiter(limits.RequestsPerMinute, limits.Circuits, _ => ""))));
    }

    /// <summary>Whose requests are counted together: one address, or the network that one client of IPv6 is given.</summary>
    public static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address when !IPAddress.IsLoopback(address) =>
            Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        var address => address.ToString(),
    };

    // A circuit is one long request on the socket: it counts for as long as the page is open.
    private static PartitionedRateLimiter<HttpContext> Limiter(int requests, int circuits, Func<HttpContext, string> whose) =>
        PartitionedRateLimiter.Create<HttpContext, (string, string)>(context =>
            ApiProblem.IsApi(context.Request) ? Window(("interface", whose(context)), requests)
            : IsCircuit(context.Request) ? RateLimitPartition.GetConcurrencyLimiter(
                ("circuit", whose(context)), _ => new ConcurrencyLimiterOptions { PermitLimit = circuits, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(("", "")));

    private static RateLimitPartition<(string, string)> Window((string, string) whose, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = s_minute });

    private static string Account(HttpContext context) =>
        Session.AccountId(context.User) is { } id ? id.ToString(CultureInfo.InvariantCulture) : "at " + Address(context);

    private static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(Routes.SignIn, StringComparison.OrdinalIgnoreCase);

    private static bool IsCircuit(HttpRequest request) =>
        request.Path.StartsWithSegments(Circuit, StringComparison.OrdinalIgnoreCase) && request.Headers.Upgrade.Count > 0;

    private static LimitOptions Limits(IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<LimitOptions>>().Value;

    private static RateLimiterOptions Options(PartitionedRateLimiter<HttpContext> limiter) => new()
    {
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        GlobalLimiter = limiter,
        OnRejected = async (rejected, token) => await RefuseAsync(rejected.HttpContext, rejected.Lease, token),
    };

    private static async Task RefuseAsync(HttpContext context, RateLimitLease lease, CancellationToken token)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : s_circuitPause;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (IsSignIn(context.Request))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(LanguageChoice.Of(context).Text(SignInText.TooMany), token);
            return;
        }

        await RequestProblem.WriteAsync(
            context,
            StatusCodes.Status429TooManyRequests,
            "Too many requests",
            $"The limit of this account, this address or the server is reached; ask again in {seconds} s.");
    }
}
