using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>Stepwise selection as the estimator of a resample; the model is a bit set of pairs, in the order of <see cref="LogLinearModel.Pairs"/>.</summary>
internal sealed class StepwiseReplicates(int lists, double threshold, ImmutableArray<Inclusion> inclusions = default) : IReplicateEstimator
{
    private readonly StepwiseSelection selection = new(lists, inclusions);
    private readonly int[] pairs = [.. LogLinearModel.Pairs(lists)];

    public Replicate Estimate(ReadOnlySpan<double> counts)
    {
        var fit = selection.Run(counts, threshold);
        UInt128 model = 0;
        foreach (var pair in selection.Chosen)
        {
            model |= UInt128.One << Array.IndexOf(pairs, pair);
        }

        return new(selection.Total, model, fit != FitOutcome.Finite);
    }

    public static LogLinearModel Decode(UInt128 model, int lists) =>
        new([.. LogLinearModel.Pairs(lists).Where((_, i) => (model >> i & 1) == 1)]);

    public static UInt128 Encode(ImmutableArray<int> interactions, int lists)
    {
        UInt128 model = 0;
        var bit = UInt128.One;
        foreach (var pair in LogLinearModel.Pairs(lists))
        {
            model |= interactions.Contains(pair) ? bit : 0;
            bit <<= 1;
        }

        return model;
    }
}
