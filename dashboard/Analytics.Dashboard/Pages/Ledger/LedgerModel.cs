using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Ledger;

/// <summary>The figures ledger: what others printed, beside what the warehouse counts for the same thing and period.</summary>
/// <param name="Caveat">What to know before comparing; null where there is nothing.</param>
public sealed record LedgerView(string Lede, string? Caveat, IReadOnlyList<RivalPair> Rivals, IReadOnlyList<LedgerGroup> Groups);

/// <summary>Two printed figures side by side.</summary>
public sealed record RivalPair(RivalSide First, RivalSide Second, string Why);

public sealed record RivalSide(string Value, string Name, string Period, string Source, string Href);

/// <summary>The figures of one indicator, by period.</summary>
public sealed record LedgerGroup(string Id, string Name, IReadOnlyList<LedgerRow> Rows);

/// <param name="Ours">What the warehouse counts, or why it does not.</param>
/// <param name="Verdict">How the two compare; null where they cannot be compared.</param>
public sealed record LedgerRow(
    string Id, string Period, string? PeriodNote, string? Breakdown, string Value, bool IsReported, string Source, string Published, string? Note, bool HasRival, string Ours, string? Verdict, bool Differs);

public static class LedgerModel
{
    public static async Task<LedgerView> LoadAsync(PublishedData data, Reader reader, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(reader.User, token);
        var measures = reference.Ledger.Indicators.Select(indicator => indicator.Measure).OfType<string>().Distinct(StringComparer.Ordinal);
        List<CellAnswer> counts = [];
        foreach (var measure in measures)
        {
            foreach (var kind in new[] { PeriodKind.Year, PeriodKind.Span })
            {
                counts.Add(await data.CellsAsync(reader.User, new CellRequest { Measures = [measure], By = [CellRequest.PeriodDimension], PeriodKind = kind }, prefix: null, token));
            }
        }

        return Build(reader, reference, counts);
    }

    public static LedgerView Build(Reader reader, Reference reference, IReadOnlyList<CellAnswer> counts)
    {
        var ledger = reference.Ledger;
        var cells = counts.SelectMany(answer => answer.Cells).ToList();
        var rivals = ledger.Rivals.SelectMany(pair => new[] { pair.Figure, pair.Rival }).ToHashSet(StringComparer.Ordinal);
        var sources = ledger.Figures.Select(figure => figure.Source).Distinct().Count();
        return new LedgerView(
            reader.Text(LedgerText.Lede, reader.Language.Count(ledger.Figures.Count, LedgerText.Figures), reader.Language.Count(sources, LedgerText.Publications)),
            counts.Any(answer => answer.Publication?.Synthetic == true) ? reader.Text(LedgerText.SyntheticOurs) : null,
            [.. ledger.Rivals.Select(rival => Pair(reader, ledger, rival)).OfType<RivalPair>()],
            [
                .. ledger.Figures.GroupBy(figure => figure.Indicator, StringComparer.Ordinal)
                    .OrderBy(group => group.Min(figure => figure.Start))
                    .ThenByDescending(group => group.Count())
                    .Select(group => new LedgerGroup(
                        group.Key,
                        reader.Text(ledger.Indicator(group.Key).Name),
                        [.. group.OrderBy(figure => figure.Start).ThenBy(figure => figure.Breakdown == Dimension.Total ? 0 : 1)
                            .Select(figure => Row(reader, reference, figure, ledger.Indicator(group.Key).Measure, cells, rivals.Contains(figure.Id)))])),
            ]);
    }

    private static RivalPair? Pair(Reader reader, Published.Ledger ledger, LedgerRival rival)
    {
        var first = ledger.Figures.FirstOrDefault(figure => figure.Id == rival.Figure);
        var second = ledger.Figures.FirstOrDefault(figure => figure.Id == rival.Rival);
        return first is null || second is null ? null : new RivalPair(Side(first), Side(second), reader.Text(rival.Why));

        RivalSide Side(LedgerFigure figure) => new(
            LedgerWords.Value(reader, figure), reader.Text(ledger.Indicator(figure.Indicator).Name), LedgerWords.Period(reader, figure),
            figure.SourceTitle, reader.Address.With([]) + "#" + figure.Id);
    }

    private static LedgerRow Row(Reader reader, Reference reference, LedgerFigure figure, string? measure, List<Cell> cells, bool hasRival)
    {
        var (ours, verdict, differs) = Compare(reader, figure, measure, cells);
        return new LedgerRow(
            figure.Id,
            LedgerWords.Period(reader, figure),
            figure.PeriodKind == "report_year" ? reader.Text(LedgerText.ReportYear) : null,
            LedgerWords.Breakdown(reader, reference, figure.Breakdown),
            LedgerWords.Value(reader, figure),
            figure.Value is not null,
            figure.SourceTitle,
            $"{figure.Source.Publisher}, {figure.Source.Published}",
            figure.Note is { } note ? reader.Text(note) : null,
            hasRival,
            ours,
            verdict,
            differs);
    }

    private static (string Ours, string? Verdict, bool Differs) Compare(Reader reader, LedgerFigure figure, string? measure, List<Cell> cells)
    {
        if (measure is null || !LedgerWords.IsWhole(figure.Breakdown) || MeasureCatalogue.Find(measure) is not { } declared)
        {
            return (reader.Text(LedgerText.NotCounted), null, false);
        }

        if (cells.FirstOrDefault(cell => cell.Measure == measure && cell.Members.Count == 0 && cell.Start == figure.Start && cell.End == figure.End) is not { } cell)
        {
            return (reader.Text(figure.PeriodKind == "calendar" ? LedgerText.NotCounted : LedgerText.OtherYear), null, false);
        }

        if (cell.Value is not { } value)
        {
            return (reader.Text(cell.Status == CellStatus.Withheld ? LedgerText.Withheld : LedgerText.NotReported), null, false);
        }

        var ours = reader.Language.Count(value, UnitText.Noun(declared.Unit));
        if (figure.Value is not { } printed)
        {
            return (ours, null, false);
        }

        var difference = Math.Abs(value - printed);
        // What a profile sees rounded to 5 can be off by 2 without being another number.
        return difference == 0 ? (ours, reader.Text(LedgerText.Agrees), false)
            : difference <= 2 && IsRounded(reader, declared) ? (ours, reader.Text(LedgerText.Rounded), false)
            : (ours, reader.Text(LedgerText.Differs, reader.Language.Number(difference)), true);
    }

    private static bool IsRounded(Reader reader, Measure measure) =>
        measure.Kind == MeasureKind.ProtectedCount && reader.Role is Access.Role.Donor or Access.Role.Policy;
}
