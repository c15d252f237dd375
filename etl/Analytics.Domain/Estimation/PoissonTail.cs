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

        var above = count <= 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count, mean);
        return Math.Min(above, SpecialFunctions.GammaUpperRegularized(count + 1, mean));
    }
}
