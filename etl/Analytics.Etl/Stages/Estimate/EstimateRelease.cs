using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;

namespace Analytics.Etl.Stages.Estimate;

/// <summary>
/// How coarsely an estimate must be rounded so that no withheld overlap follows from it. Other tables that the profile cannot tell from
/// the true one (same published overlaps, same list totals) are drawn at random and estimated alike; the finest rounding is taken at
/// which the tables that give the same released numbers still hold, for every withheld overlap, the smallest and the largest
/// value that any of the drawn ones held. Where none does up to the size of the estimate itself, the estimate is withheld.
/// </summary>
/// <remarks>The tables drawn are witnesses: each is consistent with everything the profile sees. Ends of the interval are compared by the
/// log-normal interval of the same fit, at twice the rounding.</remarks>
internal static class EstimateRelease
{
    private const int Witnesses = 60;
    private const int StepsBetween = 6;

    private static readonly int[] s_ladder = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    /// <returns>Persons to round to, or null where the estimate cannot be released.</returns>
    public static int? Rounding(EstimationResult result, IReadOnlyList<int> withheld, SuppressionPolicy policy, CancellationToken token)
    {
        if (result.HiddenPersons is not { } hidden)
        {
            return null;
        }

        var finest = s_ladder.Where(to => to >= policy.RoundingBase && to <= Math.Max(policy.RoundingBase, hidden)).ToList();
        var moves = Moves(withheld, result.Table.Lists.Length);
        if (moves.Count == 0)
        {
            return withheld.Count == 0 ? finest.Cast<int?>().FirstOrDefault() : null;
        }

        var drawn = Draw(result.Table, withheld, moves, policy.Threshold);
        var numbers = drawn.ConvertAll(table => Numbers(Quick(table, token)));
        var truth = Numbers(Quick(result.Table, token));
        var all = Ranges(drawn, withheld);
        foreach (var to in finest)
        {
            var alike = drawn.Where((_, at) => Same(numbers[at], truth, to)).Append(result.Table).ToList();
            if (Ranges(alike, withheld).SequenceEqual(all))
            {
                return to;
            }
        }

        return null;
    }

    /// <summary>Down for a lower end, up for an upper end, to the nearest otherwise.</summary>
    public static double Round(double value, int to) => Math.Round(value / to, MidpointRounding.AwayFromZero) * to;

    /// <inheritdoc cref="Round"/>
    public static Interval Outward(Interval interval, int to) =>
        new(interval.Lower is { } lower ? Math.Floor(Math.Max(0, lower) / to) * to : null, interval.Upper is { } upper ? Math.Ceiling(upper / to) * to : null);

    private static EstimationResult Quick(CaptureHistories table, CancellationToken token) => Estimator.Estimate(
        table, new EstimationOptions { Replicates = 0, Sensitivity = false, Threads = 1 }, progress: null, token);

    private static (double? Hidden, double? Lower, double? Upper) Numbers(EstimationResult result) =>
        (result.Total - result.Observed, result.Asymptotic95?.Lower - result.Observed, result.Asymptotic95?.Upper - result.Observed);

    private static bool Same((double? Hidden, double? Lower, double? Upper) one, (double? Hidden, double? Lower, double? Upper) other, int to) =>
        one.Hidden is { } hidden && other.Hidden is { } truth && Round(hidden, to).Equals(Round(truth, to))
        && Outward(new(one.Lower, one.Upper), 2 * to) == Outward(new(other.Lower, other.Upper), 2 * to);

    private static List<(double, double)> Ranges(List<CaptureHistories> tables, IReadOnlyList<int> withheld) =>
        [.. withheld.Select(history => (tables.Min(table => table.Counts[history]), tables.Max(table => table.Counts[history])))];

    /// <summary>Exchanges between two pairs of withheld histories that keep every list total and the number of persons.</summary>
    private static List<(int A, int B, int C, int D)> Moves(IReadOnlyList<int> withheld, int lists)
    {
        var known = withheld.ToHashSet();
        var moves = new List<(int, int, int, int)>();
        foreach (var a in withheld)
        {
            foreach (var b in withheld.Where(b => b > a))
            {
                for (var c = 1; c < 1 << lists; c++)
                {
                    var d = (a & b) | ((a | b) & ~c) | (a & b & c);
                    if (c < d && known.Contains(c) && known.Contains(d) && (c | d) == (a | b) && (c & d) == (a & b) && (c, d) != (a, b))
                    {
                        moves.Add((a, b, c, d));
                    }
                }
            }
        }

        return moves;
    }

    private static List<CaptureHistories> Draw(CaptureHistories table, IReadOnlyList<int> withheld, List<(int A, int B, int C, int D)> moves, int threshold)
    {
        // Seeded by the counts' own sum: the same table gives the same rounding.
        var random = new SeededWalk((ulong)table.Observed);
        var counts = table.Counts.ToArray();
        var most = withheld.ToDictionary(history => history, history => table.Counts[history] <= threshold ? threshold : double.MaxValue);
        var drawn = new List<CaptureHistories>();
        for (var witness = 0; witness < Witnesses; witness++)
        {
            for (var step = 0; step < StepsBetween; step++)
            {
                var (a, b, c, d) = moves[random.Below(moves.Count)];
                (a, b, c, d) = random.Below(2) == 0 ? (a, b, c, d) : (c, d, a, b);
                var least = 0;
                if (counts[a] > least && counts[b] > least && counts[c] < most[c] && counts[d] < most[d])
                {
                    counts[a]--;
                    counts[b]--;
                    counts[c]++;
                    counts[d]++;
                }
            }

            drawn.Add(CaptureHistories.Create([.. table.Lists], Enumerable.Range(1, counts.Length - 1).Select(history => (history, counts[history]))));
        }

        return drawn;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers everywhere.</summary>
    private sealed class SeededWalk(ulong state)
    {
        private ulong _state = state;

        public int Below(int bound)
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (int)((z ^ (z >> 31)) % (ulong)bound);
        }
    }
}
