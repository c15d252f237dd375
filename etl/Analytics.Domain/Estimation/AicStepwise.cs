using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Estimation;

/// <summary>
/// The choice of model of Silverman (2014), Modern Slavery: an application of multiple systems estimation: from main effects, the pair
/// that lowers Akaike's criterion most is added while its effect differs significantly from zero (Wald's test). A pair that shares nobody
/// is never a candidate: its effect is infinite and so is its error. Kept to reproduce that paper's figures;
/// <see cref="StepwiseSelection"/> is what the product uses.
/// </summary>
public static class AicStepwise
{
    /// <param name="threshold">Greatest p-value of a pair that is added.</param>
    /// <returns>Interactions in the order chosen; null where the main-effects model has no estimate.</returns>
    public static LogLinearModel? Choose(CaptureHistories table, double threshold)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (FittedModel.Fit(table, LogLinearModel.MainEffects) is not { } present)
        {
            return null;
        }

        while (true)
        {
            var best = LogLinearModel.Pairs(table.Lists.Length).Except(present.Model.Interactions)
                .Select(pair => FittedModel.Fit(table, new([.. present.Model.Interactions, pair])))
                .OfType<FittedModel>()
                .Where(fit => fit.Terms.Contains(fit.Model.Interactions[^1]))
                .MinBy(fit => fit.Aic);
            if (best is null || best.Aic >= present.Aic || PValue(table, best) >= threshold)
            {
                return present.Model;
            }

            present = best;
        }
    }

    /// <summary>Two-sided, of the interaction added last.</summary>
    private static double PValue(CaptureHistories table, FittedModel fit)
    {
        var added = fit.Model.Interactions[^1];
        int[] cells = [.. Enumerable.Range(1, table.Counts.Length - 1).Where(fit.Uses)];
        int[] terms = [added, .. fit.Terms.Remove(added)];
        var regression = PoissonRegression.Fit(
            [.. cells.Select(cell => terms.Select(term => (cell & term) == term ? 1.0 : 0.0).ToArray())],
            [.. cells.Select(cell => table.Counts[cell])],
            [0, fit.Intercept, .. Enumerable.Repeat(-2.0, terms.Length - 2)]);
        return 2 * (1 - Normal.CDF(0, 1, Math.Abs(regression.Coefficients[0]) / Math.Sqrt(regression.FirstVariance)));
    }
}
