using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>A band of probabilities from which pairs are drawn for review.</summary>
/// <param name="From">Least probability in the band.</param>
/// <param name="To">Probability at which the next band begins.</param>
/// <param name="Pairs">Pairs in the band.</param>
/// <param name="Drawn">The pairs to be reviewed.</param>
public sealed record ReviewBand(double From, double To, int Pairs, IReadOnlyList<ScoredPair> Drawn);

/// <summary>What reviewers found in a band.</summary>
/// <param name="Pairs">Pairs in the band, reviewed or not.</param>
/// <param name="Reviewed">Pairs that a person judged.</param>
/// <param name="Same">Those judged to be one person.</param>
/// <param name="Linked">Do pairs of this band count as links?</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReviewedBand(int Pairs, int Reviewed, int Same, bool Linked);

/// <summary>
/// Error of linkage measured by people: a sample stratified by probability (a handful from the certain, more from the doubtful),
/// judged by agreement levels at the sources' own desks, and weighted back (Blakely &amp; Salmond 2002; Sadinle 2017 for the strata).
/// </summary>
public static class ClericalReview
{
    /// <summary>Pairs that reviewers judge in each band before anything is said of error; all of them where a band has fewer.</summary>
    public const int Fewest = 15;

    private static readonly double[] s_bands = [0.001, 0.01, 0.1, 0.9, 0.99, 1.01];

    /// <summary>Draws the sample: the same for the same seed, whatever the order of the pairs.</summary>
    /// <param name="perBand">Most pairs from each band.</param>
    /// <param name="threshold">Probability from which pairs are linked: a band begins there.</param>
    public static IReadOnlyList<ReviewBand> Draw(IReadOnlyList<ScoredPair> pairs, int perBand, int seed, double threshold)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        double[] edges = [.. s_bands.Append(threshold).Distinct().Order()];
        return [.. edges.Zip(edges.Skip(1), (from, to) =>
        {
            var inBand = pairs.Where(p => p.Probability >= from && p.Probability < to).OrderBy(p => p.A).ThenBy(p => p.B).ToArray();
            var drawn = (ScoredPair[])inBand.Clone();
            SplitMix.Shuffle(drawn, (ulong)seed);
            return new ReviewBand(from, Math.Min(1, to), inBand.Length, drawn[..Math.Min(perBand, drawn.Length)]);
        })];
    }

    /// <summary>Have reviewers judged enough of every band (<see cref="Fewest"/>) to say anything?</summary>
    public static bool IsEnough(IReadOnlyList<ReviewedBand> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        return bands.Any(band => band.Pairs > 0) && bands.All(band => band.Reviewed >= Math.Min(band.Pairs, Fewest));
    }

    /// <summary>
    /// Precision and recall with 95 % intervals: Wilson's on the effective size of the stratified sample. Matches that no filter
    /// shows cannot be drawn; their expected number widens the misses.
    /// </summary>
    /// <param name="unseenMatches">Matches that the model expects among pairs that showed nothing (<see cref="LinkageFit.UnseenMatches"/>).</param>
    public static MeasuredError Estimate(IReadOnlyList<ReviewedBand> bands, double unseenMatches)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var (linked, right, varianceRight) = Totals(bands.Where(b => b.Linked));
        var (_, missedSeen, varianceMissed) = Totals(bands.Where(b => !b.Linked));
        var missed = missedSeen + unseenMatches;
        var recall = right / (right + missed);
        // Delta method on right / (right + missed); the unseen are taken as a Poisson count.
        var varianceRecall = right == 0 ? 0
            : Math.Pow(recall * (1 - recall), 2) * ((varianceRight / (right * right)) + ((varianceMissed + unseenMatches) / Math.Max(1e-9, missed * missed)));
        return new MeasuredError(
            right, linked - right, missed,
            OnEffectiveSize(right / linked, varianceRight / (linked * linked), linked),
            OnEffectiveSize(recall, varianceRecall, right + missed));
    }

    private static (double Pairs, double Same, double Variance) Totals(IEnumerable<ReviewedBand> bands)
    {
        var (pairs, same, variance) = (0.0, 0.0, 0.0);
        foreach (var band in bands.Where(b => b.Pairs > 0))
        {
            if (band.Reviewed == 0)
            {
                throw new ArgumentException("a band with pairs has none reviewed; its share of matches is unknown", nameof(bands));
            }

            // Half a success and half a failure keep the variance of a band without surprises above zero.
            var smoothed = (band.Same + 0.5) / (band.Reviewed + 1);
            pairs += band.Pairs;
            same += (double)band.Pairs * band.Same / band.Reviewed;
            variance += (double)band.Pairs * band.Pairs * smoothed * (1 - smoothed) / band.Reviewed * (1 - ((double)band.Reviewed / band.Pairs));
        }

        return (pairs, same, variance);
    }

    private static Proportion OnEffectiveSize(double share, double variance, double size)
    {
        if (double.IsNaN(share))
        {
            return Proportion.Wilson(0, 0);
        }

        // A share of exactly 0 or 1 has no binomial variance to compare with: half a case stands in for it.
        var inside = Math.Clamp(share, 0.5 / (size + 1), (size + 0.5) / (size + 1));
        var effective = variance > 0 ? Math.Min(size, inside * (1 - inside) / variance) : size;
        return Proportion.Wilson(share * effective, effective);
    }
}
