using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Total and interval of one fixed model by the multinomial profile likelihood (Cormack 1992, doi:10.2307/2532308). Too narrow after
/// a choice of model, which it does not know of.
/// </summary>
/// <param name="Total">Where the likelihood is greatest, observed persons included.</param>
/// <param name="Interval95">Where it is within half a chi-squared quantile of that; an end null where none was found.</param>
public sealed record ProfileLikelihood(double Total, Interval Interval95)
{
    // The hidden part is sought up to so many times the observed.
    private const double Farthest = 1e5;
    private const int Steps = 200;

    /// <returns>Null where the model has no estimate.</returns>
    public static ProfileLikelihood? Of(CaptureHistories table, LogLinearModel model)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        if (FittedModel.Fit(table, model) is not { } fitted)
        {
            return null;
        }

        int[] cells = [0, .. Enumerable.Range(1, table.Counts.Length - 1).Where(fitted.Uses)];
        int[] terms = [.. fitted.Terms];
        double[][] rows = [.. cells.Select(cell => terms.Select(term => (cell & term) == term ? 1.0 : 0.0).ToArray())];
        double[] counts = [.. cells.Select(cell => table.Counts[cell])];
        double[] start = [fitted.Intercept, .. Enumerable.Repeat(-2.0, terms.Length - 1)];

        double At(double logHidden)
        {
            var hidden = counts[0] = Math.Exp(logHidden);
            start[0] = logHidden;
            var fit = PoissonRegression.Fit(rows, counts, start);
            start = [.. fit.Coefficients];
            var total = table.Observed + hidden;
            // The Poisson likelihood of the whole table and that of its total: what is left is multinomial.
            return fit.LogLikelihood - ((total * Math.Log(total)) - total - SpecialFunctions.GammaLn(total + 1));
        }

        var (low, high) = (Math.Log(Math.Max(1e-6, fitted.Hidden)) - 3, Math.Log(Math.Max(1e-6, fitted.Hidden)) + 3);
        var best = Highest(At, low, high);
        var limit = At(best) - (ChiSquared.InvCDF(1, 0.95) / 2);
        var lower = Crossing(At, limit, best, Math.Log(1e-6));
        var upper = Crossing(At, limit, best, Math.Log(Farthest * table.Observed));
        return new(
            table.Observed + Math.Exp(best),
            new(lower is { } l ? table.Observed + Math.Exp(l) : table.Observed, upper is { } u ? table.Observed + Math.Exp(u) : null));
    }

    private static double Highest(Func<double, double> at, double low, double high)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (a, b) = (high - (golden * (high - low)), low + (golden * (high - low)));
        var (fa, fb) = (at(a), at(b));
        while (high - low > 1e-9)
        {
            if (fa >= fb)
            {
                (high, b, fb) = (b, a, fa);
                a = high - (golden * (high - low));
                fa = at(a);
            }
            else
            {
                (low, a, fa) = (a, b, fb);
                b = low + (golden * (high - low));
                fb = at(b);
            }
        }

        return (low + high) / 2;
    }

    private static double? Crossing(Func<double, double> at, double limit, double inside, double outside)
    {
        if (at(outside) > limit)
        {
            return null;
        }

        for (var step = 0; step < Steps && Math.Abs(outside - inside) > 1e-9; step++)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = at(middle) > limit ? (middle, outside) : (inside, middle);
        }

        return inside;
    }
}
