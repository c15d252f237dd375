namespace Analytics.Domain.Measures;

/// <summary>The value of a ratio measure with its interval.</summary>
public readonly record struct Ratio(double Value, double Lower, double Upper)
{
    /// <summary>Computes a ratio of kind <see cref="MeasureKind.Ratio"/> from a count of events over a count of persons.</summary>
    /// <param name="measure">Gives scale and offset; a negative scale turns the interval round.</param>
    /// <param name="numerator">Events, taken as a Poisson count.</param>
    /// <param name="denominator">Persons, taken as known; above 0.</param>
    public static Ratio Of(Measure measure, double numerator, double denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var (low, high) = PoissonInterval.Exact(numerator);
        double Scaled(double events) => (measure.Scale * events / denominator) + measure.Offset;
        return new Ratio(
            Scaled(numerator),
            Math.Min(Scaled(low), Scaled(high)),
            Math.Max(Scaled(low), Scaled(high)));
    }
}
