using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Estimation;

/// <summary>Estimates from two lists under independence.</summary>
/// <param name="First">Persons on the first list.</param>
/// <param name="Second">Persons on the second list.</param>
/// <param name="Both">Persons on both.</param>
/// <param name="LincolnPetersen">n1 n2 ÷ both; null where nobody is on both, for it is infinite.</param>
/// <param name="Chapman">(n1+1)(n2+1) ÷ (both+1) − 1 (Chapman 1951).</param>
/// <param name="StandardError">Of Chapman's estimate (Seber 1970).</param>
/// <param name="Interval95">Log-normal on the hidden part (Chao 1987).</param>
public sealed record TwoLists(
    double First,
    double Second,
    double Both,
    double? LincolnPetersen,
    double Chapman,
    double StandardError,
    Interval Interval95)
{
    public static TwoLists Of(double first, double second, double both)
    {
        var chapman = (first + 1) * (second + 1) / (both + 1) - 1;
        var error = Math.Sqrt((first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) * (both + 1) * (both + 2)));
        return new(
            first,
            second,
            both,
            both > 0 ? first * second / both : null,
            chapman,
            error,
            LogNormal.Around(first + second - both, chapman, error, 0.95));
    }

    /// <summary>Two lists of a larger table, all others ignored.</summary>
    public static TwoLists Of(CaptureHistories table, int pair)
    {
        var first = pair & -pair;
        return Of(table.OnAll(first), table.OnAll(pair ^ first), table.OnAll(pair));
    }
}

/// <summary>
/// Chao's lower bounds on the total from how many persons are on exactly one and two lists: they hold where persons
/// differ in how visible they are.
/// </summary>
/// <param name="Poisson">n + f1² ÷ 2 f2 (Chao 1987, doi:10.2307/2531532).</param>
/// <param name="Interval95">Log-normal on the hidden part of <paramref name="Poisson"/>.</param>
/// <param name="Lists">The same for t lists, factor (t − 1) ÷ t: model Mh.</param>
/// <param name="BiasCorrected">Mh with f1 (f1 − 1) ÷ 2 (f2 + 1), finite even where nobody is on exactly two lists.</param>
/// <param name="Moment">Model Mth, lists of unequal size: n + (f1² − Σ f1j²) ÷ 2 f2, f1j persons on list j alone.</param>
public sealed record ChaoLowerBounds(double? Poisson, Interval? Interval95, double? Lists, double BiasCorrected, double? Moment)
{
    public static ChaoLowerBounds Of(CaptureHistories table)
    {
        var (lists, observed, one, two) = (table.Lists.Length, table.Observed, table.OnExactly(1), table.OnExactly(2));
        var factor = (lists - 1.0) / lists;
        var corrected = observed + factor * one * (one - 1) / (2 * (two + 1));
        if (two <= 0)
        {
            return new(null, null, null, corrected, null);
        }

        var alone = 0.0;
        for (var list = 0; list < lists; list++)
        {
            alone += table.Counts[1 << list] * table.Counts[1 << list];
        }

        var ratio = one / two;
        var hidden = one * ratio / 2;
        var error = Math.Sqrt(two * (Math.Pow(ratio, 4) / 4 + Math.Pow(ratio, 3) + ratio * ratio / 2));
        return new(
            observed + hidden,
            LogNormal.Around(observed, observed + hidden, error, 0.95),
            observed + factor * hidden,
            corrected,
            observed + (one * one - alone) / (2 * two));
    }
}

/// <summary>Log-normal intervals on the hidden part of a total, so that no end lies below the observed number.</summary>
internal static class LogNormal
{
    public static Interval Around(double observed, double total, double standardError, double coverage)
    {
        var hidden = total - observed;
        if (hidden <= 0)
        {
            return new(observed, observed);
        }

        var relative = standardError / hidden;
        var factor = Math.Exp(Normal.InvCDF(0, 1, (1 + coverage) / 2) * Math.Sqrt(Math.Log(1 + relative * relative)));
        return Interval.Of(observed + hidden / factor, observed + hidden * factor);
    }
}
