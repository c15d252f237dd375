using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Evaluation;

/// <summary>Fits the form asked for, or finds the one that the counts call for.</summary>
internal static class ModelChoice
{
    /// <summary>Counts scatter more than Poisson allows where χ² of the Pearson residuals is this improbable.</summary>
    private const double Overdispersed = 0.05;

    /// <param name="window">The periods.</param>
    /// <param name="terms">The columns.</param>
    /// <param name="options">Which form.</param>
    /// <param name="averageExposure">Of the fitted periods; the linear form measures counts at it.</param>
    /// <returns>Null where there is no estimate.</returns>
    public static RegressionFit? Fit(Window window, Terms terms, EvaluationOptions options, double averageExposure)
    {
        var design = window.Design(terms);
        double[] counts = [.. window.Fitted.Select(row => (double)row.Point.Count!.Value)];
        double[] offset = [.. window.Fitted.Select(row => Math.Log(row.Point.Exposure))];
        return options.Form switch
        {
            ModelForm.Linear => LeastSquares.Fit(design, [.. window.Fitted.Select(row => row.Point.Count!.Value * averageExposure / row.Point.Exposure)]),
            ModelForm.Poisson => LogLinearRegression.Fit(design, counts, offset),
            ModelForm.QuasiPoisson => Quasi(LogLinearRegression.Fit(design, counts, offset)),
            ModelForm.NegativeBinomial => NegativeBinomial.Fit(design, counts, offset),
            _ => Automatic(LogLinearRegression.Fit(design, counts, offset), () => NegativeBinomial.Fit(design, counts, offset)),
        };
    }

    private static RegressionFit? Automatic(RegressionFit? poisson, Func<RegressionFit?> negativeBinomial)
    {
        if (poisson is null || 1 - ChiSquared.CDF(poisson.DegreesOfFreedom, poisson.Dispersion * poisson.DegreesOfFreedom) >= Overdispersed)
        {
            return poisson;
        }

        return negativeBinomial() is { Form: ModelForm.NegativeBinomial } fit ? fit : Quasi(poisson);
    }

    private static RegressionFit? Quasi(RegressionFit? poisson) => poisson is null
        ? null
        : poisson with { Form = ModelForm.QuasiPoisson, Scale = poisson.Dispersion, LogLikelihood = null };
}
