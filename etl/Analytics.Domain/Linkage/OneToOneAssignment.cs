namespace Analytics.Domain.Linkage;

/// <summary>
/// Chooses links so that no record of either list is used twice and the sum of match weights is greatest (Jaro 1989): exactly,
/// by the Hungarian method on each connected component; components too large for that are served best pair first.
/// </summary>
public static class OneToOneAssignment
{
    private const int LargestExact = 300;

    // Ties between pairs of one pattern go to the more similar tokens; far too little to outvote a pattern.
    private const double TieBreak = 1e-3;

    /// <param name="pairs">Scored pairs of two lists.</param>
    /// <param name="threshold">Least probability (0 to 1) of a link.</param>
    /// <returns>The links in rising order of rows.</returns>
    public static IReadOnlyList<ScoredPair> Solve(IReadOnlyList<ScoredPair> pairs, double threshold)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var eligible = pairs.Where(p => p.Probability >= threshold).ToArray();
        return [.. Components(eligible).SelectMany(component => SolveComponent(component, threshold)).OrderBy(p => p.A).ThenBy(p => p.B)];
    }

    private static IEnumerable<List<ScoredPair>> Components(ScoredPair[] pairs)
    {
        var sets = new DisjointSets<long>();
        foreach (var pair in pairs)
        {
            sets.Join(pair.A, ~(long)pair.B);
        }

        return pairs.GroupBy(pair => sets.Find(pair.A)).Select(group => group.ToList());
    }

    private static IEnumerable<ScoredPair> SolveComponent(List<ScoredPair> pairs, double threshold)
    {
        if (pairs.Count == 1)
        {
            return pairs;
        }

        var rows = pairs.Select(p => p.A).Distinct().Order().ToArray();
        var columns = pairs.Select(p => p.B).Distinct().Order().ToArray();
        return Math.Max(rows.Length, columns.Length) <= LargestExact ? Exact(pairs, rows, columns, threshold) : BestFirst(pairs);
    }

    private static IEnumerable<ScoredPair> BestFirst(List<ScoredPair> pairs)
    {
        var (rows, columns) = (new HashSet<int>(), new HashSet<int>());
        foreach (var pair in pairs.OrderByDescending(Gain).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            if (!rows.Contains(pair.A) && !columns.Contains(pair.B))
            {
                rows.Add(pair.A);
                columns.Add(pair.B);
                yield return pair;
            }
        }
    }

    private static List<ScoredPair> Exact(List<ScoredPair> pairs, int[] rows, int[] columns, double threshold)
    {
        var size = Math.Max(rows.Length, columns.Length);
        var cost = new double[size, size];
        var at = new Dictionary<(int, int), ScoredPair>();
        // A link is worth its log odds beyond those of the threshold; not to link is worth nothing.
        var least = Math.Min(pairs.Min(Gain), Math.Log(threshold / (1 - threshold))) - TieBreak;
        foreach (var pair in pairs)
        {
            var (i, j) = (Array.BinarySearch(rows, pair.A), Array.BinarySearch(columns, pair.B));
            cost[i, j] = least - Gain(pair);
            at[(i, j)] = pair;
        }

        var chosen = Hungarian(cost, size);
        return [.. Enumerable.Range(0, size).Where(i => at.ContainsKey((i, chosen[i]))).Select(i => at[(i, chosen[i])])];
    }

    private static double Gain(ScoredPair pair) => pair.LogOdds + (TieBreak * pair.Similarity);

    /// <summary>Column of each row in an assignment of least cost (Kuhn 1955, with potentials, O(n³)).</summary>
    private static int[] Hungarian(double[,] cost, int size)
    {
        var (rowPotential, columnPotential) = (new double[size + 1], new double[size + 1]);
        var (rowOf, way) = (new int[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var used = new bool[size + 1];
            while (rowOf[column] != 0)
            {
                used[column] = true;
                var (current, delta, next) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= size; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var reduced = cost[current - 1, j - 1] - rowPotential[current] - columnPotential[j];
                    if (reduced < least[j])
                    {
                        (least[j], way[j]) = (reduced, column);
                    }

                    if (least[j] < delta)
                    {
                        (delta, next) = (least[j], j);
                    }
                }

                for (var j = 0; j <= size; j++)
                {
                    if (used[j])
                    {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                column = next;
            }

            for (; column != 0; column = way[column])
            {
                rowOf[column] = rowOf[way[column]];
            }
        }

        var chosen = new int[size];
        for (var column = 1; column <= size; column++)
        {
            chosen[rowOf[column] - 1] = column - 1;
        }

        return chosen;
    }
}
