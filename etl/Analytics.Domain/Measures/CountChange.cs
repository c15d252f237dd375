using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Measures;

/// <summary>Whether two counts of independent events over equally long periods differ by more than chance.</summary>
/// <remarks>
/// Exact conditional test of two Poisson counts: given their sum, the first is binomial with probability ½ where nothing changed.
/// Przyborowski, J. and Wilenski, H. (1940), Homogeneity of results in testing samples from Poisson series, Biometrika 31, 313–323.
/// Counts of events that come together vary more than this allows; for them a change is called too soon rather than too late.
/// </remarks>
public static class CountChange
{
    public const double Significance = 0.05;

    /// <param name="before">Events in the earlier period; a whole number, not negative.</param>
    /// <param name="after">Events in the later period; a whole number, not negative.</param>
    /// <returns>Two-sided probability of counts at least this far apart where nothing changed; 1 where both are zero.</returns>
    public static double Probability(long before, long after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var sum = before + after;
        return sum == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, checked((int)sum), Math.Min(before, after)));
    }

    /// <param name="rounding">The furthest a shown count may stand from the real one; the pair of real counts closest to each other is tested.</param>
    /// <inheritdoc cref="Probability"/>
    /// <returns>Whether the counts differ by more than chance, at <see cref="Significance"/>.</returns>
    public static bool IsBeyondChance(long before, long after, long rounding = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rounding);
        var (low, high) = before < after ? (before, after) : (after, before);
        return high - low > 2 * rounding && Probability(low + rounding, high - rounding) < Significance;
    }
}
