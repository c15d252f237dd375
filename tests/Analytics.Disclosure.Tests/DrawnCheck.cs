using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Charts;
using Analytics.Domain.Measures;

namespace Analytics.Disclosure.Tests;

/// <summary>
/// A chart beside the same chart of which nothing is known where something is withheld: axes, colour scale, widths, ranks and the number of
/// rows must be the same, so that none of them depends on what is withheld.
/// </summary>
internal static class DrawnCheck
{
    private static readonly string[] s_scales = ["range", "cmin", "cmax", "zmin", "zmax", "dtick", "tickvals"];

    /// <returns>What of the chart depends on a withheld number; empty where nothing does.</returns>
    public static IEnumerable<string> Faults(Figure figure)
    {
        foreach (var point in figure.Series.SelectMany(series => series.Points).Where(point => point.Status == CellStatus.Withheld && (point.Value is not null || point.Lower is not null || point.Upper is not null || point.IntervalText is not null)))
        {
            yield return $"{figure.Title}: {point.Label} is withheld and has a number";
        }

        if (figure.Shape == FigureShape.Bars)
        {
            foreach (var series in figure.Series.Where(series => series.Points.SkipWhile(point => point.Status != CellStatus.Withheld).Any(point => point.Value is not null)))
            {
                yield return $"{figure.Title}: {series.Name} ranks what is withheld among what is shown";
            }
        }

        var unknown = figure with
        {
            Series = [.. figure.Series.Select(series => series with { Points = [.. series.Points.Select(point => point.Status == CellStatus.Withheld ? point with { Status = CellStatus.NotReported } : point)] })],
        };
        if (!Scales(figure).SequenceEqual(Scales(unknown), StringComparer.Ordinal))
        {
            yield return $"{figure.Title}: a scale depends on what is withheld";
        }
    }

    private static List<string> Scales(Figure figure)
    {
        var found = new List<string>();
        Walk(JsonSerializer.SerializeToElement(PlotlyFigureSpecification.Of(figure), PlotlyFigureJson.Options), "");
        return found;

        void Walk(JsonElement element, string name)
        {
            if (s_scales.Contains(name, StringComparer.Ordinal))
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {element.GetRawText()}"));
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var part in element.EnumerateObject())
                {
                    Walk(part.Value, part.Name);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var part in element.EnumerateArray())
                {
                    Walk(part, "");
                }
            }
        }
    }
}
