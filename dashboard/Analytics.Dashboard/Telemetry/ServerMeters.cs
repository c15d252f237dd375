using System.Diagnostics.Metrics;
using Analytics.Dashboard.Published;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Analytics.Dashboard.Telemetry;

/// <summary>How fresh and how well the server is. Holds no figure about persons.</summary>
public sealed class ServerMeters
{
    private readonly long _startedAt = Environment.TickCount64;
    private readonly Freshness _freshness;
    private int _circuits;

    public ServerMeters(IMeterFactory meters, Freshness freshness)
    {
        _freshness = freshness;
        var meter = meters.Create(Measured.SourceName);
        Gauge(meter, "analytics.database.up", null, "Whether the database answers.", () => [new(_freshness.Last is null ? 0 : 1)]);
        Gauge(meter, "analytics.publication.timestamp", "s", "When the current publication was made.",
            () => OfPublication(one => one?.PublishedAt));
        Gauge(meter, "analytics.data_as_of.timestamp", "s", "When the newest batch behind it came.",
            () => OfPublication(one => one?.DataAsOf));
        Gauge(meter, "analytics.source.last_loaded.timestamp", "s", "When a source was last loaded.",
            () => OfSources(source => Seconds(source.LastLoadedAt)));
        Gauge(meter, "analytics.source.expected_every", "s", "How often a source is expected.",
            () => OfSources(source => source.ExpectedEveryDays * 86_400d));
        Gauge(meter, "dotnet.gc.heap", "By", "Size of the managed heap.", () => [new(Heap)]);
        Gauge(meter, "process.working_set", "By", "Memory of the process.", () => [new(Environment.WorkingSet)]);
        Gauge(meter, "process.uptime", "s", "Time since the process started.", () => [new((Environment.TickCount64 - _startedAt) / 1000d)]);
        Gauge(meter, "analytics.circuits", null, "Readers' pages whose connection is kept.", () => [new(_circuits)]);
        Gauge(meter, "analytics.circuit.memory", "By", "The managed heap shared out over the circuits.",
            () => _circuits is var count and > 0 ? [new(Heap / count)] : []);
    }

    private static double Heap => GC.GetTotalMemory(forceFullCollection: false);

    internal void Add(int circuits) => Interlocked.Add(ref _circuits, circuits);

    private static void Gauge(Meter meter, string name, string? unit, string help, Func<IEnumerable<Measurement<double>>> read) =>
        meter.CreateObservableGauge(name, read, unit, help);

    private IEnumerable<Measurement<double>> OfPublication(Func<Publication?, DateTimeOffset?> moment) =>
        _freshness.Last is { } last ? [new(Seconds(moment(last.Publication)))] : [];

    private IEnumerable<Measurement<double>> OfSources(Func<SourceStatus, double> value) => _freshness.Last is { } last
        ? [.. last.Sources.Select(source => new Measurement<double>(
            value(source), new("source", source.SourceId), new KeyValuePair<string, object?>("feed", source.Feed)))]
        : [];

    private static double Seconds(DateTimeOffset? moment) => moment?.ToUnixTimeSeconds() ?? 0;
}

/// <summary>Counts the circuits.</summary>
public sealed class CountedCircuit(ServerMeters meters) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meters.Add(1);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        meters.Add(-1);
        return Task.CompletedTask;
    }
}
