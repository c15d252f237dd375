using Analytics.Database;
using Analytics.Domain.Estimation;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>An estimate that a profile was shown while overlaps were withheld from it.</summary>
/// <param name="Histories">Persons by set of lists, a bit a list in the order of <see cref="EstimateStage.Lists"/>.</param>
/// <param name="Withheld">The sets that were withheld.</param>
/// <param name="RoundedTo">Persons the estimate was rounded to.</param>
internal sealed record ReleasedEstimate(IReadOnlyList<int> Histories, IReadOnlyList<int> Withheld, int RoundedTo)
{
    public CaptureHistories Table { get; } = Build(Histories);

    public static ReleasedEstimate Of(CaptureHistories table, IReadOnlyList<int> withheld, int roundedTo)
    {
        var histories = new int[1 << EstimateStage.Lists.Count];
        for (var history = 1; history < table.Counts.Length; history++)
        {
            histories[Mask(table, history)] = (int)table.Counts[history];
        }

        return new ReleasedEstimate(histories, [.. withheld.Select(history => Mask(table, history)).Order()], roundedTo);
    }

    /// <summary>Whether the estimate was of the same counts.</summary>
    public bool IsOf(CaptureHistories table) => Of(table, [], RoundedTo).Histories.SequenceEqual(Histories);

    /// <returns>These counts, changed as <paramref name="other"/> is from <paramref name="table"/>; null where that contradicts what was shown.</returns>
    public CaptureHistories? Moved(CaptureHistories table, CaptureHistories other)
    {
        var moved = Histories.ToArray();
        for (var history = 1; history < table.Counts.Length; history++)
        {
            var (at, move) = (Mask(table, history), (int)(other.Counts[history] - table.Counts[history]));
            moved[at] += move;
            if (move != 0 && (moved[at] < 0 || !Withheld.Contains(at)))
            {
                return null;
            }
        }

        return Build(moved);
    }

    /// <returns>What each profile was shown of each period, oldest first.</returns>
    public static async Task<ILookup<(string Profile, string Period), ReleasedEstimate>> ReadAsync(NpgsqlConnection connection, CancellationToken token) =>
        (await connection.QueryAsync<(string Profile, string Period, int[] Histories, int[] Withheld, int RoundedTo)>(new CommandDefinition(
            "select profile, period, histories, withheld, rounded_to from ops.estimate_release order by publication_id", cancellationToken: token)))
        .ToLookup(row => (row.Profile, row.Period), row => new ReleasedEstimate(row.Histories, row.Withheld, row.RoundedTo));

    /// <summary>Adds what is released now, where it is not what was released last.</summary>
    public Task KeepAsync(NpgsqlConnection connection, long publication, string profile, string period, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<EstimateStage>("keep_release.sql"),
            new { publication, profile, period, histories = Histories.ToArray(), withheld = Withheld.ToArray(), rounded_to = RoundedTo },
            cancellationToken: token));

    private static CaptureHistories Build(IReadOnlyList<int> histories) => CaptureHistories.Create(
        EstimateStage.Lists, Enumerable.Range(1, histories.Count - 1).Select(history => (history, (double)histories[history]))).WithoutEmptyLists();

    private static int Mask(CaptureHistories table, int history) =>
        Enumerable.Range(0, table.Lists.Length).Where(list => (history >> list & 1) == 1).Sum(list => 1 << EstimateStage.Lists.ToList().IndexOf(table.Lists[list]));
}
