using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.SankeyLib;
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
        List<object> names = [narrow ? "" : figure.FlowFrom, .. drawn.Select(point => Label(point.Label, point.Text))];
        List<decimal> values = drawn.ConvertAll(point => point.Value!.Value);
        List<object> hovers = Values(drawn.Select(point => Hover(point, series)));
        List<object?> leadsTo = drawn.ConvertAll(point => (object?)point.Href);
        if (rest.Count > 0)
        {
            names.Add(figure.FlowRest);
            values.Add(rest.Sum(point => point.Value!.Value));
            hovers.Add(string.Join("<br>", rest.Select(point => $"{point.Label}: <b>{point.Text}</b>")));
            leadsTo.Add(null);
        }

        var layout = LayoutOf(figure, Math.Max(260, (names.Count - 1) * RowHeight), new() { L = 2, R = 2, T = 6, B = 6 }, new());
        return new PlotlyDrawing(
        [
            new Sankey
            {
                Orientation = OrientationEnum.H,
                Arrangement = ArrangementEnum.Fixed,
                Domain = new() { X = [0, narrow ? 0.98m : 0.99m], Y = [0.02m, 0.98m] },
                TextFont = new() { Family = FontFamily, Size = narrow ? 13 : 14, Color = Token("ink") },
                Node = new()
                {
                    Label = names,
                    ColorArray = [.. names.Select((_, index) => Token(index == 0 ? "ink-2" : series.Colour))],
                    CustomData = [null!, .. leadsTo],
                    Line = new() { Width = 0 },
                    Thickness = 12,
                    Pad = 16,
                    HoverInfo = Plotly.Blazor.Traces.SankeyLib.NodeLib.HoverInfoEnum.Skip,
                },
                Link = new()
                {
                    Source = Values(values.Select(_ => 0)),
                    Target = Values(values.Select((_, index) => index + 1)),
                    Value = Values(values),
                    Label = hovers,
                    CustomData = leadsTo!,
                    HoverTemplate = "%{label}<extra></extra>",
                    ColorArray = [.. values.Select(_ => Token(series.Colour, "0.28"))],
                },
            },
        ],
        layout);

        string Label(string name, string value) => narrow && name.Length > 22 ? $"{name[..21]}… {value}" : $"{name} {value}";
    }

    private static string Hover(Point point, Series series) =>
        $"{point.Label}<br><b>{point.Text}</b> {series.Unit}{(point.IntervalText is { } interval ? "<br>" + interval : "")}";
}
