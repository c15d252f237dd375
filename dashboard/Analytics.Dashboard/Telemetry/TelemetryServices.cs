using Analytics.Database.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
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
        services.AddScoped<CircuitHandler, CountedCircuit>();
        services.AddSingleton(new OtlpSetting(target, fault));
        services.AddHostedService<TelemetryWatch>();
        services.AddOpenTelemetry()
            // Spans are cleaned before they reach the exporter, which is added after it.
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation(Configure).AddProcessor<RouteOnly>())
            .WithMetrics(metrics => metrics.AddPrometheusExporter(Configure))
            .AddAnalytics(Measured.SourceName, target);
    }

    /// <summary>Prometheus' text, of the same meters, read anew for each scrape.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint("/metrics", meterProvider: null, branch => branch.Use(ReadFreshnessAsync), optionsName: null);

    private static async Task ReadFreshnessAsync(HttpContext context, RequestDelegate next)
    {
        await context.RequestServices.GetRequiredService<Freshness>().ReadAsync(context.RequestAborted);
        await next(context);
    }

    // Their spans name a circuit, which is a reader's session.
    private static void Configure(AspNetCoreTraceInstrumentationOptions options) =>
        (options.EnableAspNetCoreSignalRSupport, options.EnableRazorComponentsSupport) = (false, false);

    // Labels and names as they were before there were scopes.
    private static void Configure(PrometheusAspNetCoreOptions options)
    {
        options.ScopeInfoEnabled = false;
        options.TargetInfoEnabled = false;
        options.ScrapeResponseCacheDurationMilliseconds = 0;
    }
}
