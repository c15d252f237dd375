using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>A figure and where it comes from.</summary>
public sealed record SourcedFigure(Figure Figure, FigureSource Source, Figure? Ranking = null);

/// <summary>The under-registration page: from asking for help to a court, the gap by year and region, reasons for not reporting.</summary>
public sealed record UnderRegistrationView(
    string Heading,
    string Lede,
    IReadOnlyList<Filter> Filters,
    IReadOnlyList<KeyFigure> KeyFigures,
    SourcedFigure Steps,
    SourcedFigure ByYear,
    SourcedFigure ByRegion,
    SourcedFigure Reasons)
{
    /// <summary>What rests on linked persons.</summary>
    public LinkedView? Linked { get; init; }

    /// <summary>Crimes that left or came to the trafficking articles.</summary>
    public SourcedFigure? Requalified { get; init; }
}

public static class UnderRegistrationModel
{
    public const string Assisted = "persons_assisted";
    public const string Registered = "crimes_registered";
    public const string Discontinued = "crimes_discontinued";
    public const string SentToCourt = "crimes_sent_to_court";
    public const string Per100 = "crimes_per_100_assisted";
    public const string Gap = "registration_gap";
    public const string ReasonsNotApplied = "reasons_not_applied";
    private const string FigurePrefix = "UR";
    public const string PeriodKey = "period";

    public static async Task<UnderRegistrationView> LoadAsync(PublishedData data, Reader reader, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(reader.User, token);
        var periods = await Periods.OfAsync(data, reader.User, Assisted, token);
        var period = Periods.Choose(periods, reader.Address.Value(PeriodKey));
        var answers = new UnderRegistrationAnswers(
            period,
            Steps: await Ask(StepsRequest(period)),
            ByYear: await Ask(new CellRequest { Measures = [Per100], By = [CellRequest.PeriodDimension] }),
            ByRegion: await Ask(InPeriod([Gap], [Dimension.Region], period)),
            Reasons: await Ask(InPeriod([ReasonsNotApplied], [Dimension.Reason], period)),
            ReasonsTotal: await data.CellsAsync(reader.User, InPeriod([ReasonsNotApplied], [], period), prefix: null, token),
            Ratios: await data.CellsAsync(reader.User, InPeriod([Per100, Gap], [], period), prefix: null, token));
        return Build(reader, reference, periods, answers) with
        {
            Linked = await LinkedView.LoadAsync(data, reader, reference, period, token),
            Requalified = RequalificationFigure.Sourced(
                reader, reference,
                await Ask(RequalificationFigure.Request(byGroup: false)),
                await data.CellsAsync(reader.User, RequalificationFigure.Request(byGroup: true), prefix: null, token)),
        };

        ValueTask<CellAnswer> Ask(CellRequest request) => data.CellsAsync(reader.User, request, FigurePrefix, token);
    }

    public static UnderRegistrationView Build(Reader reader, Reference reference, IReadOnlyList<PublishedPeriod> periods, UnderRegistrationAnswers answers)
    {
        var name = PeriodName(reader, answers.Period);
        var usual = Periods.Default(periods, yearsFirst: false);
        return new UnderRegistrationView(
            UnderRegistrationFinding.Heading(reader, answers, name),
            UnderRegistrationFinding.Lede(reader, answers),
            [
                new Filter(reader.Text(SharedText.Period), [.. periods.Select(period => new FilterChoice(
                    PeriodName(reader, period), reader.Address.With(PeriodKey, period.Code), period == answers.Period, period == usual))]),
            ],
            UnderRegistrationFinding.KeyFigures(reader, answers, name),
            new SourcedFigure(StepsFigure.Build(reader, reference, answers, name), FigureParts.Source(
                reader, answers.Steps, new MethodNote(reader.Text(UnderRegistrationText.UnitsTerm), reader.Text(UnderRegistrationText.UnitsNote)))),
            new SourcedFigure(GapByYearFigure.Build(reader, reference, answers.ByYear), FigureParts.Source(reader, answers.ByYear)),
            new SourcedFigure(
                GapByRegionFigure.Build(reader, reference, answers.ByRegion, name, FigureShape.Map),
                FigureParts.Source(reader, answers.ByRegion),
                GapByRegionFigure.Build(reader, reference, answers.ByRegion, name, FigureShape.Bars)),
            new SourcedFigure(ReasonsFigure.Build(reader, reference, answers, name), FigureParts.Source(
                reader, answers.Reasons, new MethodNote(reader.Text(UnderRegistrationText.SharesTerm), reader.Text(UnderRegistrationText.SharesNote)))));
    }

    /// <summary>The four counts of a period; the overview shows the same figure.</summary>
    public static CellRequest StepsRequest(PublishedPeriod? period) => InPeriod([Assisted, Registered, Discontinued, SentToCourt], [], period);

    public static string PeriodName(Reader reader, PublishedPeriod? period) =>
        period is null ? reader.Text(SharedText.AllYears) : FigureParts.Period(reader.Language, period.Kind, period.Code);

    public static CellRequest InPeriod(IReadOnlyList<string> measures, IReadOnlyList<string> by, PublishedPeriod? period) =>
        new() { Measures = measures, By = by, From = period?.Start, To = period?.End };
}

/// <summary>What the page asked, and was answered.</summary>
public sealed record UnderRegistrationAnswers(
    PublishedPeriod? Period, CellAnswer Steps, CellAnswer ByYear, CellAnswer ByRegion, CellAnswer Reasons, CellAnswer ReasonsTotal, CellAnswer Ratios)
{
    public Cell? Count(string measure) => Steps.Cells.FirstOrDefault(cell => cell.Measure == measure);

    public Cell? Ratio(string measure) => Ratios.Cells.FirstOrDefault(cell => cell.Measure == measure);
}
