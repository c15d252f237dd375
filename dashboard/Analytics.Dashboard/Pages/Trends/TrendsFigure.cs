using Analytics.Dashboard.Access;
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

    public static Figure Build(Reader reader, TrendsFilters filters, Reference reference, CellAnswer answer) => filters.View switch
    {
        TrendsViewKind.Years => TrendsSeasons.Of(reader, filters, Line(reader, filters, reference, answer)),
        TrendsViewKind.Pair => TrendsPair.Of(reader, filters, Line(reader, filters, reference, answer)),
        _ => Line(reader, filters, reference, answer),
    };

    /// <summary>The points on one time axis, or on one a panel.</summary>
    public static Figure Line(Reader reader, TrendsFilters filters, Reference reference, CellAnswer answer)
    {
        var panels = filters.View == TrendsViewKind.Multiples;
        var measure = filters.Measure;
        var unit = reader.Text(measure.UnitName);
        IReadOnlyList<Series> series = filters.Split is { } split
            ? [.. Members(split, reference, answer, filters.View == TrendsViewKind.Line).Select((code, index) => new Series(
                reader.Text(reference.Name(split, code)), panels ? UnitText.Colour(measure.Unit) : $"c{index + 1}", unit,
                Points(reader, measure, answer.Cells.Where(cell => cell.Member(split) == code)))
            {
                Breaks = reference.Breaks(split, code),
                ShortName = split == Dimension.Region ? reader.Text(RegionPlace.Brief(code, reference.Name(split, code))) : null,
                // A click on a member leaves the others out.
                Href = reader.Address.With((TrendsFilters.ViewKey, null), (TrendsFilters.SplitKey, null), (split, code)),
            })]
            : [new Series(reader.Text(measure.Name), UnitText.Colour(measure.Unit), unit, Points(reader, measure, answer.Cells, Finer(reader, filters, reference)))
            {
                Breaks = filters.Members.TryGetValue(Dimension.Region, out var region) ? reference.Breaks(Dimension.Region, region) : [],
            }];
        var points = series.SelectMany(one => one.Points).ToList();
        return new Figure
        {
            Shape = panels ? FigureShape.Multiples : FigureShape.Time,
            Title = reader.Text(measure.Name),
            Subtitle = FigureParts.Scope([unit, Place(reader, filters, reference), .. filters.Members
                .Where(pair => pair.Key != Dimension.Region).Select(pair => reader.Text(reference.Name(pair.Key, pair.Value)))]),
            Summary = TrendsFinding.Summary(reader, filters, series),
            PointHeading = reader.Text(Grain(filters.Grain)),
            Unit = unit,
            Series = series,
            Events = [.. FigureParts.Events(reader, reference, points, measure.BreaksAtCodeChange).Where(one => !panels || one.IsBreak)],
            Notes = [.. filters.Split is null || filters.View != TrendsViewKind.Line ? [] : AllZero(reader, filters.Split, reference, answer), .. Cuts(reader, series)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    // The members in their own order; where there are more than can be told apart, the largest.
    private static IEnumerable<string> Members(string split, Reference reference, CellAnswer answer, bool fewest)
    {
        var order = reference.Of(split).Select((member, index) => (member.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        return answer.Cells
            .GroupBy(cell => cell.Member(split))
            .Where(group => !fewest || group.Any(cell => cell.Status != CellStatus.Zero))
            .OrderByDescending(group => group.Sum(cell => cell.Value ?? 0))
            .Take(fewest ? MostSeries : int.MaxValue)
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

    // A click on a year shows its quarters, on a quarter its year's months, where those are published.
    private static Func<Cell, string>? Finer(Reader reader, TrendsFilters filters, Reference reference)
    {
        var finer = filters.Grain switch { PeriodKind.Year => PeriodKind.Quarter, PeriodKind.Quarter => PeriodKind.Month, _ => (PeriodKind?)null };
        if (reader.Address.Path != Routes.Trends)
        {
            return cell => LeadsTo.Year(reader, reference, filters.Measure.Id, cell.Start.Year);
        }

        return filters.View == TrendsViewKind.Line && finer is { } kind && reference.IsPublished(filters.Measure.Id, kind, filters.Members.Keys)
            ? cell => reader.Address.With(
                (TrendsFilters.GrainKey, kind.Code()), (TrendsFilters.FromKey, $"{cell.Start.Year}"), (TrendsFilters.ToKey, $"{cell.Start.Year}"))
            : null;
    }

    private static List<Point> Points(Reader reader, Measure measure, IEnumerable<Cell> cells, Func<Cell, string>? href = null)
    {
        var scale = MeasureFormat.Scale(measure);
        return [.. cells.OrderBy(cell => cell.Start).Select(cell => FigureParts.Point(
            reader, cell.Period, FigureParts.Period(reader.Language, cell.PeriodKind, cell.Period), cell,
            MeasureFormat.Decimals(measure), scale, MeasureFormat.Suffix(measure)) with { Href = href?.Invoke(cell) })];
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
