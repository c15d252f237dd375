namespace Analytics.Dashboard.Access;

/// <summary>What a browser may do with our pages: load from here and nowhere else, and be framed by nobody.</summary>
public static class SecurityHeaders
{
    // Chart labels and bar patterns set style attributes; style sheets and scripts come from files only. The hash is that of an
    // empty style element, which the chart library and Blazor look for or make.
    private const string ContentPolicy =
        "default-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            
            // With no-referrer a browser would not say from which site a form was sent.
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (context.User.Identity?.IsAuthenticated == true && !headers.ContainsKey("Cache-Control"))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>
    /// Whoever still has a password that somebody else saw can only change it or leave; then, whoever's role needs one-time codes can
    /// only set them up or leave.
    /// </summary>
    public static IApplicationBuilder UseFirstSteps(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (FirstStep(context.User) is not { } step || context.GetEndpoint() is not { } endpoint || IsOpen(context.Request, endpoint, step))
        {
            return next(context);
        }

        if (ApiProblem.IsApi(context.Request))
        {
            return ApiProblem.WriteAsync(context, StatusCodes.Status403Forbidden, step == Routes.Password
                ? "The account's first password was not changed yet: sign in to the dashboard and choose a password."
                : "The account's role needs one-time codes: sign in to the dashboard and set them up.");
        }

        context.Response.Redirect(step);
        return Task.CompletedTask;
    });

    private static string? FirstStep(System.Security.Claims.ClaimsPrincipal user) =>
        Session.MustChange(user) ? Routes.Password : Session.MustSetUpCodes(user) ? Routes.SecondFactor : null;

    private static bool IsOpen(HttpRequest request, Endpoint endpoint, string step) =>
        request.Path == step || request.Path == Routes.SignOut
        || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
}
