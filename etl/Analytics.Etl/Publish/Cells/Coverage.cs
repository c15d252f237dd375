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
    /// <summary>What cases and counts by the month are both broken down by.</summary>
    private static readonly string[] s_countedBy = [Dimension.RegionService, Dimension.Sex, Dimension.Form];

    private readonly HashSet<int> _years;
    private readonly HashSet<int> _yearsByMonth;
    private readonly HashSet<int> _yearsWithUndated;
    private readonly HashSet<(string Period, string Dimension, string Member)> _countedOtherwise;

    /// <param name="years">One entry a year with rows.</param>
    /// <param name="countedOtherwise">Periods of which the feed has no row and another one has counts, by what the other one counted by.</param>
    public Coverage(IReadOnlyCollection<CoveredYear> years, IEnumerable<(string Period, string Dimension, string Member)> countedOtherwise)
    {
        _years = [.. years.Select(row => row.Year)];
        _yearsByMonth = [.. years.Where(row => row.FirstMonth is not null).Select(row => row.Year)];
        _yearsWithUndated = [.. years.Where(row => row.HasUndated).Select(row => row.Year)];
        _countedOtherwise = [.. countedOtherwise];
        From = years.Min(row => row.FirstMonth ?? new DateOnly(row.Year, 1, 1));
        To = years.Max(row => row.LastMonth ?? new DateOnly(row.Year, 12, 31));
    }

    /// <summary>Of a feed without any row.</summary>
    private Coverage(DateOnly from, DateOnly to)
    {
        (_years, _yearsByMonth, _yearsWithUndated, _countedOtherwise) = ([], [], [], []);
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public bool ReportsAnything => _years.Count > 0;

    /// <summary>The coverage of each feed that has rows; of cases too where organisations sent counts by the month alone.</summary>
    public static async Task<Dictionary<string, Coverage>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var otherwise = (await connection.QueryAsync<(string Feed, string Period, string Dimension, string Member)>(
            new CommandDefinition(SqlText.Beside<Coverage>("counted_otherwise.sql"), commandTimeout: 0, cancellationToken: token)))
            .ToLookup(row => row.Feed, row => (row.Period, row.Dimension, row.Member), StringComparer.Ordinal);
        var coverage = (await connection.QueryAsync<(string Feed, int Year, DateOnly? FirstMonth, DateOnly? LastMonth, bool HasUndated)>(
                new CommandDefinition(SqlText.Beside<Coverage>("coverage.sql"), cancellationToken: token)))
            .GroupBy(row => row.Feed, StringComparer.Ordinal)
            .ToDictionary(
                feed => feed.Key,
                feed => new Coverage([.. feed.Select(row => new CoveredYear(row.Year, row.FirstMonth, row.LastMonth, row.HasUndated))], otherwise[feed.Key]),
                StringComparer.Ordinal);
        if (coverage.TryGetValue("ngo_monthly", out var monthly))
        {
            coverage.TryAdd("ngo_case", new Coverage(monthly.From, monthly.To));
        }

        return coverage;
    }

    public bool Reports(Period period) => period.Start <= To && period.End >= From && period.Kind switch
    {
        PeriodKind.Month or PeriodKind.Quarter => _yearsByMonth.Contains(period.Start.Year),
        PeriodKind.Year => _years.Contains(period.Start.Year),
        _ => _years.Any(year => year >= period.Start.Year && year <= period.End.Year),
    };

    /// <summary>
    /// Whether nothing counted in a cell means that there was nothing. Of a month it does not where rows of its year are known to the year
    /// alone, nor of a cell in which another feed knows of somebody, or may.
    /// </summary>
    /// <param name="codes">Code of each dimension that the cell is cut by.</param>
    public bool KnowsZero(Period period, IReadOnlyDictionary<string, string> codes)
    {
        if (period.Kind is PeriodKind.Month or PeriodKind.Quarter && _yearsWithUndated.Contains(period.Start.Year))
        {
            return false;
        }

        // What another feed counts by, it knows; of everything else it knows only that there is somebody.
        return codes.Count == 1 && codes.Single() is var (dimension, member) && s_countedBy.Contains(dimension)
            ? !_countedOtherwise.Contains((period.Id, dimension, member)) && !_countedOtherwise.Contains((period.Id, dimension, "*"))
            : !_countedOtherwise.Contains((period.Id, "", ""));
    }
}
