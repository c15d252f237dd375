using Analytics.Domain.Measures;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.ColorAxisLib.ColorBarLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterGeoLib;
using static Analytics.Dashboard.Charts.PlotlyStyle;

namespace Analytics.Dashboard.Charts;

/// <summary>
/// The nine regions, shaded by value. Withheld is hatched, not reported flat grey. Labels carry the numbers, so that the map reads
/// without colour; the two cities are dots as well, or nobody would see them.
/// </summary>
internal static class PlotlyFigureMap
{
    // The country's extent in degrees, and height over width of that extent in Mercator's projection.
    private static readonly object[] s_longitudes = [69.05m, 80.45m];
    private static readonly object[] s_latitudes = [39.1m, 43.75m];
    private const decimal HeightPerWidth = 0.54m;
    private const int LargeCity = 17;
    private const int SmallCity = 12;
    private const decimal DeepShade = 0.6m;
    private const decimal FarFromZero = 0.4m;

    public static PlotlyDrawing Draw(Figure figure, bool narrow)
    {
        var series = figure.Series[0];
        var known = series.Points.Where(point => point.Value is not null).ToList();
        var (lowest, highest) = Range(known);
        List<ITrace> data =
        [
            Areas(known, series),
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

        var layout = LayoutOf(figure, 400, new() { L = 0, R = 0, T = 0, B = 0 }, new() { HeightPerWidth = HeightPerWidth, HeightExtra = narrow ? 54 : 8 });
        layout.Geo =
        [
            new()
            {
                Projection = new() { Type = Plotly.Blazor.LayoutLib.GeoLib.ProjectionLib.TypeEnum.Mercator },
                LonAxis = new() { Range = s_longitudes },
                LaTaxis = new() { Range = s_latitudes },
                Domain = new() { X = [0, 1], Y = [narrow ? 0.2m : 0m, 1] },
                Visible = false,
                BgColor = Clear,
            },
        ];
        layout.ColorAxis = [new() { CMin = lowest, CMax = highest, ColorScale = Ramp(), ColorBar = Scale(figure, narrow) }];
        return new PlotlyDrawing(data, layout);
    }

    private static Plotly.Blazor.LayoutLib.ColorAxisLib.ColorBar Scale(Figure figure, bool narrow) => new()
    {
        Orientation = OrientationEnum.H,
        Thickness = 10,
        LenMode = LenModeEnum.Pixels,
        Len = narrow ? 220 : 240,
        X = narrow ? 0.5m : 1,
        XAnchor = narrow ? XAnchorEnum.Center : XAnchorEnum.Right,
        Y = 0,
        YAnchor = YAnchorEnum.Bottom,
        OutlineWidth = 0,
        NTicks = 5,
        YPad = 6,
        Title = new()
        {
            Text = figure.Unit,
            Side = Plotly.Blazor.LayoutLib.ColorAxisLib.ColorBarLib.TitleLib.SideEnum.Top,
            Font = new() { Size = 13 },
        },
        TickFont = new() { Size = 12 },
    };

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

    private static object[] Ramp() => [.. Enumerable.Range(0, 5).Select(step => new object[] { step * 0.25m, Token($"ramp-{step}") })];

    private static Choropleth Areas(List<Point> points, Series series)
    {
        var areas = Regions(points, series, "card", 1.2m);
        areas.Z = Values(points.Select(point => point.Value));
        areas.ColorAxis = "coloraxis";
        return areas;
    }

    private static Choropleth Flat(Series series, CellStatus status, string colour, string? meta)
    {
        var points = series.Points.Where(point => point.Status == status).ToList();
        var areas = Regions(points, series, "line-strong", 1);
        areas.Z = Values(points.Select(_ => 0));
        areas.ZMin = 0;
        areas.ZMax = 1;
        areas.ColorScale = new object[] { new object[] { 0, Token(colour) }, new object[] { 1, Token(colour) } };
        areas.ShowScale = false;
        areas.Meta = meta;
        return areas;
    }

    // The outlines are in the script; their name crosses the connection.
    private static Choropleth Regions(List<Point> points, Series series, string rim, decimal width) => new()
    {
        GeoJson = "regions",
        FeatureIdKey = "properties.soate",
        Locations = Values(points.Select(point => point.Key)),
        TextArray = points.ConvertAll(point => Hover(point, series)),
        CustomData = Values(points.Select(point => point.Href)),
        HoverTemplate = HoverText,
        Marker = new() { Line = new() { Color = Token(rim), Width = width } },
    };

    private static ScatterGeo Label(Point point, RegionPlace place, Series series, bool narrow, bool onDeepShade) => new()
    {
        Mode = ModeFlag.Text,
        Lon = [place.Longitude],
        Lat = [place.Latitude],
        TextArray = [narrow ? $"<b>{point.Text}</b>" : $"{point.SubLabel ?? point.Label}<br><b>{point.Text}</b>"],
        // Over a deep shade the label is light.
        TextFont = new() { Family = FontFamily, Size = narrow ? 12 : 14, Color = Token(onDeepShade ? "on-ramp" : "ink") },
        HoverTextArray = [Hover(point, series)],
        CustomData = [point.Href!],
        HoverTemplate = "%{hovertext}<extra></extra>",
    };

    private static IEnumerable<ScatterGeo> CityMarks(Point point, CityPlace city, Series series, bool narrow)
    {
        yield return new()
        {
            Mode = ModeFlag.Lines,
            Lon = [city.Longitude, city.LabelLongitude],
            Lat = [city.Latitude, city.LabelLatitude],
            Line = new() { Color = Token("ink-2"), Width = 1 },
            HoverInfo = HoverInfoFlag.Skip,
        };
        yield return new()
        {
            Mode = ModeFlag.Text,
            Lon = [city.LabelLongitude],
            Lat = [city.LabelLatitude],
            TextArray = [$"{point.SubLabel ?? point.Label} <b>{point.Text}</b>"],
            TextPosition = city.LabelAbove ? TextPositionEnum.TopCenter : TextPositionEnum.MiddleLeft,
            TextFont = new() { Family = FontFamily, Size = narrow ? 12 : 14, Color = Token("ink") },
            HoverInfo = HoverInfoFlag.Skip,
        };
        yield return new()
        {
            Mode = ModeFlag.Markers,
            Lon = [city.Longitude],
            Lat = [city.Latitude],
            HoverTextArray = [Hover(point, series)],
            CustomData = [point.Href!],
            HoverTemplate = "%{hovertext}<extra></extra>",
            Marker = CityMarker(point, narrow ? SmallCity : LargeCity),
        };
    }

    private static Marker CityMarker(Point point, int size) => point.Value is { } value
        ? new() { Size = size, ColorArray = [value], ColorAxis = "coloraxis", Line = new() { Color = Token("ink"), Width = 1.2m } }
        : new()
        {
            Size = size,
            Color = Token(point.Status == CellStatus.Withheld ? "hatch-back" : "not-reported"),
            Line = new() { Color = Token("ink-2"), Width = 1.2m },
        };

    private static string Hover(Point point, Series series) => point.Value is null
        ? $"{point.Label}<br>{point.Text}"
        : $"{point.Label}<br><b>{point.Text}</b> {series.Unit}{(point.Note is { } note ? "<br>" + note : "")}";
}
