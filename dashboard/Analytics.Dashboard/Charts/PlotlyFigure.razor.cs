using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// Draws a figure with Plotly, and redraws it in place when the figure changes. This and the files of the same name are the only ones
/// that know Plotly.
/// </summary>
public sealed partial class PlotlyFigure : IAsyncDisposable
{
    private ElementReference _element;
    private IJSObjectReference? _module;
    private Figure? _drawn;

    [Parameter, EditorRequired]
    public required Figure Figure { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (_module is not { } module)
        {
            return;
        }

        try
        {
            await module.InvokeVoidAsync("dispose", _element);
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the drawing with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_drawn, Figure))
        {
            return;
        }

        var figure = Figure;
        _drawn = figure;
        _module ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./" + Assets["built/chart.js"]);
        await _module.InvokeVoidAsync("draw", _element, PlotlyFigureSpecification.Of(figure));
    }
}
