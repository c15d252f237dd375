using Analytics.Dashboard.Access;

namespace Analytics.Dashboard.Hosting;

/// <summary>Lets pages of this site alone open a circuit or send a form: what a browser sends for another site's page is refused.</summary>
public static class SameOrigin
{
    private const string Circuit = "/_blazor";
    private const string FetchSite = "Sec-Fetch-Site";

    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
        IsForeign(context.Request)
            ? RequestProblem.WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                "Another site's request",
                $"The request says that it comes from another address than {context.Request.Scheme}://{context.Request.Host}. " +
                $"If that is not how the site is reached, its proxy is not named in {ProxyOptions.Section}:{nameof(ProxyOptions.Trusted)}.")
            : next(context));

    private static bool IsForeign(HttpRequest request)
    {
        var opensSocket = request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);
        var changesNothing = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method);
        if (changesNothing && !opensSocket && !request.Path.StartsWithSegments(Circuit, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Every browser says where a socket is opened from; a program that is no browser carries nobody's cookies but its own.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? !IsOwn(origin, request)
            : opensSocket || request.Headers[FetchSite].ToString() is "cross-site" or "same-site";
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var ours)
        && Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
