using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Estimation;

/// <summary>Two ends of an interval, in persons. An end that is not finite is null: none was found.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double? Lower, double? Upper)
{
    internal static Interval Of(double lower, double upper) => new(Finite(lower), Finite(upper));

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>
/// The bias-corrected and accelerated interval of Efron, as set out by DiCiccio and Efron (1996,
/// doi:10.1214/ss/1032280214).
/// </summary>
internal static class BcaInterval
{
    /// <summary>
    /// Two values nearer than this share of themselves are the same estimate: replicates with the same sufficient statistics
    /// agree but for rounding, and none of them lies strictly below.
    /// </summary>
    private const double SameEstimate = 1e-9;

    /// <summary>Share of replicates strictly below the estimate.</summary>
    public static double ShareBelow(ReadOnlySpan<double> sorted, double estimate)
    {
        var below = 0;
        while (below < sorted.Length && sorted[below] < estimate * (1 - SameEstimate))
        {
            below++;
        }

        return (double)below / sorted.Length;
    }

    /// <summary>z0: the normal quantile of the share below; infinite where all or none lie below.</summary>
    public static double BiasCorrection(double shareBelow) => shareBelow switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        _ => Normal.InvCDF(0, 1, shareBelow),
    };

    /// <summary>
    /// Acceleration from a delete-one jackknife in which value i stands for weight i persons of the same history:
    /// Σ w (θ̄ − θ_i)³ ÷ 6 (Σ w (θ̄ − θ_i)²)^1.5.
    /// </summary>
    public static double Acceleration(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
            total += weights[i];
        }

        var (squares, cubes) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var deviation = sum / total - values[i];
            squares += weights[i] * deviation * deviation;
            cubes += weights[i] * deviation * deviation * deviation;
        }

        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    /// <summary>The interval of the given coverage (0.95 for 95 %) from sorted replicates.</summary>
    public static Interval Of(ReadOnlySpan<double> sorted, double z0, double acceleration, double coverage) =>
        Interval.Of(
            Quantile(sorted, Level(z0, acceleration, (1 - coverage) / 2)),
            Quantile(sorted, Level(z0, acceleration, (1 + coverage) / 2)));

    /// <summary>The percentile interval: no correction for bias or skewness.</summary>
    public static Interval Percentile(ReadOnlySpan<double> sorted, double coverage) =>
        Interval.Of(Quantile(sorted, (1 - coverage) / 2), Quantile(sorted, (1 + coverage) / 2));

    /// <summary>Quantile of type 8 of Hyndman and Fan (1996, doi:10.2307/2684934), of sorted values of which some may be infinite.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.Length == 0 || double.IsNaN(level))
        {
            return double.NaN;
        }

        var position = (sorted.Length + 1.0 / 3) * level + 1.0 / 3;
        var below = (int)Math.Clamp(Math.Floor(position), 1, sorted.Length);
        var share = Math.Clamp(position - below, 0, 1);
        var low = sorted[below - 1];
        return share <= 0 || below == sorted.Length || sorted[below] == low ? low : low + share * (sorted[below] - low);
    }

    private static double Level(double z0, double acceleration, double level)
    {
        var shifted = z0 + Normal.InvCDF(0, 1, level);
        var scale = 1 - acceleration * shifted;
        return double.IsFinite(shifted) && scale > 0 ? Normal.CDF(0, 1, z0 + shifted / scale) : double.NaN;
    }
}
