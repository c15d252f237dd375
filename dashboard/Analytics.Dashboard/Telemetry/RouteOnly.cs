using System.Diagnostics;
using Analytics.Dashboard.Published;
using OpenTelemetry;

namespace Analytics.Dashboard.Telemetry;

/// <summary>Leaves of a request's span its method, route and outcome: an address may hold a number, an account or a filter.</summary>
internal sealed class RouteOnly : BaseProcessor<Activity>
{
    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.route", "http.response.status_code", "error.type", "url.scheme", "network.protocol.version",
    };

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Source.Name == Measured.SourceName)
        {
            return;
        }

        foreach (var (key, _) in data.TagObjects.Where(tag => !s_kept.Contains(tag.Key)).ToList())
        {
            data.SetTag(key, null);
        }

        // The description of a failure is an exception's message.
        data.SetStatus(data.Status);
    }
}
