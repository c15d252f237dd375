using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>
/// How coarsely an estimate must be rounded so that no withheld overlap follows from it. Other tables that the profile cannot tell from
/// the true one (same published overlaps, same list totals) are drawn at random and estimated alike; the finest rounding is taken at
/// which the tables that give the same released numbers still hold, for every withheld overlap, the smallest and the largest
/// value that any of the drawn ones held. Where none does up to the size of the estimate itself, the estimate is withheld.
/// </summary>
/// <remarks>Estimates released before count as well: a drawn table must, with what has changed since taken off, have given each of them.
/// The tables drawn are witnesses: each is consistent with everything the profile sees. Ends of the interval are compared by the
/// log-normal interval of the same fit, at the rounding of <see cref="Beside"/>.</remarks>
internal static class EstimateRelease
{
    private const int Witnesses = 60;
    private const int StepsBetween = 25;

    /// <summary>More estimates than this of counts that changed in between, with overlaps withheld, are not given of one period.</summary>
    private const int MostReleases = 12;

    private static readonly int[] s_ladder = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    /// <returns>Persons to round to, or null where the estimate cannot be released.</returns>
    /// <param name="earlier">Estimates of the period that the profile was shown before.</param>
    public static int? Rounding(
        EstimationResult result, IReadOnlyList<int> withheld, SuppressionPolicy policy, IReadOnlyCollection<ReleasedEstimate> earlier, CancellationToken token)
    {
        if (result.HiddenPersons is not { } hidden)
        {
            return null;
        }

        var finest = s_ladder.Where(to => to >= policy.RoundingBase && to <= Math.Max(policy.RoundingBase, hidden)).ToList();
        if (withheld.Count == 0)
        {
            return finest.Cast<int?>().FirstOrDefault();
        }

        var before = earlier.Where(release => !release.IsOf(result.Table)).ToList();
        var moves = Moves(withheld, result.Table.Lists.Length);
        if (moves.Count == 0 || before.Count >= MostReleases)
        {
            return null;
        }

        var drawn = Draw(result.Table, withheld, moves, policy.Threshold);
        var numbers = drawn.ConvertAll(table => Numbers(Quick(table, token)));
        var truth = Numbers(Quick(result.Table, token));
        var all = Ranges(drawn, withheld);
        if (all.Exists(range => range.Item1.Equals(range.Item2)))
        {
            // No other table was found for it: whether the estimate gives it away cannot be told.
            return null;
        }

        // The same counts were estimated before: what was given then is given again, and nothing finer.
        var given = earlier.Where(release => release.IsOf(result.Table)).Select(release => release.RoundedTo).DefaultIfEmpty().Max();
        var possible = drawn.ConvertAll(table => before.TrueForAll(release => GaveTheSame(release, result.Table, table, token)));
        foreach (var to in finest.Where(to => to >= given))
        {
            var alike = drawn.Where((_, at) => possible[at] && Same(numbers[at], truth, to, Beside(to, hidden, anyWithheld: true))).Append(result.Table).ToList();
            if (Ranges(alike, withheld).SequenceEqual(all))
            {
                return to;
            }
        }

        return null;
    }

    /// <summary>
    /// Rounding of what stands beside the estimate: twice its own, and where overlaps are withheld at least a twentieth of it, since
    /// intervals and variations of the model depend on overlaps that the estimate itself may not depend on.
    /// </summary>
    public static int Beside(int to, double hidden, bool anyWithheld) =>
        2 * to * (anyWithheld ? Math.Max(1, (int)Math.Ceiling(hidden / 20 / (2 * to))) : 1);

    /// <summary>Down for a lower end, up for an upper end, to the nearest otherwise.</summary>
    public static double Round(double value, int to) => Math.Round(value / to, MidpointRounding.AwayFromZero) * to;

    /// <inheritdoc cref="Round"/>
    public static Interval Outward(Interval interval, int to) =>
        new(interval.Lower is { } lower ? Math.Floor(Math.Max(0, lower) / to) * to : null, interval.Upper is { } upper ? Math.Ceiling(upper / to) * to : null);

    /// <summary>Whether the counts of an earlier release, moved as the drawn table is from today's, fit what was shown then, the estimate too.</summary>
    private static bool GaveTheSame(ReleasedEstimate release, CaptureHistories today, CaptureHistories drawn, CancellationToken token)
    {
        if (release.Moved(today, drawn) is not { } moved)
        {
            return false;
        }

        var (then, other) = (Numbers(Quick(release.Table, token)), Numbers(Quick(moved, token)));
        return then.Hidden is { } hidden && Same(other, then, release.RoundedTo, Beside(release.RoundedTo, hidden, anyWithheld: true));
    }

    private static EstimationResult Quick(CaptureHistories table, CancellationToken token) => Estimator.Estimate(
        table, new EstimationOptions { Replicates = 0, Sensitivity = false, Threads = 1 }, progress: null, token);

    private static (double? Hidden, double? Lower, double? Upper) Numbers(EstimationResult result) =>
        (result.Total - result.Observed, result.Asymptotic95?.Lower - result.Observed, result.Asymptotic95?.Upper - result.Observed);

    private static bool Same((double? Hidden, double? Lower, double? Upper) one, (double? Hidden, double? Lower, double? Upper) other, int to, int beside) =>
        one.Hidden is { } hidden && other.Hidden is { } truth && Round(hidden, to).Equals(Round(truth, to))
        && Outward(new(one.Lower, one.Upper), beside) == Outward(new(other.Lower, other.Upper), beside);

    private static List<(double, double)> Ranges(List<CaptureHistories> tables, IReadOnlyList<int> withheld) =>
        [.. withheld.Select(history => (tables.Min(table => table.Counts[history]), tables.Max(table => table.Counts[history])))];

    /// <summary>
    /// Changes of the withheld histories that keep every list total and the number of persons: whole-number vectors that span the null
    /// space of those sums, one entry a withheld history.
    /// </summary>
    private static List<int[]> Moves(IReadOnlyList<int> withheld, int lists)
    {
        var rows = Enumerable.Range(-1, lists + 1).Select(list => withheld.Select(history => list < 0 || (history >> list & 1) == 1 ? 1.0 : 0).ToArray()).ToArray();
        var pivots = Reduce(rows, withheld.Count);
        var moves = new List<int[]>();
        foreach (var free in Enumerable.Range(0, withheld.Count).Except(pivots))
        {
            var vector = new double[withheld.Count];
            vector[free] = 1;
            for (var row = 0; row < pivots.Count; row++)
            {
                vector[pivots[row]] = -rows[row][free];
            }

            // Entries are small fractions: incidence of lists and histories.
            var scale = Enumerable.Range(1, 60).FirstOrDefault(scale => Array.TrueForAll(vector, entry => Math.Abs((entry * scale) - Math.Round(entry * scale)) < 1e-6));
            if (scale > 0)
            {
                moves.Add(Array.ConvertAll(vector, entry => (int)Math.Round(entry * scale)));
            }
        }

        return moves;
    }

    /// <summary>Gauss–Jordan elimination in place.</summary>
    /// <returns>The pivot column of each leading row.</returns>
    private static List<int> Reduce(double[][] rows, int columns)
    {
        var pivots = new List<int>();
        for (var column = 0; column < columns && pivots.Count < rows.Length; column++)
        {
            var at = pivots.Count;
            var best = Enumerable.Range(at, rows.Length - at).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[best][column]) < 1e-9)
            {
                continue;
            }

            (rows[at], rows[best]) = (rows[best], rows[at]);
            var pivot = rows[at][column];
            rows[at] = Array.ConvertAll(rows[at], entry => entry / pivot);
            for (var row = 0; row < rows.Length; row++)
            {
                var factor = rows[row][column];
                if (row != at && Math.Abs(factor) > 1e-12)
                {
                    rows[row] = [.. rows[row].Zip(rows[at], (entry, leading) => entry - (factor * leading))];
                }
            }

            pivots.Add(column);
        }

        return pivots;
    }

    private static List<CaptureHistories> Draw(CaptureHistories table, IReadOnlyList<int> withheld, List<int[]> moves, int threshold)
    {
        // Seeded by the counts' own sum: the same table gives the same rounding.
        var random = new SeededWalk((ulong)table.Observed);
        var counts = table.Counts.ToArray();
        var most = withheld.Select(history => table.Counts[history] <= threshold ? threshold : double.MaxValue).ToArray();
        var drawn = new List<CaptureHistories>();
        for (var witness = 0; witness < Witnesses; witness++)
        {
            for (var step = 0; step < StepsBetween; step++)
            {
                // One basis vector alone may be blocked where a sum of two is not.
                var (one, other) = (moves[random.Below(moves.Count)], moves[random.Below(moves.Count)]);
                var (sign, add) = ((2 * random.Below(2)) - 1, random.Below(3) - 1);
                var next = withheld.Select((history, at) => counts[history] + (sign * (one[at] + (add * other[at])))).ToArray();
                if (next.Zip(most).All(cell => cell.First >= 0 && cell.First <= cell.Second))
                {
                    for (var at = 0; at < next.Length; at++)
                    {
                        counts[withheld[at]] = next[at];
                    }
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
