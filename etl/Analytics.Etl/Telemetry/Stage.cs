using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Analytics.Etl.Telemetry;

/// <summary>Spans and meters of the worker's stages.</summary>
/// <remarks>Attributes name stages, feeds and outcomes; never a figure, an identifier or a value of a row.</remarks>
internal static class Stage
{
    public const string SourceName = "Analytics.Etl";

    private static readonly ActivitySource s_source = new(SourceName);
    private static readonly Meter s_meter = new(SourceName);
    private static readonly Counter<long> s_rows =
        s_meter.CreateCounter<long>("analytics.load.rows", "{row}", "Rows of source files, by what became of them.");
    private static readonly Histogram<double> s_seconds =
        s_meter.CreateHistogram<double>("analytics.stage.duration", "s", "How long a stage took.");
    private static readonly Gauge<long> s_cells =
        s_meter.CreateGauge<long>("analytics.publication.cells", "{cell}", "Cells of the newest publication, of all profiles.");

    /// <summary>The present span, for work that goes on elsewhere; null where nobody listens.</summary>
    public static string? Trace => Activity.Current?.Id;

    /// <summary>A span of a part of a stage, until it is disposed; null where nobody listens.</summary>
    public static Activity? Step(string name) => s_source.StartActivity(name);

    /// <summary>Runs a stage that gives nothing within a span, and measures it.</summary>
    public static Task RunAsync(string stage, Func<Task> work) => RunAsync(stage, async () =>
    {
        await work();
        return true;
    });

    /// <summary>Runs a stage within a span, and measures it.</summary>
    /// <param name="trace">The span that caused it, where that is not the present one.</param>
    public static async Task<T> RunAsync<T>(string stage, Func<Task<T>> work, string? feed = null, string? trace = null)
    {
        using var span = trace is null
            ? s_source.StartActivity(stage)
            : s_source.StartActivity(stage, ActivityKind.Internal, trace);
        span?.SetTag("analytics.feed", feed);
        var began = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await work();
            outcome = "done";
            return result;
        }
        finally
        {
            // The exception itself is not told: its message may quote a row.
            span?.SetTag("analytics.outcome", outcome);
            span?.SetStatus(outcome == "done" ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            s_seconds.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("analytics.stage", stage), new("analytics.outcome", outcome));
        }
    }

    /// <summary>Counts the rows of a batch.</summary>
    /// <param name="outcomes">What became of how many.</param>
    public static void Count(string feed, IEnumerable<(string Outcome, long Rows)> outcomes)
    {
        foreach (var (outcome, rows) in outcomes)
        {
            s_rows.Add(rows, new("analytics.feed", feed), new("analytics.outcome", outcome));
        }
    }

    /// <summary>Keeps how many cells the newest publication has.</summary>
    public static void Published(long cells) => s_cells.Record(cells);
}
