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
    /// <summary>Terms with a finite effect: 0 for the intercept, then masks of lists.</summary>
    public ImmutableArray<int> Terms { get; private init; } = [];

    /// <summary>Lists inside others whose interaction is in the model.</summary>
    public ImmutableArray<Inclusion> Inside { get; private init; } = [];

    /// <summary>Whether a history takes part in the fit.</summary>
    public bool Uses(int cell) => TakesPart(cell, MinusInfinity, Inside);

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
        var scorer = new ModelScorer(table.Lists.Length, ListRelations.Inside(table));
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
            cells += TakesPart(cell, fitter.MinusInfinity, fitter.Inside) ? 1 : 0;
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
            cells)
        {
            Terms = [.. fitter.Terms],
            Inside = [.. fitter.Inside],
        };
    }

    private static bool TakesPart(int cell, IReadOnlyList<int> minusInfinity, IReadOnlyList<Inclusion> inside) =>
        !minusInfinity.Any(term => (cell & term) == term) && !inside.Any(inclusion => inclusion.RulesOut(cell));
}
