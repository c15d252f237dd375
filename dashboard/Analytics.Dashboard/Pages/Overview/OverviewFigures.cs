using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Overview;

/// <summary>Key figures, freshness and questions of the overview.</summary>
public static class OverviewFigures
{
    private const decimal FewestForPercentage = 50;

    /// <summary>The last settled year of a measure against the year before.</summary>
    public static KeyFigure Key(Reader reader, Reference reference, Measure measure, CellAnswer answer)
    {
        var settled = answer.Cells.Where(cell => !cell.Provisional).OrderBy(cell => cell.Start).ToList();
        var last = settled.LastOrDefault() ?? answer.Cells.MaxBy(cell => cell.Start);
        var before = settled.Count > 1 ? settled[^2] : null;
        var point = FigureParts.Point(reader, measure.Id, "", last, MeasureFormat.Decimals(measure), MeasureFormat.Scale(measure), MeasureFormat.Suffix(measure));
        return new KeyFigure(
            measure.Id,
            point.Text,
            reader.Text(measure.Name),
            last is null ? reader.Text(OverviewText.NoYear) : Detail(reader, measure, last, before),
            SourceLine(reader, reference, measure),
            UnitText.Colour(measure.Unit),
            point.Value is not null,
            reader.Href(Routes.Trends) + (reader.Href(Routes.Trends).Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"{TrendsFilters.MeasureKey}={measure.Id}");
    }

    public static SourceRow Source(Reader reader, SourceStatus source, DateTimeOffset now) => new(
        reader.Text(UnitText.Feed(source.Feed)),
        source.SourceId,
        source.LastLoadedAt is { } loaded ? reader.Language.Date(Publication.Day(loaded)) : reader.Text(OverviewText.Never),
        reader.Text(OverviewText.EveryDays, source.ExpectedEveryDays),
        source.IsLate(now));

    private static string Detail(Reader reader, Measure measure, Cell last, Cell? before)
    {
        var year = FigureParts.Period(reader.Language, last.PeriodKind, last.Period);
        if (last.Provisional)
        {
            return $"{year} · {reader.Text(ChartText.ProvisionalShort)}";
        }

        if (last.Value is not { } now || before is null)
        {
            return year;
        }

        var earlier = FigureParts.Period(reader.Language, before.PeriodKind, before.Period);
        if (before.Value is not null && !Comparison.IsBeyondChance(reader, measure, FigureParts.Point(reader, "", "", before), FigureParts.Point(reader, "", "", last)))
        {
            return reader.Text(OverviewText.AgainstWithinChance, year, earlier, reader.Language.Number(before.Value.Value));
        }

        // Of few, a percentage would make noise look like news.
        return before.Value is >= FewestForPercentage and var then
            ? reader.Text(OverviewText.Against, year, reader.Language.Change((now - then) / then), reader.Language.Number(then), earlier)
            : reader.Text(OverviewText.AgainstUnknown, year, earlier, FigureParts.Written(reader, before.Value, before.Status, 0));
    }

    private static string SourceLine(Reader reader, Reference reference, Measure measure)
    {
        var feed = measure.Feeds[0];
        var loaded = reference.Sources.Where(source => measure.Feeds.Contains(source.Feed)).Select(source => source.LastLoadedAt).OfType<DateTimeOffset>().DefaultIfEmpty().Max();
        return loaded == default
            ? reader.Text(UnitText.Feed(feed))
            : reader.Text(OverviewText.SourceLoaded, reader.Text(UnitText.Feed(feed)), reader.Language.Date(Publication.Day(loaded)));
    }
}
