using Analytics.Database;
using Analytics.Domain.Quality;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Quality;

/// <summary>The monthly counts of sources and their organisations, read once a source; judged for the months that a batch reports on.</summary>
internal sealed class MonthlySeries(NpgsqlConnection connection)
{
    private const int FewestMonths = 8;

    // Of small counts, a person more or less is no finding.
    private const double LeastDifference = 5;

    private readonly Dictionary<string, ILookup<string, MonthCount>> _read = new(StringComparer.Ordinal);

    /// <summary>Months in which an organisation's count is far from its other months.</summary>
    public Task<RuleResult> OutliersAsync(BatchRow batch, DateOnly today, CancellationToken token) => JudgeAsync(
        batch,
        today,
        isOfSource: false,
        counts =>
        {
            var scores = counts.Count < FewestMonths ? [] : ModifiedZScore.Of(counts);
            var usual = ModifiedZScore.Median([.. counts]);
            return Enumerable.Range(0, scores.Length).Where(at => Math.Abs(scores[at]) > ModifiedZScore.Limit && Math.Abs(counts[at] - usual) >= LeastDifference);
        },
        token);

    /// <summary>Months in which a source's count drops or jumps.</summary>
    public Task<RuleResult> ChangesAsync(BatchRow batch, DateOnly today, CancellationToken token) =>
        JudgeAsync(batch, today, isOfSource: true, SuddenChange.In, token);

    private async Task<RuleResult> JudgeAsync(BatchRow batch, DateOnly today, bool isOfSource, Func<IReadOnlyList<double>, IEnumerable<int>> judge, CancellationToken token)
    {
        var stretches = (await connection.QueryAsync<Stretch>(new CommandDefinition(
            "select organisation, first_month, last_month from core.batch_report where batch_id = @id", new { id = batch.Batch_Id }, cancellationToken: token))).ToList();
        var counts = await CountsAsync(batch, token);
        long looked = 0;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var series in counts.Where(series => (series.Key.Length == 0) == isOfSource))
        {
            var (first, filled) = Fill([.. series], today);
            bool IsReported(int at) => stretches.Exists(s => (isOfSource || s.Organisation == series.Key) && s.First_Month <= first.AddMonths(at) && first.AddMonths(at) <= s.Last_Month);
            looked += Enumerable.Range(0, filled.Count).Count(IsReported);
            found.UnionWith(judge(filled).Where(IsReported).Select(at => $"{series.Key} {first.AddMonths(at):yyyy-MM}".TrimStart()));
        }

        return new RuleResult(looked, found.Count, [], [.. found]);
    }

    /// <summary>Every month from the first with a count to the last, zeros in between; a month that is not over is left out.</summary>
    private static (DateOnly First, List<double> Counts) Fill(List<MonthCount> counts, DateOnly today)
    {
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var over = counts.Where(count => count.Month < thisMonth).ToDictionary(count => count.Month, count => count.Amount);
        if (over.Count == 0)
        {
            return (thisMonth, []);
        }

        var filled = new List<double>();
        var first = over.Keys.Min();
        for (var month = first; month <= over.Keys.Max(); month = month.AddMonths(1))
        {
            filled.Add(over.GetValueOrDefault(month));
        }

        return (first, filled);
    }

    private async Task<ILookup<string, MonthCount>> CountsAsync(BatchRow batch, CancellationToken token)
    {
        if (!_read.TryGetValue(batch.Source_Id, out var counts))
        {
            var rows = await connection.QueryAsync<MonthCount>(new CommandDefinition(
                SqlText.Beside<QualityStage>("monthly_counts.sql"), new { feed = batch.Feed, source_id = batch.Source_Id }, commandTimeout: 0, cancellationToken: token));
            _read.Add(batch.Source_Id, counts = rows.ToLookup(row => row.Organisation, StringComparer.Ordinal));
        }

        return counts;
    }

    private sealed record MonthCount(string Organisation, DateOnly Month, double Amount);

    private sealed record Stretch(string Organisation, DateOnly First_Month, DateOnly Last_Month);
}
