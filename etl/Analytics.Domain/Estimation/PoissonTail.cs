using MathNet.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>One-sided tails of the Poisson distribution, for a count that may be fractional after a linkage correction.</summary>
internal static class PoissonTail
{
    /// <summary>min(P(X ≤ count), P(X ≥ count)) for X with the given mean, through the incomplete gamma functions.</summary>
    public static double Smaller(double count, double mean)
    {
        if (mean <= 0)
        {
            return count > 0 ? 0 : 1;
        }

        var first = count > mean ? AtLeast(count, mean) : AtMost(count, mean);
        // Together the tails are more than one: beside a small one the other need not be known.
        return first < 0.5 ? first : Math.Min(first, count > mean ? AtMost(count, mean) : AtLeast(count, mean));
    }

    /// <summary>A lower bound of <see cref="Smaller"/> at the cost of two logarithms: both tails hold the probability of the count itself.</summary>
    public static double Bound(double count, double mean)
    {
        if (mean <= 0 || count <= 0)
        {
            return mean <= 0 ? Smaller(count, mean) : Math.Exp(-mean);
        }

        // Stirling's series, cut after a term that makes the factorial too large.
        return Math.Exp((count * Math.Log(mean / count)) + count - mean - (0.5 * Math.Log(2 * Math.PI * count)) - (1 / (12 * count)));
    }

    private static double AtLeast(double count, double mean) => count <= 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count, mean);

    private static double AtMost(double count, double mean) => SpecialFunctions.GammaUpperRegularized(count + 1, mean);
}
