using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>Two rows that show some agreement.</summary>
/// <param name="A">Row in the first list.</param>
/// <param name="B">Row in the second list (or a later row of the same list).</param>
/// <param name="Probability">Probability (0 to 1) that the two are one person.</param>
/// <param name="LogOdds">The same as natural log odds, which do not saturate.</param>
/// <param name="Similarity">Sum of Dice coefficients, to break ties between equal patterns.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ScoredPair(int A, int B, AgreementPattern Pattern, double Probability, double LogOdds, float Similarity);

/// <summary>What comparing two lists gave: pairs that agree somewhere, and the counts that estimation needs.</summary>
/// <param name="Pairs">Rows, pattern and similarity; ordered by rows.</param>
/// <param name="PairsByComparable">All pairs of the lists, compared or not, by the parts both records know.</param>
/// <param name="Records">Records in each list.</param>
/// <param name="Within">Was a list compared with itself?</param>
/// <param name="MetWhenAlike">See <see cref="FellegiSunter.MetWhenAlike"/>.</param>
public sealed record Comparisons(
    IReadOnlyList<(int A, int B, AgreementPattern Pattern, float Similarity)> Pairs,
    IReadOnlyDictionary<byte, long> PairsByComparable,
    (int A, int B) Records,
    bool Within,
    double MetWhenAlike);

/// <summary>Tokens in, scored pairs of rows out. Uses all cores; memory grows with the tokens and the pairs that agree, not with all pairs.</summary>
public static class Linker
{
    /// <summary>Pairs below this probability are never linked unless a caller says so: they are likelier two people than one.</summary>
    public const double LeastThreshold = 0.5;

    /// <summary>Share of the links that may be expected to be false (<see cref="Threshold"/>).</summary>
    public const double MostFalse = 0.01;

    /// <summary>Pairs from this probability are reviewed.</summary>
    public const double LeastReviewed = 0.01;

    /// <summary>Links from this probability are not.</summary>
    private const double LinkedUnseen = 0.9;

    private const int Rounds = 3;

    /// <summary>Compares two lists, or a list with itself (each unordered pair once).</summary>
    /// <param name="blocked">Compare only pairs that meet in a block, rather than all; by default as the size of the lists demands.</param>
    public static Comparisons Compare(TokenTable a, TokenTable b, bool? blocked = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Count > 0 && b.Count > 0 && !string.Equals(a.Round, b.Round, StringComparison.Ordinal))
        {
            throw new ArgumentException("tokens of two rounds are never compared", nameof(b));
        }

        var within = ReferenceEquals(a, b);
        var block = blocked ?? (long)a.Count * b.Count > Blocking.ComparedInFull;
        var pairs = block ? Blocked(a, b, within, cancellation) : InFull(a, b, within, cancellation);
        return new Comparisons(pairs, PairsByComparable(a, b, within), (a.Count, b.Count), within, block ? Blocking.MetWhenAlike(Math.Max(a.Count, b.Count)) : 1);
    }

    /// <summary>Learns weights from the comparisons and gives every pair its probability, best first.</summary>
    /// <param name="onePersonOnce">A person stands at most once in each list, so that a pair outdone by a better one is no match.</param>
    public static (LinkageFit Fit, IReadOnlyList<ScoredPair> Pairs) Score(Comparisons comparisons, bool onePersonOnce = true)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        var all = Math.Max(1, comparisons.PairsByComparable.Values.Sum());
        var sure = comparisons.Pairs.Count(p => p.Pattern.ShowsNamesAndBirth);
        var model = ExpectationMaximisation.Prior(Math.Min(0.5, Math.Max(1, sure) / 0.6 / all), comparisons.MetWhenAlike);
        model = ExpectationMaximisation.Fit(PatternCounts.Of(comparisons.Pairs, model, onePersonOnce), comparisons.PairsByComparable, model, holdM: true).Model;
        LinkageFit fit;
        var round = 0;
        do
        {
            // Which pair of a record is its best depends on the weights, and the weights on that: both settle at once.
            var counts = PatternCounts.Of(comparisons.Pairs, model, onePersonOnce);
            fit = ExpectationMaximisation.Fit(counts, comparisons.PairsByComparable, model);
            model = fit.Model;
        }
        while (++round < (onePersonOnce ? Rounds : 1));
        return (fit, Score(comparisons, model));
    }

    /// <summary>Scores with a model learnt before: an increment is judged like the lists it joins.</summary>
    public static IReadOnlyList<ScoredPair> Score(Comparisons comparisons, FellegiSunter model)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        ArgumentNullException.ThrowIfNull(model);
        var odds = comparisons.Pairs.Select(p => p.Pattern).Distinct().ToDictionary(p => p, model.LogOdds);
        var commonness = new TermFrequencyAdjustment(comparisons, odds);
        return [.. comparisons.Pairs
            .Select(p => (Pair: p, LogOdds: odds[p.Pattern] - commonness.LogOf(p.A, p.B, p.Pattern)))
            .Select(p => new ScoredPair(p.Pair.A, p.Pair.B, p.Pair.Pattern, 1 / (1 + Math.Exp(-p.LogOdds)), p.LogOdds, p.Pair.Similarity))
            .OrderByDescending(p => p.LogOdds).ThenByDescending(p => p.Similarity).ThenBy(p => p.A).ThenBy(p => p.B)];
    }

    /// <summary>
    /// The threshold that the lists ask for: from <see cref="LeastThreshold"/> up, the least at which no more than
    /// <see cref="MostFalse"/> of the links are expected to be false. In small lists the doubtful pairs are few and weigh nothing;
    /// the more strangers a list holds, the more of them look alike, and the threshold rises.
    /// </summary>
    /// <param name="probabilities">Of the pairs that could be linked.</param>
    public static double Threshold(IEnumerable<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var (threshold, wrong, links) = (1.0, 0.0, 0);
        foreach (var probability in probabilities.Where(probability => probability >= LeastThreshold).OrderDescending())
        {
            wrong += 1 - probability;
            links++;
            if (wrong > MostFalse * links)
            {
                return threshold;
            }

            threshold = probability;
        }

        return LeastThreshold;
    }

    /// <summary>
    /// The threshold of lists that have grown: the one they had, unless more of the links are expected to be false now than may be,
    /// or less than half as many, so that links are given away. A threshold that moved each time would join and split people for nothing.
    /// </summary>
    /// <param name="kept">The threshold so far.</param>
    public static double Threshold(IReadOnlyCollection<double> probabilities, double kept)
    {
        var links = probabilities.Where(probability => probability >= kept).ToArray();
        var wrong = links.Sum(probability => 1 - probability) / Math.Max(1, links.Length);
        var holds = links.Length > 0 && wrong <= MostFalse && (kept <= LeastThreshold || wrong >= MostFalse / 2);
        return holds ? kept : Threshold(probabilities);
    }

    /// <summary>The threshold of one-to-one links: pairs that another pair of their records keeps from being one are no links.</summary>
    public static double Threshold(IReadOnlyList<ScoredPair> pairs) => Threshold(OneToOneAssignment.Solve(pairs, LeastThreshold).Select(pair => pair.Probability));

    /// <summary>One-to-one links of two lists at or above a probability.</summary>
    /// <param name="threshold">By default what the lists ask for.</param>
    public static IReadOnlyList<ScoredPair> Link(TokenTable a, TokenTable b, double? threshold = null, bool? blocked = null, CancellationToken cancellation = default)
    {
        var pairs = Score(Compare(a, b, blocked, cancellation)).Pairs;
        return OneToOneAssignment.Solve(pairs, threshold ?? Threshold(pairs));
    }

    /// <summary>
    /// The grey zone: pairs too weak to link unseen and too strong to drop, for a reviewer who sees <see cref="ScoredPair.Pattern"/>
    /// field by field. It reaches up to the threshold at least: nothing lies between being linked and being reviewed.
    /// </summary>
    public static IReadOnlyList<ScoredPair> ForReview(IReadOnlyList<ScoredPair> pairs, double threshold) =>
        [.. pairs.Where(p => p.Probability >= LeastReviewed && p.Probability < Math.Max(LinkedUnseen, threshold))];

    internal static List<(int A, int B, AgreementPattern Pattern, float Similarity)> Blocked(TokenTable a, TokenTable b, bool within, CancellationToken cancellation)
    {
        var candidates = Blocking.Candidates(a, b, cancellation);
        var compared = new (int A, int B, AgreementPattern Pattern, float Similarity)[candidates.Count];
        Parallel.For(0, candidates.Count, new ParallelOptions { CancellationToken = cancellation }, c =>
        {
            var (i, j) = ((int)(candidates[c] >> 32), (int)candidates[c]);
            var (pattern, similarity) = TokenComparison.Compare(a, i, b, j);
            compared[c] = (i, j, pattern, similarity);
        });
        return [.. compared.Where(p => p.Pattern.ShowsAgreement && (!within || p.A < p.B))];
    }

    internal static List<(int A, int B, AgreementPattern Pattern, float Similarity)> InFull(TokenTable a, TokenTable b, bool within, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<(int A, int B, AgreementPattern Pattern, float Similarity)>();
        var blocks = Enumerable.Range(0, TokenSchema.Views.Length).Select(view => new DiceBlocks(b.Column(view), TokenSchema.Words, TokenComparison.Similar)).ToArray();
        Parallel.For(0, a.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var hits = new List<int>();
            foreach (var (left, right) in TokenSchema.Comparisons)
            {
                blocks[right].Find(a.Filter(i, left), 0, b.Count, hits);
            }

            foreach (var j in hits.Distinct().Where(j => !within || j > i))
            {
                var (pattern, similarity) = TokenComparison.Compare(a, i, b, j);
                if (pattern.ShowsAgreement)
                {
                    found.Add((i, j, pattern, similarity));
                }
            }
        });
        return [.. found.OrderBy(p => p.A).ThenBy(p => p.B)];
    }

    private static Dictionary<byte, long> PairsByComparable(TokenTable a, TokenTable b, bool within)
    {
        var pairs = new Dictionary<byte, long>();
        var right = KnownCounts(b);
        foreach (var (p, m) in KnownCounts(a))
        {
            foreach (var (q, n) in right)
            {
                var key = (byte)(p & q);
                pairs[key] = pairs.GetValueOrDefault(key) + ((long)m * n);
            }
        }

        // Each unordered pair once, and no record with itself: halved, which is exact enough for a prior share.
        return within ? pairs.ToDictionary(p => p.Key, p => p.Value / 2) : pairs;
    }

    private static Dictionary<Parts, int> KnownCounts(TokenTable table) =>
        Enumerable.Range(0, table.Count).CountBy(table.Known).ToDictionary(c => c.Key, c => c.Value);
}
