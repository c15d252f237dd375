using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.RootFinding;

namespace Analytics.Domain.Evaluation;

/// <summary>
/// Negative binomial regression, variance mean + mean² ÷ θ: coefficients for given θ and θ for given means in turn, both by
/// maximum likelihood, until neither moves (Venables and Ripley 2002, 7.4). Counts are whole, so differences of digamma
/// functions are finite sums.
/// </summary>
internal static class NegativeBinomial
{
    private const int MostTurns = 200;
    private const double Settled = 1e-9;

    /// <summary>θ is sought between these multiples of the average count; beyond the upper one it is Poisson.</summary>
    private const double LowestTheta = 1e-6;
    private const double HighestTheta = 1e6;

    /// <returns>The Poisson fit where the counts scatter no more than Poisson allows; null where there is no estimate.</returns>
    public static RegressionFit? Fit(Matrix<double> design, double[] counts, double[] offset)
    {
        var fit = LogLinearRegression.Fit(design, counts, offset);
        double? before = null;
        for (var turn = 0; turn < MostTurns && fit is not null; turn++)
        {
            if (Theta(counts, fit.Means) is not { } theta)
            {
                return LogLinearRegression.Fit(design, counts, offset);
            }

            fit = LogLinearRegression.Fit(design, counts, offset, theta);
            if (before is { } last && Math.Abs(Math.Log(theta / last)) < Settled)
            {
                return fit is null ? null : fit with { ThetaStandardError = 1 / Math.Sqrt(Information(counts, fit.Means, theta)) };
            }

            before = theta;
        }

        return null;
    }

    /// <summary>Constants included.</summary>
    public static double LogLikelihood(double[] counts, double[] means, double theta) => counts.Zip(means, (count, mean) =>
        Sum(count, step => Math.Log(theta + step)) - SpecialFunctions.GammaLn(count + 1)
        + (count * Math.Log(mean / (theta + mean))) - (theta * SpecialFunctions.Log1p(mean / theta))).Sum();

    /// <summary>The θ of highest likelihood for given means; null where it is infinite.</summary>
    private static double? Theta(double[] counts, double[] means)
    {
        var average = counts.Average();
        var (low, high) = (Math.Log(LowestTheta * average), Math.Log(HighestTheta * average));

        // In ln θ, and times θ, the score is of the same size at both ends.
        double Slope(double logTheta) => Math.Exp(logTheta) * Score(counts, means, Math.Exp(logTheta));
        return counts.Zip(means, (count, mean) => ((count - mean) * (count - mean)) - count).Sum() > 0
            && Slope(low) > 0 && Slope(high) < 0
            && Brent.TryFindRoot(Slope, low, high, 1e-12, 500, out var root)
            ? Math.Exp(root)
            : null;
    }

    private static double Score(double[] counts, double[] means, double theta) => counts.Zip(means, (count, mean) =>
        Sum(count, step => 1 / (theta + step)) - SpecialFunctions.Log1p(mean / theta) + ((mean - count) / (theta + mean))).Sum();

    private static double Information(double[] counts, double[] means, double theta) => counts.Zip(means, (count, mean) =>
        Sum(count, step => 1 / ((theta + step) * (theta + step))) - (1 / theta) + (2 / (theta + mean))
        - ((count + theta) / ((theta + mean) * (theta + mean)))).Sum();

    private static double Sum(double count, Func<int, double> term)
    {
        var sum = 0.0;
        for (var step = 0; step < count; step++)
        {
            sum += term(step);
        }

        return sum;
    }
}
