using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;
using static Analytics.Dashboard.Pages.UnderRegistration.UnderRegistrationModel;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>From asking for help to a court: a block of persons and a block of crimes, never one bar of both.</summary>
public static class StepsFigure
{
    private const string OrganisationsIndicator = "csos_reporting";

    // What the ledger calls the counts of the steps.
    private static readonly Dictionary<string, string> s_indicators = new(StringComparer.Ordinal)
    {
        [Assisted] = "victims_assisted_by_csos",
        [Registered] = "crimes_registered",
        [Discontinued] = "proceedings_discontinued",
        [SentToCourt] = "cases_sent_to_court",
    };

    public static Figure Build(Reader reader, Reference reference, UnderRegistrationAnswers answers, string periodName)
    {
        var assisted = Step(Assisted, UnderRegistrationText.AssistedLabel) with { SubLabel = Organisations(reader, reference, answers.Period) };
        var registered = Step(Registered, UnderRegistrationText.RegisteredLabel) with
        {
            SubLabel = reader.Text(UnderRegistrationText.Register),
            Note = answers.Ratio(Per100)?.Value is { } ratio ? reader.Text(UnderRegistrationText.PerHundred, reader.Language.Number(ratio, 1)) : null,
        };
        var discontinued = Step(Discontinued, UnderRegistrationText.DiscontinuedLabel) with { Note = ShareOfRegistered(Discontinued), Muted = true };
        var court = Step(SentToCourt, UnderRegistrationText.SentToCourtLabel) with { Note = ShareOfRegistered(SentToCourt) };
        var persons = reader.Text(UnderRegistrationText.Persons);
        var crimes = reader.Text(UnderRegistrationText.Crimes);
        return new Figure
        {
            Shape = FigureShape.Steps,
            Title = reader.Text(UnderRegistrationText.StepsTitle),
            Subtitle = FigureParts.Scope(reader.Text(SharedText.Country), periodName),
            Summary = reader.Text(UnderRegistrationText.StepsSummary, periodName, assisted.Text, registered.Text, discontinued.Text, court.Text),
            PointHeading = reader.Text(UnderRegistrationText.Step),
            Unit = persons,
            Series = [new Series(persons, "persons", persons, [assisted]), new Series(crimes, "crimes", crimes, [registered, discontinued, court])],
            Notes = [.. Ledger(reader, reference, answers)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };

        Point Step(string measure, Analytics.Domain.LocalText label) =>
            FigureParts.Point(reader, measure, reader.Text(label), answers.Count(measure)) with { Href = LeadsTo.Series(reader, measure) };

        // The two outcomes are a share of the registered only where they are outcomes of the same crimes.
        string? ShareOfRegistered(string measure)
        {
            var (whole, part) = (answers.Count(Registered)?.Value, answers.Count(measure)?.Value);
            var outcomes = answers.Count(Discontinued)?.Value + answers.Count(SentToCourt)?.Value;
            return whole > 0 && part is not null && outcomes <= whole
                ? reader.Text(UnderRegistrationText.OfRegistered, reader.Language.Percent(part.Value / whole.Value, 0))
                : null;
        }
    }

    private static string? Organisations(Reader reader, Reference reference, PublishedPeriod? period) =>
        InLedger(reference, period, OrganisationsIndicator) is { Value: { } count } ? reader.Language.Count(count, UnitText.Organisations) : null;

    // The same numbers as somebody published them, and whether they agree.
    private static IEnumerable<string> Ledger(Reader reader, Reference reference, UnderRegistrationAnswers answers)
    {
        var pairs = s_indicators
            .Select(pair => (Cell: answers.Count(pair.Key), Published: InLedger(reference, answers.Period, pair.Value)))
            .Where(pair => pair is { Cell.Value: not null, Published.Value: not null })
            .ToList();
        if (pairs.Count == 0)
        {
            yield break;
        }

        var differing = pairs.Where(pair => pair.Cell!.Value != pair.Published!.Value).ToList();
        yield return differing.Count == 0
            ? reader.Text(UnderRegistrationText.LedgerAgrees, pairs[0].Published!.SourceTitle)
            : reader.Text(UnderRegistrationText.LedgerDiffers, string.Join("; ", differing.Select(pair =>
                $"{reader.Language.Number(pair.Published!.Value!.Value)} ≠ {reader.Language.Number(pair.Cell!.Value!.Value)} ({pair.Published.SourceTitle})")));
    }

    private static LedgerFigure? InLedger(Reference reference, PublishedPeriod? period, string indicator) => reference.Ledger.Figures.FirstOrDefault(figure =>
        figure.Indicator == indicator && figure.Breakdown == Dimension.Total && figure.Start == period?.Start && figure.End == period.End);
}
