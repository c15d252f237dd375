using Analytics.Dashboard.Cells;
using Analytics.Domain.Measures;
using static Analytics.Dashboard.Charts.PlotlyStyle;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// Horizontal bars, one a row: rankings, and steps in blocks headed by their unit. One unit of the vertical axis is one pixel, so that
/// labels have the room they need: beside the bars on a wide card, above them on a narrow one.
/// </summary>
internal static class PlotlyFigureRows
{
    private const int HeadingHeight = 34;
    private const int WideLabelLength = 30;
    private const int NarrowLabelLength = 46;
    private const double LetterWidth = 7.3;

    // Of the axis: a mark without a number is long enough to be seen and no longer.
    private const decimal StubLength = 0.06m;
    private const decimal LeastIntervalOfSteps = 0.05m;

    /// <summary>Two series as pairs of bars: the earlier one lighter, under one label.</summary>
    public static PlotlyDrawing DrawPairs(Figure figure, bool narrow)
    {
        var (before, after) = (figure.Series[0], figure.Series[1]);
        var earlier = before.Points.ToDictionary(point => point.Key, StringComparer.Ordinal);
        var rows = after.Points.SelectMany(point => (Point[])
        [
            earlier[point.Key] with { SubLabel = before.Name, Muted = true, Note = null },
            // On a narrow card the remark stands above the bar, beside which it has no room.
            narrow ? point with { SubLabel = $"{after.Name} · {point.Note}", Note = null } : point with { Label = "", SubLabel = after.Name },
        ]);
        return Draw(figure with { Shape = FigureShape.Bars, Series = [after with { Points = [.. rows] }] }, narrow, pairShift: 5);
    }

    /// <param name="pairShift">Pixels by which the bars of a pair move towards each other.</param>
    public static PlotlyDrawing Draw(Figure figure, bool narrow, int pairShift = 0)
    {
        var steps = figure.Shape == FigureShape.Steps;
        var largest = figure.Series.SelectMany(series => series.Points).Max(point => Math.Max(point.Value ?? 0, point.Upper ?? 0));
        var end = largest == 0 ? 1 : largest;
        // The bar of a step holds its number: a whisker that would lie on it or at its rim is left to the table.
        var leastInterval = end * (steps ? LeastIntervalOfSteps : Figure.LeastInterval);
        var rowHeight = narrow ? 56 : steps ? 50 : 40;
        var thickness = narrow ? 24 : steps ? 38 : 26;

        var leftMargin = narrow ? 0 : LeftMargin(figure);
        List<object> data = [];
        List<object> annotations = [];
        List<object> shapes = [];
        List<object> values = [];
        var y = 0;
        foreach (var series in figure.Series)
        {
            if (steps)
            {
                annotations.Add(Heading(series.Unit, y + (HeadingHeight / 2), leftMargin));
                shapes.Add(Rule(y + (HeadingHeight / 2)));
                y += HeadingHeight;
            }

            var middles = series.Points.Select((_, index) => y + (index * rowHeight) + (narrow ? 38 : rowHeight / 2) + (index % 2 == 0 ? pairShift : -pairShift)).ToList();
            data.AddRange(Marks(series, middles, thickness, end, leastInterval, steps));
            foreach (var (point, middle) in series.Points.Zip(middles))
            {
                annotations.Add(narrow ? LabelAbove(point, middle - thickness) : LabelBeside(point, middle));
                values.Add(Value(point, series, middle, end, leastInterval, mayBeInside: steps && point.Value is not null));
            }

            y += series.Points.Count * rowHeight;
        }

        return new PlotlyDrawing(data, new
        {
            height = y + 8,
            margin = new { l = leftMargin, r = 0, t = 0, b = 8 },
            paper_bgcolor = Clear,
            plot_bgcolor = Clear,
            font = Font,
            hoverlabel = HoverLabel,
            hovermode = "closest",
            dragmode = false,
            showlegend = false,
            barmode = "overlay",
            separators = figure.Separators,
            meta = new { eventColour = Token("event"), values, longest = end },
            annotations,
            shapes,
            xaxis = new { range = new[] { 0, end }, visible = false, fixedrange = true },
            yaxis = new { range = new[] { y, 0 }, visible = false, fixedrange = true },
        });
    }

    private static IEnumerable<object> Marks(Series series, List<int> middles, int thickness, decimal end, decimal leastInterval, bool steps)
    {
        var points = series.Points.Zip(middles).ToList();
        foreach (var group in points.GroupBy(pair => (pair.First.Status, pair.First.Muted)))
        {
            var members = group.ToList();
            var hasInterval = members.Exists(pair => ShowsInterval(pair.First, leastInterval));
            yield return new
            {
                type = "bar",
                orientation = "h",
                y = members.ConvertAll(pair => pair.Second),
                x = members.ConvertAll(pair => pair.First.Value ?? end * StubLength),
                width = thickness,
                text = members.ConvertAll(pair => Hover(pair.First, series)),
                customdata = members.ConvertAll(pair => pair.First.Href),
                textposition = "none",
                hovertemplate = "%{text}<extra></extra>",
                marker = Marker(group.Key.Status, series.Colour, group.Key.Muted, hasInterval && !steps),
                error_x = hasInterval
                    ? new
                    {
                        type = "data",
                        symmetric = false,
                        array = members.ConvertAll(pair => ShowsInterval(pair.First, leastInterval) ? pair.First.Upper - pair.First.Value : null),
                        arrayminus = members.ConvertAll(pair => ShowsInterval(pair.First, leastInterval) ? pair.First.Value - pair.First.Lower : null),
                        color = Token("ink"),
                        thickness = 1.4,
                        width = 4,
                    }
                    : null,
            };
        }
    }

    // A whisker is read on its bar, so the bar is lighter under it.
    private static object Marker(CellStatus status, string colour, bool muted, bool hasInterval) => status switch
    {
        CellStatus.Withheld => new { color = Token("hatch-back"), pattern = Hatch, line = new { width = 0 } },
        CellStatus.NotReported => new { color = Token("not-reported"), line = new { color = Token("line"), width = 1 } },
        _ => new { color = muted ? Token(colour, "0.34") : hasInterval ? Token(colour, "0.5") : Token(colour), line = new { width = 0 } },
    };

    // What is said of a bar; the browser measures it and finds its place.
    private static object Value(Point point, Series series, int middle, decimal end, decimal leastInterval, bool mayBeInside)
    {
        var drawn = point.Value ?? end * StubLength;
        return new
        {
            text = point.Text,
            note = point.Note,
            y = middle,
            drawn,
            edge = Math.Max(drawn, ShowsInterval(point, leastInterval) ? point.Upper ?? 0 : 0),
            mayBeInside,
            isNumber = point.Value is not null,
            colours = new { inside = point.Muted ? Token("ink") : Token("on-" + series.Colour), beside = Token("ink"), quiet = Token("ink-2") },
        };
    }

    // A whisker of a pixel or two is a blot; the table has the interval.
    private static bool ShowsInterval(Point point, decimal least) => point is { Lower: { } lower, Upper: { } upper } && upper - lower >= least;

    private static object LabelBeside(Point point, int middle) =>
        Words(Sub(Wrap(point.Label, WideLabelLength), point.SubLabel), 0, middle, "right", -12, Token("ink"), FontSize, "right");

    private static object LabelAbove(Point point, int middle) =>
        Words(Sub(Shorten(point.Label, NarrowLabelLength), point.SubLabel, " "), 0, middle, "left", 0, Token("ink"), FontSize);

    private static object Heading(string unit, int middle, int margin) => Words(unit, 0, middle, "left", -margin, Token("ink-2"), 13, reference: "paper");

    private static object Rule(int middle) => new
    {
        type = "line",
        xref = "paper",
        x0 = 0,
        x1 = 1,
        y0 = middle,
        y1 = middle,
        line = new { color = Token("line"), width = 1, dash = "dot" },
        layer = "below",
    };

    private static object Words(
        string text, decimal x, int y, string anchor, int shift, string colour, int size, string align = "left", string reference = "x") => new
        {
            text,
            x,
            y,
            xref = reference,
            xanchor = anchor,
            yanchor = "middle",
            xshift = shift,
            showarrow = false,
            align,
            bgcolor = reference == "paper" ? Token("card") : Clear,
            borderpad = reference == "paper" ? 4 : 0,
            font = new { family = FontFamily, size, color = colour },
        };

    private static string Sub(string label, string? sub, string separator = "<br>") =>
        sub is null ? label : $"{label}{separator}<span style=\"font-size:12px\">{sub}</span>";

    private static int LeftMargin(Figure figure)
    {
        var longest = figure.Series.SelectMany(series => series.Points)
            .SelectMany(point => Wrap(point.Label, WideLabelLength).Split("<br>").Append(point.SubLabel ?? "")).Max(line => line.Length);
        return Math.Max(90, (int)(longest * LetterWidth) + 20);
    }

    private static string Hover(Point point, Series series) =>
        point.Value is null ? $"{point.Label}<br>{point.Text}"
        : $"{point.Label}<br><b>{point.Text}</b> {series.Unit}{(point.IntervalText is { } interval ? "<br>" + interval : "")}";

    private static string Wrap(string text, int length)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > length)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }
        }

        return string.Join("<br>", lines);
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";
}
