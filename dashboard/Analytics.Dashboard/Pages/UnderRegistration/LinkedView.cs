using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Estimation;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>The part of the page that rests on linked persons: the steps of the same persons, what the register lacks, those never seen.</summary>
public sealed record LinkedView(
    string PeriodName, IReadOnlyList<KeyFigure> Rates, SourcedFigure Funnel, SourcedFigure Contacts, SourcedFigure ByYear, SourcedFigure ByRegion, EstimateSummary? Estimate)
{
    private const string Prefix = "LP";

    public static async Task<LinkedView> LoadAsync(PublishedData data, Reader reader, Reference reference, PublishedPeriod? period, CancellationToken token)
    {
        var name = UnderRegistrationModel.PeriodName(reader, period);
        var rates = await data.CellsAsync(reader.User, UnderRegistrationModel.InPeriod(LinkedFigures.Rates, [], period), prefix: null, token);
        var funnel = await Ask(UnderRegistrationModel.InPeriod([.. LinkedMeasures.Steps], [], period));
        var contacts = await Ask(UnderRegistrationModel.InPeriod(LinkedFigures.ContactSteps, [], period));
        var byYear = await Ask(new CellRequest { Measures = LinkedFigures.Rates, By = [CellRequest.PeriodDimension] });
        var byRegion = await Ask(UnderRegistrationModel.InPeriod([LinkedFigures.Rates[0]], [Dimension.Region], period));
        return new LinkedView(
            name,
            [.. LinkedFigures.Rates.Zip([LinkedText.OfAssisted, LinkedText.OfKnown, LinkedText.OfTotal], (measure, label) => Rate(reader, rates, measure, label, name))],
            new SourcedFigure(LinkedFigures.Funnel(reader, funnel, name), FigureParts.Source(
                reader, funnel, new MethodNote(reader.Text(LinkedText.SamePersons), reader.Text(LinkedText.SamePersonsNote)))),
            new SourcedFigure(LinkedFigures.Contacts(reader, contacts, name), FigureParts.Source(reader, contacts)),
            new SourcedFigure(LinkedFigures.ByYear(reader, reference, byYear), FigureParts.Source(reader, byYear)),
            new SourcedFigure(LinkedFigures.ByRegion(reader, reference, byRegion, name), FigureParts.Source(reader, byRegion)),
            period is null ? null : await data.EstimateAsync(reader.User, period.Code, token));

        ValueTask<CellAnswer> Ask(CellRequest request) => data.CellsAsync(reader.User, request, Prefix, token);
    }

    private static KeyFigure Rate(Reader reader, CellAnswer answer, string measure, LocalText label, string period)
    {
        var point = FigureParts.Point(reader, measure, "", answer.Cells.FirstOrDefault(cell => cell.Measure == measure), 1, 100, Language.PercentSign);
        return new KeyFigure(
            measure, point.Text, reader.Text(label), point.IntervalText is { } interval ? $"{period} · {reader.Text(ChartText.Interval)}: {interval}" : period,
            $"{string.Join(", ", MeasureCatalogue.Find(measure)!.Feeds.Select(feed => reader.Text(UnitText.Feed(feed))))}; {reader.Text(LinkedText.LinkedSource)}", "persons", point.Value is not null);
    }
}
