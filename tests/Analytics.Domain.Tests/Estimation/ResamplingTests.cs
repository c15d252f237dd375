using Analytics.Domain.Estimation;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Tests.Estimation;

public sealed class ResamplingTests
{
    [Theory]
    [InlineData(20, 0.3)]
    [InlineData(2000, 0.002)]
    [InlineData(500, 0.2)]
    [InlineData(500, 0.8)]
    [InlineData(40, 0.5)]
    public void Binomial_ManyDraws_HaveTheBinomialDistribution(int trials, double p)
    {
        const int Draws = 100_000;
        var random = new RandomStream(7, trials);
        var seen = new int[trials + 1];
        for (var i = 0; i < Draws; i++)
        {
            seen[Sampling.Binomial(ref random, trials, p)]++;
        }

        var (statistic, classes) = (0.0, 0);
        for (var k = 0; k <= trials; k++)
        {
            var expected = Draws * Binomial.PMF(p, trials, k);
            if (expected >= 20)
            {
                statistic += (seen[k] - expected) * (seen[k] - expected) / expected;
                classes++;
            }
        }

        Assert.True(statistic < ChiSquared.InvCDF(classes, 0.9999), $"chi-squared {statistic} over {classes} classes");
    }

    [Fact]
    public void Multinomial_AnyDraw_KeepsTheTotalAndTheEmptyCells()
    {
        var random = new RandomStream(3, 0);
        double[] weights = [0, 5, 0, 1e-9, 3000, 0, 2];
        var drawn = new double[weights.Length];
        for (var i = 0; i < 1000; i++)
        {
            Sampling.Multinomial(ref random, 2744, weights, drawn);

            Assert.Equal(2744, drawn.Sum());
            Assert.Equal(0, drawn[0] + drawn[2] + drawn[5]);
        }
    }

    [Theory]
    [InlineData(0.25, 2.9166666667)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.001, 1)]
    [InlineData(0.999, 10)]
    public void Quantile_OneToTen_IsOfTypeEight(double level, double expected) =>
        Assert.Equal(expected, BcaInterval.Quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], level), 1e-9);

    [Fact]
    public void Quantile_AmongInfinities_IsInfiniteAndNeverNaN()
    {
        Assert.Equal(double.PositiveInfinity, BcaInterval.Quantile([1, 2, double.PositiveInfinity, double.PositiveInfinity], 0.9));
        Assert.Equal(1, BcaInterval.Quantile([1, 2, double.PositiveInfinity], 0.01));
    }

    [Fact]
    public void Of_NoCorrections_IsThePercentileInterval()
    {
        double[] sorted = [.. Enumerable.Range(1, 1000).Select(i => (double)i)];

        Assert.Equal(BcaInterval.Percentile(sorted, 0.95).Lower!.Value, BcaInterval.Of(sorted, 0, 0, 0.95).Lower!.Value, 1e-9);
        Assert.Equal(BcaInterval.Percentile(sorted, 0.95).Upper!.Value, BcaInterval.Of(sorted, 0, 0, 0.95).Upper!.Value, 1e-9);
    }

    [Fact]
    public void Of_AllReplicatesOnOneSide_HasNoEnds() =>
        Assert.Equal(default, BcaInterval.Of([1, 2, 3], BcaInterval.BiasCorrection(0), 0, 0.95));

    [Fact]
    public void ShareBelow_ReplicatesEqualButForRounding_AreNotBelow() =>
        Assert.Equal(0.25, BcaInterval.ShareBelow([1, 100 * (1 - 1e-14), 100, 120], 100));

    [Fact]
    public void Acceleration_WeightedValues_EqualsThatOfTheRepeatedOnes() =>
        Assert.Equal(BcaInterval.Acceleration([3, 3, 3, 7, 7, 12], [1, 1, 1, 1, 1, 1]), BcaInterval.Acceleration([3, 7, 12], [3, 2, 1]), 1e-15);

    [Fact]
    public void Estimate_AnyNumberOfThreads_GivesTheSame()
    {
        var options = new EstimationOptions { Replicates = 300 };
        var one = Estimator.Estimate(PublishedTables.UnitedKingdomFive, options with { Threads = 1 });
        var three = Estimator.Estimate(PublishedTables.UnitedKingdomFive, options with { Threads = 3 });

        Assert.Equal(one.Interval95, three.Interval95);
        Assert.Equal(one.Bootstrap! with { Models = [] }, three.Bootstrap! with { Models = [] });
        Assert.Equal(one.Bootstrap!.Models.Select(model => model.Share), three.Bootstrap!.Models.Select(model => model.Share));
        Assert.Equal(one.Search!.Models.Select(model => model.Total), three.Search!.Models.Select(model => model.Total));
    }

    [Fact]
    public void Estimate_OtherSeed_GivesOtherReplicates() => Assert.NotEqual(
        Estimator.Estimate(PublishedTables.Korea, new() { Seed = 1, Sensitivity = false }).Interval95,
        Estimator.Estimate(PublishedTables.Korea, new() { Seed = 2, Sensitivity = false }).Interval95);

    [Fact]
    public void Estimate_Cancelled_Throws() => Assert.ThrowsAny<OperationCanceledException>(() =>
        Estimator.Estimate(PublishedTables.UnitedKingdom, new(), null, new CancellationToken(canceled: true)));

    [Fact]
    public void Estimate_OutOfTime_SaysThatItIsPartial()
    {
        var result = Estimator.Estimate(PublishedTables.UnitedKingdom, new() { OutOfTime = new CancellationToken(canceled: true) });

        Assert.True(result.Partial);
        Assert.Equal("log-normal", result.IntervalKind);
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == ReasonCode.Incomplete);
        Assert.DoesNotContain(result.Verdict.Reasons, reason => reason.Code == ReasonCode.ListDominates);
        Assert.Equal(11417.991092, result.Estimate!.Value, 0.02);
    }

    [Fact]
    public void Estimate_OutOfTimeAmongResamples_GivesThePercentileInterval()
    {
        using var outOfTime = new CancellationTokenSource();
        var result = Estimator.Estimate(
            PublishedTables.UnitedKingdom,
            new() { Threads = 1, OutOfTime = outOfTime.Token },
            new Stop(outOfTime, after: 0.3));

        Assert.True(result.Partial);
        Assert.InRange(result.Bootstrap!.Done, 300, 700);
        Assert.Null(result.Bootstrap.Acceleration);
        Assert.Equal("percentile", result.IntervalKind);
        Assert.Equal(result.Bootstrap.Percentile95, result.Interval95);
    }

    [Fact]
    public void Estimate_Progress_EndsAtOne()
    {
        var reports = new List<double>();
        Estimator.Estimate(PublishedTables.UnitedKingdomFive, new() { Threads = 1 }, new Recorder(reports));

        Assert.True(reports.Count > 20);
        Assert.Equal(reports.Order(), reports);
        Assert.Equal(1, reports[^1]);
    }

    private sealed class Stop(CancellationTokenSource source, double after) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= after)
            {
                source.Cancel();
            }
        }
    }

    private sealed class Recorder(List<double> reports) : IProgress<double>
    {
        public void Report(double value) => reports.Add(value);
    }
}
