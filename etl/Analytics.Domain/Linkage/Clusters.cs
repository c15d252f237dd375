using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>Two records and how strongly they speak for one person (natural log odds).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordPair(long A, long B, double LogOdds);

/// <summary>What a reviewer has decided about two records; it outranks every score.</summary>
/// <param name="SamePerson">Join them, or keep them apart.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReviewDecision(long A, long B, bool SamePerson);

/// <summary>
/// Records of many lists gathered into persons. Pairs are taken best first; two groups become one only when all their records
/// together speak for it (mean log odds over every pair across the groups, a pair that showed nothing counting against), when
/// no list that holds a person once would hold it twice, and when no reviewer has set them apart. A chain of weak links
/// between strangers therefore breaks, which single linkage would follow.
/// </summary>
public static class Clusters
{
    // One overwhelming pair must not outvote many that disagree, and one unseen pair not many that agree.
    private const double Strongest = 8;
    private const double NothingSeen = -4;

    // The pair that joins two groups must reach the threshold; their other pairs, on average, only not speak against it: the
    // records of one person often share nothing that a filter shows with some of the others.
    private const double Together = -2.2;

    /// <param name="records">All records, linked or not.</param>
    /// <param name="pairs">Scored pairs; those below the threshold still count in the means.</param>
    /// <param name="listOf">The list that a record stands in.</param>
    /// <param name="holdsOnce">Does a list hold each person at most once?</param>
    /// <param name="decisions">What reviewers decided; the later of two about the same records holds.</param>
    /// <param name="threshold">Least probability of a link.</param>
    /// <returns>Every record in exactly one group; groups and records in rising order.</returns>
    public static IReadOnlyList<IReadOnlyList<long>> Build(
        IReadOnlyCollection<long> records,
        IReadOnlyCollection<RecordPair> pairs,
        Func<long, string> listOf,
        Func<string, bool> holdsOnce,
        IReadOnlyCollection<ReviewDecision> decisions,
        double threshold)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(decisions);
        var least = Math.Log(threshold / (1 - threshold));
        var groups = records.ToDictionary(r => r, r => new List<long> { r });
        var odds = pairs.GroupBy(p => Ordered(p.A, p.B)).ToDictionary(g => g.Key, g => Math.Clamp(g.Max(p => p.LogOdds), NothingSeen, Strongest));
        var decided = new Dictionary<(long, long), bool>();
        foreach (var decision in decisions.Where(d => groups.ContainsKey(d.A) && groups.ContainsKey(d.B)))
        {
            decided[Ordered(decision.A, decision.B)] = decision.SamePerson;
        }

        var apart = decided.Where(d => !d.Value).SelectMany(d => new[] { (d.Key.Item1, d.Key.Item2), (d.Key.Item2, d.Key.Item1) }).ToLookup(p => p.Item1, p => p.Item2);
        foreach (var (a, b) in decided.Where(d => d.Value).Select(d => d.Key).Order())
        {
            Join(groups, a, b);
        }

        foreach (var pair in pairs.Where(p => p.LogOdds >= least).OrderByDescending(p => p.LogOdds).ThenBy(p => Ordered(p.A, p.B)))
        {
            var (one, other) = (groups[pair.A], groups[pair.B]);
            if (one != other && !SetApart(one, other, apart) && !TwiceInOneList(one, other, listOf, holdsOnce) && MeanOdds(one, other, odds) >= Math.Min(least, Together))
            {
                Join(groups, pair.A, pair.B);
            }
        }

        return [.. groups.Values.Distinct().Select(g => g.Order().ToArray()).OrderBy(g => g[0])];
    }

    private static (long, long) Ordered(long a, long b) => a < b ? (a, b) : (b, a);

    private static void Join(Dictionary<long, List<long>> groups, long a, long b)
    {
        var (one, other) = (groups[a], groups[b]);
        if (one == other)
        {
            return;
        }

        one.AddRange(other);
        foreach (var record in other)
        {
            groups[record] = one;
        }
    }

    private static bool SetApart(List<long> one, List<long> other, ILookup<long, long> apart) =>
        apart.Count > 0 && one.Exists(record => apart[record].Any(other.Contains));

    private static bool TwiceInOneList(List<long> one, List<long> other, Func<long, string> listOf, Func<string, bool> holdsOnce)
    {
        var lists = one.Select(listOf).Where(holdsOnce).ToHashSet(StringComparer.Ordinal);
        return lists.Count > 0 && other.Exists(record => lists.Contains(listOf(record)));
    }

    private static double MeanOdds(List<long> one, List<long> other, Dictionary<(long, long), double> odds) =>
        one.Average(a => other.Average(b => odds.GetValueOrDefault(Ordered(a, b), NothingSeen)));
}
