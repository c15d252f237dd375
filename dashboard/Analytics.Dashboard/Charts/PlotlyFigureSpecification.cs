namespace Analytics.Dashboard.Charts;

/// <summary>
/// What the browser needs to draw a figure: data and layout for a wide and for a narrow card, in Plotly's terms, with colours by the
/// names of their tokens, so that a change of theme needs no round trip.
/// </summary>
public sealed record PlotlyFigureSpecification(PlotlyDrawing Wide, PlotlyDrawing Narrow, object Config, IReadOnlyList<PlotlyEvent> Events, bool EventsAtFirst)
{
    public static PlotlyFigureSpecification Of(Figure figure) => new(
        Draw(figure, narrow: false),
        DrawNarrow(figure),
        new
        {
            displayModeBar = false,
            responsive = false,
            scrollZoom = false,
            doubleClick = false,
            showTips = false,
            locale = figure.Language,
        },
        figure.Shape == FigureShape.Multiples ? [] : [.. figure.Events.Select(one => new PlotlyEvent(one.At.ToString("O"), one.Label, one.IsBreak, one.IsFixed))],
        figure.EventsAtFirst);

    // A line is the same at any width; its points go over the wire once.
    private static PlotlyDrawing DrawNarrow(Figure figure) => figure.Shape is FigureShape.Time or FigureShape.Multiples
        ? Draw(figure, narrow: true) with { Data = null }
        : Draw(figure, narrow: true);

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

/// <param name="Data">Plotly traces; null for those of the wide drawing.</param>
/// <param name="Layout">A Plotly layout.</param>
public sealed record PlotlyDrawing(IReadOnlyList<object>? Data, object Layout);

/// <summary>An event as the browser places it.</summary>
public sealed record PlotlyEvent(string At, string Label, bool IsBreak, bool IsFixed);

/// <summary>Parts that every drawing shares.</summary>
internal static class PlotlyStyle
{
    public const string Clear = "rgba(0,0,0,0)";
    public const string FontFamily = "\"Source Sans 3 Variable\", \"Source Sans 3\", system-ui, sans-serif";
    public const int FontSize = 14;

    public static readonly object Font = new { family = FontFamily, size = FontSize, color = Token("ink-2") };

    public static readonly object HoverLabel = new
    {
        bgcolor = Token("card"),
        bordercolor = Token("line"),
        font = new { family = FontFamily, size = 14, color = Token("ink") },
        align = "left",
    };

    public static readonly object Hatch = new
    {
        shape = "/",
        fgcolor = Token("hatch-line"),
        bgcolor = Token("hatch-back"),
        size = 7,
        solidity = 0.4,
        fillmode = "replace",
    };

    public static string Token(string name) => $"var(--{name})";

    public static string Token(string name, string opacity) => $"var(--{name})/{opacity}";
}
