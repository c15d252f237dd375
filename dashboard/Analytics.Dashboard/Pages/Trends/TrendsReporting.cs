using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>How complete the reports behind a series are, so that a drop is not taken for fewer cases where reports are missing.</summary>
public static class TrendsReporting
{
    private const string Expected = "reports_expected";
    private const string Received = "reports_received";

    /// <summary>Below this share of reports received a period is flagged.</summary>
    private const decimal Low = 0.8m;

    private const int MostFlagged = 4;

    /// <summary>Reports expected and received by the feed of the measure, for the periods of the series.</summary>
    public static CellRequest Request(TrendsFilters filters) => filters.Request() with
    {
        Measures = [Expected, Received],
        By = [CellRequest.PeriodDimension],
        Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Dimension.Source] = [filters.Measure.Feeds[0]] },
    };

    /// <summary>The rate of the newest period, then the periods in which it is low.</summary>
    public static IReadOnlyList<string> Notes(Reader reader, TrendsFilters filters, CellAnswer reports)
    {
        var periods = reports.Cells.Where(cell => cell.Measure == Expected && cell.Value > 0)
            .Select(cell => (
                cell.Start,
                Label: FigureParts.Period(reader.Language, cell.PeriodKind, cell.Period),
                Owed: cell.Value!.Value,
                Came: reports.Cells.FirstOrDefault(other => other.Measure == Received && other.Period == cell.Period)?.Value ?? 0))
            .OrderByDescending(period => period.Start)
            .ToList();
        if (periods.Count == 0 || filters.Measure.Unit == Analytics.Domain.Measures.Unit.Report)
        {
            return [];
        }

        var feed = reader.Text(UnitText.Feed(filters.Measure.Feeds[0]));
        var newest = periods[0];
        var low = periods.FindAll(period => period.Came < period.Owed * Low);
        return
        [
            reader.Text(TrendsText.ReportingRate, feed, newest.Label, reader.Language.Number(newest.Came), reader.Language.Number(newest.Owed), reader.Language.Percent(newest.Came / newest.Owed, 0)),
            .. low.Take(MostFlagged).Select(period => reader.Text(TrendsText.LowReporting, period.Label, reader.Language.Number(period.Came), reader.Language.Number(period.Owed))),
        ];
    }
}
