using Analytics.Database;
using Analytics.Domain.Measures;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish.Cells;

/// <summary>What is known of a year of a feed.</summary>
/// <param name="FirstMonth">The first month of its rows that are known to the month; null where none is.</param>
/// <param name="LastMonth">The last day of the last such month.</param>
/// <param name="HasUndated">Whether some of its rows are known to the year alone.</param>
internal sealed record CoveredYear(int Year, DateOnly? FirstMonth, DateOnly? LastMonth, bool HasUndated);

/// <summary>
/// The time a feed reports on. A year without any row was not reported; a year whose rows are known to the year only says nothing
/// about its months. Neither is zero.
/// </summary>
internal sealed class Coverage
{
    private readonly HashSet<int> _years;
    private readonly HashSet<int> _yearsByMonth;
    private readonly HashSet<int> _yearsWithUndated;
    private readonly HashSet<string> _countedOtherwise;

    /// <param name="years">One entry a year with rows.</param>
    /// <param name="countedOtherwise">Periods of which the feed has no row and another one has counts.</param>
    public Coverage(IReadOnlyCollection<CoveredYear> years, IEnumerable<string> countedOtherwise)
    {
        _years = [.. years.Select(row => row.Year)];
        _yearsByMonth = [.. years.Where(row => row.FirstMonth is not null).Select(row => row.Year)];
        _yearsWithUndated = [.. years.Where(row => row.HasUndated).Select(row => row.Year)];
        _countedOtherwise = [.. countedOtherwise];
        From = years.Min(row => row.FirstMonth ?? new DateOnly(row.Year, 1, 1));
        To = years.Max(row => row.LastMonth ?? new DateOnly(row.Year, 12, 31));
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>The coverage of each feed that has rows.</summary>
    public static async Task<Dictionary<string, Coverage>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var otherwise = (await connection.QueryAsync<(string Feed, string Period)>(
            new CommandDefinition(SqlText.Beside<Coverage>("counted_otherwise.sql"), cancellationToken: token))).ToLookup(row => row.Feed, row => row.Period, StringComparer.Ordinal);
        return (await connection.QueryAsync<(string Feed, int Year, DateOnly? FirstMonth, DateOnly? LastMonth, bool HasUndated)>(
                new CommandDefinition(SqlText.Beside<Coverage>("coverage.sql"), cancellationToken: token)))
            .GroupBy(row => row.Feed, StringComparer.Ordinal)
            .ToDictionary(
                feed => feed.Key,
                feed => new Coverage([.. feed.Select(row => new CoveredYear(row.Year, row.FirstMonth, row.LastMonth, row.HasUndated))], otherwise[feed.Key]),
                StringComparer.Ordinal);
    }

    public bool Reports(Period period) => period.Start <= To && period.End >= From && period.Kind switch
    {
        PeriodKind.Month or PeriodKind.Quarter => _yearsByMonth.Contains(period.Start.Year),
        PeriodKind.Year => _years.Contains(period.Start.Year),
        _ => _years.Any(year => year >= period.Start.Year && year <= period.End.Year),
    };

    /// <summary>
    /// Whether nothing counted in a period means that there was nothing. Of a month it does not where rows of its year are known to the year
    /// alone, nor of a period of which only another feed's counts are known.
    /// </summary>
    public bool KnowsZero(Period period) =>
        !_countedOtherwise.Contains(period.Id) && (period.Kind is not (PeriodKind.Month or PeriodKind.Quarter) || !_yearsWithUndated.Contains(period.Start.Year));
}
