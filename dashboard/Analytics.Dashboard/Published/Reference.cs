using Analytics.Dashboard.Access;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Published;

/// <summary>A member of a dimension in one state of itself, with the names that it had then.</summary>
public sealed record Member(string Dimension, string Code, string? Parent, int Sort, LocalText Name)
{
    /// <summary>First day of the state.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>First day of the next state, or of nothing.</summary>
    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>Days on which the code came to mean another territory: a series does not compare across them.</summary>
    public IReadOnlyList<DateOnly> Breaks { get; init; } = [];

    public bool WasThere(DateOnly start, DateOnly end) => From <= end && start < To;
}

/// <summary>A policy event.</summary>
/// <param name="Kind">series_break, policy, campaign or context.</param>
public sealed record PolicyEvent(string Id, DateOnly Start, DateOnly? End, string Kind, LocalText Title)
{
    public bool IsBreak => Kind == "series_break";
}

/// <summary>Population of a region in a year, both sexes.</summary>
/// <param name="Interpolated">Between or beyond the years that the source gives.</param>
public sealed record Population(string Region, int Year, long Persons, bool Interpolated);

/// <summary>How fresh a source is.</summary>
/// <param name="Feed">The feed it fills.</param>
public sealed record SourceStatus(
    string SourceId, string Feed, bool Synthetic, DateTimeOffset? LastLoadedAt, DateOnly? CoversFrom, DateOnly? CoversTo, int ExpectedEveryDays)
{
    public bool IsLate(DateTimeOffset now) => LastLoadedAt is not { } loaded || now - loaded > TimeSpan.FromDays(ExpectedEveryDays);
}

/// <summary>Dimensions that a measure is cut by together.</summary>
public sealed record Cut(string Measure, PeriodKind PeriodKind, IReadOnlyList<string> Dimensions);

/// <summary>Everything published beside the cells; small, and read as one.</summary>
public sealed record Reference(
    IReadOnlyList<Cut> Cuts,
    IReadOnlyList<Member> Members,
    IReadOnlyList<PolicyEvent> Events,
    IReadOnlyList<Population> Population,
    IReadOnlyList<SourceStatus> Sources,
    Ledger Ledger)
{
    public static readonly Reference Empty = new([], [], [], [], [], Ledger.Empty);

    /// <summary>SOATE code of the country.</summary>
    public const string Country = "41700000000000";

    /// <summary>The regions and cities of republican importance in their order, those that were ended among them, each in its newest state.</summary>
    public IReadOnlyList<Member> Regions { get; } =
        [.. Members.Where(member => member.Dimension == Dimension.Region && IsFirstLevel(member.Code)).DistinctBy(member => member.Code, StringComparer.Ordinal)];

    /// <summary>Without the regions, programmes, sources and donors that an account may not see: what is not there is not said to be unreported.</summary>
    public Reference Within(Rights rights) => rights.Regions.Count == 0 && rights.Programmes.Count == 0 && rights.Sources.Count == 0 && !rights.IsDonor
        ? this
        : new Reference(
            Cuts,
            [.. Members.Where(member => member.Dimension switch
            {
                Dimension.Region or Dimension.RegionService => rights.MayRegion(member.Code),
                Dimension.District => member.Parent is null || rights.MayRegion(member.Code),
                Dimension.Programme => rights.MayProgramme(member.Code),
                Dimension.Source => rights.MayFeed(member.Code),
                Dimension.Organisation => rights.MayOrganisation(member.Code),
                Dimension.Donor => rights.MayDonor(member.Code),
                _ => true,
            })],
            Events,
            Population,
            [.. Sources.Where(source => rights.MaySource(source.SourceId))],
            Ledger);

    /// <summary>The regions that were there in a period, by the names that they had at its end.</summary>
    public IReadOnlyList<Member> RegionsIn(DateOnly start, DateOnly end) =>
        [.. Members.Where(member => member.Dimension == Dimension.Region && IsFirstLevel(member.Code) && member.WasThere(start, end)).DistinctBy(member => member.Code, StringComparer.Ordinal)];

    /// <summary>The districts and towns that a region has ever had.</summary>
    public IReadOnlyList<Member> DistrictsIn(string region) =>
        [.. Members.Where(member => member.Dimension == Dimension.District && member.Parent == region).DistinctBy(member => member.Code, StringComparer.Ordinal)];

    public IReadOnlyList<Member> Of(string dimension) => dimension == Dimension.Region
        ? Regions
        : [.. Members.Where(member => member.Dimension == dimension && member.Code != Dimension.Total).DistinctBy(member => member.Code, StringComparer.Ordinal)];

    /// <summary>Whether the measure is published by exactly these dimensions together.</summary>
    public bool IsPublished(string measure, PeriodKind kind, IEnumerable<string> dimensions)
    {
        var wanted = dimensions.ToHashSet(StringComparer.Ordinal);
        return Cuts.Any(cut => cut.Measure == measure && cut.PeriodKind == kind && wanted.SetEquals(cut.Dimensions));
    }

    /// <summary>A member's name; a code that has none names itself.</summary>
    /// <param name="on">The day for which it is named: a member that was renamed has the name of the time. Without it, the newest name.</param>
    public LocalText Name(string dimension, string code, DateOnly? on = null) =>
        States(dimension, code).FirstOrDefault(member => on is not { } day || member.WasThere(day, day))?.Name
        ?? States(dimension, code).FirstOrDefault()?.Name ?? LocalText.Same(code);

    /// <summary>Days across which a member's series does not compare, since its territory is another.</summary>
    public IReadOnlyList<DateOnly> Breaks(string dimension, string code) => States(dimension, code).FirstOrDefault()?.Breaks ?? [];

    // The newest first.
    private IEnumerable<Member> States(string dimension, string code) => Members.Where(member => member.Dimension == dimension && member.Code == code);

    // SOATE: 417, two digits of the region, then zeros; 41700 is the country itself.
    private static bool IsFirstLevel(string soate) =>
        soate.Length == 14 && soate.StartsWith("417", StringComparison.Ordinal) && soate.EndsWith("000000000", StringComparison.Ordinal) && soate[3..5] != "00";
}
