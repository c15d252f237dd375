using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>What the address of the regions page asks for.</summary>
public sealed record RegionsFilters(Measure Measure, PublishedPeriod? Period, bool PerPopulation, string? Sex, string? Form, DateOnly? KnownOn = null)
{
    public const string MeasureKey = "measure";
    public const string PeriodKey = "period";
    public const string PerKey = "per";
    public const string PerNothing = "none";
    public const string DefaultMeasure = "persons_assisted";

    public static IReadOnlyList<Measure> Measures { get; } = [.. MeasureCatalogue.All.Where(measure => measure.Dimensions.Contains(Dimension.Region)
        && (measure.Kind is MeasureKind.ProtectedCount or MeasureKind.OpenCount or MeasureKind.Ratio))];

    public static Measure MeasureOf(Address address) =>
        Measures.FirstOrDefault(measure => measure.Id == address.Value(MeasureKey)) ?? Measures.First(measure => measure.Id == DefaultMeasure);

    public static RegionsFilters Of(Address address, IReadOnlyList<PublishedPeriod> periods)
    {
        var measure = MeasureOf(address);
        var sex = measure.Dimensions.Contains(Dimension.Sex) ? address.Value(Dimension.Sex) : null;
        var form = sex is null && measure.Dimensions.Contains(Dimension.Form) ? address.Value(Dimension.Form) : null;
        return new RegionsFilters(
            measure,
            Periods.Choose(periods, address.Value(PeriodKey), yearsFirst: true),
            CanBePerPopulation(measure) && address.Value(PerKey) != PerNothing,
            sex,
            form,
            Shared.KnownOn.Of(address));
    }

    /// <summary>A ratio already has its denominator.</summary>
    public static bool CanBePerPopulation(Measure measure) => measure.Kind is MeasureKind.ProtectedCount or MeasureKind.OpenCount;

    public CellRequest Request(bool byRegion) => new()
    {
        Measures = [Measure.Id],
        By = byRegion ? [Dimension.Region] : [],
        KnownOn = KnownOn,
        From = Period?.Start,
        To = Period?.End,
        PerPopulation = PerPopulation,
        Filters = new[] { (Key: Dimension.Sex, Value: Sex), (Key: Dimension.Form, Value: Form) }
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value!], StringComparer.Ordinal),
    };
}
