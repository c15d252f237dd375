using Analytics.Domain.Estimation;
using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Benchmarks;

/// <summary>
/// The stepwise estimate as a textbook would programme it: a dense design matrix, iteratively reweighted least squares
/// from scratch for every model, tails of the Poisson distribution by summing it, the existence check in full for every
/// candidate. One thread. What the engine is measured against, and an oracle of its results.
/// </summary>
internal static class NaiveStepwise
{
    private const int MostIterations = 200;

    /// <returns>The total, infinite where the main-effects model has no estimate.</returns>
    public static double Total(double[] counts, int lists, double threshold)
    {
        var model = LogLinearModel.MainEffects;
        if (Identifiability.Check(counts, model) != CheckCode.Fine)
        {
            return double.PositiveInfinity;
        }

        while (true)
        {
            var (intercept, fitted) = Fit(counts, lists, model);
            var candidates = LogLinearModel.Pairs(lists).Except(model.Interactions)
                .Select(pair => (Pair: pair, P: Smaller(OnAll(counts, pair), OnAll(fitted, pair))))
                .OrderBy(candidate => candidate.P)
                .TakeWhile(candidate => candidate.P < threshold)
                .Where(candidate => Identifiability.Check(counts, model.With(candidate.Pair)) == CheckCode.Fine);
            if (candidates.Select(candidate => (int?)candidate.Pair).FirstOrDefault() is not { } chosen)
            {
                return counts.Sum() + Math.Exp(intercept);
            }

            model = model.With(chosen);
        }
    }

    private static (double Intercept, double[] Fitted) Fit(double[] counts, int lists, LogLinearModel model)
    {
        int[] empty = [.. model.Interactions.Where(term => OnAll(counts, term) == 0)];
        int[] cells = [.. Enumerable.Range(1, counts.Length - 1).Where(cell => !Array.Exists(empty, term => (cell & term) == term))];
        int[] terms = [0, .. Enumerable.Range(0, lists).Select(list => 1 << list), .. model.Interactions.Except(empty)];
        var design = Matrix<double>.Build.Dense(cells.Length, terms.Length, (row, column) => (cells[row] & terms[column]) == terms[column] ? 1 : 0);
        var observed = Vector<double>.Build.Dense(cells.Length, row => counts[cells[row]]);
        var linear = observed.Map(count => Math.Log(count + 0.1));
        var coefficients = Vector<double>.Build.Dense(terms.Length);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var mean = linear.PointwiseExp();
            var working = linear + (observed - mean).PointwiseDivide(mean);
            var weighted = design.MapIndexed((row, _, value) => value * mean[row]);
            var next = design.TransposeThisAndMultiply(weighted).Cholesky().Solve(weighted.TransposeThisAndMultiply(working));
            var change = (next - coefficients).InfinityNorm();
            coefficients = next;
            linear = design * coefficients;
            if (change < 1e-10)
            {
                break;
            }
        }

        var fitted = new double[counts.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            fitted[cells[row]] = Math.Exp(linear[row]);
        }

        return (coefficients[0], fitted);
    }

    private static double OnAll(double[] counts, int lists) =>
        Enumerable.Range(1, counts.Length - 1).Where(cell => (cell & lists) == lists).Sum(cell => counts[cell]);

    private static double Smaller(double count, double mean)
    {
        if (mean <= 0)
        {
            return count > 0 ? 0 : 1;
        }

        var (below, term) = (0.0, Math.Exp(-mean));
        for (var k = 0; k < count; k++)
        {
            below += term;
            term *= mean / (k + 1);
        }

        // The upper tail is summed upwards, for 1 − below loses all digits where it is small.
        var (above, next) = (0.0, term);
        for (var k = count; next > above * 1e-18; k++)
        {
            above += next;
            next *= mean / (k + 1);
        }

        return Math.Min(below + term, above);
    }
}
