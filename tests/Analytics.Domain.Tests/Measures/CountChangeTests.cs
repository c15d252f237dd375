using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Measures;

public class CountChangeTests
{
    /// <summary>By hand: twice the sum of the first binomial coefficients of n = before + after, over 2 to the n.</summary>
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(18, 17, 1)]
    [InlineData(0, 5, 2d / 32)]
    [InlineData(6, 0, 2d / 64)]
    [InlineData(3, 11, 2d * (1 + 14 + 91 + 364) / 16384)]
    [InlineData(11, 2, 2d * (1 + 13 + 78) / 8192)]
    public void Probability_SmallCounts_IsTheSumByHand(int before, int after, double expected) =>
        Assert.Equal(expected, CountChange.Probability(before, after), 1e-12);

    /// <summary>Of large counts the square root of their sum is the standard error of their difference.</summary>
    [Fact]
    public void Probability_LargeCounts_IsCloseToTheNormalApproximation()
    {
        // z = (|10200 − 10000| − 1) ÷ √20200 = 1.4002; both tails 0.16146.
        Assert.Equal(0.16146, CountChange.Probability(10_000, 10_200), 0.0005);
    }

    [Theory]
    [InlineData(18, 17, 0, false)]
    [InlineData(3, 11, 0, false)]
    [InlineData(11, 2, 0, true)]
    [InlineData(40, 20, 0, true)]
    [InlineData(40, 20, 2, false)]
    [InlineData(20, 20, 2, false)]
    [InlineData(5, 8, 2, false)]
    public void IsBeyondChance_OfCountsAndRounding_IsDecidedForTheClosestRealCounts(int before, int after, int rounding, bool expected) =>
        Assert.Equal(expected, CountChange.IsBeyondChance(before, after, rounding));

    [Fact]
    public void Probability_NegativeCount_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => CountChange.Probability(-1, 3));
}
