using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>Persons reported by the month beside the intakes of the same periods: what the reader may see of both, and their difference.</summary>
public static class TrendsReconciled
{
    private const string Reported = "persons_reported";
    private const string Intakes = "intakes";
    private const int MostShown = 3;

    /// <summary>The intakes of the periods of the series; null where the measure is another.</summary>
    public static CellRequest? Request(TrendsFilters filters) =>
        filters.Measure.Id == Reported && filters.Split is null ? filters.Request() with { Measures = [Intakes] } : null;

    /// <returns>The newest periods of which both are shown; nothing of those of which either is not.</returns>
    public static IEnumerable<string> Notes(Reader reader, CellAnswer reported, CellAnswer? intakes) =>
        (from cell in reported.Cells.Where(cell => cell.Measure == Reported && cell.Value > 0).OrderByDescending(cell => cell.Start)
        let beside = intakes?.Cells.FirstOrDefault(other => other.Measure == Intakes && other.Period == cell.Period)
        where beside?.Value > 0
        select Note(reader, reported.Profile, cell, beside!)).Take(MostShown);

    private static string Note(Reader reader, Profile profile, Cell reported, Cell intakes)
    {
        var difference = reported.Value!.Value - intakes.Value!.Value;
        return reader.Text(
            profile == Profile.Ministry ? TrendsText.Reconciled : TrendsText.ReconciledRounded,
            FigureParts.Period(reader.Language, reported.PeriodKind, reported.Period),
            reader.Language.Number(reported.Value.Value),
            reader.Language.Number(intakes.Value.Value),
            difference > 0 ? $"+{reader.Language.Number(difference)}" : reader.Language.Number(difference));
    }
}
