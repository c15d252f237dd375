using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Warehouse.Evaluate;

/// <summary>
/// The series of one profile, from its published cells and from nothing else: an evaluation made of them can tell no more than they do.
/// </summary>
internal sealed class PublishedSeries
{
    private readonly Dictionary<(string Measure, PeriodKind Kind, string Region), List<PublishedCell>> _series;
    private readonly Dictionary<(string Feed, string Period), double> _reporting;

    public PublishedSeries(IEnumerable<PublishedCell> cells)
    {
        PublishedCell[] periods = [.. cells.Where(cell => cell.Period.Kind is PeriodKind.Month or PeriodKind.Quarter)];
        _series = periods.Where(cell => cell.Codes.Count == 0 || (cell.Codes.Count == 1 && cell.Codes.ContainsKey(Dimension.Region)))
            .GroupBy(cell => (cell.Measure, cell.Period.Kind, cell.Codes.GetValueOrDefault(Dimension.Region, Dimension.Total)))
            .ToDictionary(group => group.Key, group => group.OrderBy(cell => cell.Period.Start).ToList());
        _reporting = periods.Where(cell => cell.Measure == "reporting_rate" && !cell.Codes.ContainsKey(Dimension.Organisation) && cell.Value is not null)
            .ToDictionary(cell => (cell.Codes.GetValueOrDefault(Dimension.Source, Dimension.Total), cell.Period.Id), cell => cell.Value!.Value);
    }

    /// <summary>The months or quarters from one day to another that the feed covers.</summary>
    /// <param name="regions">Summed; empty for the country.</param>
    /// <returns>Null where the profile has no such series.</returns>
    public CountSeries? Of(LocalText name, string measure, string feed, SeriesFrequency frequency, IReadOnlyList<string> regions, DateOnly from, DateOnly to)
    {
        var kind = frequency == SeriesFrequency.Monthly ? PeriodKind.Month : PeriodKind.Quarter;
        string[] codes = regions.Count == 0 ? [Dimension.Total] : [.. regions];
        var known = codes.Select(code => _series.GetValueOrDefault((measure, kind, code))).ToArray();
        if (Array.Exists(known, series => series is null))
        {
            return null;
        }

        var periods = known.SelectMany(series => series!).Where(cell => cell.Period.Start >= from && cell.Period.End <= to)
            .GroupBy(cell => cell.Period.Start).OrderBy(period => period.Key)
            .Select(period => period.ToList())
            .SkipWhile(IsSilent).Reverse().SkipWhile(IsSilent).Reverse()
            .ToList();
        if (periods.Count == 0)
        {
            return null;
        }

        // A duty that began within the series says nothing about the reports before it.
        var rated = periods.TrueForAll(period => _reporting.ContainsKey((feed, period[0].Period.Id)));
        return new CountSeries(name, frequency, [.. periods.Select(period => Point(period, rated ? _reporting[(feed, period[0].Period.Id)] : 1))]);
    }

    /// <summary>The regions of a measure that are published by month.</summary>
    public IReadOnlyList<string> RegionsOf(string measure) =>
        [.. _series.Keys.Where(key => key.Measure == measure && key.Kind == PeriodKind.Month && key.Region is not (Dimension.Total or "unknown")).Select(key => key.Region).Order(StringComparer.Ordinal)];

    private static SeriesPoint Point(List<PublishedCell> parts, double reporting)
    {
        var start = parts[0].Period.Start;
        return parts.Exists(part => part.Status == CellStatus.Withheld) ? SeriesPoint.Withheld(start)
            : parts.Exists(part => part.Status == CellStatus.NotReported) ? SeriesPoint.NotReported(start)
            : new SeriesPoint(start, (long)parts.Sum(part => part.Value!.Value), ReportingRate: reporting);
    }

    private static bool IsSilent(List<PublishedCell> period) => period.TrueForAll(cell => cell.Status == CellStatus.NotReported);
}
