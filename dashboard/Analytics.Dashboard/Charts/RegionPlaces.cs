namespace Analytics.Dashboard.Charts;

/// <summary>Where a region's label stands on the map, by SOATE code; longitude and latitude in degrees.</summary>
/// <param name="IsCity">Too small to read as an area: drawn as a dot in the same shade, its label beside it.</param>
public sealed record RegionPlace(string Soate, decimal Longitude, decimal Latitude, bool IsCity = false, string LabelSide = "middle center")
{
    public static readonly IReadOnlyList<RegionPlace> All =
    [
        new("41702000000000", 78.15m, 42.00m),
        new("41703000000000", 72.40m, 41.58m),
        new("41704000000000", 75.60m, 41.42m),
        new("41705000000000", 70.85m, 39.86m),
        new("41706000000000", 73.45m, 40.05m),
        new("41707000000000", 72.15m, 42.48m),
        new("41708000000000", 74.85m, 42.48m),
        new("41711000000000", 74.59m, 42.87m, IsCity: true, "top center"),
        new("41721000000000", 72.80m, 40.53m, IsCity: true, "middle left"),
    ];
}
