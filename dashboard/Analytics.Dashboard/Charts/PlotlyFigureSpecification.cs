using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;
using PlotLayout = Plotly.Blazor.Layout;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// What the browser needs to draw a figure: data and layout for a wide and for a narrow card, in the chart library's types, with colours
/// by the names of their tokens, so that a change of theme needs no round trip.
/// </summary>
public sealed record PlotlyFigureSpecification(PlotlyDrawing Wide, PlotlyDrawing Narrow, Config Config)
{
    public static PlotlyFigureSpecification Of(Figure figure)
    {
        var (wide, narrow) = (Draw(figure, narrow: false), DrawNarrow(figure));
        wide.Meta.Narrow = narrow;
        wide.Meta.Events = figure.Shape == FigureShape.Multiples
            ? []
            : [.. figure.Events.Select(one => new PlotlyEvent(one.At.ToString("O"), one.Label, one.IsBreak, one.IsFixed))];
        wide.Meta.EventsAtFirst = figure.EventsAtFirst;
        return new PlotlyFigureSpecification(
            wide,
            narrow,
            new Config
            {
                DisplayModeBar = DisplayModeBarEnum.False,
                Responsive = false,
                ScrollZoom = ScrollZoomFlag.False,
                DoubleClick = DoubleClickEnum.False,
                ShowTips = false,
                Locale = figure.Language,
            });
    }

    /// <summary>The parts as the chart component sends them.</summary>
    public (IList<ITrace> Data, PlotLayout Layout, Config Config) ToSend() =>
        ([new PlotlyFigureTraces(Wide.Data!)], new PlotlyFigureLayout(Wide.Layout), new PlotlyFigureConfig(Config));

    // A line is the same at any width; its points go over the wire once.
    private static PlotlyDrawing DrawNarrow(Figure figure) => figure.Shape switch
    {
        FigureShape.Time => new PlotlyDrawing(null, PlotlyFigureTime.Layout(figure, narrow: true)),
        FigureShape.Multiples => new PlotlyDrawing(null, PlotlyFigureMultiples.Layout(figure, narrow: true)),
        _ => Draw(figure, narrow: true),
    };

    private static PlotlyDrawing Draw(Figure figure, bool narrow) => figure.Shape switch
    {
        FigureShape.Time => PlotlyFigureTime.Draw(figure, narrow),
        FigureShape.Multiples => PlotlyFigureMultiples.Draw(figure, narrow),
        FigureShape.Pairs => PlotlyFigureRows.DrawPairs(figure, narrow),
        FigureShape.Flows => PlotlyFigureFlows.Draw(figure, narrow),
        FigureShape.Map => PlotlyFigureMap.Draw(figure, narrow),
        _ => PlotlyFigureRows.Draw(figure, narrow),
    };
}

/// <param name="Data">Traces; null for those of the wide drawing.</param>
public sealed record PlotlyDrawing(IReadOnlyList<ITrace>? Data, PlotLayout Layout)
{
    internal PlotlyFigureMeta Meta => (PlotlyFigureMeta)Layout.Meta;
}

/// <summary>An event as the browser places it.</summary>
public sealed record PlotlyEvent(string At, string Label, bool IsBreak, bool IsFixed);

/// <summary>What of a layout our script reads and the chart library does not know.</summary>
public sealed class PlotlyFigureMeta
{
    public string EventColour { get; } = PlotlyStyle.Token("event");

    /// <summary>The same figure for a narrow card.</summary>
    public PlotlyDrawing? Narrow { get; set; }

    public IReadOnlyList<PlotlyEvent>? Events { get; set; }

    /// <inheritdoc cref="Figure.EventsAtFirst"/>
    public bool? EventsAtFirst { get; set; }

    /// <summary>The events stand in the list under the chart and not in it.</summary>
    public bool? EventsListed { get; init; }

    /// <summary>What is said of each bar.</summary>
    public IReadOnlyList<PlotlyFigureValue>? Values { get; init; }

    /// <summary>The longest bar or interval.</summary>
    public decimal? Longest { get; init; }

    /// <summary>A map keeps the country's shape at any width.</summary>
    public decimal? HeightPerWidth { get; init; }

    /// <summary>Pixels of a map's height beside the country's.</summary>
    public int? HeightExtra { get; init; }
}

/// <summary>What is said of a bar; the browser measures it and finds its place.</summary>
public sealed record PlotlyFigureValue(
    string Text, string? Note, int Y, decimal Drawn, decimal Edge, bool MayBeInside, bool IsNumber, PlotlyFigureValueColours Colours);

/// <summary>Colours of a bar's number in the bar and beside it, and of its remark.</summary>
public sealed record PlotlyFigureValueColours(string Inside, string Beside, string Quiet);
