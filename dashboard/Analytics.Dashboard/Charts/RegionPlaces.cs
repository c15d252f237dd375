using Analytics.Domain;

namespace Analytics.Dashboard.Charts;

/// <summary>Where a region's label stands on the map, by SOATE code; longitude and latitude in degrees.</summary>
public sealed record RegionPlace(string Soate, decimal Longitude, decimal Latitude)
{
    public static readonly IReadOnlyList<RegionPlace> All =
    [
        new("41702000000000", 78.15m, 42.00m),
        new("41703000000000", 72.40m, 41.58m),
        new("41704000000000", 75.60m, 41.42m),
        new("41705000000000", 69.98m, 39.80m),
        new("41706000000000", 73.45m, 40.05m),
        new("41707000000000", 72.15m, 42.48m),
        new("41708000000000", 74.45m, 42.50m),
    ];

    private static readonly Dictionary<string, LocalText> s_brief = new(StringComparer.Ordinal)
    {
        ["41702000000000"] = ChartText.RegionIssykKul,
        ["41703000000000"] = ChartText.RegionJalalAbad,
        ["41704000000000"] = ChartText.RegionNaryn,
        ["41705000000000"] = ChartText.RegionBatken,
        ["41706000000000"] = ChartText.RegionOshRegion,
        ["41707000000000"] = ChartText.RegionTalas,
        ["41708000000000"] = ChartText.RegionChui,
        ["41711000000000"] = ChartText.RegionBishkek,
        ["41721000000000"] = ChartText.RegionOshCity,
    };

    /// <summary>A region's name where there is little room.</summary>
    public static LocalText Brief(string soate, LocalText name) => s_brief.GetValueOrDefault(soate, name);

    /// <summary>Too small to read as areas: drawn as dots in the same shade, their labels outside the country at the end of a line.</summary>
    public static readonly IReadOnlyList<CityPlace> Cities =
    [
        new("41711000000000", 74.59m, 42.87m, 74.59m, 43.42m, LabelAbove: true),
        new("41721000000000", 72.80m, 40.53m, 72.30m, 40.56m, LabelAbove: false),
    ];
}

/// <param name="LabelAbove">Whether the text stands above the end of the line, or to its left.</param>
public sealed record CityPlace(string Soate, decimal Longitude, decimal Latitude, decimal LabelLongitude, decimal LabelLatitude, bool LabelAbove);
