using static Analytics.Dashboard.Charts.PlotlyStyle;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// Flows from one place to many. Only published numbers have width: a withheld flow is neither drawn nor part of the rest, so the
/// picture tells nothing that the table does not.
/// </summary>
internal static class PlotlyFigureFlows
{
    private const int MostFlows = 9;
    private const int RowHeight = 44;

    public static PlotlyDrawing Draw(Figure figure, bool narrow)
    {
        var series = figure.Series[0];
        var flows = series.Points.Where(point => point.Value > 0).OrderByDescending(point => point.Value).ToList();
        var (drawn, rest) = flows.Count > MostFlows ? (flows[..(MostFlows - 1)], flows[(MostFlows - 1)..]) : (flows, []);
        // On a phone both labels would meet in the middle; the note says where all flows begin.
        List<string> names = [narrow ? "" : figure.FlowFrom, .. drawn.Select(point => Label(point.Label, point.Text))];
        List<decimal> values = drawn.ConvertAll(point => point.Value!.Value);
        List<string> hovers = drawn.ConvertAll(point => Hover(point, series));
        List<string?> leadsTo = drawn.ConvertAll(point => point.Href);
        if (rest.Count > 0)
        {
            names.Add(figure.FlowRest);
            values.Add(rest.Sum(point => point.Value!.Value));
            hovers.Add(string.Join("<br>", rest.Select(point => $"{point.Label}: <b>{point.Text}</b>")));
            leadsTo.Add(null);
        }

        return new PlotlyDrawing(
        [
            new
            {
                type = "sankey",
                orientation = "h",
                arrangement = "fixed",
                domain = new { x = new[] { 0, narrow ? 0.98 : 0.99 }, y = new[] { 0.02, 0.98 } },
                textfont = new { family = FontFamily, size = narrow ? 13 : 14, color = Token("ink") },
                node = new
                {
                    label = names,
                    color = names.Select((_, index) => Token(index == 0 ? "ink-2" : series.Colour)),
                    customdata = leadsTo.Prepend(null),
                    line = new { width = 0 },
                    thickness = 12,
                    pad = 16,
                    hoverinfo = "skip",
                },
                link = new
                {
                    source = values.ConvertAll(_ => 0),
                    target = values.Select((_, index) => index + 1),
                    value = values,
                    label = hovers,
                    customdata = leadsTo,
                    hovertemplate = "%{label}<extra></extra>",
                    color = values.ConvertAll(_ => Token(series.Colour, "0.28")),
                },
            },
        ],
        new
        {
            height = Math.Max(260, (names.Count - 1) * RowHeight),
            margin = new { l = 2, r = 2, t = 6, b = 6 },
            paper_bgcolor = Clear,
            plot_bgcolor = Clear,
            font = Font,
            hoverlabel = HoverLabel,
            separators = figure.Separators,
            meta = new { eventColour = Token("event") },
            shapes = Array.Empty<object>(),
            annotations = Array.Empty<object>(),
        });

        string Label(string name, string value) => narrow && name.Length > 22 ? $"{name[..21]}… {value}" : $"{name} {value}";
    }

    private static string Hover(Point point, Series series) =>
        $"{point.Label}<br><b>{point.Text}</b> {series.Unit}{(point.IntervalText is { } interval ? "<br>" + interval : "")}";
}
