using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Regions;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard;

/// <summary>Which feeds a page's figures rest on, so that a late source is spoken of where it matters.</summary>
public static class PageFeeds
{
    private static readonly string[] s_persons = ["persons_assisted", "crimes_registered"];
    private static readonly string[] s_funnel = ["contacts", "persons_assisted", "crimes_registered", "crimes_sent_to_court"];

    /// <returns>None where the page shows no figures of the warehouse.</returns>
    public static IReadOnlySet<string> Of(Address address) => Measures(address)
        .Select(MeasureCatalogue.Find).OfType<Measure>().SelectMany(measure => measure.Feeds).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Measures(Address address) => address.Path switch
    {
        Routes.Overview or Routes.UnderRegistration => s_funnel,
        Routes.Trends => [address.Value(TrendsFilters.MeasureKey) ?? TrendsFilters.DefaultMeasure],
        Routes.Regions => [address.Value(RegionsFilters.MeasureKey) ?? RegionsFilters.DefaultMeasure],
        Routes.Programmes => s_persons[..1],
        Routes.Revisions or Routes.Ledger => s_funnel,
        Routes.Reporting or Routes.DataIn => MeasureCatalogue.All.Select(measure => measure.Id),
        _ => [],
    };
}
