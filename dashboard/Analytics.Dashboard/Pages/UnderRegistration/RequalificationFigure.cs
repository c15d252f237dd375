using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Crimes that left the trafficking articles and crimes that came to them, by year, cut where the criminal code changed.</summary>
public static class RequalificationFigure
{
    public const string Out = "crimes_requalified_out";
    public const string In = "crimes_requalified_in";

    public static CellRequest Request(bool byGroup) => new()
    {
        Measures = [Out, In],
        By = byGroup ? [CellRequest.PeriodDimension, Dimension.ArticleGroup] : [CellRequest.PeriodDimension],
    };

    /// <inheritdoc cref="Build"/>
    public static SourcedFigure Sourced(Reader reader, Reference reference, CellAnswer years, CellAnswer groups) => new(
        Build(reader, reference, years, groups),
        FigureParts.Source(reader, years, new MethodNote(reader.Text(RequalificationText.Rule), reader.Text(RequalificationText.RuleText))));

    /// <param name="years">The counts by year.</param>
    /// <param name="groups">The same by the article group on the other side.</param>
    public static Figure Build(Reader reader, Reference reference, CellAnswer years, CellAnswer groups)
    {
        var unit = reader.Text(Analytics.Domain.Measures.MeasureCatalogue.Find(Out)!.UnitName);
        List<Point> Points(string measure, LocalText side) =>
        [
            .. years.Cells.Where(cell => cell.Measure == measure).OrderBy(cell => cell.Start).Select(cell =>
                FigureParts.Point(reader, cell.Period, FigureParts.Period(reader.Language, cell.PeriodKind, cell.Period), cell) with
                {
                    Href = LeadsTo.Year(reader, reference, measure, cell.Start.Year),
                    Note = Groups(reader, reference, groups.Cells.Where(group => group.Measure == measure && group.Period == cell.Period), side),
                }),
        ];
        var left = Points(Out, RequalificationText.To);
        var came = Points(In, RequalificationText.From);
        return new Figure
        {
            Shape = FigureShape.Time,
            Title = reader.Text(RequalificationText.Title),
            Subtitle = reader.Text(RequalificationText.Subtitle),
            Summary = reader.Text(
                RequalificationText.Summary,
                reader.Language.Count(left.Sum(point => point.Value ?? 0), UnitText.Crimes),
                reader.Language.Count(came.Sum(point => point.Value ?? 0), UnitText.Crimes)),
            PointHeading = reader.Text(SharedText.Year),
            Unit = unit,
            Series = [new Series(reader.Text(RequalificationText.Out), "crimes", unit, left), new Series(reader.Text(RequalificationText.In), "c4", unit, came)],
            Events = FigureParts.Events(reader, reference, left, breaks: true),
            EventsAtFirst = false,
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    private static string? Groups(Reader reader, Reference reference, IEnumerable<Cell> groups, LocalText side) =>
        string.Join("; ", groups.Where(cell => cell.Value > 0).Select(cell => reader.Text(
            side, reader.Text(reference.Name(Dimension.ArticleGroup, cell.Member(Dimension.ArticleGroup))), reader.Language.Number(cell.Value!.Value))))
        is { Length: > 0 } text ? text : null;
}
