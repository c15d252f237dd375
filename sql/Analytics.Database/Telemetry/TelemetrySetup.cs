using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Analytics.Database.Telemetry;

/// <summary>What both processes hand to OpenTelemetry: the spans and meters of their own name, and where they go.</summary>
/// <remarks>
/// Logs are not sent, and neither are Npgsql's own spans: they carry messages of errors, and a message of the database may quote what
/// was in a row.
/// </remarks>
public static class TelemetrySetup
{
    /// <param name="name">Of the process, its activity source and its meter.</param>
    /// <param name="target">Null where nothing is sent.</param>
    public static IOpenTelemetryBuilder AddAnalytics(this IOpenTelemetryBuilder builder, string name, OtlpTarget? target)
    {
        builder.ConfigureResource(resource => resource.AddService(name, serviceNamespace: "analytics"));
        builder.WithTracing(tracing => tracing.AddSource(name));
        builder.WithMetrics(metrics => metrics.AddMeter(name));
        if (target is not null)
        {
            builder.WithTracing(tracing => tracing.AddOtlpExporter(options => SendTo(target, "traces", options)));
            builder.WithMetrics(metrics => metrics.AddOtlpExporter(options => SendTo(target, "metrics", options)));
        }

        return builder;
    }

    private static void SendTo(OtlpTarget target, string signal, OtlpExporterOptions options) =>
        (options.Protocol, options.Endpoint) = (target.Protocol, target.EndpointOf(signal));
}
