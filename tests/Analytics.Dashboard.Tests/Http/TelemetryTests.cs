using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Analytics.Dashboard.Tests.Http;

public sealed class TelemetryTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    [DatabaseFact]
    public async Task Page_CollectorConfigured_SendsPageAndQueryWithoutAccountOrFilter()
    {
        using var client = await server.SignedInAsync("coordinator");
        await client.GetStringAsync(new Uri("/trends?measure=contacts&region=41702000000000", UriKind.Relative));

        server.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000);
        server.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000);

        var (traces, metrics) = (server.Collector.Received("traces"), server.Collector.Received("metrics"));
        Assert.All(["page", "/trends", "query"], name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(
            ["analytics.page.duration", "analytics.query.duration", "analytics.circuits", "analytics.source.last_loaded.timestamp"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All([traces, metrics], sent =>
        {
            Assert.DoesNotContain("coordinator", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("41702000000000", sent, StringComparison.Ordinal);
        });
        Assert.Empty(server.Collector.Received("logs"));
    }

    [DatabaseFact]
    public async Task Request_AddressHoldsIdentifier_SendsItsRouteAlone()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var answer = await client.GetAsync(new Uri("/api/v1/figures/TR-UNMISTAKABLE?lang=en", UriKind.Relative));
        server.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000);

        var traces = server.Collector.Received("traces");
        Assert.Contains("/api/v1/figures/{figureId}", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("UNMISTAKABLE", traces, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Metrics_NamesThatWereThereBefore_Stay()
    {
        using var client = server.Anonymous();
        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.All(
            [
                "analytics_database_up 1", "analytics_publication_timestamp_seconds ", "analytics_data_as_of_timestamp_seconds ", "analytics_source_last_loaded_timestamp_seconds{source=\"",
                "analytics_source_expected_every_seconds{source=\"", "dotnet_gc_heap_bytes ", "process_working_set_bytes ", "process_uptime_seconds ",
            ],
            line => Assert.Contains($"\n{line}", text, StringComparison.Ordinal));
    }
}
