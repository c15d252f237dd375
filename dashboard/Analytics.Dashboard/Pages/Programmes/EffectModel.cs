using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>One question and its answer, as a line of the list.</summary>
public sealed record EffectRow(string What, string Measure, string Answer, string Outcome, string Href, bool IsCurrent);

/// <summary>The before-and-after panel.</summary>
/// <param name="Outcome">Class of the verdict.</param>
/// <param name="Sentence">The verdict in plain words.</param>
/// <param name="Reasons">Why it cannot be told, or what to bear in mind.</param>
public sealed record EffectView(
    SourcedFigure Sourced, string Outcome, string Sentence, string ReasonsTitle, IReadOnlyList<string> Reasons, IReadOnlyList<MethodNote> Details,
    IReadOnlyList<EffectRow> Others, string OthersNote);

/// <summary>Before and after the start of a programme or a policy event, as kept with the publication: nothing is computed here.</summary>
public static class EffectModel
{
    public static BeforeAfterAnswer? Choose(Reader reader, IReadOnlyList<BeforeAfterAnswer> answers)
    {
        var subject = reader.Address.Value(ProgrammesModel.SubjectKey);
        var measure = reader.Address.Value(ProgrammesModel.MeasureKey);
        var about = answers.Where(answer => subject is null ? answer.Kind == "programme" : answer.Subject == subject).ToList();
        return about.Find(answer => answer.Measure == measure) ?? about.Find(answer => answer.Measure == ProgrammesModel.Assisted) ?? (about.Count > 0 ? about[0] : answers.Count > 0 ? answers[0] : null);
    }

    /// <summary>The published cells that the answer was made from.</summary>
    public static CellRequest Request(BeforeAfterAnswer answer)
    {
        var to = answer.Body.To.AddMonths(answer.Monthly ? 1 : 3).AddDays(-1);
        var regions = answer.Body.Regions;
        return new CellRequest
        {
            Measures = [answer.Measure],
            By = regions.Count == 0 ? [CellRequest.PeriodDimension] : [CellRequest.PeriodDimension, Dimension.Region],
            PeriodKind = answer.Monthly ? PeriodKind.Month : PeriodKind.Quarter,
            From = answer.Body.From,
            To = to,
            Filters = regions.Count == 0
                ? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                : new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Dimension.Region] = [.. regions] },
        };
    }

    public static EffectView Build(Reader reader, Reference reference, IReadOnlyList<BeforeAfterAnswer> all, BeforeAfterAnswer answer, CellAnswer cells)
    {
        var body = answer.Body;
        var sentence = Sentence(reader, answer);
        return new EffectView(
            new SourcedFigure(EffectFigure.Build(reader, answer, What(reader, reference, answer), sentence), FigureParts.Source(
                reader, cells, [new MethodNote(reader.Text(ChartText.Method), reader.Text(body.Method)), .. Details(reader, reference, answer)])),
            Code(answer.Outcome),
            sentence,
            reader.Text(answer.Outcome == Outcome.CannotBeTold ? ProgrammesText.Because : ProgrammesText.Caution),
            [.. body.Reasons.Select(reason => reader.Text(reason))],
            Details(reader, reference, answer),
            [.. all.Select(one => new EffectRow(
                What(reader, reference, one), reader.Text(MeasureCatalogue.Find(one.Measure)!.Name), Short(reader, one), Code(one.Outcome),
                reader.Address.With((ProgrammesModel.SubjectKey, one.Kind == "programme" ? null : one.Subject), (ProgrammesModel.MeasureKey, one.Measure)), one == answer))],
            reader.Text(ProgrammesText.OthersNote, all.Count));
    }

    public static string What(Reader reader, Reference reference, BeforeAfterAnswer answer) => answer.Kind == "programme"
        ? reader.Text(ProgrammesText.ProgrammeStart)
        : reader.Text(reference.Events.FirstOrDefault(one => one.Id == answer.Subject)?.Title ?? LocalText.Same(answer.Subject));

    public static string Sentence(Reader reader, BeforeAfterAnswer answer)
    {
        var word = reader.Text(ProgrammesText.OutcomeWord(answer.Outcome));
        return (answer.Body.Controlled ?? answer.Body.Ratio) is { } ratio && answer.Outcome != Outcome.CannotBeTold
            ? reader.Text(ProgrammesText.OutcomeSentence(answer.Outcome), word, Change(reader, ratio.Value), End(reader, ratio.Lower), End(reader, ratio.Upper))
            : reader.Text(ProgrammesText.OutcomeSentence(Outcome.CannotBeTold), word);
    }

    private static string Short(Reader reader, BeforeAfterAnswer answer)
    {
        var word = reader.Text(ProgrammesText.OutcomeWord(answer.Outcome));
        return (answer.Body.Controlled ?? answer.Body.Ratio) is { } ratio && answer.Outcome != Outcome.CannotBeTold ? $"{word}, {Change(reader, ratio.Value)}" : word;
    }

    private static List<MethodNote> Details(Reader reader, Reference reference, BeforeAfterAnswer answer)
    {
        var body = answer.Body;
        var notes = new List<MethodNote>();
        if (body.Regions.Count > 0)
        {
            notes.Add(new(reader.Text(ProgrammesText.WhereTerm), string.Join(", ", body.Regions.Select(region => reader.Text(reference.Name(Dimension.Region, region))))));
        }

        if (body is { Ratio: { } ratio, Observed: { } observed, Expected: { } expected })
        {
            notes.Add(new(reader.Text(ProgrammesText.EffectTerm), reader.Text(
                ProgrammesText.EffectValue, reader.Language.Number(observed), reader.Language.Number((decimal)expected), Ratio(reader, ratio.Value), Ratio(reader, ratio.Lower), Ratio(reader, ratio.Upper), P(reader, ratio.PValue))));
        }

        if (body.TrendBefore is { } trend)
        {
            notes.Add(new(reader.Text(ProgrammesText.TrendTerm), reader.Text(ProgrammesText.TrendValue, Change(reader, trend.Value), End(reader, trend.Lower), End(reader, trend.Upper))));
        }

        if (answer.Outcome != Outcome.CannotBeTold)
        {
            notes.Add(new(reader.Text(ProgrammesText.PlaceboTerm), body.Placebos.Count == 0
                ? reader.Text(ProgrammesText.PlaceboNone)
                : reader.Text(ProgrammesText.PlaceboValue, body.Placebos.Count, body.PlaceboRank - 1)));
        }

        if (body.Controlled is { } controlled)
        {
            notes.Add(new(reader.Text(ProgrammesText.ControlledTerm), reader.Text(
                ProgrammesText.ControlledValue, Ratio(reader, controlled.Value), Ratio(reader, controlled.Lower), Ratio(reader, controlled.Upper))));
        }

        if (body.RoundedTo > 1)
        {
            notes.Add(new(reader.Text(ProgrammesText.RoundedTerm), reader.Text(ProgrammesText.Rounded, body.RoundedTo)));
        }

        return notes;
    }

    private static string Code(Outcome outcome) => outcome switch
    {
        Outcome.Improved => "improved",
        Outcome.Worsened => "worsened",
        Outcome.NoChange => "no-change",
        _ => "cannot-be-told",
    };

    private static string Change(Reader reader, double ratio) => reader.Language.Change((decimal)ratio - 1);

    private static string End(Reader reader, double? ratio) => ratio is { } end ? Change(reader, end) : "∞";

    private static string Ratio(Reader reader, double? ratio) => ratio is { } value ? reader.Language.Number((decimal)value, 2) : "∞";

    private static string P(Reader reader, double p) => p < 0.001 ? "< " + reader.Language.Number(0.001m, 3) : "= " + reader.Language.Number((decimal)p, 3);
}
