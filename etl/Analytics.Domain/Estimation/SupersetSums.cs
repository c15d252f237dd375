using System.Runtime.CompilerServices;

namespace Analytics.Domain.Estimation;

/// <summary>Sums over the lattice of capture histories.</summary>
internal static class SupersetSums
{
    /// <summary>
    /// Replaces each value by the sum over all histories that contain its history (a zeta transform, t·2^(t−1) additions).
    /// Applied to counts it gives the sufficient statistics of every term of a hierarchical log-linear model at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(Span<double> values)
    {
        for (var bit = 1; bit < values.Length; bit <<= 1)
        {
            for (var block = 0; block < values.Length; block += bit << 1)
            {
                var without = values.Slice(block, bit);
                var with = values.Slice(block + bit, bit);
                for (var i = 0; i < without.Length; i++)
                {
                    without[i] += with[i];
                }
            }
        }
    }
}
