using Analytics.Domain.SyntheticRelease;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Tests.SyntheticRelease;

public sealed class PrivacyLossTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void EpsilonAt_AnyLoss_LiesBetweenTheGaussianTruthAndTheClassicalBound(double rho)
    {
        const double Delta = 1e-6;
        var epsilon = new PrivacyLoss(rho).EpsilonAt(Delta);
        // Bun and Steinke (2016), Proposition 3: ρ + 2√(ρ ln 1/δ).
        Assert.InRange(epsilon, 0, rho + (2 * Math.Sqrt(rho * Math.Log(1 / Delta))));
        // A Gaussian mechanism with this ρ has exactly δ(ε) of Balle and Wang (2018), Theorem 8; no honest ε may be below it.
        Assert.True(GaussianDelta(Math.Sqrt(2 * rho), epsilon) <= Delta);
    }

    [Fact]
    public void EpsilonAt_KnownCase_EqualsAFineGridSearch()
    {
        const double Rho = 0.1, Delta = 1e-5;
        var grid = Enumerable.Range(1, 2_000_000).Min(i =>
        {
            var less = i / 10_000.0;
            return ((1 + less) * Rho) + (Math.Log(1 / ((1 + less) * Delta)) / less) + Math.Log(less / (1 + less));
        });
        Assert.Equal(grid, new PrivacyLoss(Rho).EpsilonAt(Delta), 6);
    }

    [Theory]
    [InlineData(0.1, 1e-6)]
    [InlineData(1, 1e-5)]
    [InlineData(12, 1e-9)]
    public void Within_AnyBudget_IsSpentToTheLastBit(double epsilon, double delta) =>
        Assert.Equal(epsilon, PrivacyLoss.Within(epsilon, delta).EpsilonAt(delta), 6);

    [Fact]
    public void Add_TwoReleases_GiveLessAwayThanTheirEpsilonsTogether()
    {
        var one = PrivacyLoss.Within(1, 1e-6);
        Assert.InRange((one + one).EpsilonAt(1e-6), 1.0, 2.0);
    }

    private static double GaussianDelta(double mu, double epsilon) =>
        Normal.CDF(0, 1, (mu / 2) - (epsilon / mu)) - (Math.Exp(epsilon) * Normal.CDF(0, 1, (-mu / 2) - (epsilon / mu)));
}
