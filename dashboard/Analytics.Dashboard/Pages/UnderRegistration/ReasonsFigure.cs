using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Why assisted persons did not go to the police: share of those who gave a reason; several are possible.</summary>
public static class ReasonsFigure
{
    public static Figure Build(Reader reader, Reference reference, UnderRegistrationAnswers answers, string periodName)
    {
        var whole = answers.ReasonsTotal.Cells is [var all, ..] ? all.Value : null;
        var cells = answers.Reasons.Cells.ToDictionary(cell => cell.Member(Dimension.Reason), StringComparer.Ordinal);
        List<Point> points =
        [
            .. reference.Of(Dimension.Reason)
                .Where(reason => cells.ContainsKey(reason.Code))
                .Select(reason => Row(reader, reader.Text(reason.Name), reason.Code, cells[reason.Code], whole))
                .OrderByDescending(point => point.Value ?? -1),
        ];
        var first = points.Find(point => point.Value is not null);
        var unit = reader.Text(whole is null ? UnderRegistrationText.Persons : UnderRegistrationText.OfThoseWhoGaveReason);
        return new Figure
        {
            Shape = FigureShape.Bars,
            Title = reader.Text(UnderRegistrationText.ReasonsTitle),
            Subtitle = FigureParts.Scope(
                whole is { } count ? reader.Text(UnderRegistrationText.ReasonsSubtitle, reader.Language.Count(count, UnitText.Persons)) : unit,
                periodName),
            Summary = first is null
                ? reader.Text(ChartText.NoNumbers)
                : reader.Text(UnderRegistrationText.ReasonsSummary, points.Count, first.Label, first.Text),
            PointHeading = reader.Text(SharedText.Reason),
            Unit = unit,
            Series = [new Series(reader.Text(UnderRegistrationText.ReasonsTitle), "persons", unit, points)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    private static Point Row(Reader reader, string name, string code, Cell cell, decimal? whole)
    {
        var point = FigureParts.Point(reader, code, name, cell);
        return cell.Value is { } count && whole > 0
            ? point with
            {
                Value = count / whole * 100,
                Text = reader.Language.Percent(count / whole.Value, 0),
                Note = reader.Language.Count(count, UnitText.Persons),
            }
            : point;
    }
}
