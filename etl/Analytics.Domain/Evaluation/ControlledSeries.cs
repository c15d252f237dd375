using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>
/// Controlled interrupted time series (Lopez Bernal, Cummins and Gasparrini 2018, doi:10.1093/ije/dyy135): each series has its
/// own level, trend and season; the effect is the ratio of the two rate ratios.
/// </summary>
internal static class ControlledSeries
{
    /// <param name="fit">The series in question.</param>
    /// <param name="comparison">The series that the interruption did not touch.</param>
    /// <param name="freeFit">The first with a trend that may change; null where it has no estimate.</param>
    /// <param name="freeComparison">The second, likewise.</param>
    /// <returns>Null where a rate ratio cannot be formed.</returns>
    public static ComparisonResult? Compare(SegmentedFit fit, SegmentedFit comparison, SegmentedFit? freeFit, SegmentedFit? freeComparison)
    {
        var (own, other) = (Effects.After(fit), Effects.After(comparison));
        if (own.LogRatio is not var (ownLog, ownGradient) || other.LogRatio is not var (otherLog, otherGradient))
        {
            return null;
        }

        var change = Math.Exp(otherLog);
        var expected = own.Expected * change;
        var ratio = Infer.Exponential(SegmentedFit.Across(ownLog - otherLog, (fit, ownGradient), (comparison, Times(otherGradient, -1))));
        var difference = SegmentedFit.Across(
            own.Modelled - expected,
            (fit, [.. own.ModelledGradient.Zip(own.ExpectedGradient, (with, without) => with - (change * without))]),
            (comparison, Times(otherGradient, -expected)));
        var expectedLog = Infer.Exponential(SegmentedFit.Across(
            Math.Log(expected), (fit, Times(own.ExpectedGradient, 1 / own.Expected)), (comparison, otherGradient)));
        var uncontrolled = Effects.Of(fit);
        var controlled = uncontrolled with
        {
            Expected = expected,
            ExpectedInterval = expectedLog.Interval,
            RateRatio = ratio,
            Difference = difference,
        };
        return new(Effects.Of(comparison), controlled, TrendDifference(freeFit, freeComparison));
    }

    private static Estimated? TrendDifference(SegmentedFit? fit, SegmentedFit? comparison)
    {
        if (fit is not { Fit.LogLinear: true } || comparison is not { Fit.LogLinear: true })
        {
            return null;
        }

        var season = fit.Window.Season;
        return Infer.Exponential(SegmentedFit.Across(
            season * (fit.Fit.Coefficients[Terms.Trend] - comparison.Fit.Coefficients[Terms.Trend]),
            (fit, Times(fit.Terms.Pick(Terms.Trend), season)),
            (comparison, Times(comparison.Terms.Pick(Terms.Trend), -season))));
    }

    private static double[] Times(double[] gradient, double factor) => [.. gradient.Select(value => value * factor)];
}
