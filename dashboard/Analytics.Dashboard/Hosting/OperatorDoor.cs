using System.Net;
using Analytics.Dashboard.Access;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Hosting;

/// <summary>
/// Keeps addresses for whoever runs the server to those whom <see cref="OperatorOptions"/> names; others find nothing there.
/// </summary>
public static class OperatorDoor
{
    private static readonly string[] s_signsOfAProxy = ["X-Forwarded-For", "X-Original-For", "Forwarded", "X-Real-IP", "Via"];

    public static TBuilder OpenTo<TBuilder>(this TBuilder endpoint, Func<OperatorOptions, OperatorAccess> access)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder =>
        {
            var next = builder.RequestDelegate!;
            builder.RequestDelegate = context => May(access(OptionsOf(context)), context)
                ? next(context)
                : Results.NotFound().ExecuteAsync(context);
        });
        return endpoint;
    }

    private static bool May(OperatorAccess access, HttpContext context) => access switch
    {
        OperatorAccess.Open => true,
        OperatorAccess.Local => IsLocal(context) || IsAdministrator(context),
        OperatorAccess.Administrators => IsAdministrator(context),
        _ => false,
    };

    private static OperatorOptions OptionsOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<OperatorOptions>>().Value;

    private static bool IsAdministrator(HttpContext context) =>
        context.User.Role() == Role.Administrator && !Session.MustChange(context.User);

    // A proxy on this machine speaks for somebody elsewhere, also where its word is not taken.
    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !s_signsOfAProxy.Any(context.Request.Headers.ContainsKey);
}
