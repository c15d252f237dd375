using Analytics.Dashboard.Cells;
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
        // Room beside the longest bar for what is said there.
        var said = figure.Series.SelectMany(series => series.Points).Where(point => point.Value >= largest * 0.8m).Select(point => $"{point.Text} {point.Note}".Length).DefaultIfEmpty().Max();
        var end = (largest == 0 ? 1 : largest) * (1.08m + (said * (narrow ? 0.026m : steps ? 0.012m : 0.03m)));
        var rowHeight = narrow ? 56 : steps ? 50 : 40;
        var thickness = narrow ? 24 : steps ? 38 : 26;

        var leftMargin = narrow ? 0 : LeftMargin(figure);
        List<object> data = [];
        List<object> annotations = [];
        List<object> shapes = [];
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
            data.AddRange(Marks(series, figure, middles, thickness, end));
            foreach (var (point, middle) in series.Points.Zip(middles))
            {
                annotations.Add(narrow ? LabelAbove(point, middle - thickness) : LabelBeside(point, middle));
                annotations.AddRange(ValueText(point, series, middle, end, !steps ? null : narrow ? 0.055m : 0.025m));
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
            meta = new { eventColour = Token("event") },
            annotations,
            shapes,
            xaxis = new { range = new[] { 0, end }, visible = false, fixedrange = true },
            yaxis = new { range = new[] { y, 0 }, visible = false, fixedrange = true },
        });
    }

    private static IEnumerable<object> Marks(Series series, Figure figure, List<int> middles, int thickness, decimal end)
    {
        var points = series.Points.Zip(middles).ToList();
        foreach (var group in points.GroupBy(pair => (pair.First.Status, pair.First.Muted)))
        {
            var members = group.ToList();
            var hasInterval = members.Exists(pair => pair.First.Lower is not null);
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
                marker = Marker(group.Key.Status, series.Colour, group.Key.Muted),
                error_x = hasInterval
                    ? new
                    {
                        type = "data",
                        symmetric = false,
                        array = members.ConvertAll(pair => pair.First.Upper - pair.First.Value),
                        arrayminus = members.ConvertAll(pair => pair.First.Value - pair.First.Lower),
                        color = Token("ink-2"),
                        thickness = 1.2,
                        width = 4,
                    }
                    : null,
            };
        }
    }

    private static object Marker(CellStatus status, string colour, bool muted) => status switch
    {
        CellStatus.Withheld => new { color = Token("hatch-back"), pattern = Hatch, line = new { width = 0 } },
        CellStatus.NotReported => new { color = Token("not-reported"), line = new { color = Token("line"), width = 1 } },
        _ => new { color = muted ? Token(colour, "0.34") : Token(colour), line = new { width = 0 } },
    };

    private static IEnumerable<object> ValueText(Point point, Series series, int middle, decimal end, decimal? letterShare)
    {
        var drawn = point.Value ?? end * StubLength;
        // A number stands in its bar where the bar has room for it.
        var inside = letterShare is { } share && point.Value is { } value && value / end > share * point.Text.Length;
        if (inside)
        {
            yield return Words($"<b>{point.Text}</b>", 0, middle, "left", 10, point.Muted ? Token("ink") : Token("on-" + series.Colour), 18);
        }

        var beside = (inside, point.Note) switch
        {
            (true, null) => null,
            (true, { } note) => note,
            (false, null) => Strong(point),
            (false, { } note) => $"{Strong(point)}  {note}",
        };
        if (beside is not null)
        {
            var edge = Math.Max(drawn, point.Upper ?? 0);
            yield return Words(beside, edge, middle, "left", 8, inside || point.Value is null ? Token("ink-2") : Token("ink"), FontSize);
        }
    }

    private static string Strong(Point point) => point.Value is null ? point.Text : $"<b>{point.Text}</b>";

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
