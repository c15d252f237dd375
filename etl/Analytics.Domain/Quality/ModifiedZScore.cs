namespace Analytics.Domain.Quality;

/// <summary>Outliers of a short series of counts, by scores that an outlier itself hardly moves.</summary>
/// <remarks>
/// Iglewicz, B. and Hoaglin, D. (1993), How to Detect and Handle Outliers, ASQC Quality Press: M = 0.6745 (x − median) ÷ MAD, |M| above
/// 3.5 is labelled. Where more than half of the values are equal the MAD is 0; then the mean absolute deviation about the median takes
/// its place: M = (x − median) ÷ (1.253314 × mean absolute deviation). Where that is 0 too, all values are equal and every score is 0.
/// </remarks>
public static class ModifiedZScore
{
    /// <summary>|M| above it is labelled an outlier.</summary>
    public const double Limit = 3.5;

    private const double NormalQuartile = 0.6745;
    private const double NormalMeanDeviation = 1.253314;

    /// <param name="values">Any number of finite values.</param>
    /// <returns>The score of each value, in their order.</returns>
    public static double[] Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var middle = Median(values);
        var deviations = values.Select(value => Math.Abs(value - middle)).ToArray();
        var mad = Median(deviations);
        var scale = mad > 0 ? mad / NormalQuartile : NormalMeanDeviation * deviations.Average();
        return [.. values.Select(value => scale > 0 ? (value - middle) / scale : 0)];
    }

    /// <returns>The middle value, or the mean of the two in the middle; of no values, not a number.</returns>
    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
