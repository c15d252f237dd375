using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.AnnotationLib;
using Plotly.Blazor.LayoutLib.GridLib;
using Plotly.Blazor.LayoutLib.ShapeLib;
using static Analytics.Dashboard.Charts.PlotlyStyle;
using PlotLayout = Plotly.Blazor.Layout;

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
    private const int RowHeight = TitleHeight + PanelHeight + AxisHeight;
    private const int WideColumns = 3;
    private const int NarrowColumns = 2;
    private const decimal WideGap = 0.035m;

    // Room for the last year of one panel beside the first year of the next.
    private const decimal NarrowGap = 0.13m;

    private static readonly YAxis s_labelled = new();
    private static readonly YAxis s_unlabelled = new() { ShowTickLabels = false };

    public static PlotlyDrawing Draw(Figure figure, bool narrow)
    {
        var points = Dated(figure);
        if (points.Count == 0)
        {
            return new PlotlyDrawing([], Layout(figure, narrow));
        }

        var top = PlotlyFigureTime.Top(points);
        List<ITrace> data = [];
        foreach (var (index, series) in figure.Series.Index())
        {
            data.AddRange(PlotlyFigureTime.MissingMarks(figure, [series], top, Axis(index)));
            data.AddRange(PlotlyFigureTime.Bands(series, figure, Axis(index)));
            data.Add(PlotlyFigureTime.Line(series, figure, Axis(index)));
        }

        return new PlotlyDrawing(data, Layout(figure, narrow));
    }

    public static PlotLayout Layout(Figure figure, bool narrow)
    {
        var points = Dated(figure);
        var columns = Math.Min(narrow ? NarrowColumns : WideColumns, figure.Series.Count);
        var rows = points.Count == 0 ? 1 : (figure.Series.Count + columns - 1) / columns;
        var layout = LayoutOf(
            figure,
            (rows * RowHeight) + 4,
            new() { L = narrow ? 34 : 44, R = 14, T = TitleHeight, B = AxisHeight + 4 },
            new() { EventsListed = figure.Events.Count > 0 });
        layout.HoverDistance = 30;
        layout.BarMode = BarModeEnum.Overlay;
        layout.BarGap = 0;
        if (points.Count == 0)
        {
            return layout;
        }

        // Between panels, as the grid has it: a share of a panel with its gap.
        var gap = narrow ? NarrowGap : WideGap;
        var (across, down) = ((1 + gap) / columns, (decimal)RowHeight / ((rows * RowHeight) - TitleHeight - AxisHeight));
        layout.Grid = new()
        {
            Rows = rows,
            Columns = columns,
            Pattern = PatternEnum.Independent,
            XGap = decimal.Round(gap / across, 4),
            YGap = decimal.Round((decimal)(TitleHeight + AxisHeight) / RowHeight, 4),
        };
        // What all axes have in common is said once: an axis in the chart library's types is a large object.
        layout.Template = new { Layout = new PlotLayout { XAxis = [TimeAxis(points, narrow)], YAxis = [ValueAxis(PlotlyFigureTime.Top(points))] } };
        layout.YAxis = [.. figure.Series.Select((_, index) => index % columns == 0 ? s_labelled : s_unlabelled)];
        foreach (var (index, series) in figure.Series.Index())
        {
            var axis = Axis(index);
            foreach (var shape in PlotlyFigureTime.Provisional([.. series.Points.Where(point => point.Start is not null)], axis)
                .Concat(figure.Events.Where(one => one.IsBreak).Select(one => Break(one, axis))))
            {
                layout.Shapes.Add(shape);
            }

            layout.Annotations.Add(Title(series, index % columns * across, 1 - (index / columns * down), narrow));
        }

        return layout;
    }

    // Plotly's first axes have no number.
    private static string Axis(int index) => index == 0 ? "" : $"{index + 1}";

    private static List<Point> Dated(Figure figure) =>
        figure.Series.SelectMany(series => series.Points).Where(point => point is { Start: not null, End: not null }).ToList();

    private static XAxis TimeAxis(List<Point> points, bool narrow)
    {
        var (from, to) = (points.Min(point => point.Start!.Value), points.Max(point => point.End!.Value));
        var middle = (from.Year + to.Year) / 2;
        int[] years = from.Year == to.Year ? [from.Year] : narrow || middle == from.Year ? [from.Year, to.Year] : [from.Year, middle, to.Year];
        return new()
        {
            Type = Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Date,
            Range = [PlotlyFigureTime.Text(from), PlotlyFigureTime.Text(to.AddDays(1))],
            TickVals = Values(years.Select(year => PlotlyFigureTime.Text(new DateOnly(year, 7, 1)))),
            TickText = Values(years.Select(year => $"{year}")),
            TickAngle = 0,
            ShowGrid = false,
            ZeroLine = false,
            FixedRange = true,
            LineColor = Token("line-strong"),
            ShowLine = true,
            TickFont = new() { Size = 12 },
        };
    }

    private static YAxis ValueAxis(decimal top) => new()
    {
        Range = [0, top],
        NTicks = 4,
        TickFormat = ",~f",
        FixedRange = true,
        ZeroLine = false,
        GridColor = Token("line"),
        TickFont = new() { Size = 12 },
    };

    private static Annotation Title(Series series, decimal left, decimal ceiling, bool narrow) => new()
    {
        Text = $"<b>{(narrow ? series.ShortName ?? series.Name : series.Name)}</b>",
        X = decimal.Round(left, 4),
        Y = decimal.Round(ceiling, 4),
        XRef = "paper",
        YRef = "paper",
        XAnchor = XAnchorEnum.Left,
        YAnchor = YAnchorEnum.Bottom,
        YShift = 3,
        ShowArrow = false,
        Font = new() { Family = FontFamily, Size = narrow ? 12 : 14, Color = Token("ink") },
    };

    private static Shape Break(FigureEvent one, string axis) => new()
    {
        Type = TypeEnum.Line,
        XRef = "x" + axis,
        YRef = $"y{axis} domain",
        X0 = PlotlyFigureTime.Text(one.At),
        X1 = PlotlyFigureTime.Text(one.At),
        Y0 = 0,
        Y1 = 1,
        Layer = LayerEnum.Below,
        Line = new() { Color = Token("event"), Width = 1.2m, Dash = "dot" },
    };
}
