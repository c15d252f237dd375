using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plotly.Blazor;
using PlotLayout = Plotly.Blazor.Layout;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// A typed part of a chart, given to the chart component so that it sends the part as one short text. The component takes any other
/// part apart into dictionaries on its way to the browser, many times the work and the memory of writing it.
/// </summary>
internal interface IPlotlyFigureText
{
    /// <summary>The typed trace, layout or configuration.</summary>
    object Part { get; }
}

/// <summary>All traces of a chart: together they compress better than each by itself.</summary>
/// <inheritdoc cref="IPlotlyFigureText"/>
[JsonConverter(typeof(PlotlyFigureTextConverter<PlotlyFigureTraces>))]
internal sealed class PlotlyFigureTraces(IReadOnlyList<ITrace> traces) : ITrace, IPlotlyFigureText
{
    public TraceTypeEnum? Type => traces.Count == 0 ? null : traces[0].Type;

    public object Part => traces;
}

/// <inheritdoc cref="IPlotlyFigureText"/>
[JsonConverter(typeof(PlotlyFigureTextConverter<PlotlyFigureLayout>))]
internal sealed class PlotlyFigureLayout(PlotLayout layout) : PlotLayout, IPlotlyFigureText
{
    public object Part => layout;
}

/// <inheritdoc cref="IPlotlyFigureText"/>
[JsonConverter(typeof(PlotlyFigureTextConverter<PlotlyFigureConfig>))]
internal sealed class PlotlyFigureConfig(Config config) : Config, IPlotlyFigureText
{
    public object Part => config;
}

/// <summary>Writes a part as a text: its JSON, compressed, in Base64.</summary>
internal sealed class PlotlyFigureTextConverter<T> : JsonConverter<T>
    where T : IPlotlyFigureText
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeToConvert} is written only.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(PlotlyFigureBuffer.Take().Compress(value.Part));
}

/// <summary>Memory to write parts in, kept from one part to the next.</summary>
internal sealed class PlotlyFigureBuffer : IDisposable
{
    // A drawing larger than any of ours would otherwise be held for good.
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static PlotlyFigureBuffer? t_kept;

    private readonly ArrayBufferWriter<byte> _written = new();
    private readonly MemoryStream _compressed = new();
    private readonly Utf8JsonWriter _json;

    private PlotlyFigureBuffer() =>
        _json = new Utf8JsonWriter(_written, new JsonWriterOptions { Encoder = PlotlyFigureJson.Options.Encoder, SkipValidation = true });

    public static PlotlyFigureBuffer Take()
    {
        if (t_kept is { _written.Capacity: < LargestKept } kept)
        {
            return kept;
        }

        t_kept?.Dispose();
        return t_kept = new PlotlyFigureBuffer();
    }

    public void Dispose()
    {
        _compressed.Dispose();
        _json.Dispose();
    }

    /// <returns>The part's JSON, compressed; valid until the next call.</returns>
    public ReadOnlySpan<byte> Compress(object part)
    {
        _written.ResetWrittenCount();
        _compressed.SetLength(0);
        _json.Reset();
        JsonSerializer.Serialize(_json, part, part.GetType(), PlotlyFigureJson.Options);
        _json.Flush();
        using (var deflate = new DeflateStream(_compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(_written.WrittenSpan);
        }

        return _compressed.GetBuffer().AsSpan(0, (int)_compressed.Length);
    }
}
