using Analytics.Dashboard.Cells;
using Analytics.Domain;

namespace Analytics.Dashboard.Published;

/// <summary>A member of a dimension and its names.</summary>
public sealed record Member(string Dimension, string Code, string? Parent, int Sort, LocalText Name);

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

    /// <summary>The nine regions and cities of republican importance, in their order.</summary>
    public IReadOnlyList<Member> Regions { get; } = [.. Members.Where(member => member.Dimension == Dimension.Region && IsFirstLevel(member.Code))];

    public IReadOnlyList<Member> Of(string dimension) => dimension == Dimension.Region
        ? Regions
        : [.. Members.Where(member => member.Dimension == dimension && member.Code != Dimension.Total)];

    /// <summary>Whether the measure is published by exactly these dimensions together.</summary>
    public bool IsPublished(string measure, PeriodKind kind, IEnumerable<string> dimensions)
    {
        var wanted = dimensions.ToHashSet(StringComparer.Ordinal);
        return Cuts.Any(cut => cut.Measure == measure && cut.PeriodKind == kind && wanted.SetEquals(cut.Dimensions));
    }

    /// <summary>A member's name; a code that has none names itself.</summary>
    public LocalText Name(string dimension, string code) =>
        Members.FirstOrDefault(member => member.Dimension == dimension && member.Code == code)?.Name ?? LocalText.Same(code);

    // SOATE: 417, two digits of the region, then zeros; 41700 is the country itself.
    private static bool IsFirstLevel(string soate) =>
        soate.Length == 14 && soate.StartsWith("417", StringComparison.Ordinal) && soate.EndsWith("000000000", StringComparison.Ordinal) && soate[3..5] != "00";
}
