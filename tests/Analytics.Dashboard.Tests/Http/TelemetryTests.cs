using System.Collections.Concurrent;
using System.Globalization;
using Analytics.Dashboard.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.All(
            [
                "analytics_database_up 1\n", "analytics_publication_timestamp_seconds 1", "analytics_data_as_of_timestamp_seconds 1",
                "analytics_source_last_loaded_timestamp_seconds{source=\"", "analytics_source_expected_every_seconds{source=\"",
                "dotnet_gc_heap_bytes ", "process_working_set_bytes ", "process_uptime_seconds ", "analytics_circuits ",
            ],
            line => Assert.Contains($"\n{line}", text, StringComparison.Ordinal));
        Assert.All(
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[0-9.E+-]+)$""", line));
    }

    [DatabaseFact]
    public async Task Metrics_PageWasReadTwice_CountsItByItsAddressAlone()
    {
        using var client = await server.SignedInAsync("coordinator");
        var before = await CountAsync(client);
        await client.GetStringAsync(new Uri("/regions?lang=en&measure=contacts", UriKind.Relative));
        await client.GetStringAsync(new Uri("/regions?lang=ru", UriKind.Relative));
        Assert.Equal(before + 2, await CountAsync(client));

        static async Task<int> CountAsync(HttpClient client)
        {
            var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
            const string Name = "analytics_page_duration_seconds_count{analytics_page=\"/regions\"} ";
            return text.Split('\n').SingleOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal)) is { } line ? int.Parse(line[Name.Length..], Culture) : 0;
        }
    }

    [DatabaseFact]
    public async Task Circuit_OpensAndCloses_IsCountedWithItsShareOfMemory()
    {
        using var scope = server.Services.CreateScope();
        var counted = scope.ServiceProvider.GetServices<CircuitHandler>().OfType<CountedCircuit>().Single();
        using var client = server.Anonymous();
        await counted.OnCircuitOpenedAsync(null!, CancellationToken.None);
        var open = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        server.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000);
        await counted.OnCircuitClosedAsync(null!, CancellationToken.None);
        var closed = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Contains("\nanalytics_circuits 1\n", open, StringComparison.Ordinal);
        Assert.Contains("\nanalytics_circuit_memory_bytes ", open, StringComparison.Ordinal);
        Assert.Contains("analytics.circuit.memory", server.Collector.Received("metrics"), StringComparison.Ordinal);
        Assert.Contains("\nanalytics_circuits 0\n", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("\nanalytics_circuit_memory_bytes ", closed, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData("http://127.0.0.1:{0}/", "telemetry cannot be sent to http://127.0.0.1:{0}/ (OTEL_EXPORTER_OTLP_ENDPOINT); the work goes on without it.")]
    [InlineData("localhost:{0}", "OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost:{0}', expected an http or https address")]
    public async Task Page_EndpointDoesNotAnswerOrIsNone_IsAnsweredAllTheSameAndOneLineSaysSo(string endpoint, string expected)
    {
        var port = OtlpCollector.FreePort();
        using var said = new KeptLines();
        await using var deaf = server.With(builder => builder
            .UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", string.Format(Culture, endpoint, port))
            .ConfigureLogging(logging => logging.AddProvider(said)));
        using var client = deaf.CreateClient();
        using (var answer = await DashboardServer.SignInAsync(client, "coordinator", DashboardServer.Password))
        {
            Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        }

        await client.GetStringAsync(new Uri("/trends?measure=contacts", UriKind.Relative));
        deaf.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000);
        deaf.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000);

        Assert.Contains("analytics_database_up 1", await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)), StringComparison.Ordinal);
        Assert.StartsWith(string.Format(Culture, expected, port), Assert.Single(said.Of<TelemetryWatch>()), StringComparison.Ordinal);
    }

    private static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>What was logged, by category.</summary>
    private sealed class KeptLines : ILoggerProvider
    {
        private readonly ConcurrentQueue<(string Category, string Line)> _lines = [];

        public IEnumerable<string> Of<T>() => _lines.Where(one => one.Category == typeof(T).FullName).Select(one => one.Line);

        public ILogger CreateLogger(string categoryName) => new Kept(this, categoryName);

        public void Dispose() => _lines.Clear();

        private sealed class Kept(KeptLines all, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all._lines.Enqueue((category, formatter(state, exception)));
        }
    }
}
