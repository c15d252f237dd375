namespace Analytics.Domain.Measures;

/// <summary>A stretch of time that figures are published for.</summary>
/// <param name="Id">2020-03, 2020-Q1, 2020, 2018-2020 or all.</param>
/// <param name="Parent">Id of the period it is part of; null for all.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
public sealed record Period(PeriodKind Kind, string Id, string? Parent, DateOnly Start, DateOnly End);

/// <summary>
/// All periods between two days as one tree: month ⊂ quarter ⊂ year ⊂ span or all; span ⊂ all. One tree, so that what is
/// withheld in one period cannot be found by subtracting others.
/// </summary>
public static class PeriodTree
{
    public const string All = "all";

    /// <param name="from">First day of interest; the tree starts with its year.</param>
    /// <param name="to">Last day of interest; the tree ends with its year.</param>
    /// <param name="spans">Declared periods of whole years that do not overlap; those outside are left out.</param>
    public static IReadOnlyList<Period> Between(DateOnly from, DateOnly to, IEnumerable<(string Id, DateOnly Start, DateOnly End)> spans)
    {
        var first = new DateOnly(from.Year, 1, 1);
        var last = new DateOnly(to.Year, 12, 31);
        var inside = spans.Where(span => span.Start >= first && span.End <= last).OrderBy(span => span.Start).ToArray();
        var periods = new List<Period> { new(PeriodKind.All, All, null, first, last) };
        periods.AddRange(inside.Select(span => new Period(PeriodKind.Span, span.Id, All, span.Start, span.End)));
        for (var year = first; year <= last; year = year.AddYears(1))
        {
            var parent = inside.Where(span => span.Start <= year && year <= span.End).Select(span => span.Id).FirstOrDefault(All);
            var id = $"{year.Year:0000}";
            periods.Add(new Period(PeriodKind.Year, id, parent, year, year.AddYears(1).AddDays(-1)));
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                var start = year.AddMonths((quarter - 1) * 3);
                periods.Add(new Period(PeriodKind.Quarter, $"{id}-Q{quarter}", id, start, start.AddMonths(3).AddDays(-1)));
                for (var month = start; month < start.AddMonths(3); month = month.AddMonths(1))
                {
                    periods.Add(new Period(PeriodKind.Month, $"{id}-{month.Month:00}", $"{id}-Q{quarter}", month, month.AddMonths(1).AddDays(-1)));
                }
            }
        }

        return periods;
    }
}
