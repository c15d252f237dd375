using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Measures;

/// <summary>Exact interval of a Poisson count.</summary>
/// <remarks>Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437–442.</remarks>
public static class PoissonInterval
{
    /// <param name="count">Events observed; not negative.</param>
    /// <param name="confidence">Coverage, between 0 and 1.</param>
    /// <returns>Limits of the expected count, in the unit of the count.</returns>
    public static (double Lower, double Upper) Exact(double count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = (1 - confidence) / 2;
        var lower = count == 0 ? 0 : ChiSquared.InvCDF(2 * count, tail) / 2;
        return (lower, ChiSquared.InvCDF((2 * count) + 2, 1 - tail) / 2);
    }
}
