using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Regions;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Pages.UnderRegistration;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages;

/// <summary>Where a click on a mark leads. The figure's table has the same links, for whoever has no pointer.</summary>
public static class LeadsTo
{
    /// <summary>A measure's series over the years.</summary>
    public static string Series(Reader reader, string measure) => reader.Address.To(Routes.Trends, [(TrendsFilters.MeasureKey, measure)]);

    /// <summary>A year of a measure by the finest of quarter and year that is published.</summary>
    public static string Year(Reader reader, Reference reference, string measure, int year) => reference.IsPublished(measure, PeriodKind.Quarter, [])
        ? reader.Address.To(Routes.Trends, [(TrendsFilters.MeasureKey, measure), (TrendsFilters.GrainKey, PeriodKind.Quarter.Code()), (TrendsFilters.FromKey, $"{year}"), (TrendsFilters.ToKey, $"{year}")])
        : Series(reader, measure);

    /// <summary>The same page for another period.</summary>
    public static string SamePage(Reader reader, Cell cell) => reader.Address.With(UnderRegistrationModel.PeriodKey, cell.Period);

    /// <summary>A region with its districts.</summary>
    public static string Region(Reader reader, string region, string? measure = null) => reader.Address.To(
        Routes.Regions,
        [(Dimension.Region, region), .. measure is { } known && RegionsFilters.Measures.Any(one => one.Id == known) ? [(RegionsFilters.MeasureKey, known)] : Array.Empty<(string, string)>()]);
}
