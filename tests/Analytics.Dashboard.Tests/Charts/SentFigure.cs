#pragma warning disable BL0005 // The component stands by itself here; nothing renders it.
using System.IO.Compression;
using System.Text.Json;
using Analytics.Dashboard.Charts;
using Microsoft.JSInterop;
using Plotly.Blazor;

namespace Analytics.Dashboard.Tests.Charts;

/// <summary>A browser at the end of the chart component's own connection: keeps what it is sent, as text.</summary>
internal sealed class SentFigure : IJSRuntime, IJSObjectReference
{
    // As the framework writes what it sends.
    private static readonly JsonSerializerOptions s_connection = new() { MaxDepth = 32, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly PlotlyChart _chart = new() { Id = "chart", Frames = [] };
    private readonly PlotlyJsInterop _connection;

    public SentFigure() => _connection = new PlotlyJsInterop(this, _chart, useBasicVersion: false);

    /// <summary>What came last.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The traces and the layout that came last, as the browser reads them.</summary>
    public (List<JsonElement> Data, JsonElement Layout) Read()
    {
        using var arguments = JsonDocument.Parse(Text);
        return ([.. arguments.RootElement[1].EnumerateArray().SelectMany(part => Part(part).EnumerateArray())], Part(arguments.RootElement[2]));
    }

    public async Task SendAsync(Figure figure)
    {
        (_chart.Data, _chart.Layout, _chart.Config) = PlotlyFigureSpecification.Of(figure).ToSend();
        await _connection.React(CancellationToken.None);
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        if (identifier == "react")
        {
            Text = JsonSerializer.Serialize(args, s_connection);
        }

        return ValueTask.FromResult(typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)this : default!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static JsonElement Part(JsonElement part)
    {
        using var json = new DeflateStream(new MemoryStream(part.GetBytesFromBase64()), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<JsonElement>(json);
    }
}
