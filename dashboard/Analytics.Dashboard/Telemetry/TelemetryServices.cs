using Analytics.Dashboard.Published;
using Analytics.Database.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Trace;

namespace Analytics.Dashboard.Telemetry;

/// <summary>Spans and meters of the dashboard: sent by OTLP where an endpoint is configured, meters also at <c>/metrics</c>.</summary>
public static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var target = OtlpTarget.Read(key => configuration[key], out var fault);
        services.AddSingleton<Freshness>();
        services.AddSingleton<ServerMeters>();
        services.AddSingleton<PrometheusText>();
        services.AddScoped<CircuitHandler, CountedCircuit>();
        services.AddSingleton(new OtlpSetting(target, fault));
        services.AddHostedService<TelemetryWatch>();
        services.AddOpenTelemetry()
            // Spans are cleaned before they reach the exporter, which is added after it.
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation(Configure).AddProcessor<RouteOnly>())
            .AddAnalytics(Measured.SourceName, target);
    }

    /// <summary>Prometheus' text, of the same meters, read anew for each scrape.</summary>
    public static RouteHandlerBuilder MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapGet("/metrics", GetMetricsAsync).ExcludeFromDescription();

    private static async Task<IResult> GetMetricsAsync(Freshness freshness, PrometheusText text, CancellationToken token)
    {
        await freshness.ReadAsync(token);
        return Results.Text(text.Write(), PrometheusText.ContentType);
    }

    // Their spans name a circuit, which is a reader's session.
    private static void Configure(AspNetCoreTraceInstrumentationOptions options) =>
        (options.EnableAspNetCoreSignalRSupport, options.EnableRazorComponentsSupport) = (false, false);
}
