using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>What was counted, and what would have been expected without the programme or event, with its interval.</summary>
public static class EffectFigure
{
    public static Figure Build(Reader reader, BeforeAfterAnswer answer, string what, string sentence)
    {
        var measure = MeasureCatalogue.Find(answer.Measure)!;
        var unit = reader.Text(measure.UnitName);
        var counted = answer.Body.Points.Select(point => Point(reader, answer, point.Start, point.Count, point.Status switch
        {
            PointStatus.Withheld => CellStatus.Withheld,
            PointStatus.NotReported => CellStatus.NotReported,
            _ when point.Count == 0 => CellStatus.Zero,
            _ => CellStatus.Ok,
        }, 0)).ToList();
        List<Series> series = [new Series(reader.Text(ProgrammesText.Observed), UnitText.Colour(measure.Unit), unit, counted)];
        var expected = answer.Body.Points.Where(point => point is { Expected: not null, Segment: Segment.After }).ToList();
        if (expected.Count > 0)
        {
            series.Add(new Series(reader.Text(ProgrammesText.ExpectedSeries), "c4", unit, [.. expected.Select(point =>
                Point(reader, answer, point.Start, (decimal)point.Expected!.Value, CellStatus.Ok, 1) with
                {
                    Lower = (decimal?)point.Lower,
                    Upper = (decimal?)point.Upper,
                    IntervalText = point is { Lower: { } lower, Upper: { } upper }
                        ? reader.Text(ChartText.IntervalOf, reader.Language.Number((decimal)lower, 1), reader.Language.Number((decimal)upper, 1))
                        : null,
                })]));
        }

        return new Figure
        {
            Shape = FigureShape.Time,
            Title = reader.Text(ProgrammesText.EffectTitle, what),
            Subtitle = FigureParts.Scope(reader.Text(measure.Name), unit, reader.Text(answer.Monthly ? ProgrammesText.ByMonth : ProgrammesText.ByQuarter)),
            Summary = sentence,
            PointHeading = reader.Text(ProgrammesText.Period),
            Unit = unit,
            Series = series,
            Events = [new FigureEvent(answer.On, what.Length > 30 ? what[..29] + "…" : what, what, reader.Language.Date(answer.On), IsBreak: false) { IsSubject = true }],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    private static Point Point(Reader reader, BeforeAfterAnswer answer, DateOnly start, decimal? value, CellStatus status, int decimals)
    {
        var end = start.AddMonths(answer.Monthly ? 1 : 3).AddDays(-1);
        var label = answer.Monthly ? reader.Language.Month(start.Year, start.Month) : reader.Language.Quarter(start.Year, ((start.Month - 1) / 3) + 1);
        return new Point($"{start:yyyy-MM}", label, value, status, FigureParts.Written(reader, value, status, decimals)) { Start = start, End = end };
    }
}
