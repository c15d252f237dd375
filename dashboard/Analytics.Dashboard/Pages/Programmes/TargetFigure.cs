using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>Target against result of one programme and measure, year by year.</summary>
public static class TargetFigure
{
    public static TargetCard Card(Reader reader, ProgrammeChoice chosen, Measure measure, CellAnswer answer)
    {
        var programme = chosen.Programme!.Code;
        var years = chosen.Declared.Targets.Where(target => target.Programme == programme && target.Measure == measure.Id).Select(target => target.Year).Distinct().OrderDescending().ToList();
        var entries = years.Select(year => (Year: year, Targets: chosen.EntriesOf(programme, measure.Id, year), Cell: answer.Cells.FirstOrDefault(cell => cell.Start.Year == year))).ToList();
        var rows = Rows(reader, chosen, measure, [.. entries.Select(one => ($"{one.Year}", $"{one.Year}", (string?)null, one.Year, one.Targets, one.Cell))]);
        var unit = reader.Text(measure.UnitName);
        var newest = entries.Find(one => one.Cell?.Value is not null);
        var figure = new Figure
        {
            Shape = FigureShape.Bars,
            Title = reader.Text(ProgrammesText.TargetsTitle, reader.Text(measure.Name)),
            Subtitle = FigureParts.Scope(unit, reader.Text(chosen.Programme.Name)),
            Summary = newest.Cell is null
                ? reader.Text(ChartText.NoNumbers)
                : reader.Text(
                    ProgrammesText.TargetsSummary, rows.Count, rows.Count(row => row.Status == TargetStatus.Reached), newest.Year,
                    reader.Language.Number(newest.Cell.Value!.Value), reader.Language.Number(newest.Targets[^1].Value)),
            PointHeading = reader.Text(SharedText.Year),
            Unit = unit,
            Series =
            [
                new Series(reader.Text(ProgrammesText.Result), UnitText.Colour(measure.Unit), unit, [.. entries.Zip(rows, (one, row) =>
                    FigureParts.Point(reader, $"{one.Year}", $"{one.Year}", one.Cell) with { Note = $"{row.StatusText}; {row.Notes}" })]),
                new Series(reader.Text(ProgrammesText.Target), "target", unit, [.. entries.Select(one => new Point(
                    $"{one.Year}", $"{one.Year}", one.Targets[^1].Value, CellStatus.Ok, reader.Language.Number(one.Targets[^1].Value)))]),
            ],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
        return new TargetCard(measure.Id.Replace('_', '-'), new SourcedFigure(figure, FigureParts.Source(
            reader, answer,
            new MethodNote(reader.Text(ProgrammesText.StatusTerm), reader.Text(ProgrammesText.StatusRule)),
            new MethodNote(reader.Text(ProgrammesText.TargetTerm), reader.Text(ProgrammesText.TargetRule)))), rows);
    }

    public static IReadOnlyList<TargetRow> Rows(
        Reader reader, ProgrammeChoice chosen, Measure measure,
        IReadOnlyList<(string Key, string Label, string? Href, int Year, IReadOnlyList<DeclaredTarget> Targets, Cell? Cell)> rows)
    {
        var widest = rows.SelectMany(row => new[] { row.Targets[^1].Value, row.Cell?.Value ?? 0 }).DefaultIfEmpty(1).Max();
        return
        [
            .. rows.Select(row =>
            {
                var target = row.Targets[^1].Value;
                var status = TargetProgress.Of(
                    target, row.Cell?.Value, row.Cell?.Status == CellStatus.Withheld, new DateOnly(row.Year, 1, 1), new DateOnly(row.Year, 12, 31), chosen.KnownTo);
                return new TargetRow(
                    row.Key,
                    row.Label,
                    row.Cell?.Value is { } value ? (double)(value / widest) : null,
                    (double)(target / widest),
                    reader.Text(
                        ProgrammesText.ResultOfTarget,
                        row.Cell?.Value is { } number ? reader.Language.Count(number, UnitText.Noun(measure.Unit)) : FigureParts.Written(reader, null, row.Cell?.Status ?? CellStatus.NotReported, 0),
                        reader.Language.Number(target)),
                    status,
                    reader.Text(ProgrammesText.Status(status)),
                    Notes(reader, row.Targets),
                    row.Targets.Skip(1).Any(one => one.IsLate) || row.Targets[0].IsLate,
                    row.Href);
            }),
        ];
    }

    private static string Notes(Reader reader, IReadOnlyList<DeclaredTarget> targets)
    {
        var last = targets[^1];
        var day = reader.Language.Date(last.EnteredOn);
        return targets.Count > 1
            ? reader.Text(last.IsLate ? ProgrammesText.ChangedOn : ProgrammesText.ChangedBefore, day, reader.Language.Number(targets[^2].Value))
            : reader.Text(last.IsLate ? ProgrammesText.SetLate : ProgrammesText.EnteredOn, day);
    }
}
