using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class LinkerThresholdTests
{
    private static readonly double[] s_sure = [.. Enumerable.Repeat(0.999, 100)];

    [Fact]
    public void Threshold_DoubtfulPairs_AreTakenWhileOneInAHundredIsExpectedFalse()
    {
        Assert.Equal(Linker.LeastThreshold, Linker.Threshold(s_sure));
        // 0.1 + 0.3 + 0.3 + 0.3 of 104 are expected to be false; the next pair of 0.7 is one too many.
        Assert.Equal(0.7, Linker.Threshold([.. s_sure, 0.7, 0.7, 0.7, 0.55]));
        Assert.Equal(1, Linker.Threshold([0.9, 0.8]));
    }

    [Fact]
    public void Threshold_Kept_MovesOnlyWhereItsPromiseDemands()
    {
        double[] doubtful = [.. s_sure, 0.7, 0.7];
        Assert.Equal(0.6, Linker.Threshold(doubtful, kept: 0.6));
        Assert.Equal(Linker.LeastThreshold, Linker.Threshold(s_sure, kept: 0.95));
        Assert.Equal(Linker.LeastThreshold, Linker.Threshold(s_sure, kept: 1));
        Assert.Equal(0.7, Linker.Threshold([.. doubtful, 0.7, 0.51, 0.51, 0.51], kept: 0.5));
        Assert.Equal(1, Linker.Threshold([0.9], kept: 1));
    }

    [Fact]
    public void ForReview_ThresholdAboveTheUsual_NothingLiesBetween()
    {
        ScoredPair[] pairs = [.. new[] { 0.999, 0.95, 0.85, 0.02, 0.005 }.Select((p, at) => new ScoredPair(at, at, default, p, Math.Log(p / (1 - p)), 0))];
        Assert.Equal([0.95, 0.85, 0.02], Linker.ForReview(pairs, threshold: 0.97).Select(pair => pair.Probability));
        Assert.Equal([0.85, 0.02], Linker.ForReview(pairs, threshold: 0.5).Select(pair => pair.Probability));
    }
}
