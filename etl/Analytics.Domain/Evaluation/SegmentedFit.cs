using Analytics.Domain.Estimation;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Evaluation;

/// <summary>A segmented regression of one window, and inference about anything computed from it.</summary>
internal sealed class SegmentedFit
{
    private readonly EvaluationOptions options;
    private readonly double averageExposure;

    private SegmentedFit(Window window, Terms terms, EvaluationOptions options, RegressionFit fit, double averageExposure)
    {
        (Window, Terms, this.options, Fit, this.averageExposure) = (window, terms, options, fit, averageExposure);
        Lags = options.Lags ?? NeweyWest.Lags(window.Fitted.Count);
    }

    public Window Window { get; }

    public Terms Terms { get; }

    public RegressionFit Fit { get; }

    public int Lags { get; }

    /// <returns>Null where the model has no estimate.</returns>
    public static SegmentedFit? Of(Window window, Terms terms, EvaluationOptions options)
    {
        var average = window.Fitted.Average(row => row.Point.Exposure);
        return ModelChoice.Fit(window, terms, options, average) is { } fit ? new(window, terms, options, fit, average) : null;
    }

    /// <summary>Modelled events of a period, and their gradient in the coefficients.</summary>
    public (double Mean, double[] Gradient) Mean(WindowRow row, bool intervened)
    {
        var design = Window.Row(row, Terms, intervened);
        var line = design.Zip(Fit.Coefficients, (x, coefficient) => x * coefficient).Sum();
        var mean = Fit.LogLinear ? Math.Exp(line) * row.Point.Exposure : line * row.Point.Exposure / averageExposure;
        var slope = Fit.LogLinear ? mean : row.Point.Exposure / averageExposure;
        return (mean, [.. design.Select(x => x * slope)]);
    }

    public Estimated Estimate(double value, double[] gradient) =>
        Infer.Estimate(value, options, Fit.DegreesOfFreedom, Fit.ModelVariance(gradient), RobustVariance(gradient));

    /// <param name="logarithm">Natural logarithm of a ratio, and its gradient.</param>
    /// <param name="gradient">Of the logarithm.</param>
    public Estimated Ratio(double logarithm, double[] gradient) => Infer.Exponential(Estimate(logarithm, gradient));

    /// <summary>A quantity computed from two independent fits, whose periods may yet share shocks.</summary>
    public static Estimated Across(double value, (SegmentedFit Fit, double[] Gradient) one, (SegmentedFit Fit, double[] Gradient) other) =>
        Infer.Estimate(
            value,
            one.Fit.options,
            Math.Min(one.Fit.Fit.DegreesOfFreedom, other.Fit.Fit.DegreesOfFreedom),
            one.Fit.Fit.ModelVariance(one.Gradient) + other.Fit.Fit.ModelVariance(other.Gradient),
            NeweyWest.Variance(one.Fit.Influence(one.Gradient).Concat(other.Fit.Influence(other.Gradient)), Math.Max(one.Fit.Lags, other.Fit.Lags)));

    public IReadOnlyList<(int Period, double Value)> Residuals() =>
        [.. Window.Fitted.Zip(Fit.Residuals, (row, residual) => (row.Index, residual))];

    private double RobustVariance(double[] gradient) => NeweyWest.Variance(Influence(gradient), Lags);

    /// <summary>Small-sample factor included.</summary>
    private IEnumerable<(int Period, double Value)> Influence(double[] gradient)
    {
        var factor = options.SmallSample ? Math.Sqrt(Fit.SmallSampleFactor) : 1;
        return Window.Fitted.Zip(Fit.Influence(gradient), (row, value) => (row.Index, factor * value));
    }
}

/// <summary>From a variance to an interval and a test.</summary>
internal static class Infer
{
    public static Estimated Estimate(double value, EvaluationOptions options, int degreesOfFreedom, double modelVariance, double robustVariance)
    {
        var variance = options.Errors switch
        {
            ErrorSource.Model => modelVariance,
            ErrorSource.NeweyWest => robustVariance,
            _ => Math.Max(modelVariance, robustVariance),
        };
        var error = Math.Sqrt(variance);
        var student = options.Reference == ReferenceDistribution.StudentT;
        var tail = (1 + options.Coverage) / 2;
        var reach = error * (student ? StudentT.InvCDF(0, 1, degreesOfFreedom, tail) : Normal.InvCDF(0, 1, tail));
        var statistic = Statistic(value, error);
        var probability = student ? StudentT.CDF(0, 1, degreesOfFreedom, -statistic) : Normal.CDF(0, 1, -statistic);
        return new(value, error, Interval.Of(value - reach, value + reach), Math.Clamp(2 * probability, 0, 1));
    }

    /// <summary>|value| ÷ error, kept finite where the fit is perfect.</summary>
    public static double Statistic(double value, double error) =>
        value == 0 ? 0 : Math.Min(Math.Abs(value) / Math.Max(error, double.Epsilon), 1e6);

    public static Estimated Exponential(Estimated logarithm) => logarithm with
    {
        Value = Math.Exp(logarithm.Value),
        Interval = Interval.Of(Math.Exp(logarithm.Interval.Lower ?? double.NaN), Math.Exp(logarithm.Interval.Upper ?? double.NaN)),
    };
}
