using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>What a time series says, in words computed from its points.</summary>
public static class TrendsFinding
{

    /// <param name="figure">The figure on one time axis, however it is laid out on the page.</param>
    public static string Heading(Reader reader, TrendsFilters filters, Figure figure)
    {
        if (!figure.HasNumbers)
        {
            return reader.Text(figure.Has(CellStatus.Withheld) ? TrendsText.AllWithheld : TrendsText.NothingPublished, reader.Text(filters.Measure.Name));
        }

        return filters.View == TrendsViewKind.Pair ? TrendsPair.Heading(reader, filters, figure)
            : filters.Split is null ? Change(reader, filters, figure.Series[0], figure.Events) : Largest(reader, filters, figure);
    }

    public static string Summary(Reader reader, TrendsFilters filters, IReadOnlyList<Series> series)
    {
        var points = series.SelectMany(one => one.Points).ToList();
        var known = points.Where(point => point.Value is not null).ToList();
        if (known.Count == 0)
        {
            return reader.Text(TrendsText.NothingPublished, reader.Text(filters.Measure.Name));
        }

        if (filters.View == TrendsViewKind.Multiples)
        {
            var newest = known.Where(point => !point.Provisional).DefaultIfEmpty(known[0]).MaxBy(point => point.Start)!;
            return reader.Text(TrendsText.PanelSummary, reader.Text(filters.Measure.Name), newest.Label, string.Join("; ", series.Select(one =>
                $"{one.Name}: {one.Points.FirstOrDefault(point => point.Key == newest.Key)?.Text ?? reader.Text(ChartText.NotReportedShort)}")));
        }

        var highest = known.MaxBy(point => point.Value)!;
        var lowest = known.MinBy(point => point.Value)!;
        return reader.Text(
            TrendsText.Summary,
            known.Count,
            reader.Text(filters.Measure.Name),
            series.Count,
            highest.Text, highest.Label, lowest.Text, lowest.Label,
            points.Count(point => point.Status == CellStatus.Withheld), points.Count(point => point.Status == CellStatus.NotReported));
    }

    // The last settled period against the one before, or against the same period a year earlier where seasons matter.
    private static string Change(Reader reader, TrendsFilters filters, Series series, IReadOnlyList<FigureEvent> events)
    {
        // Periods that nobody has reported on yet say nothing about a change.
        var settled = series.Points.Where(point => !point.Provisional).Reverse().SkipWhile(point => point.Status == CellStatus.NotReported).Reverse().ToList();
        var after = settled.LastOrDefault();
        var back = filters.Grain switch { PeriodKind.Month => 12, PeriodKind.Quarter => 4, _ => 1 };
        var before = settled.Count > back ? settled[^(back + 1)] : null;
        var name = reader.Text(filters.Measure.Name);
        if (after is null || before is null)
        {
            var last = series.Points.Last(point => point.Value is not null);
            return reader.Text(TrendsText.Alone, name, last.Text, last.Label);
        }

        if (after.Value is not { } now || before.Value is not { } then)
        {
            var missing = after.Value is null ? after : before;
            return reader.Text(TrendsText.NotComparable, name, missing.Label, missing.Text);
        }

        var moved = series.Breaks.Any(day => day > before.Start && day <= after.Start);
        var broken = moved || events.Any(one => one.IsBreak && one.At > before.Start && one.At <= after.Start);
        var words = Direction(now - then);
        if (!broken && !Comparison.IsBeyondChance(reader, filters.Measure, before, after))
        {
            words = Comparison.HasChance(filters.Measure) ? TrendsText.WithinChance : TrendsText.Steady;
        }

        var heading = reader.Text(words, name, before.Text, before.Label, after.Text, after.Label);
        return broken ? $"{heading} {reader.Text(moved ? TrendsText.AcrossTerritory : TrendsText.AcrossBreak)}" : heading;
    }

    private static LocalText Direction(decimal change) => change switch { > 0 => TrendsText.Rose, < 0 => TrendsText.Fell, _ => TrendsText.Steady };

    private static string Largest(Reader reader, TrendsFilters filters, Figure figure)
    {
        var period = figure.Series.SelectMany(series => series.Points)
            .Where(point => !point.Provisional && point.Value is not null)
            .OrderBy(point => point.Start).LastOrDefault() ?? figure.Series.SelectMany(series => series.Points).Last(point => point.Value is not null);
        var (series, point) = figure.Series
            .Select(series => (series, point: series.Points.FirstOrDefault(point => point.Key == period.Key)))
            .Where(pair => pair.point?.Value is not null)
            .MaxBy(pair => pair.point!.Value);
        // No group is called the largest while another one may be as large.
        var level = figure.Series.Count(other =>
            other.Points.FirstOrDefault(one => one.Key == period.Key) is { Value: not null } known
            && !Comparison.IsBeyondChance(reader, filters.Measure, known, point!));
        return level > 1
            ? reader.Text(TrendsText.Level, reader.Text(filters.Measure.Name), point!.Label)
            : reader.Text(TrendsText.Largest, reader.Text(filters.Measure.Name), series.Name, point!.Text, point.Label);
    }
}
