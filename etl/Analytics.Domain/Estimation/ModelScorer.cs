using System.Collections.Immutable;
using MathNet.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Fits given models to one table and gives their information criteria. Effects of minus infinity count as parameters.
/// A workspace: one per thread.
/// </summary>
internal sealed class ModelScorer(int lists, ImmutableArray<Inclusion> inclusions = default)
{
    private readonly LogLinearFitter fitter = new(lists, inclusions);
    private readonly SupportRank rank = new();
    private double[] counts = [];
    private double logFactorials;
    private bool loaded;

    /// <summary>With the last model scored.</summary>
    public LogLinearFitter Fitter => fitter;

    public void Load(ReadOnlySpan<double> table)
    {
        counts = table.ToArray();
        fitter.Load(table);
        rank.Load(table);
        logFactorials = 0;
        foreach (var count in table)
        {
            logFactorials += count > 1 || count != Math.Floor(count) ? SpecialFunctions.GammaLn(count + 1) : 0;
        }

        loaded = fitter.FitMainEffects() == FitOutcome.Finite;
        if (loaded)
        {
            fitter.Remember();
            foreach (var term in fitter.Terms)
            {
                rank.Add(term);
            }

            rank.Remember();
        }
    }

    /// <returns>Null where the model has no estimate, more than one, or its fit did not converge.</returns>
    public ScoredModel? Score(LogLinearModel model)
    {
        if (!loaded)
        {
            return null;
        }

        rank.Recall();
        fitter.Recall();
        foreach (var term in InclusionsFirst(model.Interactions))
        {
            if (fitter.Include(term))
            {
                rank.Add(term);
            }
        }

        if (!rank.Full
            && Identifiability.Check(counts, rank.Cells, [.. fitter.Terms], [.. fitter.MinusInfinity], fitter.Inside) != CheckCode.Fine)
        {
            return null;
        }

        if (!fitter.Fit())
        {
            return null;
        }

        var parameters = 1 + lists + model.Interactions.Length;
        var deviance = -2 * (fitter.LogLikelihoodKernel - logFactorials);
        return new(model, fitter.Observed + fitter.Hidden, deviance + Math.Log(fitter.Observed) * parameters, deviance + 2 * parameters);
    }

    private ImmutableArray<int> InclusionsFirst(ImmutableArray<int> interactions) => inclusions.IsDefaultOrEmpty ? interactions
        : [.. interactions.OrderBy(term => inclusions.Any(inclusion => inclusion.Pair == term) ? 0 : 1)];
}
