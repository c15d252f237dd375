using Microsoft.AspNetCore.Components;
using Plotly.Blazor;
using PlotLayout = Plotly.Blazor.Layout;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// Draws a figure with Plotly, and redraws it in place when the figure changes. This and the files of the same name are the only ones
/// that know Plotly.
/// </summary>
public sealed partial class PlotlyFigure
{
    private PlotlyChart _chart = null!;
    private IList<ITrace> _data = [];
    private PlotLayout _layout = new();
    private Config _config = new();
    private Figure? _described;
    private Figure? _drawn;

    [Parameter, EditorRequired]
    public required Figure Figure { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    private string Class => $"plot-area is-{Figure.Shape.ToString().ToLowerInvariant()}";

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_described, Figure))
        {
            _described = Figure;
            (_data, _layout, _config) = PlotlyFigureSpecification.Of(Figure).ToSend();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_drawn, Figure))
        {
            return;
        }

        // The component draws a new element by itself; an element that stands it draws anew only when told.
        var stands = _drawn?.Shape == Figure.Shape;
        _drawn = Figure;
        if (stands)
        {
            await _chart.React();
        }
    }
}
