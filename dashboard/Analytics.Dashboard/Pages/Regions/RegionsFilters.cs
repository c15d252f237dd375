using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>What the address of the regions page asks for.</summary>
public sealed record RegionsFilters(Measure Measure, PublishedPeriod? Period, bool PerPopulation, string? Sex, string? Form, DateOnly? KnownOn = null)
{
    /// <summary>The region whose districts are shown; null for all regions.</summary>
    public string? Region { get; init; }

    /// <summary>The role of place asked for.</summary>
    public PlaceRole Role { get; init; }

    public const string MeasureKey = "measure";
    public const string PeriodKey = "period";
    public const string PerKey = "per";
    public const string RoleKey = "place";
    public const string PerNothing = "none";
    public const string DefaultMeasure = "persons_assisted";

    public static IReadOnlyList<Measure> Measures { get; } = [.. MeasureCatalogue.All.Where(measure => (measure.Dimensions.Contains(Dimension.Region) || measure.Dimensions.Contains(Dimension.RegionService))
        && (measure.Kind is MeasureKind.ProtectedCount or MeasureKind.OpenCount or MeasureKind.Ratio))];

    /// <summary>The measure that the address names; else the usual one of the role of place that it names.</summary>
    public static Measure MeasureOf(Address address) =>
        Measures.FirstOrDefault(measure => measure.Id == address.Value(MeasureKey))
        ?? Measures.First(measure => measure.Id == (PlaceRoles.Find(address.Value(RoleKey)) == PlaceRole.Registration ? "crimes_registered" : DefaultMeasure));

    public static RegionsFilters Of(Address address, IReadOnlyList<PublishedPeriod> periods, Reference reference)
    {
        var region = reference.Regions.FirstOrDefault(member => member.Code == address.Value(Dimension.Region))?.Code;
        var measure = MeasureOf(address);
        var role = PlaceRoles.Find(address.Value(RoleKey)) is { } asked && PlaceRoles.Has(measure, asked) ? asked : PlaceRoles.Of(measure);
        var isCut = region is null && role != PlaceRole.Service;
        // Districts, and regions of service, are published whole.
        var sex = isCut && measure.Dimensions.Contains(Dimension.Sex) ? address.Value(Dimension.Sex) : null;
        var form = isCut && sex is null && measure.Dimensions.Contains(Dimension.Form) ? address.Value(Dimension.Form) : null;
        return new RegionsFilters(
            measure,
            Periods.Choose(periods, address.Value(PeriodKey), yearsFirst: true),
            // The source gives no population below the regions; who is helped in a region need not be one of its people.
            isCut && CanBePerPopulation(measure) && address.Value(PerKey) != PerNothing,
            sex,
            form,
            Published.KnownOn.Of(address))
        {
            Region = region,
            Role = role,
        };
    }

    /// <summary>A ratio already has its denominator.</summary>
    public static bool CanBePerPopulation(Measure measure) => measure.Kind is MeasureKind.ProtectedCount or MeasureKind.OpenCount;

    /// <summary>What the points are of: regions in their role; or districts.</summary>
    public string PartDimension => Region is null ? PlaceRoles.DimensionOf(Role) : Dimension.District;

    /// <summary>The regions; or the districts of the region that the address names.</summary>
    public CellRequest Parts() => Whole() with { By = [PartDimension] };

    /// <summary>What the parts are of: the country, or the region that the address names.</summary>
    public CellRequest Whole() => new()
    {
        Measures = [Measure.Id],
        KnownOn = KnownOn,
        From = Period?.Start,
        To = Period?.End,
        PerPopulation = PerPopulation,
        Filters = new[] { (Key: Dimension.Sex, Value: Sex), (Key: Dimension.Form, Value: Form), (Key: PlaceRoles.DimensionOf(Role), Value: Region) }
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value!], StringComparer.Ordinal),
    };
}
