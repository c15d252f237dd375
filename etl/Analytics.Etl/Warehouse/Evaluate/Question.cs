using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Measures;

namespace Analytics.Etl.Warehouse.Evaluate;

/// <summary>Something that may have changed a series: a programme that began, or a policy event.</summary>
/// <param name="Kind">programme or event.</param>
/// <param name="Regions">Where it was; empty for the whole country.</param>
internal sealed record Subject(string Kind, string Code, LocalText Name, DateOnly On, IReadOnlyList<string> Regions);

/// <summary>One question of before and after, put to the published cells of one profile.</summary>
internal static class Question
{
    /// <summary>The measures asked about; of each a higher count is what is wanted: people find help, ask for it, are registered.</summary>
    public static readonly IReadOnlyList<string> Measures = ["persons_assisted", "contacts", "contacts_suspected", "crimes_registered"];

    /// <summary>Years looked at on each side; a trend that old tells nothing about now.</summary>
    private const int YearsBefore = 5;
    private const int YearsAfter = 3;

    /// <summary>
    /// By month; where a month of the window is withheld, by quarter; where a quarter is as well, the answer is that it cannot be told.
    /// The window ends at breaks of the series, except at one on the very day, which refuses.
    /// </summary>
    /// <returns>Null where the profile has no such series, or the series does not reach the day.</returns>
    public static (EvaluationResult Result, IReadOnlyList<string> Regions)? Ask(PublishedSeries series, Subject subject, Measure measure, IReadOnlyList<SeriesBreak> breaks)
    {
        SeriesBreak[] cuts = measure.BreaksAtCodeChange ? [.. breaks] : [];
        var from = cuts.Where(cut => cut.On < subject.On).Select(cut => cut.On).Append(subject.On.AddYears(-YearsBefore)).Max();
        var to = cuts.Where(cut => cut.On > subject.On).Select(cut => cut.On.AddDays(-1)).Append(subject.On.AddYears(YearsAfter)).Min();
        var all = series.RegionsOf(measure.Id);
        string[] regions = subject.Regions.Count > 0 && subject.Regions.All(all.Contains) ? [.. subject.Regions] : [];
        string[] others = regions.Length == 0 ? [] : [.. all.Except(regions, StringComparer.Ordinal)];
        EvaluationResult? last = null;
        foreach (var frequency in new[] { SeriesFrequency.Monthly, SeriesFrequency.Quarterly })
        {
            var own = Of(frequency, regions);
            if (own is null || own.Points[0].Start > subject.On || own.Points[^1].Start < subject.On)
            {
                break;
            }

            last = Evaluator.Evaluate(new InterruptedSeries(own, new Interruption(subject.Name, subject.On))
            {
                Comparison = others.Length == 0 ? null : Of(frequency, others),
                Breaks = [.. cuts],
            });
            if (own.Points.All(point => point.Status != PointStatus.Withheld))
            {
                break;
            }
        }

        return last is null ? null : (last, regions);

        CountSeries? Of(SeriesFrequency frequency, IReadOnlyList<string> where) => series.Of(measure.Name, measure.Id, measure.Feeds[0], frequency, where, from, to);
    }
}
