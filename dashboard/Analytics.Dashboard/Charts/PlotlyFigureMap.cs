using Analytics.Dashboard.Cells;
using Analytics.Domain.Measures;
using static Analytics.Dashboard.Charts.PlotlyStyle;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// The nine regions, shaded by value. Withheld is hatched, not reported flat grey. Labels carry the numbers, so that the map reads
/// without colour; the two cities are dots as well, or nobody would see them.
/// </summary>
internal static class PlotlyFigureMap
{
    // The country's extent in degrees, and height over width of that extent in Mercator's projection.
    private static readonly decimal[] s_longitudes = [69.05m, 80.45m];
    private static readonly decimal[] s_latitudes = [39.1m, 43.75m];
    private const double HeightPerWidth = 0.54;
    private const int LargeCity = 17;
    private const int SmallCity = 12;
    private const decimal DeepShade = 0.6m;
    private const decimal FarFromZero = 0.4m;

    public static PlotlyDrawing Draw(Figure figure, bool narrow)
    {
        var series = figure.Series[0];
        var known = series.Points.Where(point => point.Value is not null).ToList();
        var (lowest, highest) = Range(known);
        List<object> data =
        [
            Areas(known, known.ConvertAll(point => point.Value!.Value), series),
            Flat(series, CellStatus.NotReported, "not-reported", meta: null),
            Flat(series, CellStatus.Withheld, "hatch-back", meta: "hatch"),
        ];
        foreach (var place in RegionPlace.All)
        {
            if (series.Points.FirstOrDefault(point => point.Key == place.Soate) is { } point)
            {
                data.Add(Label(point, place, series, narrow, (point.Value - lowest) / (highest - lowest) > DeepShade));
            }
        }

        foreach (var city in RegionPlace.Cities)
        {
            if (series.Points.FirstOrDefault(point => point.Key == city.Soate) is { } point)
            {
                data.AddRange(CityMarks(point, city, series, narrow));
            }
        }

        return new PlotlyDrawing(data, new
        {
            height = 400,
            margin = new { l = 0, r = 0, t = 0, b = 0 },
            paper_bgcolor = Clear,
            plot_bgcolor = Clear,
            font = Font,
            hoverlabel = HoverLabel,
            dragmode = false,
            showlegend = false,
            separators = figure.Separators,
            meta = new { eventColour = Token("event"), heightPerWidth = HeightPerWidth, heightExtra = narrow ? 54 : 8 },
            shapes = Array.Empty<object>(),
            annotations = Array.Empty<object>(),
            geo = new
            {
                projection = new { type = "mercator" },
                lonaxis = new { range = s_longitudes },
                lataxis = new { range = s_latitudes },
                domain = new { x = new[] { 0, 1 }, y = new[] { narrow ? 0.2 : 0, 1 } },
                visible = false,
                bgcolor = Clear,
            },
            coloraxis = new
            {
                cmin = lowest,
                cmax = highest,
                colorscale = Ramp(),
                colorbar = new
                {
                    orientation = "h",
                    thickness = 10,
                    lenmode = "pixels",
                    len = narrow ? 220 : 240,
                    x = narrow ? 0.5 : 1,
                    xanchor = narrow ? "center" : "right",
                    y = 0,
                    yanchor = "bottom",
                    outlinewidth = 0,
                    nticks = 5,
                    ypad = 6,
                    title = new { text = figure.Unit, side = "top", font = new { size = 13 } },
                    tickfont = new { size = 12 },
                },
            },
        });
    }

    // From zero, unless every value is so far from it that their differences would not show; the legend tells.
    private static (decimal Lowest, decimal Highest) Range(List<Point> known)
    {
        if (known.Count == 0)
        {
            return (0, 1);
        }

        var (least, most) = (known.Min(point => point.Value!.Value), known.Max(point => point.Value!.Value));
        var spread = most - least;
        return least < 0 || (least > most * FarFromZero && spread > 0) ? (least - (spread * 0.15m), most)
            : most > 0 ? (0, most)
            : (0, 1);
    }

    private static object[] Ramp() => [.. Enumerable.Range(0, 5).Select(step => new object[] { step * 0.25, Token($"ramp-{step}") })];

    private static object Areas(List<Point> points, List<decimal> values, Series series) => new
    {
        type = "choropleth",
        geojson = "regions",
        featureidkey = "properties.soate",
        locations = points.ConvertAll(point => point.Key),
        z = values,
        text = points.ConvertAll(point => Hover(point, series)),
        customdata = points.ConvertAll(point => point.Href),
        hovertemplate = "%{text}<extra></extra>",
        coloraxis = "coloraxis",
        marker = new { line = new { color = Token("card"), width = 1.2 } },
    };

    private static object Flat(Series series, CellStatus status, string colour, string? meta)
    {
        var points = series.Points.Where(point => point.Status == status).ToList();
        return new
        {
            type = "choropleth",
            geojson = "regions",
            featureidkey = "properties.soate",
            locations = points.ConvertAll(point => point.Key),
            z = points.ConvertAll(_ => 0),
            zmin = 0,
            zmax = 1,
            colorscale = new[] { new object[] { 0, Token(colour) }, [1, Token(colour)] },
            showscale = false,
            text = points.ConvertAll(point => Hover(point, series)),
            customdata = points.ConvertAll(point => point.Href),
            hovertemplate = "%{text}<extra></extra>",
            meta,
            marker = new { line = new { color = Token("line-strong"), width = 1 } },
        };
    }

    private static object Label(Point point, RegionPlace place, Series series, bool narrow, bool onDeepShade) => new
    {
        type = "scattergeo",
        mode = "text",
        lon = new[] { place.Longitude },
        lat = new[] { place.Latitude },
        text = new[] { narrow ? $"<b>{point.Text}</b>" : $"{point.SubLabel ?? point.Label}<br><b>{point.Text}</b>" },
        // Over a deep shade the label is light.
        textfont = new { family = FontFamily, size = narrow ? 12 : 14, color = Token(onDeepShade ? "on-ramp" : "ink") },
        hovertext = new[] { Hover(point, series) },
        customdata = new[] { point.Href },
        hovertemplate = "%{hovertext}<extra></extra>",
    };

    private static IEnumerable<object> CityMarks(Point point, CityPlace city, Series series, bool narrow)
    {
        yield return new
        {
            type = "scattergeo",
            mode = "lines",
            lon = new[] { city.Longitude, city.LabelLongitude },
            lat = new[] { city.Latitude, city.LabelLatitude },
            line = new { color = Token("ink-2"), width = 1 },
            hoverinfo = "skip",
        };
        yield return new
        {
            type = "scattergeo",
            mode = "text",
            lon = new[] { city.LabelLongitude },
            lat = new[] { city.LabelLatitude },
            text = new[] { $"{point.SubLabel ?? point.Label} <b>{point.Text}</b>" },
            textposition = city.LabelSide,
            textfont = new { family = FontFamily, size = narrow ? 12 : 14, color = Token("ink") },
            hoverinfo = "skip",
        };
        yield return new
        {
            type = "scattergeo",
            mode = "markers",
            lon = new[] { city.Longitude },
            lat = new[] { city.Latitude },
            hovertext = new[] { Hover(point, series) },
            customdata = new[] { point.Href },
            hovertemplate = "%{hovertext}<extra></extra>",
            marker = CityMarker(point, narrow ? SmallCity : LargeCity),
        };
    }

    private static object CityMarker(Point point, int size) => point.Value is { } value
        ? new { size, color = new[] { value }, coloraxis = "coloraxis", line = new { color = Token("ink"), width = 1.2 } }
        : new
        {
            size,
            color = Token(point.Status == CellStatus.Withheld ? "hatch-back" : "not-reported"),
            line = new { color = Token("ink-2"), width = 1.2 },
        };

    private static string Hover(Point point, Series series) => point.Value is null
        ? $"{point.Label}<br>{point.Text}"
        : $"{point.Label}<br><b>{point.Text}</b> {series.Unit}{(point.Note is { } note ? "<br>" + note : "")}";
}
