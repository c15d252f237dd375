using Analytics.Domain.SyntheticRelease;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Tests.SyntheticRelease;

public sealed class DiscreteGaussianTests
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(1)]
    [InlineData(7.3)]
    [InlineData(150)]
    public void Next_ManySamples_FollowTheExactProbabilities(double variance)
    {
        const int Samples = 40_000;
        var noise = new DiscreteGaussian(variance, UniformIntegers.Seeded(20261121));
        var reach = (int)Math.Ceiling(3 * Math.Sqrt(variance));
        var seen = new int[(2 * reach) + 1];
        for (var i = 0; i < Samples; i++)
        {
            seen[Math.Clamp(noise.Next(), -reach, reach) + reach]++;
        }

        var weights = Enumerable.Range(-20 * reach, (40 * reach) + 1).ToDictionary(y => y, y => Math.Exp(-(double)y * y / (2 * noise.Variance)));
        var all = weights.Values.Sum();
        var chiSquare = 0.0;
        for (var y = -reach; y <= reach; y++)
        {
            var expected = Samples / all * weights.Where(pair => Math.Clamp(pair.Key, -reach, reach) == y).Sum(pair => pair.Value);
            chiSquare += Math.Pow(seen[y + reach] - expected, 2) / expected;
        }

        // One seed, one answer: a wrong sampler is far beyond the last ten-thousandth.
        Assert.InRange(chiSquare, 0, ChiSquared.InvCDF(2 * reach, 0.9999));
    }

    [Fact]
    public void Variance_GivenWithAFraction_IsNeverSmallerThanAskedFor() =>
        Assert.InRange(new DiscreteGaussian(1.00049, UniformIntegers.Secure).Variance, 1.00049, 1.0015);

    [Fact]
    public void Below_BeyondTheRangeOfLong_StaysBelowAndReachesHigh()
    {
        var bound = System.Numerics.BigInteger.Pow(10, 30);
        var drawn = Enumerable.Range(0, 1000).Select(_ => UniformIntegers.Secure.Below(bound)).ToList();
        Assert.All(drawn, number => Assert.True(number >= 0 && number < bound));
        Assert.Contains(drawn, number => number > bound / 2);
    }
}
