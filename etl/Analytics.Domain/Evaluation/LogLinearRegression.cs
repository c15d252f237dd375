using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Domain.Evaluation;

/// <summary>
/// Log-linear regression of counts by iteratively reweighted least squares (McCullagh and Nelder 1989): Poisson, or negative
/// binomial with θ given.
/// </summary>
internal static class LogLinearRegression
{
    private const int MostSteps = 100;
    private const double Settled = 1e-12;

    /// <summary>A fitted mean below this share of the average count: some coefficient is on its way to minus infinity.</summary>
    private const double Vanished = 1e-7;

    /// <param name="design">n × k.</param>
    /// <param name="counts">n counts, zero or more.</param>
    /// <param name="offset">n logarithms of exposure.</param>
    /// <param name="theta">Of the negative binomial; null for Poisson.</param>
    /// <returns>Null where there is no estimate: dependent columns, no degree of freedom, or a mean that runs to zero.</returns>
    public static RegressionFit? Fit(Matrix<double> design, double[] counts, double[] offset, double? theta = null)
    {
        var average = counts.Average();
        if (average <= 0 || design.RowCount <= design.ColumnCount)
        {
            return null;
        }

        // The usual start: every mean near its own count, which needs no coefficients.
        double[]? coefficients = null;
        var means = counts.Select(count => (count + average) / 2).ToArray();
        var deviance = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            if (Step(design, counts, offset, means, theta) is not { } next)
            {
                return null;
            }

            var (trial, trialMeans, trialDeviance) = Damp(design, counts, offset, theta, coefficients, next, deviance);
            var change = Math.Abs(deviance - trialDeviance);
            (coefficients, means, deviance) = (trial, trialMeans, trialDeviance);
            if (!double.IsFinite(deviance) || means.Any(mean => mean < Vanished * average))
            {
                return null;
            }

            if (change <= Settled * (Math.Abs(deviance) + 0.1))
            {
                return Describe(design, counts, coefficients, means, deviance, theta);
            }
        }

        return null;
    }

    private static double Weight(double mean, double? theta) => theta is { } shape ? mean / (1 + (mean / shape)) : mean;

    private static double[]? Step(Matrix<double> design, double[] counts, double[] offset, double[] means, double? theta)
    {
        var roots = means.Select(mean => Math.Sqrt(Weight(mean, theta))).ToArray();
        var working = means.Select((mean, row) => roots[row] * (Math.Log(mean) - offset[row] + ((counts[row] - mean) / mean))).ToArray();
        var weighted = design.MapIndexed((row, _, value) => value * roots[row]);
        return LeastSquares.Solve(weighted, working)?.Coefficients;
    }

    /// <summary>Halves a step until it no longer raises the deviance.</summary>
    private static (double[] Coefficients, double[] Means, double Deviance) Damp(
        Matrix<double> design, double[] counts, double[] offset, double? theta, double[]? from, double[] to, double before)
    {
        for (var halvings = 0; ; halvings++)
        {
            var share = Math.Pow(0.5, halvings);
            var trial = from is null ? to : [.. from.Zip(to, (start, end) => start + (share * (end - start)))];
            var means = Means(design, trial, offset);
            var deviance = Deviance(counts, means, theta);
            if (from is null || deviance <= before * (1 + Settled) || halvings == 30)
            {
                return (trial, means, deviance);
            }
        }
    }

    private static double[] Means(Matrix<double> design, double[] coefficients, double[] offset) =>
        [.. (design * Vector<double>.Build.Dense(coefficients)).Select((value, row) => Math.Exp(value + offset[row]))];

    private static double Deviance(double[] counts, double[] means, double? theta) => 2 * counts.Zip(means, (count, mean) =>
        (count > 0 ? count * Math.Log(count / mean) : 0)
        - (theta is { } shape ? (count + shape) * Math.Log((count + shape) / (mean + shape)) : count - mean)).Sum();

    private static RegressionFit? Describe(
        Matrix<double> design, double[] counts, double[] coefficients, double[] means, double deviance, double? theta)
    {
        var weighted = design.MapIndexed((row, _, value) => value * Math.Sqrt(Weight(means[row], theta)));
        if (LeastSquares.Solve(weighted, counts) is not var (_, bread))
        {
            return null;
        }

        // Weight ÷ mean is 1 for Poisson and 1 ÷ (1 + mean ÷ θ) for the negative binomial.
        var residuals = counts.Select((count, row) => (count - means[row]) * Math.Sqrt(Weight(means[row], theta)) / means[row]).ToArray();
        return new()
        {
            Form = theta is null ? ModelForm.Poisson : ModelForm.NegativeBinomial,
            Design = design,
            Coefficients = coefficients,
            Means = means,
            ScoreWeights = [.. counts.Select((count, row) => (count - means[row]) * Weight(means[row], theta) / means[row])],
            Residuals = residuals,
            Bread = bread,
            Scale = 1,
            Dispersion = residuals.Sum(residual => residual * residual) / (design.RowCount - design.ColumnCount),
            Deviance = deviance,
            LogLikelihood = theta is { } shape ? NegativeBinomial.LogLikelihood(counts, means, shape) : PoissonLogLikelihood(counts, means),
            Theta = theta,
        };
    }

    private static double PoissonLogLikelihood(double[] counts, double[] means) =>
        counts.Zip(means, (count, mean) => (count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1)).Sum();
}
