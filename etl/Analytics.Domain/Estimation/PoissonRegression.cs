using System.Collections.Immutable;
using MathNet.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>A Poisson log-linear fit with any columns, for models whose terms are no sets of lists.</summary>
/// <param name="Coefficients">In the order of the columns.</param>
/// <param name="LogLikelihood">Constants included.</param>
/// <param name="FirstVariance">Of the first coefficient, from the inverse information; infinite where the fit ran away.</param>
/// <param name="Converged">False where the likelihood rises without end in some direction.</param>
internal sealed record PoissonFit(ImmutableArray<double> Coefficients, double LogLikelihood, double FirstVariance, bool Converged);

/// <summary>Newton's method with step control on a dense design; small tables only.</summary>
internal static class PoissonRegression
{
    private const int MostSteps = 60;

    // Beyond this a coefficient is on its way to infinity.
    private const double Runaway = 25;

    // A logarithm with a larger variance is on its way as well.
    private const double MostVariance = 100;

    /// <param name="rows">The columns' values in each cell.</param>
    /// <param name="counts">As many as rows.</param>
    /// <param name="start">A coefficient for each column.</param>
    public static PoissonFit Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> counts, IReadOnlyList<double> start)
    {
        var size = start.Count;
        double[] at = [.. start];
        var (information, step) = (new double[size * size], new double[size]);
        var kernel = Kernel(rows, counts, at);
        var converged = false;
        var variance = double.PositiveInfinity;
        for (var iteration = 0; iteration < MostSteps && !converged && at.Skip(1).All(value => Math.Abs(value) < Runaway); iteration++)
        {
            Score(rows, counts, at, step, information);
            double[] score = [.. step];
            if (!Cholesky.Factor(information, size))
            {
                break;
            }

            Cholesky.Solve(information, size, step);
            variance = FirstVariance(information, size);
            converged = score.Zip(step, (a, b) => a * b).Sum() < 1e-12;
            var (moved, scale) = (false, 1.0);
            while (!moved && scale > 1e-9)
            {
                double[] next = [.. at.Zip(step, (value, change) => value + (scale * change))];
                var reached = Kernel(rows, counts, next);
                moved = reached >= kernel - (1e-12 * Math.Abs(kernel));
                (at, kernel, scale) = moved ? (next, reached, scale) : (at, kernel, scale / 2);
            }

            if (!moved)
            {
                break;
            }
        }

        converged &= variance < MostVariance;
        return new([.. at], kernel - counts.Sum(count => SpecialFunctions.GammaLn(count + 1)), converged ? variance : double.PositiveInfinity, converged);
    }

    private static double FirstVariance(double[] factor, int size)
    {
        var unit = new double[size];
        unit[0] = 1;
        Cholesky.Solve(factor, size, unit);
        return unit[0];
    }

    private static double Kernel(IReadOnlyList<double[]> rows, IReadOnlyList<double> counts, double[] at)
    {
        var sum = 0.0;
        for (var cell = 0; cell < rows.Count; cell++)
        {
            var log = Log(rows[cell], at);
            sum += (counts[cell] * log) - Math.Exp(log);
        }

        return double.IsFinite(sum) ? sum : double.NegativeInfinity;
    }

    private static void Score(IReadOnlyList<double[]> rows, IReadOnlyList<double> counts, double[] at, double[] score, double[] information)
    {
        Array.Clear(score);
        Array.Clear(information);
        for (var cell = 0; cell < rows.Count; cell++)
        {
            var row = rows[cell];
            var mean = Math.Exp(Log(row, at));
            for (var i = 0; i < at.Length; i++)
            {
                score[i] += row[i] * (counts[cell] - mean);
                for (var j = 0; j <= i; j++)
                {
                    information[(i * at.Length) + j] += row[i] * row[j] * mean;
                }
            }
        }
    }

    private static double Log(double[] row, double[] at)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            sum += row[i] * at[i];
        }

        return sum;
    }
}
