using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Localization;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>What the address of the trends page asks for; anything it gets wrong falls back to the default.</summary>
public sealed record TrendsFilters(Measure Measure, PeriodKind Grain, string? Split, int? FromYear, int? ToYear, IReadOnlyDictionary<string, string> Members, DateOnly? KnownOn = null)
{
    public const string MeasureKey = "measure";
    public const string GrainKey = "period";
    public const string SplitKey = "by";
    public const string FromKey = "from";
    public const string ToKey = "to";
    public const string DefaultMeasure = "crimes_registered";

    public static TrendsFilters Of(Address address)
    {
        var measure = MeasureCatalogue.Find(address.Value(MeasureKey) ?? DefaultMeasure) ?? MeasureCatalogue.Find(DefaultMeasure)!;
        var grain = CodeText.FindPeriodKind(address.Value(GrainKey)) is { } kind and (PeriodKind.Month or PeriodKind.Quarter) ? kind : PeriodKind.Year;
        var split = measure.Dimensions.FirstOrDefault(dimension => dimension == address.Value(SplitKey));
        var members = measure.Dimensions
            .Where(dimension => dimension != split && address.Value(dimension) is not null)
            .ToDictionary(dimension => dimension, dimension => address.Value(dimension)!, StringComparer.Ordinal);
        return new TrendsFilters(measure, grain, split, Year(address.Value(FromKey)), Year(address.Value(ToKey)), members, Shared.KnownOn.Of(address));
    }

    public CellRequest Request() => new()
    {
        Measures = [Measure.Id],
        By = Split is null ? [CellRequest.PeriodDimension] : [CellRequest.PeriodDimension, Split],
        PeriodKind = Grain,
        KnownOn = KnownOn,
        From = FromYear is { } from ? new DateOnly(from, 1, 1) : null,
        To = ToYear is { } to ? new DateOnly(to, 12, 31) : null,
        Filters = Members.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value], StringComparer.Ordinal),
    };

    private static int? Year(string? text) => int.TryParse(text, out var year) && year is >= 1950 and <= 2100 ? year : null;
}
