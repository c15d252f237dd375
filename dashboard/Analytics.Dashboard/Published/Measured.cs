using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Analytics.Dashboard.Published;

/// <summary>Spans and meters of pages and queries.</summary>
/// <remarks>Attributes name pages and kinds of query; never an account, a filter or a figure.</remarks>
public static class Measured
{
    public const string SourceName = "Analytics.Dashboard";

    private static readonly ActivitySource s_source = new(SourceName);
    private static readonly Meter s_meter = new(SourceName);
    private static readonly Histogram<double> s_pages =
        s_meter.CreateHistogram<double>("analytics.page.duration", "s", "How long a page took to read what it shows.");
    private static readonly Histogram<double> s_queries =
        s_meter.CreateHistogram<double>("analytics.query.duration", "s", "How long a query of published data took.");

    /// <param name="path">The page's own path, without what was asked of it.</param>
    public static Measurement Page(string path) => Measurement.Start(s_source, s_pages, "page", "analytics.page", path);

    /// <param name="kind">What is read, in one word.</param>
    public static Measurement Query(string kind) => Measurement.Start(s_source, s_queries, "query", "analytics.query", kind);
}

/// <summary>A span and its duration, until it is disposed.</summary>
public sealed class Measurement : IDisposable
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Activity? _span;
    private readonly Histogram<double> _seconds;
    private readonly KeyValuePair<string, object?> _tag;

    private Measurement(Activity? span, Histogram<double> seconds, KeyValuePair<string, object?> tag)
    {
        _span = span;
        _seconds = seconds;
        _tag = tag;
    }

    internal static Measurement Start(ActivitySource source, Histogram<double> seconds, string name, string key, string value) =>
        new(source.StartActivity(name)?.SetTag(key, value), seconds, new(key, value));

    public void Dispose()
    {
        _seconds.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, _tag);
        _span?.Dispose();
    }
}
