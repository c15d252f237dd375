using System.Globalization;
using System.Text;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;

namespace Analytics.Dashboard.Api;

/// <summary><c>GET /metrics</c>: how fresh and how well the server is, in Prometheus' text format. Holds no figure about persons.</summary>
public static class MetricsEndpoint
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double s_startedAt = Environment.TickCount64 / 1000d;

    public static async Task<IResult> GetAsync(ProfileDatabase databases, CancellationToken token)
    {
        var text = new StringBuilder();
        try
        {
            var publication = await ReferenceQuery.PublicationAsync(databases.ForReadiness, token);
            var reference = await ReferenceQuery.ReferenceAsync(databases.ForReadiness, token);
            Gauge("analytics_database_up", "Whether the database answers.", ("", 1));
            Gauge("analytics_publication_timestamp_seconds", "When the current publication was made.", ("", Seconds(publication?.PublishedAt)));
            Gauge("analytics_data_as_of_timestamp_seconds", "When the newest batch behind it came.", ("", Seconds(publication?.DataAsOf)));
            Gauge("analytics_source_last_loaded_timestamp_seconds", "When a source was last loaded.",
                [.. reference.Sources.Select(source => ($"{{source=\"{source.SourceId}\",feed=\"{source.Feed}\"}}", Seconds(source.LastLoadedAt)))]);
            Gauge("analytics_source_expected_every_seconds", "How often a source is expected.",
                [.. reference.Sources.Select(source => ($"{{source=\"{source.SourceId}\",feed=\"{source.Feed}\"}}", source.ExpectedEveryDays * 86_400d))]);
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault))
        {
            text.Clear();
            Gauge("analytics_database_up", "Whether the database answers.", ("", 0));
        }

        Gauge("dotnet_gc_heap_bytes", "Size of the managed heap.", ("", GC.GetTotalMemory(forceFullCollection: false)));
        Gauge("process_working_set_bytes", "Memory of the process.", ("", Environment.WorkingSet));
        Gauge("process_uptime_seconds", "Time since the process started.", ("", (Environment.TickCount64 / 1000d) - s_startedAt));
        return Results.Text(text.ToString(), ContentType);

        void Gauge(string name, string help, params IReadOnlyList<(string Labels, double Value)> samples)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
            foreach (var (labels, value) in samples)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value}\n");
            }
        }
    }

    private static double Seconds(DateTimeOffset? moment) => moment?.ToUnixTimeSeconds() ?? 0;
}
