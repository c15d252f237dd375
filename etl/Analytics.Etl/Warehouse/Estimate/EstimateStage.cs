using System.Text.Json;
using Analytics.Database;
using Analytics.Domain.Estimation;
using Analytics.Etl.Warehouse.Link;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>The estimate of a period with the counts it came from.</summary>
internal sealed record PeriodEstimate(string Period, string Kind, EstimationResult Result);

/// <summary>
/// Counts capture histories of linked persons and estimates those on no list, after linkage and before a publication. Only counts leave
/// the database. Estimates come from the true counts; what of them a profile may see is decided when they are published.
/// </summary>
internal sealed class EstimateStage(TimeProvider time)
{
    public const long Seed = 20210;
    public const int Replicates = 1000;

    /// <summary>Changes when the same counts and seed could give another result.</summary>
    private const string Engine = "1";

    /// <summary>The lists of a capture history, in the order of their bits.</summary>
    public static readonly IReadOnlyList<string> Lists = ["hotline", "ngo", "international", "register", "government"];

    /// <param name="connection">In the publication's transaction, of whose moment everything is.</param>
    /// <returns>Periods estimated.</returns>
    public async Task<int> RunAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<EstimateStage>("capture_histories.sql"), cancellationToken: token));
        var quality = await LinkageQuality.ReadAsync(connection, token);
        var periods = await HistoriesAsync(connection, token);
        await connection.ExecuteAsync(new CommandDefinition("delete from mart.fct_estimate where period <> all (@Periods)", new { Periods = periods.Select(p => p.Period).ToArray() }, cancellationToken: token));
        foreach (var (period, _, table) in periods)
        {
            var result = Make(table, quality, token);
            await connection.ExecuteAsync(new CommandDefinition(
                SqlText.Beside<EstimateStage>("save_estimate.sql"),
                new
                {
                    period,
                    histories = JsonSerializer.Serialize(Enumerable.Range(1, table.Counts.Length - 1).Where(h => table.Counts[h] > 0).ToDictionary(table.Name, h => table.Counts[h], StringComparer.Ordinal)),
                    miss_rate = result.Options.Linkage?.MissRate,
                    false_match_rate = result.Options.Linkage?.FalseMatchRate,
                    seed = Seed,
                    replicates = Replicates,
                    engine = Engine,
                    verdict = result.Verdict.Level.ToString(),
                    result = EstimateJson.Write(result, RegisterCoverage.Of(table, RegisterMask(table))),
                    estimated_at = time.GetUtcNow(),
                },
                cancellationToken: token));
        }

        return periods.Count;
    }

    /// <summary>The estimates of the stored histories: the same counts, seed and engine give the same again.</summary>
    public static async Task<IReadOnlyList<PeriodEstimate>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var quality = await LinkageQuality.ReadAsync(connection, token);
        return [.. (await HistoriesAsync(connection, token)).Select(period => new PeriodEstimate(period.Period, period.Kind, Make(period.Table, quality, token)))];
    }

    private static EstimationResult Make(CaptureHistories table, LinkageQuality? quality, CancellationToken token)
    {
        var linkage = quality is null ? null : new LinkageError(Math.Clamp(1 - quality.Recall.Estimate, 0, 0.99), Math.Clamp(1 - quality.Precision.Estimate, 0, 0.99));
        return EstimateMemory.Recall("estimate", table, linkage, () => Estimator.Estimate(
            table, new EstimationOptions { Seed = Seed, Replicates = Replicates, Linkage = linkage }, progress: null, token));
    }

    private static async Task<List<(string Period, string Kind, CaptureHistories Table)>> HistoriesAsync(NpgsqlConnection connection, CancellationToken token) =>
        [.. (await connection.QueryAsync<(string Period, string Kind, string[] Lists, int Persons)>(new CommandDefinition(
            "select period, period_kind, lists, persons from mart.fct_capture_history where stratum = 'total' order by period, lists", cancellationToken: token)))
            .GroupBy(row => (row.Period, row.Kind))
            .Select(period => (period.Key.Period, period.Key.Kind, CaptureHistories.Create(
                Lists, period.Select(row => (row.Lists.Sum(list => 1 << Index(list)), (double)row.Persons))).WithoutEmptyLists()))];

    private static int RegisterMask(CaptureHistories table) => table.Lists.IndexOf("register") is >= 0 and var at ? 1 << at : 0;

    private static int Index(string list)
    {
        for (var at = 0; at < Lists.Count; at++)
        {
            if (Lists[at] == list)
            {
                return at;
            }
        }

        throw new InvalidOperationException($"mart.bridge_person has the unknown list {list}.");
    }
}
