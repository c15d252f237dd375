using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>One target with its result: a bar against a mark.</summary>
/// <param name="Label">Year, or programme.</param>
/// <param name="Share">Result ÷ widest of the rows, 0 to 1; null where there is no number.</param>
/// <param name="Mark">Target ÷ widest of the rows.</param>
/// <param name="Text">"34 persons · target 45".</param>
/// <param name="Notes">When the target was set, and whether it was changed.</param>
/// <param name="Href">Where a click leads; null for nowhere.</param>
public sealed record TargetRow(
    string Key, string Label, double? Share, double Mark, string Text, TargetStatus Status, string StatusText, string Notes, bool Changed, string? Href = null);

/// <param name="Targets">A card a measure that has targets, with its drawn rows.</param>
/// <param name="Effect">Null where nothing was asked of the data.</param>
public sealed record ProgrammesView(
    string Heading,
    string Lede,
    IReadOnlyList<Filter> Filters,
    IReadOnlyList<TargetRow> List,
    IReadOnlyList<KeyFigure> KeyFigures,
    IReadOnlyList<TargetCard> Targets,
    SourcedFigure? Credit,
    EffectView? Effect)
{
    /// <summary>Where the numbers of the list come from, and how fresh they are.</summary>
    public string ListSource { get; init; } = "";
}

public sealed record TargetCard(string Name, SourcedFigure Sourced, IReadOnlyList<TargetRow> Rows);

/// <summary>A figure and where it comes from.</summary>
public sealed record SourcedFigure(Figure Figure, FigureSource Source);

/// <summary>The programmes page: all of a donor's programmes, or one of them.</summary>
public static class ProgrammesModel
{
    public const string ProgrammeKey = "programme";
    public const string DonorKey = "donor";
    public const string YearKey = "year";
    public const string SubjectKey = "of";
    public const string MeasureKey = "measure";
    public const string AllDonors = "all";
    public const string Assisted = "persons_assisted";
    public const string Credited = "persons_credited";
    private const string FigurePrefix = "PR";

    public static async Task<ProgrammesView> LoadAsync(PublishedData data, ProgrammesQuery query, Reader reader, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(reader.User, token);
        var declared = await query.DeclaredAsync(reader.User, (await data.RightsAsync(reader.User, token)).OwnDonor, token);
        var chosen = Choice(reader, declared, reference);
        if (chosen.Programme is not { } programme)
        {
            var all = await data.CellsAsync(reader.User, new CellRequest { Measures = [Assisted], By = [CellRequest.PeriodDimension, Dimension.Programme] }, FigurePrefix, token);
            return ProgrammeListModel.Build(reader, chosen, all);
        }

        var answers = new Dictionary<string, CellAnswer>(StringComparer.Ordinal);
        foreach (var measure in declared.Targets.Where(target => target.Programme == programme.Code).Select(target => target.Measure).Append(Assisted).Distinct(StringComparer.Ordinal))
        {
            answers[measure] = await data.CellsAsync(reader.User, OfProgramme([measure], programme.Code, [CellRequest.PeriodDimension]), FigurePrefix, token);
        }

        var from = new DateOnly(chosen.Year, 1, 1);
        var credit = await data.CellsAsync(
            reader.User,
            OfProgramme([Credited], programme.Code, [Dimension.Donor]) with { From = from, To = from.AddYears(1).AddDays(-1) },
            FigurePrefix,
            token);
        var effects = await query.EvaluationsAsync(reader.User, programme.Code, token);
        var effect = EffectModel.Choose(reader, effects);
        var series = effect is null ? null : await data.CellsAsync(reader.User, EffectModel.Request(effect), FigurePrefix, token);
        return Build(reader, chosen, answers, credit, effect is null ? null : EffectModel.Build(reader, reference, effects, effect, series!));
    }

    public static ProgrammesView Build(Reader reader, ProgrammeChoice chosen, IReadOnlyDictionary<string, CellAnswer> answers, CellAnswer credit, EffectView? effect)
    {
        var programme = chosen.Programme!;
        var declared = chosen.Declared;
        var name = reader.Text(programme.Name);
        var cards = answers.Where(answer => declared.Targets.Any(target => target.Programme == programme.Code && target.Measure == answer.Key))
            .Select(answer => TargetFigure.Card(reader, chosen, MeasureCatalogue.Find(answer.Key)!, answer.Value)).ToList();
        var cell = answers[Assisted].Cells.FirstOrDefault(one => one.Start.Year == chosen.Year);
        var target = chosen.TargetOf(programme.Code, Assisted, chosen.Year);
        var result = FigureParts.Written(reader, cell?.Value, cell?.Status ?? CellStatus.NotReported, 0);
        return new ProgrammesView(
            target is null || cell?.Value is null
                ? reader.Text(ProgrammesText.HeadingOneNoNumber, name, chosen.Year)
                : reader.Text(ProgrammesText.HeadingOne, name, reader.Language.Count(cell.Value.Value, UnitText.Persons), reader.Language.Number(target.Value), chosen.Year),
            reader.Text(ProgrammesText.LedeOne, Donors(reader, chosen, programme.Code), Runs(reader, programme)),
            Filters(reader, chosen),
            [],
            CostFigures.Build(reader, chosen, cell, result, credit),
            cards,
            CreditFigure.Build(reader, chosen, cell, result, credit),
            effect);
    }

    public static IReadOnlyList<Filter> Filters(Reader reader, ProgrammeChoice chosen)
    {
        var own = chosen.OwnDonor;
        return
        [
            new Filter(reader.Text(SharedText.Donor),
            [
                new FilterChoice(reader.Text(SharedText.AllOf), reader.Address.With((DonorKey, own is null ? null : AllDonors), (ProgrammeKey, null)), chosen.Donor is null, own is null),
                .. chosen.Declared.Donors.Where(donor => chosen.Declared.Shares.Any(share => share.Donor == donor.Code)).Select(donor => new FilterChoice(
                    reader.Text(donor.Name), reader.Address.With((DonorKey, donor.Code == own ? null : donor.Code), (ProgrammeKey, null)), chosen.Donor == donor.Code, donor.Code == own)),
            ]),
            new Filter(reader.Text(SharedText.Programme),
            [
                new FilterChoice(reader.Text(ProgrammesText.AllProgrammes), reader.Address.With(ProgrammeKey, null), chosen.Programme is null, true),
                .. chosen.Programmes.Select(programme => new FilterChoice(
                    reader.Text(programme.Name), reader.Address.With(ProgrammeKey, programme.Code), chosen.Programme == programme)),
            ]),
            new Filter(reader.Text(ProgrammesText.Year),
                [.. chosen.Years.Select(year => new FilterChoice(
                    $"{year}", reader.Address.With(YearKey, year == chosen.UsualYear ? null : $"{year}"), year == chosen.Year, year == chosen.UsualYear))]),
        ];
    }

    public static ProgrammeChoice Choice(Reader reader, Declared declared, Reference reference)
    {
        var own = declared.Donors.FirstOrDefault(donor => donor.Account is { } account && account == reader.Name)?.Code;
        var donor = reader.Address.Value(DonorKey) switch
        {
            AllDonors => null,
            { } code when declared.Donors.Any(one => one.Code == code) => code,
            _ => own,
        };
        var programmes = declared.Programmes.Where(programme => donor is null || declared.Shares.Any(share => share.Donor == donor && share.Programme == programme.Code)).ToList();
        var programme = declared.Programmes.FirstOrDefault(one => one.Code == reader.Address.Value(ProgrammeKey));
        var knownTo = reference.Sources.Where(source => source.Feed == "ngo_case").Select(source => source.CoversTo).Max() ?? DateOnly.MinValue;
        var years = declared.Targets.Where(target => programme is null || target.Programme == programme.Code).Select(target => target.Year).Distinct().OrderDescending().ToList();
        // The last year that is over tells the most; the running one is a click away.
        var usual = years.Find(year => new DateOnly(year, 12, 31) <= knownTo) is var whole and > 0 ? whole : years.FirstOrDefault(knownTo.Year);
        var year = int.TryParse(reader.Address.Value(YearKey), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && years.Contains(asked) ? asked : usual;
        return new ProgrammeChoice(declared, own, donor, programmes, programme, years, usual, year, knownTo);
    }

    public static string Donors(Reader reader, ProgrammeChoice chosen, string programme) => string.Join(", ", chosen.Declared.Donors
        .Where(donor => chosen.Declared.Shares.Any(share => share.Programme == programme && share.Donor == donor.Code)).Select(donor => reader.Text(donor.Name)));

    private static string Runs(Reader reader, DeclaredProgramme programme) => programme.To is { } to
        ? $"{reader.Language.Date(programme.From)} – {reader.Language.Date(to)}"
        : reader.Text(ProgrammesText.FromOn, reader.Language.Date(programme.From));

    private static CellRequest OfProgramme(IReadOnlyList<string> measures, string programme, IReadOnlyList<string> by) => new()
    {
        Measures = measures,
        By = by,
        Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Dimension.Programme] = [programme] },
    };
}

/// <summary>What the address chose of what is declared.</summary>
/// <param name="OwnDonor">The donor that the reader's account belongs to.</param>
/// <param name="Donor">Null for all.</param>
/// <param name="Programmes">Of that donor.</param>
/// <param name="Programme">Null for the list.</param>
/// <param name="KnownTo">Last day that the data covers.</param>
public sealed record ProgrammeChoice(
    Declared Declared, string? OwnDonor, string? Donor, IReadOnlyList<DeclaredProgramme> Programmes, DeclaredProgramme? Programme,
    IReadOnlyList<int> Years, int UsualYear, int Year, DateOnly KnownTo)
{
    /// <summary>The target that holds.</summary>
    public DeclaredTarget? TargetOf(string programme, string measure, int year) => EntriesOf(programme, measure, year) is [.., var last] ? last : null;

    /// <summary>Every target that was set for a year, oldest first.</summary>
    public IReadOnlyList<DeclaredTarget> EntriesOf(string programme, string measure, int year) =>
        [.. Declared.Targets.Where(target => target.Programme == programme && target.Measure == measure && target.Year == year).OrderBy(target => target.EnteredOn)];
}
