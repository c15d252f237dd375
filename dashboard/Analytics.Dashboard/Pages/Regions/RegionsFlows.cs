using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>Where people went: the published counts by country of destination.</summary>
public sealed record RegionsFlowsView(Figure Figure, FigureSource Source);

public static class RegionsFlows
{
    private const string FigurePrefix = "FL";
    private const string Home = "KGZ";

    /// <returns>Null where the measure is not of those who went, or not published by destination for the period.</returns>
    public static async Task<RegionsFlowsView?> LoadAsync(PublishedData data, Reader reader, RegionsFilters filters, Reference reference, CancellationToken token)
    {
        if (filters.Region is not null || filters.Role is not PlaceRole.Origin || filters.Period is not { } period
            || !reference.IsPublished(filters.Measure.Id, period.Kind, [Dimension.Destination]))
        {
            return null;
        }

        var request = new CellRequest
        {
            Measures = [filters.Measure.Id],
            By = [Dimension.Destination],
            From = period.Start,
            To = period.End,
            KnownOn = filters.KnownOn,
        };
        return Build(reader, filters, reference, await data.CellsAsync(reader.User, request, FigurePrefix, token));
    }

    public static RegionsFlowsView Build(Reader reader, RegionsFilters filters, Reference reference, CellAnswer answer)
    {
        var unit = reader.Text(filters.Measure.UnitName);
        var cells = answer.Cells.ToDictionary(cell => cell.Member(Dimension.Destination), StringComparer.Ordinal);
        // Those without a number stand last, in the order of the list of countries and not of their size.
        List<Point> points =
        [
            .. reference.Of(Dimension.Destination).Where(member => cells.ContainsKey(member.Code))
                .Select(member => FigureParts.Point(
                    reader, member.Code, reader.Text(member.Code == Home ? RegionsText.WithinCountry : member.Name), cells[member.Code]) with
                {
                    Href = reader.Address.To(Routes.Trends, [("measure", filters.Measure.Id), (Dimension.Destination, member.Code)]),
                })
                .OrderByDescending(point => point.Value ?? -1),
        ];
        var withheld = points.FindAll(point => point.Status == CellStatus.Withheld);
        var figure = new Figure
        {
            Shape = FigureShape.Flows,
            Title = reader.Text(RegionsText.FlowsTitle),
            Subtitle = FigureParts.Scope(reader.Text(filters.Measure.Name), unit, RegionsModel.PeriodName(reader, filters)),
            Summary = reader.Text(RegionsText.FlowsSummary, reader.Text(filters.Measure.Name), string.Join("; ", points.Select(point => $"{point.Label}: {point.Text}"))),
            PointHeading = reader.Text(SharedText.Destination),
            Unit = unit,
            Series = [new Series(reader.Text(filters.Measure.Name), UnitText.Colour(filters.Measure.Unit), unit, points)],
            FlowFrom = reader.Text(SharedText.Country),
            FlowRest = reader.Text(RegionsText.FlowsRest),
            Notes =
            [
                .. withheld.Count == 0 ? (string[])[] : [reader.Text(RegionsText.FlowsWithheld, string.Join(", ", withheld.Select(point => point.Label)))],
                reader.Text(RegionsText.FlowsWholeCountry),
            ],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
        return new RegionsFlowsView(figure, FigureParts.Source(reader, answer));
    }
}
