using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Regions;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>The registration gap of the nine regions: crimes by region of registration against persons by region of origin.</summary>
public static class GapByRegionFigure
{
    public static Figure Build(Reader reader, Reference reference, CellAnswer answer, string periodName, FigureShape shape)
    {
        var measure = MeasureCatalogue.Find(UnderRegistrationModel.Gap)!;
        var cells = answer.Cells.ToDictionary(cell => cell.Member(Dimension.Region), StringComparer.Ordinal);
        List<Point> points =
        [
            .. RegionsFigure.Regions(reference, answer)
                .Select(region => FigureParts.Point(
                    reader, region.Code, reader.Text(region.Name), cells.GetValueOrDefault(region.Code), decimals: 0, scale: 100, suffix: Language.PercentSign) with
                {
                    Href = LeadsTo.Region(reader, region.Code, measure.Id),
                    SubLabel = shape == FigureShape.Map ? reader.Text(RegionPlace.Brief(region.Code, region.Name)) : null,
                })
                .OrderByDescending(point => point.Value ?? decimal.MinValue),
        ];
        return new Figure
        {
            Shape = shape,
            Title = reader.Text(UnderRegistrationText.ByRegionTitle),
            Subtitle = FigureParts.Scope(reader.Text(UnderRegistrationText.ByRegionSubtitle), periodName),
            Summary = reader.Text(UnderRegistrationText.ByRegionSummary, string.Join("; ", points.Select(point => $"{point.Label}: {point.Text}"))),
            PointHeading = reader.Text(SharedText.Region),
            Unit = reader.Text(UnderRegistrationText.CrimesAgainstPersons) + ", %",
            Series = [new Series(reader.Text(measure.Name), "crimes", reader.Text(UnderRegistrationText.CrimesAgainstPersons), points)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }
}
