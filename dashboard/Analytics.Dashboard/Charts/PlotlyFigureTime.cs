using Analytics.Dashboard.Cells;
using Analytics.Domain.Measures;
using static Analytics.Dashboard.Charts.PlotlyStyle;

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
        var points = figure.Series.SelectMany(series => series.Points).Where(point => point is { Start: not null, End: not null }).ToList();
        if (points.Count == 0)
        {
            return new PlotlyDrawing([], new { height = Height });
        }

        var top = Top(points);
        List<object> data = [.. MissingMarks(figure, figure.Series, top), .. figure.Series.SelectMany(series => Bands(series, figure)), .. figure.Series.Select(series => Line(series, figure))];
        return new PlotlyDrawing(data, Layout(figure, points, top, narrow));
    }

    private static object Layout(Figure figure, List<Point> points, decimal top, bool narrow)
    {
        var from = points.Min(point => point.Start!.Value);
        var to = points.Max(point => point.End!.Value).AddDays(1);
        var (places, labels) = Ticks(points);
        return new
        {
            height = Height,
            margin = new { l = narrow ? 40 : 52, r = 14, t = 12, b = 34 },
            paper_bgcolor = Clear,
            plot_bgcolor = Clear,
            font = Font,
            hoverlabel = HoverLabel,
            hovermode = "closest",
            hoverdistance = 30,
            dragmode = false,
            showlegend = false,
            barmode = "overlay",
            bargap = 0,
            separators = figure.Separators,
            meta = new { eventColour = Token("event") },
            shapes = figure.Layered ? [] : Provisional(points),
            annotations = Array.Empty<object>(),
            xaxis = new
            {
                type = "date",
                range = new[] { Text(from), Text(to) },
                tickvals = places,
                ticktext = labels,
                tickangle = 0,
                showgrid = false,
                zeroline = false,
                fixedrange = true,
                linecolor = Token("line"),
                showline = !HasStrip(figure),
            },
            yaxis = new
            {
                range = new[] { HasStrip(figure) ? -top * StripHeight : 0, top },
                nticks = 6,
                dtick = WholeStep(figure, top),
                tickformat = ",~f",
                fixedrange = true,
                zeroline = HasStrip(figure),
                zerolinecolor = Token("line-strong"),
                gridcolor = Token("line"),
                tickfont = new { size = 13 },
            },
        };
    }

    // Of a few whole things there is no fifth of one.
    private static int? WholeStep(Figure figure, decimal top) =>
        top <= FewWholeThings && figure.Series.SelectMany(series => series.Points).All(point => point.Value is not { } value || decimal.IsInteger(value)) ? 1 : null;

    /// <param name="axis">Number of the panel's axes; empty for the first.</param>
    public static object Line(Series series, Figure figure, string axis = "")
    {
        List<string> x = [];
        List<decimal?> y = [];
        List<string> text = [];
        List<string?> leadsTo = [];
        List<string> fill = [];
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
            text.Add(Hover(series, point, figure));
            leadsTo.Add(point.Href ?? series.Href);
            // Among years laid over each other no stretch of the axis can be shaded; a provisional point is hollow.
            fill.Add(Token(figure.Layered && point.Provisional ? "card" : series.Colour));
            before = point;
        }

        var large = figure.Shape != FigureShape.Multiples && series.Points.Count <= MostLargeMarkers;
        var rim = figure.Layered ? series.Colour : "card";
        return new
        {
            type = "scatter",
            mode = "lines+markers",
            name = series.Name,
            x,
            y,
            text,
            customdata = leadsTo.TrueForAll(to => to is null) ? null : leadsTo,
            xaxis = "x" + axis,
            yaxis = "y" + axis,
            hovertemplate = "%{text}<extra></extra>",
            connectgaps = false,
            cliponaxis = false,
            line = new { color = Token(series.Colour), width = 2.4 },
            marker = new { color = fill.Distinct(StringComparer.Ordinal).Count() == 1 ? (object)fill[0] : fill, size = large ? 8 : 4, line = new { color = Token(rim), width = large ? 1.5 : 0 } },
        };
    }

    // One closed outline for each run of neighbouring points that have an interval.
    /// <inheritdoc cref="Line"/>
    public static IEnumerable<object> Bands(Series series, Figure figure, string axis = "")
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

    private static object Band(List<Point> run, string colour, string axis)
    {
        // A point alone gets the width of its period, or its band would have none.
        var x = run.Count > 1
            ? run.ConvertAll(point => Text(Middle(point)))
            : [Text(run[0].Start!.Value), Text(run[0].End!.Value)];
        var lower = run.Count > 1 ? run.ConvertAll(point => point.Lower) : [run[0].Lower, run[0].Lower];
        var upper = run.Count > 1 ? run.ConvertAll(point => point.Upper) : [run[0].Upper, run[0].Upper];
        return new
        {
            type = "scatter",
            mode = "lines",
            x = x.Concat(Enumerable.Reverse(x)),
            y = upper.Concat(Enumerable.Reverse(lower)),
            xaxis = "x" + axis,
            yaxis = "y" + axis,
            fill = "toself",
            fillcolor = Token(colour, "0.16"),
            line = new { width = 0 },
            hoverinfo = "skip",
        };
    }

    /// <summary>Alone, a series shows a missing period over the full height; among others, as a strip under the axis that names the series concerned.</summary>
    /// <inheritdoc cref="Line"/>
    public static IEnumerable<object> MissingMarks(Figure figure, IReadOnlyList<Series> drawn, decimal top, string axis = "")
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
                yield return new
                {
                    type = "bar",
                    x = missing.ConvertAll(pairs => Text(Middle(pairs[0].Point))),
                    y = missing.ConvertAll(_ => height),
                    @base = foot,
                    width = missing.ConvertAll(pairs => (pairs[0].Point.End!.Value.DayNumber - pairs[0].Point.Start!.Value.DayNumber + 1) * 86_400_000L),
                    text = missing.ConvertAll(pairs => $"{pairs[0].Point.Label}<br>{pairs[0].Point.Text}" + (figure.Series.Count == 1 ? "" : "<br>" + string.Join("<br>", pairs.Select(pair => pair.Series)))),
                    xaxis = "x" + axis,
                    yaxis = "y" + axis,
                    textposition = "none",
                    hovertemplate = "%{text}<extra></extra>",
                    marker = status == CellStatus.Withheld
                        ? (object)new { color = Token("hatch-back"), pattern = Hatch, line = new { width = 0 } }
                        : new { color = Token("not-reported"), line = new { width = 0 } },
                };
            }
        }
    }

    /// <inheritdoc cref="Line"/>
    public static object[] Provisional(IReadOnlyList<Point> points, string axis = "")
    {
        var tail = points.Where(point => point.Provisional).ToList();
        return tail.Count == 0 ? [] :
        [
            new
            {
                type = "rect",
                x0 = Text(tail.Min(point => point.Start!.Value)),
                x1 = Text(tail.Max(point => point.End!.Value)),
                xref = "x" + axis,
                yref = $"y{axis} domain",
                y0 = 0,
                y1 = 1,
                layer = "below",
                line = new { width = 0 },
                fillcolor = Token("provisional"),
            },
        ];
    }

    private static (List<string> Places, List<string> Labels) Ticks(List<Point> points)
    {
        var periods = points.DistinctBy(point => point.Key).OrderBy(point => point.Start).ToList();
        if (periods.Count <= MostLabelledPeriods)
        {
            return (periods.ConvertAll(point => Text(Middle(point))), periods.ConvertAll(point => point.Label));
        }

        var years = Enumerable.Range(periods[0].Start!.Value.Year, periods[^1].End!.Value.Year - periods[0].Start!.Value.Year + 1).ToList();
        return (years.ConvertAll(year => Text(new DateOnly(year, 1, 1))), years.ConvertAll(year => $"{year}"));
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
        var between = figure.Events.Where(one => one.IsBreak).Select(one => one.At).Concat(series.Breaks).Where(day => day > Middle(before) && day <= Middle(after)).ToList();
        return between.Count == 0 ? null : between.Min();
    }

    private static string Hover(Series series, Point point, Figure figure)
    {
        var name = figure.Series.Count > 1 ? $"{series.Name}<br>" : "";
        var interval = point.IntervalText is { } text ? $"<br>{text}" : "";
        return $"{name}{point.Label}<br><b>{point.Text}</b> {series.Unit}{interval}";
    }

    public static DateOnly Middle(Point point) =>
        DateOnly.FromDayNumber((point.Start!.Value.DayNumber + point.End!.Value.DayNumber) / 2);

    public static string Text(DateOnly date) => date.ToString("O");
}
