using static Analytics.Dashboard.Charts.PlotlyStyle;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// Small multiples: a panel a series, all on the same two axes, so that panels compare by eye. Panels stand in the order of the series,
/// which is that of the members and says nothing about their size; what is withheld or was not reported fills its period's full height.
/// </summary>
internal static class PlotlyFigureMultiples
{
    private const int PanelHeight = 118;
    private const int TitleHeight = 24;
    private const int AxisHeight = 24;
    private const int WideColumns = 3;
    private const int NarrowColumns = 2;
    private const double WideGap = 0.035;

    // Room for the last year of one panel beside the first year of the next.
    private const double NarrowGap = 0.13;

    public static PlotlyDrawing Draw(Figure figure, bool narrow)
    {
        var points = figure.Series.SelectMany(series => series.Points).Where(point => point is { Start: not null, End: not null }).ToList();
        if (points.Count == 0)
        {
            return new PlotlyDrawing([], new { height = PanelHeight });
        }

        var top = PlotlyFigureTime.Top(points);
        var columns = Math.Min(narrow ? NarrowColumns : WideColumns, figure.Series.Count);
        var rows = (figure.Series.Count + columns - 1) / columns;
        var height = rows * (PanelHeight + TitleHeight + AxisHeight);
        var gap = narrow ? NarrowGap : WideGap;
        List<object> data = [];
        List<object> shapes = [];
        List<object> annotations = [];
        var layout = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (index, series) in figure.Series.Index())
        {
            // Plotly's first axes have no number.
            var axis = index == 0 ? "" : $"{index + 1}";
            data.AddRange(PlotlyFigureTime.MissingMarks(figure, [series], top, axis));
            data.AddRange(PlotlyFigureTime.Bands(series, figure, axis));
            data.Add(PlotlyFigureTime.Line(series, figure, axis));
            shapes.AddRange(PlotlyFigureTime.Provisional([.. series.Points.Where(point => point.Start is not null)], axis));
            shapes.AddRange(figure.Events.Where(one => one.IsBreak).Select(one => Break(one, axis)));

            var (column, row) = (index % columns, index / columns);
            var width = (1 - (gap * (columns - 1))) / columns;
            var left = column * (width + gap);
            var ceiling = height - (row * (PanelHeight + TitleHeight + AxisHeight)) - TitleHeight;
            annotations.Add(Title(series, left, (double)ceiling / height, narrow));
            layout["xaxis" + axis] = TimeAxis(points, axis, left, left + width, narrow);
            layout["yaxis" + axis] = ValueAxis(top, axis, (double)(ceiling - PanelHeight) / height, (double)ceiling / height, labelled: column == 0);
        }

        layout["height"] = height + 4;
        layout["margin"] = new { l = narrow ? 34 : 44, r = 14, t = 0, b = 4 };
        layout["paper_bgcolor"] = Clear;
        layout["plot_bgcolor"] = Clear;
        layout["font"] = Font;
        layout["hoverlabel"] = HoverLabel;
        layout["hovermode"] = "closest";
        layout["hoverdistance"] = 30;
        layout["dragmode"] = false;
        layout["showlegend"] = false;
        layout["barmode"] = "overlay";
        layout["bargap"] = 0;
        layout["separators"] = figure.Separators;
        layout["meta"] = new { eventColour = Token("event"), eventsListed = figure.Events.Count > 0 };
        layout["shapes"] = shapes;
        layout["annotations"] = annotations;
        return new PlotlyDrawing(data, layout);
    }

    private static object TimeAxis(List<Point> points, string axis, double left, double right, bool narrow)
    {
        var (from, to) = (points.Min(point => point.Start!.Value), points.Max(point => point.End!.Value));
        var middle = (from.Year + to.Year) / 2;
        int[] years = from.Year == to.Year ? [from.Year] : narrow || middle == from.Year ? [from.Year, to.Year] : [from.Year, middle, to.Year];
        return new
        {
            type = "date",
            domain = new[] { left, right },
            anchor = "y" + axis,
            range = new[] { PlotlyFigureTime.Text(from), PlotlyFigureTime.Text(to.AddDays(1)) },
            tickvals = Array.ConvertAll(years, year => PlotlyFigureTime.Text(new DateOnly(year, 7, 1))),
            ticktext = Array.ConvertAll(years, year => $"{year}"),
            tickangle = 0,
            showgrid = false,
            zeroline = false,
            fixedrange = true,
            linecolor = Token("line-strong"),
            showline = true,
            tickfont = new { size = 12 },
        };
    }

    private static object ValueAxis(decimal top, string axis, double bottom, double ceiling, bool labelled) => new
    {
        domain = new[] { bottom, ceiling },
        anchor = "x" + axis,
        range = new[] { 0, top },
        nticks = 4,
        tickformat = ",~f",
        showticklabels = labelled,
        fixedrange = true,
        zeroline = false,
        gridcolor = Token("line"),
        tickfont = new { size = 12 },
    };

    private static object Title(Series series, double left, double ceiling, bool narrow) => new
    {
        text = $"<b>{(narrow ? series.ShortName ?? series.Name : series.Name)}</b>",
        x = left,
        y = ceiling,
        xref = "paper",
        yref = "paper",
        xanchor = "left",
        yanchor = "bottom",
        yshift = 3,
        showarrow = false,
        font = new { family = FontFamily, size = narrow ? 12 : 14, color = Token("ink") },
    };

    private static object Break(FigureEvent one, string axis) => new
    {
        type = "line",
        xref = "x" + axis,
        yref = $"y{axis} domain",
        x0 = PlotlyFigureTime.Text(one.At),
        x1 = PlotlyFigureTime.Text(one.At),
        y0 = 0,
        y1 = 1,
        layer = "below",
        line = new { color = Token("event"), width = 1.2, dash = "dot" },
    };
}
