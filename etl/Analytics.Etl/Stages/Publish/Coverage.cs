using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>
/// The time a feed reports on. A year without any row was not reported; a year whose rows are known to the year only says nothing
/// about its months. Neither is zero.
/// </summary>
internal sealed class Coverage
{
    private readonly HashSet<int> _years;
    private readonly HashSet<int> _yearsByMonth;

    /// <param name="years">One entry a year with rows; the months are null where no row is known to the month.</param>
    public Coverage(IReadOnlyCollection<(int Year, DateOnly? FirstMonth, DateOnly? LastMonth)> years)
    {
        _years = [.. years.Select(row => row.Year)];
        _yearsByMonth = [.. years.Where(row => row.FirstMonth is not null).Select(row => row.Year)];
        From = years.Min(row => row.FirstMonth ?? new DateOnly(row.Year, 1, 1));
        To = years.Max(row => row.LastMonth ?? new DateOnly(row.Year, 12, 31));
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public bool Reports(Period period) => period.Start <= To && period.End >= From && period.Kind switch
    {
        PeriodKind.Month or PeriodKind.Quarter => _yearsByMonth.Contains(period.Start.Year),
        PeriodKind.Year => _years.Contains(period.Start.Year),
        _ => _years.Any(year => year >= period.Start.Year && year <= period.End.Year),
    };
}
