using Analytics.Domain.Measures;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.ShapeLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using static Analytics.Dashboard.Charts.PlotlyStyle;
using PlotLayout = Plotly.Blazor.Layout;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// Lines over time. A point stands in the middle of its period. A line is cut where there is no number and at a series break;
/// intervals are bands; periods that are withheld or were not reported are marked along the axis.
/// </summary>
internal static class PlotlyFigureTime
{
    private const decimal FewWholeThings = 6;
    private const int Height = 330;
    private const int MostLabelledPeriods = 14;
    private const int MostLargeMarkers = 40;
    private const decimal StripHeight = 0.045m;

    public static PlotlyDrawing Draw(Figure figure, bool narrow)
    {
        var points = Dated(figure);
        if (points.Count == 0)
        {
            return new PlotlyDrawing([], Layout(figure, narrow));
        }

        var top = Top(points);
        return new PlotlyDrawing(
            [
                .. MissingMarks(figure, figure.Series, top),
                .. figure.Series.SelectMany(series => Bands(series, figure)),
                .. figure.Series.Select(series => Line(series, figure)),
            ],
            Layout(figure, narrow));
    }

    public static PlotLayout Layout(Figure figure, bool narrow)
    {
        var layout = LayoutOf(figure, Height, new() { L = narrow ? 40 : 52, R = 14, T = 12, B = 34 }, new());
        layout.HoverDistance = 30;
        layout.BarMode = BarModeEnum.Overlay;
        layout.BarGap = 0;
        if (Dated(figure) is not { Count: > 0 } points)
        {
            return layout;
        }

        var top = Top(points);
        var (places, labels) = Ticks(points);
        layout.Shapes = figure.Layered ? [] : Provisional(points);
        layout.XAxis =
        [
            new()
            {
                Type = Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Date,
                Range = [Text(points.Min(point => point.Start!.Value)), Text(points.Max(point => point.End!.Value).AddDays(1))],
                TickVals = places,
                TickText = labels,
                TickAngle = 0,
                ShowGrid = false,
                ZeroLine = false,
                FixedRange = true,
                LineColor = Token("line"),
                ShowLine = !HasStrip(figure),
            },
        ];
        layout.YAxis =
        [
            new()
            {
                Range = [HasStrip(figure) ? -top * StripHeight : 0m, top],
                NTicks = 6,
                DTick = WholeStep(figure, top),
                TickFormat = ",~f",
                FixedRange = true,
                ZeroLine = HasStrip(figure),
                ZeroLineColor = Token("line-strong"),
                GridColor = Token("line"),
                TickFont = new() { Size = 13 },
            },
        ];
        return layout;
    }

    private static List<Point> Dated(Figure figure) =>
        figure.Series.SelectMany(series => series.Points).Where(point => point is { Start: not null, End: not null }).ToList();

    // Of a few whole things there is no fifth of one.
    private static int? WholeStep(Figure figure, decimal top) =>
        top <= FewWholeThings && figure.Series.SelectMany(series => series.Points).All(point => point.Value is not { } value || decimal.IsInteger(value)) ? 1 : null;

    /// <param name="axis">Number of the panel's axes; empty for the first.</param>
    public static ITrace Line(Series series, Figure figure, string axis = "")
    {
        List<object> x = [];
        List<object?> y = [];
        List<string> text = [];
        List<object?> leadsTo = [];
        List<object> fill = [];
        var (full, hollow) = (Token(series.Colour), Token("card"));
        Point? before = null;
        foreach (var point in series.Points.OrderBy(point => point.Start))
        {
            if (before is not null && BreakBetween(before, point, series, figure) is { } cut)
            {
                x.Add(Text(cut));
                y.Add(null);
                text.Add("");
                leadsTo.Add(null);
                fill.Add(Clear);
            }

            x.Add(Text(Middle(point)));
            y.Add(point.Value);
            text.Add(Hover(series, point));
            leadsTo.Add(point.Href ?? series.Href);
            // Among years laid over each other no stretch of the axis can be shaded; a provisional point is hollow.
            fill.Add(figure.Layered && point.Provisional ? hollow : full);
            before = point;
        }

        var large = figure.Shape != FigureShape.Multiples && series.Points.Count <= MostLargeMarkers;
        var rim = figure.Layered ? series.Colour : "card";
        var same = fill.TrueForAll(colour => colour.Equals(fill[0]));
        return new Scatter
        {
            Mode = ModeFlag.Lines | ModeFlag.Markers,
            Name = series.Name,
            X = x,
            Y = y!,
            TextArray = text,
            CustomData = leadsTo.TrueForAll(to => to is null) ? null : leadsTo!,
            XAxis = "x" + axis,
            YAxis = "y" + axis,
            HoverTemplate = figure.Series.Count > 1 ? "%{fullData.name}<br>" + HoverText : HoverText,
            ConnectGaps = false,
            ClipOnAxis = false,
            Line = new() { Color = Token(series.Colour), Width = 2.4m },
            Marker = new()
            {
                Color = same ? fill.FirstOrDefault() : null,
                ColorArray = same ? null : fill,
                Size = large ? 8 : 4,
                Line = new() { Color = Token(rim), Width = large ? 1.5m : 0 },
            },
        };
    }

    // One closed outline for each run of neighbouring points that have an interval.
    /// <inheritdoc cref="Line"/>
    public static IEnumerable<ITrace> Bands(Series series, Figure figure, string axis = "")
    {
        List<Point> run = [];
        foreach (var point in series.Points.OrderBy(point => point.Start))
        {
            if (point.Lower is null || (run.Count > 0 && BreakBetween(run[^1], point, series, figure) is not null))
            {
                if (run.Count > 0)
                {
                    yield return Band(run, series.Colour, axis);
                }

                run = [];
            }

            if (point.Lower is not null)
            {
                run.Add(point);
            }
        }

        if (run.Count > 0)
        {
            yield return Band(run, series.Colour, axis);
        }
    }

    private static Scatter Band(List<Point> run, string colour, string axis)
    {
        // A point alone gets the width of its period, or its band would have none.
        var x = run.Count > 1
            ? run.ConvertAll(point => Text(Middle(point)))
            : [Text(run[0].Start!.Value), Text(run[0].End!.Value)];
        var lower = run.Count > 1 ? run.ConvertAll(point => point.Lower) : [run[0].Lower, run[0].Lower];
        var upper = run.Count > 1 ? run.ConvertAll(point => point.Upper) : [run[0].Upper, run[0].Upper];
        return new Scatter
        {
            Mode = ModeFlag.Lines,
            X = Values(x.Concat(Enumerable.Reverse(x))),
            Y = Values(upper.Concat(Enumerable.Reverse(lower))),
            XAxis = "x" + axis,
            YAxis = "y" + axis,
            Fill = FillEnum.ToSelf,
            FillColor = Token(colour, "0.16"),
            Line = new() { Width = 0 },
            HoverInfo = HoverInfoFlag.Skip,
        };
    }

    /// <summary>Alone, a series shows a missing period over the full height; among others, as a strip under the axis that names the series concerned.</summary>
    /// <inheritdoc cref="Line"/>
    public static IEnumerable<ITrace> MissingMarks(Figure figure, IReadOnlyList<Series> drawn, decimal top, string axis = "")
    {
        var alone = drawn.Count == 1;
        // Where both states occur each has half of the strip, so that neither hides the other.
        var both = !alone && figure.Has(CellStatus.Withheld) && figure.Has(CellStatus.NotReported);
        var height = alone ? top : top * StripHeight * (both ? 0.4m : 0.6m);
        foreach (var status in new[] { CellStatus.NotReported, CellStatus.Withheld })
        {
            var foot = alone ? 0 : -top * StripHeight * (both && status == CellStatus.NotReported ? 0.45m : both ? 0.9m : 0.85m);
            var missing = drawn.SelectMany(series => series.Points.Select(point => (Series: series.Name, Point: point)))
                .Where(pair => pair.Point.Status == status && pair.Point.Start is not null)
                .GroupBy(pair => pair.Point.Key, (_, pairs) => pairs.ToList()).ToList();
            if (missing.Count > 0)
            {
                yield return new Bar
                {
                    X = Values(missing.Select(pairs => Text(Middle(pairs[0].Point)))),
                    Y = Values(missing.Select(_ => height)),
                    Base = foot,
                    WidthArray = missing.ConvertAll(pairs => (decimal?)Milliseconds(pairs[0].Point)),
                    TextArray = missing.ConvertAll(pairs => Hover(figure, pairs)),
                    XAxis = "x" + axis,
                    YAxis = "y" + axis,
                    TextPosition = Plotly.Blazor.Traces.BarLib.TextPositionEnum.None,
                    HoverTemplate = HoverText,
                    Marker = status == CellStatus.Withheld
                        ? new() { Color = Token("hatch-back"), Pattern = Hatch, Line = new() { Width = 0 } }
                        : new() { Color = Token("not-reported"), Line = new() { Width = 0 } },
                };
            }
        }
    }

    private static long Milliseconds(Point point) => (point.End!.Value.DayNumber - point.Start!.Value.DayNumber + 1) * 86_400_000L;

    private static string Hover(Figure figure, List<(string Series, Point Point)> missing)
    {
        var series = figure.Series.Count == 1 ? "" : "<br>" + string.Join("<br>", missing.Select(pair => pair.Series));
        return $"{missing[0].Point.Label}<br>{missing[0].Point.Text}{series}";
    }

    /// <inheritdoc cref="Line"/>
    public static List<Shape> Provisional(IReadOnlyList<Point> points, string axis = "")
    {
        var tail = points.Where(point => point.Provisional).ToList();
        return tail.Count == 0 ? [] :
        [
            new()
            {
                Type = TypeEnum.Rect,
                X0 = Text(tail.Min(point => point.Start!.Value)),
                X1 = Text(tail.Max(point => point.End!.Value)),
                XRef = "x" + axis,
                YRef = $"y{axis} domain",
                Y0 = 0,
                Y1 = 1,
                Layer = LayerEnum.Below,
                Line = new() { Width = 0 },
                FillColor = Token("provisional"),
            },
        ];
    }

    private static (List<object> Places, List<object> Labels) Ticks(List<Point> points)
    {
        var periods = points.DistinctBy(point => point.Key).OrderBy(point => point.Start).ToList();
        if (periods.Count <= MostLabelledPeriods)
        {
            return (Values(periods.Select(point => Text(Middle(point)))), Values(periods.Select(point => point.Label)));
        }

        var years = Enumerable.Range(periods[0].Start!.Value.Year, periods[^1].End!.Value.Year - periods[0].Start!.Value.Year + 1).ToList();
        return (Values(years.Select(year => Text(new DateOnly(year, 1, 1)))), Values(years.Select(year => $"{year}")));
    }

    private static bool HasStrip(Figure figure) =>
        figure.Series.Count > 1 && (figure.Has(CellStatus.Withheld) || figure.Has(CellStatus.NotReported));

    /// <summary>The end of the value axis: from what is shown, and from nothing else.</summary>
    public static decimal Top(IReadOnlyList<Point> points)
    {
        var highest = points.Max(point => Math.Max(point.Value ?? 0, point.Upper ?? 0));
        return highest == 0 ? 1 : highest * 1.08m;
    }

    private static DateOnly? BreakBetween(Point before, Point after, Series series, Figure figure)
    {
        if (series.Breaks.Count == 0 && figure.Events.Count == 0)
        {
            return null;
        }

        var between = figure.Events.Where(one => one.IsBreak).Select(one => one.At).Concat(series.Breaks)
            .Where(day => day > Middle(before) && day <= Middle(after)).ToList();
        return between.Count == 0 ? null : between.Min();
    }

    // The series' name is said once, in the template.
    private static string Hover(Series series, Point point) => point.IntervalText is { } interval
        ? $"{point.Label}<br><b>{point.Text}</b> {series.Unit}<br>{interval}"
        : $"{point.Label}<br><b>{point.Text}</b> {series.Unit}";

    public static DateOnly Middle(Point point) =>
        DateOnly.FromDayNumber((point.Start!.Value.DayNumber + point.End!.Value.DayNumber) / 2);

    public static string Text(DateOnly date) => date.ToString("O");
}
