using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>A share of counted things with its 95 % Wilson score interval (Wilson 1927); all three between 0 and 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Proportion(double Estimate, double Lower, double Upper)
{
    private const double Z = 1.959963984540054;

    /// <param name="count">How many had the property.</param>
    /// <param name="of">Of how many; with none, the estimate is not a number and the interval is 0 to 1.</param>
    public static Proportion Wilson(double count, double of)
    {
        if (of <= 0)
        {
            return new Proportion(double.NaN, 0, 1);
        }

        var p = count / of;
        var scale = 1 + (Z * Z / of);
        var centre = (p + (Z * Z / (2 * of))) / scale;
        var half = Z / scale * Math.Sqrt((p * (1 - p) / of) + (Z * Z / (4 * of * of)));
        return new Proportion(p, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}

/// <summary>Links judged against the truth.</summary>
/// <param name="True">Links of one person.</param>
/// <param name="False">Links of two people.</param>
/// <param name="Missed">Pairs of one person that were not linked.</param>
/// <param name="Precision">Share of links that are right.</param>
/// <param name="Recall">Share of true pairs that were linked.</param>
public sealed record MeasuredError(double True, double False, double Missed, Proportion Precision, Proportion Recall)
{
    public static MeasuredError Of(int right, int wrong, int missed) =>
        new(right, wrong, missed, Proportion.Wilson(right, right + wrong), Proportion.Wilson(right, right + missed));
}
