using Analytics.Domain.Measures;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.AnnotationLib;
using Plotly.Blazor.LayoutLib.ShapeLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.BarLib;
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
        List<ITrace> data = [];
        List<Annotation> annotations = [];
        List<Shape> shapes = [];
        List<PlotlyFigureValue> values = [];
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

        var layout = LayoutOf(figure, y + 8, new() { L = leftMargin, R = 0, T = 0, B = 8 }, new() { Values = values, Longest = end });
        layout.BarMode = BarModeEnum.Overlay;
        layout.Annotations = annotations;
        layout.Shapes = shapes;
        layout.XAxis = [new() { Range = [0, end], Visible = false, FixedRange = true }];
        layout.YAxis = [new() { Range = [y, 0], Visible = false, FixedRange = true }];
        return new PlotlyDrawing(data, layout);
    }

    private static IEnumerable<ITrace> Marks(Series series, List<int> middles, int thickness, decimal end, decimal leastInterval, bool steps)
    {
        var points = series.Points.Zip(middles).ToList();
        foreach (var group in points.GroupBy(pair => (pair.First.Status, pair.First.Muted)))
        {
            var members = group.ToList();
            var hasInterval = members.Exists(pair => ShowsInterval(pair.First, leastInterval));
            yield return new Bar
            {
                Orientation = OrientationEnum.H,
                Y = Values(members.Select(pair => pair.Second)),
                X = Values(members.Select(pair => pair.First.Value ?? end * StubLength)),
                Width = thickness,
                TextArray = members.ConvertAll(pair => Hover(pair.First, series)),
                CustomData = members.Exists(pair => pair.First.Href is not null) ? Values(members.Select(pair => pair.First.Href)) : null,
                TextPosition = TextPositionEnum.None,
                HoverTemplate = HoverText,
                Marker = Marker(group.Key.Status, series.Colour, group.Key.Muted, hasInterval && !steps),
                ErrorX = hasInterval ? Whiskers(members.ConvertAll(pair => pair.First), leastInterval) : null,
            };
        }
    }

    private static ErrorX Whiskers(List<Point> points, decimal leastInterval) => new()
    {
        Type = Plotly.Blazor.Traces.BarLib.ErrorXLib.TypeEnum.Data,
        Symmetric = false,
        Array = Values(points.Select(point => ShowsInterval(point, leastInterval) ? point.Upper - point.Value : null)),
        ArrayMinus = Values(points.Select(point => ShowsInterval(point, leastInterval) ? point.Value - point.Lower : null)),
        Color = Token("ink"),
        Thickness = 1.4m,
        Width = 4,
    };

    // A whisker is read on its bar, so the bar is lighter under it.
    private static Marker Marker(CellStatus status, string colour, bool muted, bool hasInterval) => status switch
    {
        CellStatus.Withheld => new() { Color = Token("hatch-back"), Pattern = Hatch, Line = new() { Width = 0 } },
        CellStatus.NotReported => new() { Color = Token("not-reported"), Line = new() { Color = Token("line"), Width = 1 } },
        _ => new() { Color = muted ? Token(colour, "0.34") : hasInterval ? Token(colour, "0.5") : Token(colour), Line = new() { Width = 0 } },
    };

    private static PlotlyFigureValue Value(Point point, Series series, int middle, decimal end, decimal leastInterval, bool mayBeInside)
    {
        var drawn = point.Value ?? end * StubLength;
        return new PlotlyFigureValue(
            point.Text,
            point.Note,
            middle,
            drawn,
            Math.Max(drawn, ShowsInterval(point, leastInterval) ? point.Upper ?? 0 : 0),
            mayBeInside,
            point.Value is not null,
            new(point.Muted ? Token("ink") : Token("on-" + series.Colour), Token("ink"), Token("ink-2")));
    }

    // A whisker of a pixel or two is a blot; the table has the interval.
    private static bool ShowsInterval(Point point, decimal least) => point is { Lower: { } lower, Upper: { } upper } && upper - lower >= least;

    private static Annotation LabelBeside(Point point, int middle) =>
        Words(Sub(Wrap(point.Label, WideLabelLength), point.SubLabel), middle, XAnchorEnum.Right, -12, Token("ink"), FontSize, AlignEnum.Right);

    private static Annotation LabelAbove(Point point, int middle) =>
        Words(Sub(Shorten(point.Label, NarrowLabelLength), point.SubLabel, " "), middle, XAnchorEnum.Left, 0, Token("ink"), FontSize);

    private static Annotation Heading(string unit, int middle, int margin)
    {
        var words = Words(unit, middle, XAnchorEnum.Left, -margin, Token("ink-2"), 13);
        words.XRef = "paper";
        words.BgColor = Token("card");
        words.BorderPad = 4;
        return words;
    }

    private static Shape Rule(int middle) => new()
    {
        Type = TypeEnum.Line,
        XRef = "paper",
        X0 = 0,
        X1 = 1,
        Y0 = middle,
        Y1 = middle,
        Line = new() { Color = Token("line"), Width = 1, Dash = "dot" },
        Layer = LayerEnum.Below,
    };

    private static Annotation Words(
        string text, int y, XAnchorEnum anchor, int shift, string colour, int size, AlignEnum align = AlignEnum.Left) => new()
        {
            Text = text,
            X = 0,
            Y = y,
            XRef = "x",
            XAnchor = anchor,
            YAnchor = YAnchorEnum.Middle,
            XShift = shift,
            ShowArrow = false,
            Align = align,
            BgColor = Clear,
            BorderPad = 0,
            Font = new() { Family = FontFamily, Size = size, Color = colour },
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
