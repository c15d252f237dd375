using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>A measure over time as lines.</summary>
public static class TrendsFigure
{
    private const int MostSeries = 9;

    public static Figure Build(Reader reader, TrendsFilters filters, Reference reference, CellAnswer answer)
    {
        var measure = filters.Measure;
        var unit = reader.Text(measure.UnitName);
        IReadOnlyList<Series> series = filters.Split is { } split
            ? [.. Members(split, reference, answer).Select((code, index) => new Series(
                reader.Text(reference.Name(split, code)), $"c{index + 1}", unit,
                Points(reader, measure, answer.Cells.Where(cell => cell.Member(split) == code))) { Breaks = reference.Breaks(split, code) })]
            : [new Series(reader.Text(measure.Name), UnitText.Colour(measure.Unit), unit, Points(reader, measure, answer.Cells))
            {
                Breaks = filters.Members.TryGetValue(Dimension.Region, out var region) ? reference.Breaks(Dimension.Region, region) : [],
            }];
        var points = series.SelectMany(one => one.Points).ToList();
        return new Figure
        {
            Shape = FigureShape.Time,
            Title = reader.Text(measure.Name),
            Subtitle = FigureParts.Scope([unit, Place(reader, filters, reference), .. filters.Members
                .Where(pair => pair.Key != Dimension.Region).Select(pair => reader.Text(reference.Name(pair.Key, pair.Value)))]),
            Summary = TrendsFinding.Summary(reader, filters, series),
            PointHeading = reader.Text(Grain(filters.Grain)),
            Unit = unit,
            Series = series,
            Events = FigureParts.Events(reader, reference, points, measure.BreaksAtCodeChange),
            Notes = [.. filters.Split is null ? [] : AllZero(reader, filters.Split, reference, answer), .. Cuts(reader, series)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    // The members in their own order; where there are more than can be told apart, the largest.
    private static IEnumerable<string> Members(string split, Reference reference, CellAnswer answer)
    {
        var order = reference.Of(split).Select((member, index) => (member.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        return answer.Cells
            .GroupBy(cell => cell.Member(split))
            .Where(group => group.Any(cell => cell.Status != CellStatus.Zero))
            .OrderByDescending(group => group.Sum(cell => cell.Value ?? 0))
            .Take(MostSeries)
            .Select(group => group.Key)
            .OrderBy(code => order.GetValueOrDefault(code, int.MaxValue));
    }

    // A member that is zero throughout is said, not drawn.
    private static IEnumerable<string> AllZero(Reader reader, string split, Reference reference, CellAnswer answer)
    {
        var names = answer.Cells
            .GroupBy(cell => cell.Member(split))
            .Where(group => group.All(cell => cell.Status == CellStatus.Zero))
            .Select(group => reader.Text(reference.Name(split, group.Key)))
            .ToList();
        if (names.Count > 0)
        {
            yield return reader.Text(TrendsText.AllZero, string.Join(", ", names));
        }
    }

    // The sum of the regions concerned compares on both sides of the day; each of them alone does not.
    private static IEnumerable<string> Cuts(Reader reader, IReadOnlyList<Series> series) =>
        from one in series
        let starts = one.Points.Select(point => point.Start).OfType<DateOnly>().ToList()
        from day in one.Breaks
        where starts.Count > 0 && day > starts.Min() && day <= one.Points.Max(point => point.End)
        select reader.Text(TrendsText.OtherTerritory, one.Name, reader.Language.Date(day));

    private static List<Point> Points(Reader reader, Measure measure, IEnumerable<Cell> cells)
    {
        var scale = MeasureFormat.Scale(measure);
        return [.. cells.OrderBy(cell => cell.Start).Select(cell => FigureParts.Point(
            reader, cell.Period, FigureParts.Period(reader.Language, cell.PeriodKind, cell.Period), cell,
            MeasureFormat.Decimals(measure), scale, MeasureFormat.Suffix(measure)))];
    }

    private static string Place(Reader reader, TrendsFilters filters, Reference reference) =>
        filters.Members.TryGetValue(Dimension.Region, out var region) ? reader.Text(reference.Name(Dimension.Region, region)) : reader.Text(SharedText.Country);

    private static Analytics.Domain.LocalText Grain(PeriodKind grain) => grain switch
    {
        PeriodKind.Month => SharedText.Month,
        PeriodKind.Quarter => SharedText.Quarter,
        _ => SharedText.Year,
    };
}
