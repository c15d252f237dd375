using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>Which place of a case a region stands for.</summary>
public enum PlaceRole
{
    /// <summary>Where the person comes from.</summary>
    Origin,

    /// <summary>Where the person was helped.</summary>
    Service,

    /// <summary>Where the crime, or the agency, was registered.</summary>
    Registration,

    /// <summary>Where the caller was.</summary>
    Caller,

    /// <summary>Two measures, each by a place of its own.</summary>
    Mixed,
}

public static class PlaceRoles
{
    /// <summary>The roles that a reader may ask for, in their order on the screen.</summary>
    public static readonly IReadOnlyList<PlaceRole> Offered = [PlaceRole.Origin, PlaceRole.Service, PlaceRole.Registration];

    /// <summary>The role of place that a measure is published by; persons and intakes also by <see cref="PlaceRole.Service"/>.</summary>
    public static PlaceRole Of(Measure measure) => IsOfServiceAlone(measure) ? PlaceRole.Service : (measure.Feeds.Contains("ngo_case"), measure.Feeds.Contains("register_crime"), measure.Feeds.Contains("hotline")) switch
    {
        (true, true, _) => PlaceRole.Mixed,
        (true, _, _) => PlaceRole.Origin,
        (_, _, true) => PlaceRole.Caller,
        _ => PlaceRole.Registration,
    };

    private static bool IsOfServiceAlone(Measure measure) => measure.Dimensions.Contains(Dimension.RegionService) && !measure.Dimensions.Contains(Dimension.Region);

    public static bool Has(Measure measure, PlaceRole role) =>
        role == Of(measure) || (role == PlaceRole.Service && measure.Dimensions.Contains(Dimension.RegionService));

    /// <summary>The dimension in which the regions of a role stand.</summary>
    public static string DimensionOf(PlaceRole role) => role == PlaceRole.Service ? Dimension.RegionService : Dimension.Region;

    public static string Code(PlaceRole role) => role switch
    {
        PlaceRole.Origin => "origin",
        PlaceRole.Service => "service",
        PlaceRole.Registration => "registration",
        PlaceRole.Caller => "caller",
        _ => "mixed",
    };

    public static PlaceRole? Find(string? code) => Offered.Where(role => Code(role) == code).Select(role => (PlaceRole?)role).FirstOrDefault();

    public static LocalText Name(PlaceRole role) => role switch
    {
        PlaceRole.Origin => RegionsText.RoleOrigin,
        PlaceRole.Service => RegionsText.RoleService,
        PlaceRole.Registration => RegionsText.RoleRegistration,
        PlaceRole.Caller => RegionsText.RoleCaller,
        _ => RegionsText.RoleRegistrationOverOrigin,
    };
}
