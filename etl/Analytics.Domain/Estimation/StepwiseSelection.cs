using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Forward selection of two-list interactions by the p-value of their total overlap (Chan, Silverman and Vincent 2021,
/// section 3.2). From main effects, the pair whose overlap is least likely under the present fit is added, while its
/// one-sided Poisson p-value is below the threshold; a pair is passed over where adding it would leave no estimate or
/// more than one. Ties go to the first pair. The interaction of a list and one that holds it is in the model from the start.
/// A workspace, one per thread.
/// </summary>
internal sealed class StepwiseSelection(int lists, ImmutableArray<Inclusion> inclusions = default)
{
    /// <summary>Above any p-value and threshold.</summary>
    private const double Barred = 2;

    private readonly int[] pairs = [.. LogLinearModel.Pairs(lists)];
    private readonly double[] pValues = new double[lists * (lists - 1) / 2];
    private readonly bool[] isBound = new bool[lists * (lists - 1) / 2];
    private readonly SupportRank rank = new();
    private readonly List<int> chosen = [];

    public LogLinearFitter Fitter { get; } = new(lists, inclusions);

    /// <summary>Interactions in the order chosen.</summary>
    public IReadOnlyList<int> Chosen => chosen;

    /// <summary>The estimated total: infinite, or equal to the observed, where there is no estimate.</summary>
    public double Total { get; private set; }

    /// <returns>Whether there is an estimate; without one of the main-effects model nothing is selected.</returns>
    public FitOutcome Run(ReadOnlySpan<double> counts, double threshold)
    {
        chosen.Clear();
        Fitter.Load(counts);
        var start = Fitter.FitMainEffects();
        if (start != FitOutcome.Finite)
        {
            Total = start == FitOutcome.NothingHidden ? Fitter.Observed : double.PositiveInfinity;
            return start;
        }

        rank.Load(counts);
        foreach (var term in Fitter.Terms)
        {
            rank.Add(term);
        }

        if (!inclusions.IsDefaultOrEmpty && Force(counts) is var forced && forced != FitOutcome.Finite)
        {
            Total = double.PositiveInfinity;
            return forced;
        }

        while (Next(counts, threshold) is { } pair)
        {
            chosen.Add(pair);
            if (Fitter.Include(pair))
            {
                rank.Add(pair);
            }

            if (!Fitter.Fit())
            {
                Total = double.PositiveInfinity;
                return FitOutcome.NotConverged;
            }
        }

        Total = Fitter.Observed + Fitter.Hidden;
        return FitOutcome.Finite;
    }

    /// <summary>Takes in the interactions of lists inside others. Without overlap elsewhere the hidden number is then unbounded.</summary>
    private FitOutcome Force(ReadOnlySpan<double> counts)
    {
        foreach (var inclusion in inclusions.DistinctBy(inclusion => inclusion.Pair))
        {
            chosen.Add(inclusion.Pair);
            Fitter.Include(inclusion.Pair);
        }

        if (!rank.Full && Identifiability.Check(counts, rank.Cells, [.. Fitter.Terms], [.. Fitter.MinusInfinity], Fitter.Inside) != CheckCode.Fine)
        {
            return FitOutcome.Unbounded;
        }

        return Fitter.Fit() ? FitOutcome.Finite : FitOutcome.NotConverged;
    }

    private int? Next(ReadOnlySpan<double> counts, double threshold)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            isBound[i] = !chosen.Contains(pairs[i]);
            pValues[i] = isBound[i] ? PoissonTail.Bound(Fitter.Count(pairs[i]), Fitter.Expected(pairs[i])) : Barred;
        }

        while (FirstOfLeast(threshold) is var best && pValues[best] < threshold)
        {
            if (Check(counts, pairs[best]) == CheckCode.Fine)
            {
                return pairs[best];
            }

            pValues[best] = Barred;
        }

        return null;
    }

    /// <summary>The first pair of the least p-value; of bounds only those are made exact that could be it.</summary>
    private int FirstOfLeast(double threshold)
    {
        while (true)
        {
            // Equal but for rounding is a tie.
            var least = pValues.Min() * (1 + 1e-9);
            var best = Array.FindIndex(pValues, p => p <= least);
            var bound = best;
            while (bound < pairs.Length && !(isBound[bound] && pValues[bound] <= least))
            {
                bound++;
            }

            if (bound == pairs.Length || least >= threshold * (1 + 1e-9))
            {
                return best;
            }

            pValues[bound] = PoissonTail.Smaller(Fitter.Count(pairs[bound]), Fitter.Expected(pairs[bound]));
            isBound[bound] = false;
        }
    }

    private CheckCode Check(ReadOnlySpan<double> counts, int pair)
    {
        var empty = Fitter.Count(pair) <= 0;
        if (rank.Full && (empty || !Fitter.HasOwnEffect(pair) || rank.WouldStayFull(pair)))
        {
            return CheckCode.Fine;
        }

        List<int> dropped = [.. Fitter.MinusInfinity];
        List<int> terms = [.. Fitter.Terms];
        if (empty)
        {
            dropped.Add(pair);
        }
        else if (Fitter.HasOwnEffect(pair))
        {
            terms.Add(pair);
        }

        return Identifiability.Check(counts, rank.Cells, terms, dropped, Fitter.Inside);
    }
}
