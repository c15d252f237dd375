using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Registered crimes per 100 persons assisted by year, with its interval, cut where the criminal code changed.</summary>
public static class GapByYearFigure
{
    public static Figure Build(Reader reader, Reference reference, CellAnswer answer)
    {
        var measure = MeasureCatalogue.Find(UnderRegistrationModel.Per100)!;
        var unit = reader.Text(measure.UnitName);
        List<Point> points = [.. answer.Cells.OrderBy(cell => cell.Start).Select(cell =>
            FigureParts.Point(reader, cell.Period, FigureParts.Period(reader.Language, cell.PeriodKind, cell.Period), cell, decimals: 1) with { Href = LeadsTo.SamePage(reader, cell) })];
        var known = points.Where(point => point.Value is not null).ToList();
        return new Figure
        {
            Shape = FigureShape.Time,
            Title = reader.Text(UnderRegistrationText.ByYearTitle),
            Subtitle = reader.Text(UnderRegistrationText.ByYearSubtitle),
            Summary = known.Count == 0
                ? reader.Text(ChartText.NoNumbers)
                : reader.Text(UnderRegistrationText.ByYearSummary, known.MinBy(point => point.Value)!.Text, known.MinBy(point => point.Value)!.Label,
                    known.MaxBy(point => point.Value)!.Text, known.MaxBy(point => point.Value)!.Label),
            PointHeading = reader.Text(SharedText.Year),
            Unit = unit,
            Series = [new Series(reader.Text(measure.Name), "crimes", unit, points)],
            Events = FigureParts.Events(reader, reference, points, breaks: true),
            EventsAtFirst = false,
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }
}
