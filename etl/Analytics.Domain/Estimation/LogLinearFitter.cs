using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Analytics.Domain.Estimation;

/// <summary>Whether a model has a maximum likelihood estimate, and if not, where the likelihood leads.</summary>
internal enum FitOutcome
{
    Finite,

    /// <summary>Nobody is on two lists: the likelihood rises as the hidden number grows without end.</summary>
    Unbounded,

    /// <summary>One list holds everybody: the likelihood rises as the hidden number goes to zero.</summary>
    NothingHidden,

    /// <summary>An estimate exists but was not reached.</summary>
    NotConverged,
}

/// <summary>
/// Fits Poisson log-linear models to one table of capture histories by Newton's method with step control. A workspace:
/// load a table, then fit the main effects and add interactions one by one, each fit starting from the one before.
/// Holds no locks; one per thread.
/// </summary>
/// <remarks>
/// Every term is 0/1 in every cell, so score and information need only the sums of fitted means over the cells that
/// hold a given set of lists: M(S). The score of term S is n(S) − M(S); the information of terms S and T is M(S ∪ T).
/// A term that no person supports has effect minus infinity: its cells have mean zero and leave the fit
/// (Chan, Silverman and Vincent 2021, doi:10.1080/01621459.2019.1708748).
/// </remarks>
internal sealed class LogLinearFitter(int lists, ImmutableArray<Inclusion> inclusions = default)
{
    private const int MostSteps = 100;
    private readonly double[] margins = new double[1 << lists];
    private readonly double[] sums = new double[1 << lists];
    private readonly List<int> terms = [];
    private readonly List<int> minusInfinity = [];
    private readonly List<Inclusion> inside = [];
    private double[] coefficients = new double[32];
    private double[] trial = new double[32];
    private double[] step = new double[32];
    private double[] information = new double[32 * 32];

    private (int[] Terms, int[] MinusInfinity, double[] Coefficients, double[] Sums, double Kernel) remembered = ([], [], [], [], 0);

    public int Lists => lists;

    /// <summary>Terms with a finite effect, the intercept (mask 0) first.</summary>
    public IReadOnlyList<int> Terms => terms;

    /// <summary>Terms whose effect is minus infinity.</summary>
    public IReadOnlyList<int> MinusInfinity => minusInfinity;

    /// <summary>Lists inside others whose interaction is in the model: histories of the inner list alone have left the fit.</summary>
    public IReadOnlyList<Inclusion> Inside => inside;

    /// <summary>Expected persons on no list: the exponential of the intercept.</summary>
    public double Hidden => Math.Exp(coefficients[0]);

    public double Intercept => coefficients[0];

    public double Observed => margins[0];

    /// <summary>Persons on all lists of the mask.</summary>
    public double Count(int mask) => margins[mask];

    /// <summary>Persons on all lists of the mask that the fitted model expects.</summary>
    public double Expected(int mask) => sums[mask];

    /// <summary>Sum over terms of coefficient × sufficient statistic, less the fitted total: the log-likelihood but for a constant of the data.</summary>
    public double LogLikelihoodKernel { get; private set; }

    public void Load(ReadOnlySpan<double> counts)
    {
        counts.CopyTo(margins);
        SupersetSums.Transform(margins);
    }

    /// <summary>Fits intercept and main effects. A list with nobody on it has effect minus infinity.</summary>
    public FitOutcome FitMainEffects()
    {
        terms.Clear();
        minusInfinity.Clear();
        inside.Clear();
        terms.Add(0);
        var onLists = 0.0;
        for (var list = 1; list < margins.Length; list <<= 1)
        {
            (margins[list] > 0 ? terms : minusInfinity).Add(list);
            onLists += margins[list];
            if (margins[list] >= margins[0])
            {
                return FitOutcome.NothingHidden;
            }
        }

        if (onLists <= margins[0])
        {
            return FitOutcome.Unbounded;
        }

        EnsureRoom();
        StartFromIndependence(onLists);
        return Fit() ? FitOutcome.Finite : FitOutcome.NotConverged;
    }

    /// <summary>Keeps the present fit, to be taken up again by <see cref="Recall"/>.</summary>
    public void Remember()
    {
        remembered = ([.. terms], [.. minusInfinity], coefficients[..terms.Count], (double[])sums.Clone(), LogLikelihoodKernel);
    }

    /// <summary>Returns to the fit that was remembered.</summary>
    public void Recall()
    {
        terms.Clear();
        terms.AddRange(remembered.Terms);
        minusInfinity.Clear();
        minusInfinity.AddRange(remembered.MinusInfinity);
        inside.Clear();
        remembered.Coefficients.CopyTo(coefficients, 0);
        remembered.Sums.CopyTo(sums, 0);
        LogLikelihoodKernel = remembered.Kernel;
    }

    /// <summary>Adds a term and fits again.</summary>
    /// <returns>False where Newton's method did not converge, which after the existence check is not expected.</returns>
    public bool Add(int term)
    {
        Include(term);
        return Fit();
    }

    /// <summary>Adds a term without fitting. The interaction of a list and one that holds it goes before all others.</summary>
    /// <returns>Whether the term has a finite effect of its own.</returns>
    public bool Include(int term)
    {
        if (margins[term] <= 0)
        {
            minusInfinity.Add(term);
            return false;
        }

        if (HasOwnEffect(term) is var own && !own)
        {
            inside.AddRange(inclusions.Where(inclusion => inclusion.Pair == term && !inside.Contains(inclusion)));
            return own;
        }

        terms.Add(term);
        EnsureRoom();
        coefficients[terms.Count - 1] = sums[term] > 0 ? Math.Log(margins[term] / sums[term]) : 0;
        return true;
    }

    /// <summary>False for the interaction of a list and one that holds it, and for a term that the terms of such a model stand for already.</summary>
    public bool HasOwnEffect(int term)
    {
        if (inclusions.IsDefaultOrEmpty)
        {
            return true;
        }

        if (inclusions.Any(inclusion => inclusion.Pair == term))
        {
            return false;
        }

        var closed = Inclusion.Close(term, inside);
        return !terms.Exists(other => Inclusion.Close(other, inside) == closed);
    }

    /// <summary>Fits the terms as they stand, from the present coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Fit()
    {
        var size = terms.Count;
        LogLikelihoodKernel = Evaluate(coefficients);
        for (var iteration = 0; iteration < MostSteps; iteration++)
        {
            for (var row = 0; row < size; row++)
            {
                step[row] = margins[terms[row]] - sums[terms[row]];
                for (var column = 0; column <= row; column++)
                {
                    information[row * size + column] = sums[terms[row] | terms[column]];
                }
            }

            if (!Cholesky.Factor(information, size))
            {
                return false;
            }

            // Newton's decrement, from the score before the step vector overwrites it.
            step.AsSpan(0, size).CopyTo(trial);
            Cholesky.Solve(information, size, step);
            var decrement = 0.0;
            for (var i = 0; i < size; i++)
            {
                decrement += trial[i] * step[i];
            }

            var whole = Advance(size, out var advanced);
            if (!advanced)
            {
                // No ascent along a Newton direction: the fit is as good as the arithmetic allows, or the table is degenerate.
                return decrement < 1e-8;
            }

            // Near the maximum Newton's method squares the distance at each whole step.
            if (decrement < 1e-13 || (whole && decrement < 1e-9))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Standard error of the intercept, from the inverse information at the fit.</summary>
    public double InterceptStandardError()
    {
        var size = terms.Count;
        for (var row = 0; row < size; row++)
        {
            step[row] = row == 0 ? 1 : 0;
            for (var column = 0; column <= row; column++)
            {
                information[row * size + column] = sums[terms[row] | terms[column]];
            }
        }

        if (!Cholesky.Factor(information, size))
        {
            return double.PositiveInfinity;
        }

        Cholesky.Solve(information, size, step);
        return Math.Sqrt(step[0]);
    }

    /// <summary>Moves by the step, halved until the likelihood does not fall.</summary>
    /// <returns>Whether the step was taken whole.</returns>
    private bool Advance(int size, out bool advanced)
    {
        advanced = true;
        var tolerance = 1e-12 * Math.Abs(LogLikelihoodKernel);
        for (var scale = 1.0; scale > 1e-9; scale /= 2)
        {
            for (var i = 0; i < size; i++)
            {
                trial[i] = coefficients[i] + scale * step[i];
            }

            var kernel = Evaluate(trial);
            if (kernel >= LogLikelihoodKernel - tolerance)
            {
                (coefficients, trial) = (trial, coefficients);
                LogLikelihoodKernel = kernel;
                return scale.Equals(1.0);
            }
        }

        Evaluate(coefficients);
        advanced = false;
        return false;
    }

    /// <summary>Fills <see cref="sums"/> with M(S) at the given coefficients and returns the likelihood kernel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Evaluate(double[] at)
    {
        sums[0] = Math.Exp(at[0]);
        var next = 1;
        for (var list = 1; list < sums.Length; list <<= 1)
        {
            var factor = 0.0;
            if (next < terms.Count && terms[next] == list)
            {
                factor = Math.Exp(at[next++]);
            }

            for (var cell = 0; cell < list; cell++)
            {
                sums[cell | list] = sums[cell] * factor;
            }
        }

        for (; next < terms.Count; next++)
        {
            Scale(terms[next], Math.Exp(at[next]));
        }

        foreach (var term in minusInfinity)
        {
            Scale(term, 0);
        }

        for (var i = 0; i < inside.Count; i++)
        {
            RuleOut(inside[i]);
        }

        sums[0] = 0;
        SupersetSums.Transform(sums);
        var kernel = -sums[0];
        for (var i = 0; i < terms.Count; i++)
        {
            kernel += at[i] * margins[terms[i]];
        }

        return double.IsFinite(kernel) ? kernel : double.NegativeInfinity;
    }

    private void RuleOut(Inclusion inclusion)
    {
        for (var cell = 1; cell < sums.Length; cell++)
        {
            sums[cell] = inclusion.RulesOut(cell) ? 0 : sums[cell];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scale(int term, double factor)
    {
        for (var cell = term; cell < sums.Length; cell = (cell + 1) | term)
        {
            sums[cell] *= factor;
        }
    }

    /// <summary>
    /// Under independence the estimate solves N − n = N Π(1 − n_i/N), one equation in one unknown; its root is the
    /// maximum likelihood estimate of the main-effects model, so Newton's method has nothing left to do but confirm it.
    /// </summary>
    private void StartFromIndependence(double onLists)
    {
        var observed = margins[0];
        var pairs = onLists * onLists;
        for (var list = 1; list < margins.Length; list <<= 1)
        {
            pairs -= margins[list] * margins[list];
        }

        var logHidden = Math.Log(Math.Max(pairs / 2 / (onLists - observed) - observed, observed * 1e-3));
        for (var i = 0; i < 40; i++)
        {
            var hidden = Math.Exp(logHidden);
            var total = observed + hidden;
            var value = logHidden - Math.Log(total);
            var slope = 1 - hidden / total;
            for (var list = 1; list < margins.Length; list <<= 1)
            {
                value -= Math.Log(1 - margins[list] / total);
                slope -= hidden * margins[list] / (total * (total - margins[list]));
            }

            var change = Math.Clamp(slope > 0 ? value / slope : Math.Sign(value), -1, 1);
            logHidden -= change;
            if (Math.Abs(change) < 1e-12)
            {
                break;
            }
        }

        var root = observed + Math.Exp(logHidden);
        coefficients[0] = logHidden;
        for (var i = 1; i < terms.Count; i++)
        {
            var share = margins[terms[i]] / root;
            coefficients[i] = Math.Log(share / (1 - share));
        }
    }

    private void EnsureRoom()
    {
        var size = terms.Count;
        if (coefficients.Length < size)
        {
            Array.Resize(ref coefficients, size * 2);
            Array.Resize(ref trial, size * 2);
            Array.Resize(ref step, size * 2);
        }

        if (information.Length < size * size)
        {
            information = new double[size * size * 2];
        }
    }
}
