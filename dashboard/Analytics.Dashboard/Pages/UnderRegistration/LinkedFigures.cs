using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Regions;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Figures of linked persons: the steps of the same persons, the contacts before them, and what the register lacks.</summary>
public static class LinkedFigures
{
    public static readonly string[] ContactSteps = ["contacts", "contacts_suspected", "contacts_referred"];
    public static readonly string[] Rates = ["under_registration_rate", "unregistered_share_of_known", "unregistered_share_of_total"];

    private static readonly LocalText[] s_steps =
        [LinkedText.Assisted, LinkedText.Applied, LinkedText.Registered, LinkedText.Investigated, LinkedText.InCourt, LinkedText.Convicted];

    private static readonly LocalText[] s_contacts = [LinkedText.AllContacts, LinkedText.Suspected, LinkedText.Referred];

    private static readonly LocalText[] s_rates = [LinkedText.OfAssisted, LinkedText.OfKnown, LinkedText.OfTotal];

    public static Figure Funnel(Reader reader, CellAnswer answer, string periodName) => Steps(
        reader, answer, [.. LinkedMeasures.Steps], s_steps, LinkedText.FunnelTitle, LinkedText.FunnelSubtitle, UnderRegistrationText.Persons, "persons", periodName);

    public static Figure Contacts(Reader reader, CellAnswer answer, string periodName) => Steps(
        reader, answer, ContactSteps, s_contacts, LinkedText.ContactsTitle, LinkedText.ContactsSubtitle, LinkedText.Contacts, "contacts", periodName);

    public static Figure ByYear(Reader reader, Reference reference, CellAnswer answer)
    {
        List<Series> series =
        [
            .. Rates.Select((measure, at) => new Series(
                reader.Text(s_rates[at]), $"c{at + 1}", reader.Text(LinkedText.ShareUnit),
                [.. answer.Cells.Where(cell => cell.Measure == measure).OrderBy(cell => cell.Start).Select(cell =>
                    FigureParts.Point(reader, cell.Period, FigureParts.Period(reader.Language, cell.PeriodKind, cell.Period), cell, 1, 100, Language.PercentSign) with { Href = LeadsTo.SamePage(reader, cell) })]))
                .Where(one => one.Points.Count > 0),
        ];
        return new Figure
        {
            Shape = FigureShape.Time,
            Title = reader.Text(LinkedText.RatesTitle),
            Subtitle = reader.Text(LinkedText.RatesSubtitle),
            Summary = reader.Text(LinkedText.RatesSummary, string.Join("; ", series.Select(one => $"{one.Name}: {string.Join(", ", one.Points.Select(point => $"{point.Label} {point.Text}"))}"))),
            PointHeading = reader.Text(SharedText.Year),
            Unit = reader.Text(LinkedText.ShareUnit),
            Series = series,
            Events = FigureParts.Events(reader, reference, [.. series.SelectMany(one => one.Points)], breaks: true),
            EventsAtFirst = false,
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    public static Figure ByRegion(Reader reader, Reference reference, CellAnswer answer, string periodName)
    {
        var cells = answer.Cells.ToDictionary(cell => cell.Member(Dimension.Region), StringComparer.Ordinal);
        List<Point> points =
        [
            .. RegionsFigure.Regions(reference, answer).Select(region => FigureParts.Point(reader, region.Code, reader.Text(region.Name), cells.GetValueOrDefault(region.Code), 0, 100, Language.PercentSign) with { Href = LeadsTo.Region(reader, region.Code) })
                .OrderByDescending(point => point.Value ?? decimal.MinValue),
        ];
        return new Figure
        {
            Shape = FigureShape.Bars,
            Title = reader.Text(LinkedText.ByRegionTitle),
            Subtitle = FigureParts.Scope(reader.Text(LinkedText.ShareUnit), periodName),
            Summary = string.Join("; ", points.Select(point => $"{point.Label}: {point.Text}")),
            PointHeading = reader.Text(SharedText.Region),
            Unit = reader.Text(LinkedText.ShareUnit),
            Series = [new Series(reader.Text(LinkedText.OfAssisted), "persons", reader.Text(LinkedText.ShareUnit), points)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    private static Figure Steps(
        Reader reader, CellAnswer answer, string[] measures, LocalText[] labels, LocalText title, LocalText subtitle, LocalText unit, string colour, string periodName)
    {
        var points = new List<Point>();
        decimal? before = null;
        foreach (var (measure, label) in measures.Zip(labels))
        {
            var point = FigureParts.Point(reader, measure, reader.Text(label), answer.Cells.FirstOrDefault(cell => cell.Measure == measure)) with { Href = LeadsTo.Series(reader, measure) };
            // A loss is told where both steps are seen.
            points.Add(before is { } above and > 0 && point.Value is { } value && value <= above
                ? point with { Note = value == above ? reader.Text(LinkedText.NoneLost) : $"{reader.Language.Number(value - above)} ({reader.Language.Percent((above - value) / above, 0)})" }
                : point);
            before = point.Value;
        }

        return new Figure
        {
            Shape = FigureShape.Steps,
            Title = reader.Text(title),
            Subtitle = FigureParts.Scope(reader.Text(subtitle), periodName),
            Summary = reader.Text(LinkedText.FunnelSummary, periodName, string.Join(", ", points.Select(point => $"{point.Label} {point.Text}"))),
            PointHeading = reader.Text(UnderRegistrationText.Step),
            Unit = reader.Text(unit),
            Series = [new Series(reader.Text(unit), colour, reader.Text(unit), points)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }
}
