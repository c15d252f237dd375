namespace Analytics.Domain.Linkage;

/// <summary>Reduces pairs to counts of their patterns, the only thing that estimation sees.</summary>
internal static class PatternCounts
{
    /// <param name="model">Orders the pairs of a record from best to worst.</param>
    /// <param name="onePersonOnce">Count pairs that are outdone by a better one.</param>
    public static Dictionary<AgreementPattern, PatternCount> Of(
        IReadOnlyList<(int A, int B, AgreementPattern Pattern, float Similarity)> pairs, FellegiSunter model, bool onePersonOnce)
    {
        var weights = pairs.Select(p => p.Pattern).Distinct().ToDictionary(p => p, model.LogOdds);
        var (bestOfA, bestOfB) = (Nothing(pairs.Select(p => p.A)), Nothing(pairs.Select(p => p.B)));
        foreach (var pair in onePersonOnce ? pairs : [])
        {
            var standing = (weights[pair.Pattern], pair.Similarity);
            Keep(bestOfA, pair.A, standing);
            Keep(bestOfB, pair.B, standing);
        }

        var counts = new Dictionary<AgreementPattern, PatternCount>();
        foreach (var pair in pairs)
        {
            var standing = (weights[pair.Pattern], pair.Similarity);
            var outdone = onePersonOnce && (standing.CompareTo(bestOfA[pair.A]) < 0 || standing.CompareTo(bestOfB[pair.B]) < 0);
            var count = counts.GetValueOrDefault(pair.Pattern);
            counts[pair.Pattern] = new PatternCount(count.Pairs + 1, count.Outdone + (outdone ? 1 : 0));
        }

        return counts;
    }

    private static (double, float)[] Nothing(IEnumerable<int> rows)
    {
        var best = new (double, float)[rows.DefaultIfEmpty(-1).Max() + 1];
        Array.Fill(best, (double.NegativeInfinity, 0));
        return best;
    }

    private static void Keep((double, float)[] best, int row, (double, float) standing)
    {
        if (standing.CompareTo(best[row]) > 0)
        {
            best[row] = standing;
        }
    }
}
