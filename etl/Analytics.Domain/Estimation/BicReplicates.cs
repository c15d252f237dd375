using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Lowest BIC among the models that did best on the original data, as the estimator of a resample (Silverman, Chan and
/// Vincent 2024, section 4). The model is its index among those kept.
/// </summary>
internal sealed class BicReplicates(int lists, ImmutableArray<LogLinearModel> kept, ImmutableArray<Inclusion> inclusions = default) : IReplicateEstimator
{
    private readonly ModelScorer scorer = new(lists, inclusions);

    /// <summary>Models kept for resampling: all for up to three lists, 20 for four, 100 beyond.</summary>
    public static int UsuallyKept(int lists) => lists switch { <= 3 => int.MaxValue, 4 => 20, _ => 100 };

    public Replicate Estimate(ReadOnlySpan<double> counts)
    {
        scorer.Load(counts);
        var (best, index) = (default(ScoredModel), 0);
        for (var i = 0; i < kept.Length; i++)
        {
            if (scorer.Score(kept[i]) is { } score && (best is null || score.Bic < best.Bic))
            {
                (best, index) = (score, i);
            }
        }

        return best is null ? new(double.NaN, 0, true) : new(best.Total, (UInt128)index, false);
    }
}
