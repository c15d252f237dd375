using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Estimation;

/// <summary>A model fitted to a table, with what is needed to judge it.</summary>
/// <param name="Model">Interactions in the order chosen.</param>
/// <param name="MinusInfinity">Those whose lists share nobody: their effect is minus infinity.</param>
/// <param name="Total">Observed plus hidden persons.</param>
/// <param name="Hidden">Persons on no list.</param>
/// <param name="Intercept">Natural logarithm of <paramref name="Hidden"/>.</param>
/// <param name="InterceptStandardError">From the inverse information.</param>
/// <param name="LogLikelihood">Of the Poisson model, constants included.</param>
/// <param name="Parameters">Effects of minus infinity included.</param>
/// <param name="Aic">2 × parameters − 2 log-likelihood.</param>
/// <param name="Bic">parameters × ln(observed persons) − 2 log-likelihood.</param>
/// <param name="Deviance">Twice the log-likelihood's distance from the saturated model.</param>
/// <param name="CellsUsed">Histories that take part in the fit.</param>
public sealed record FittedModel(
    LogLinearModel Model,
    ImmutableArray<int> MinusInfinity,
    double Total,
    double Hidden,
    double Intercept,
    double InterceptStandardError,
    double LogLikelihood,
    int Parameters,
    double Aic,
    double Bic,
    double Deviance,
    int CellsUsed)
{
    /// <summary>Log-normal on the hidden part: n + exp(intercept ± z·se).</summary>
    public Interval Asymptotic(double coverage)
    {
        var reach = Normal.InvCDF(0, 1, (1 + coverage) / 2) * InterceptStandardError;
        var observed = Total - Hidden;
        return Interval.Of(observed + Math.Exp(Intercept - reach), observed + Math.Exp(Intercept + reach));
    }

    /// <returns>Null where the model has no estimate or more than one.</returns>
    public static FittedModel? Fit(CaptureHistories table, LogLinearModel model)
    {
        var scorer = new ModelScorer(table.Lists.Length);
        scorer.Load(table.Counts);
        if (scorer.Score(model) is not { } score)
        {
            return null;
        }

        var fitter = scorer.Fitter;
        var parameters = 1 + table.Lists.Length + model.Interactions.Length;
        var logLikelihood = (2 * parameters - score.Aic) / 2;
        var saturated = 0.0;
        var cells = 0;
        for (var cell = 1; cell < table.Counts.Length; cell++)
        {
            var count = table.Counts[cell];
            saturated += count > 0 ? count * Math.Log(count) - count - SpecialFunctions.GammaLn(count + 1) : 0;
            cells += fitter.MinusInfinity.Any(term => (cell & term) == term) ? 0 : 1;
        }

        return new(
            model,
            [.. fitter.MinusInfinity],
            score.Total,
            fitter.Hidden,
            fitter.Intercept,
            fitter.InterceptStandardError(),
            logLikelihood,
            parameters,
            score.Aic,
            score.Bic,
            2 * (saturated - logLikelihood),
            cells);
    }
}
