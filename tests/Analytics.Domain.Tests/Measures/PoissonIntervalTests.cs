using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Measures;

public class PoissonIntervalTests
{
    /// <summary>Limits as tabulated for the exact (Garwood) 95 % interval, to the digits printed.</summary>
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(5, 1.623, 11.668)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(50, 37.111, 65.919)]
    [InlineData(100, 81.364, 121.627)]
    public void Exact_KnownCounts_GivesTabulatedLimits(int count, double lower, double upper)
    {
        var (low, high) = PoissonInterval.Exact(count);
        Assert.Equal(lower, low, 0.001);
        Assert.Equal(upper, high, 0.001);
    }

    [Fact]
    public void Exact_NegativeCount_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => PoissonInterval.Exact(-1));
}
