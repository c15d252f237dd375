using Analytics.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Domain.Tests.Evaluation;

/// <summary>The parts against their definitions, computed the slow way.</summary>
public sealed class OracleTests
{
    [Theory]
    [InlineData(20, 2)]
    [InlineData(59, 3)]
    [InlineData(100, 4)]
    [InlineData(3, 1)]
    public void Lags_Points_FollowTheRule(int points, int lags) => Assert.Equal(lags, NeweyWest.Lags(points));

    [Fact]
    public void Variance_AnyTerms_IsTheWeightedDoubleSum()
    {
        var drawn =
            from values in Gen.Choose(-50, 50).ListOf(12)
            from reported in Gen.Elements(true, false).ListOf(12)
            from lags in Gen.Choose(0, 6)
            select (values, reported, lags);
        Prop.ForAll(drawn.ToArbitrary(), one =>
        {
            var terms = one.values.Select((value, period) => (period, (double)value)).Where(term => one.reported[term.period]).ToArray();
            var slow = terms.Sum(term => terms.Sum(other =>
                Math.Max(1 - (Math.Abs(term.period - other.period) / (one.lags + 1.0)), 0) * term.Item2 * other.Item2));
            return Math.Abs(slow - NeweyWest.Variance(terms, one.lags)) < 1e-6;
        }).Check(Estimation.Properties.Usual);
    }

    [Fact]
    public void Partial_FirstOrderDecay_StopsAfterTheFirstLag() =>
        Assert.All(
            Autocorrelation.Partial([0.6, 0.36, 0.216, 0.1296]).Zip([0.6, 0.0, 0.0, 0.0]),
            pair => Assert.Equal(pair.Second, pair.First, 1e-12));

    [Fact]
    public void Of_AlternatingResiduals_GivesTheKnownStatistics()
    {
        var residuals = Enumerable.Range(0, 20).Select(period => (period, period % 2 == 0 ? 1.0 : -1)).ToArray();
        var found = Autocorrelation.Of(residuals, 4);

        Assert.Equal(4 * 19 / 20.0, found.DurbinWatson!.Value, 1e-12);
        Assert.Equal([-0.95, 0.9, -0.85, 0.8], found.Acf.Select(value => Math.Round(value, 12)));
        var q = 20 * 22 * ((0.95 * 0.95 / 19) + (0.9 * 0.9 / 18) + (0.85 * 0.85 / 17) + (0.8 * 0.8 / 16));
        Assert.Equal(q, found.LjungBox!.Value, 1e-9);
        Assert.True(found.PValue < 1e-6);
    }

    [Fact]
    public void Of_NothingLeftOver_HasNoStatistic()
    {
        var found = Autocorrelation.Of([(0, 0.0), (1, 0.0), (2, 0.0)], 12);

        Assert.Null(found.DurbinWatson);
        Assert.Null(found.PValue);
    }

    [Fact]
    public void Fit_OneMean_IsTheAverage()
    {
        double[] counts = [3, 8, 1, 12, 6];
        var ones = Matrix<double>.Build.Dense(5, 1, 1);
        var poisson = LogLinearRegression.Fit(ones, counts, new double[5])!;
        var negative = NegativeBinomial.Fit(ones, counts, new double[5])!;

        Assert.Equal(Math.Log(6), poisson.Coefficients[0], 1e-10);
        Assert.Equal(1 / 30.0, poisson.ModelVariance([1]), 1e-10);
        Assert.Equal(Math.Log(6), negative.Coefficients[0], 1e-10);

        // No other θ is more likely.
        var best = NegativeBinomial.LogLikelihood(counts, negative.Means, negative.Theta!.Value);
        Assert.All([0.5, 0.9, 0.99, 1.01, 1.1, 2], factor =>
            Assert.True(NegativeBinomial.LogLikelihood(counts, negative.Means, factor * negative.Theta.Value) < best));
    }

    [Fact]
    public void Fit_LessScatterThanPoisson_IsPoisson() =>
        Assert.Equal(ModelForm.Poisson, NegativeBinomial.Fit(Matrix<double>.Build.Dense(4, 1, 1), [10, 11, 10, 9], new double[4])!.Form);

    [Fact]
    public void Fit_ColumnsThatCannotBeToldApart_HasNoEstimate()
    {
        var twice = Matrix<double>.Build.Dense(6, 2, 1);

        Assert.Null(LeastSquares.Fit(twice, [1, 2, 3, 4, 5, 6]));
        Assert.Null(LogLinearRegression.Fit(twice, [1, 2, 3, 4, 5, 6], new double[6]));
    }

    [Fact]
    public void Fit_GroupWithoutEvents_HasNoEstimate()
    {
        var design = Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, 8).Select(row => new[] { 1.0, row < 4 ? 0 : 1 }));

        Assert.Null(LogLinearRegression.Fit(design, [5, 3, 4, 6, 0, 0, 0, 0], new double[8]));
    }
}
