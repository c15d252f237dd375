using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Analytics.Dashboard.Published;

namespace Analytics.Dashboard.Telemetry;

/// <summary>The meters of this server in Prometheus' text format.</summary>
/// <remarks>
/// Own code, because the OpenTelemetry exporter (a preview) sorts labels and puts braces behind a name that has none, and lines that
/// somebody scrapes are to stay as they are.
/// </remarks>
public sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, (Instrument Of, Dictionary<string, Sample> Samples)> _kept = new(StringComparer.Ordinal);

    /// <param name="meters">Of this server; those of another one in the same process are not heard.</param>
    /// <param name="server">Asked for so that it is made.</param>
    public PrometheusText(IMeterFactory meters, ServerMeters server)
    {
        ArgumentNullException.ThrowIfNull(server);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measured.SourceName && (instrument.Meter.Scope is null || instrument.Meter.Scope == meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Every gauge as it stands now, and of every duration how many there were and their sum.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        lock (_gate)
        {
            foreach (var (_, samples) in _kept.Values.Where(one => one.Of.IsObservable))
            {
                samples.Clear();
            }

            _listener.RecordObservableInstruments();
            foreach (var (name, (of, samples)) in _kept)
            {
                Append(text, name, of, samples);
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_gate)
        {
            if (!_kept.TryGetValue(Name(instrument), out var kept))
            {
                _kept[Name(instrument)] = kept = (instrument, []);
            }

            var before = instrument.IsObservable ? default : kept.Samples.GetValueOrDefault(labels);
            kept.Samples[labels] = new Sample(before.Count + 1, before.Sum + value);
        }
    }

    private static void Append(StringBuilder text, string name, Instrument of, Dictionary<string, Sample> samples)
    {
        var type = of.IsObservable ? "gauge" : "summary";
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {of.Description}\n# TYPE {name} {type}\n");
        foreach (var (labels, sample) in samples)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{(of.IsObservable ? "" : "_sum")}{labels} {sample.Sum}\n");
            if (!of.IsObservable)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}_count{labels} {sample.Count}\n");
            }
        }
    }

    private static string Name(Instrument instrument) => Underscored(instrument.Name) + instrument.Unit switch
    {
        "s" => "_seconds",
        "By" => "_bytes",
        _ => "",
    };

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
        {
            labels.Add($"{Underscored(key)}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        }

        return labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}";
    }

    private static string Underscored(string name) => name.Replace('.', '_');

    private static string Escaped(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private readonly record struct Sample(long Count, double Sum);
}
