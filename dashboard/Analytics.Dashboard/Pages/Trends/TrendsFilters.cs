using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>What the address of the trends page asks for; anything it gets wrong falls back to the default.</summary>
public sealed record TrendsFilters(Measure Measure, PeriodKind Grain, string? Split, int? FromYear, int? ToYear, IReadOnlyDictionary<string, string> Members, DateOnly? KnownOn = null)
{
    public const string ViewKey = "view";
    public const string BeforeKey = "a";
    public const string AfterKey = "b";
    public const string MeasureKey = "measure";
    public const string GrainKey = "period";
    public const string SplitKey = "by";
    public const string FromKey = "from";
    public const string ToKey = "to";
    public const string DefaultMeasure = "crimes_registered";

    public TrendsViewKind View { get; init; }

    /// <summary>The two years of a comparison.</summary>
    public int? Before { get; init; }

    /// <inheritdoc cref="Before"/>
    public int? After { get; init; }

    public static TrendsFilters Of(Address address)
    {
        var view = ViewOf(address.Value(ViewKey));
        var measure = MeasureCatalogue.Find(address.Value(MeasureKey) ?? DefaultMeasure) ?? MeasureCatalogue.Find(DefaultMeasure)!;
        var grain = CodeText.FindPeriodKind(address.Value(GrainKey)) is { } kind and (PeriodKind.Month or PeriodKind.Quarter) ? kind : PeriodKind.Year;
        grain = (view, grain) switch
        {
            (TrendsViewKind.Years, PeriodKind.Year) => PeriodKind.Quarter,
            (TrendsViewKind.Pair, _) => PeriodKind.Year,
            _ => grain,
        };
        var split = view switch
        {
            TrendsViewKind.Multiples => measure.Dimensions.FirstOrDefault(dimension => dimension == Dimension.Region),
            TrendsViewKind.Years => null,
            _ => measure.Dimensions.FirstOrDefault(dimension => dimension == address.Value(SplitKey)),
        };
        var members = measure.Dimensions
            .Where(dimension => dimension != split && address.Value(dimension) is not null)
            .ToDictionary(dimension => dimension, dimension => address.Value(dimension)!, StringComparer.Ordinal);
        return new TrendsFilters(measure, grain, split, Year(address.Value(FromKey)), Year(address.Value(ToKey)), members, Published.KnownOn.Of(address))
        {
            // Without regions there are no panels.
            View = view == TrendsViewKind.Multiples && split is null ? TrendsViewKind.Line : view,
            Before = Year(address.Value(BeforeKey)),
            After = Year(address.Value(AfterKey)),
        };
    }

    public CellRequest Request() => new()
    {
        Measures = [Measure.Id],
        By = Split is null ? [CellRequest.PeriodDimension] : [CellRequest.PeriodDimension, Split],
        PeriodKind = Grain,
        KnownOn = KnownOn,
        From = (View == TrendsViewKind.Pair ? Before : FromYear) is { } from ? new DateOnly(from, 1, 1) : null,
        To = (View == TrendsViewKind.Pair ? After : ToYear) is { } to ? new DateOnly(to, 12, 31) : null,
        Filters = Members.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value], StringComparer.Ordinal),
    };

    /// <summary>The code of a view in the address; null for the usual one.</summary>
    public static string? Code(TrendsViewKind view) => view switch
    {
        TrendsViewKind.Multiples => "regions",
        TrendsViewKind.Years => "years",
        TrendsViewKind.Pair => "pair",
        _ => null,
    };

    /// <summary>With the two years that a comparison is of: those asked for, else the two newest that are settled; the earlier one first.</summary>
    public TrendsFilters Between(IReadOnlyList<Published.PublishedPeriod> periods)
    {
        if (View != TrendsViewKind.Pair)
        {
            return this;
        }

        var settled = periods.Where(period => period is { Kind: PeriodKind.Year, IsSettled: true }).Select(period => period.Start.Year).OrderDescending().ToList();
        var after = After ?? settled.FirstOrDefault(year => year != Before);
        var before = Before ?? settled.FirstOrDefault(year => year < after);
        return after == 0 || before == 0 || after == before
            ? this with { View = TrendsViewKind.Line, Before = null, After = null }
            : this with { Before = Math.Min(before, after), After = Math.Max(before, after) };
    }

    private static TrendsViewKind ViewOf(string? code) => Enum.GetValues<TrendsViewKind>().FirstOrDefault(view => Code(view) == code);

    private static int? Year(string? text) => int.TryParse(text, out var year) && year is >= 1950 and <= 2100 ? year : null;
}

/// <summary>How a measure over time is laid out.</summary>
public enum TrendsViewKind
{
    /// <summary>One time axis, whole or split.</summary>
    Line,

    /// <summary>A panel for each region, on one scale.</summary>
    Multiples,

    /// <summary>The quarters or months of the years laid over each other.</summary>
    Years,

    /// <summary>Two years side by side.</summary>
    Pair,
}
