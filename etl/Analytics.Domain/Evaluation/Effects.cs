using System.Collections.Immutable;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>What a fit says about the time after, and the time before.</summary>
internal static class Effects
{
    /// <summary>Sums over the reported periods after, with their gradients.</summary>
    internal sealed record Totals(double Modelled, double[] ModelledGradient, double Expected, double[] ExpectedGradient)
    {
        /// <summary>ln(modelled ÷ expected) and its gradient; null where either is not positive.</summary>
        public (double Value, double[] Gradient)? LogRatio => Modelled > 0 && Expected > 0
            ? (Math.Log(Modelled / Expected), [.. ModelledGradient.Zip(ExpectedGradient, (with, without) => (with / Modelled) - (without / Expected))])
            : null;
    }

    public static Totals After(SegmentedFit fit)
    {
        var (modelled, expected) = (Sum(fit, intervened: true), Sum(fit, intervened: false));
        return new(modelled.Mean, modelled.Gradient, expected.Mean, expected.Gradient);
    }

    public static Effect Of(SegmentedFit fit)
    {
        var totals = After(fit);
        var difference = totals.ModelledGradient.Zip(totals.ExpectedGradient, (with, without) => with - without).ToArray();
        return new(
            Reported(fit).Count(),
            Reported(fit).Sum(row => row.Point.Count!.Value),
            totals.Expected,
            ExpectedInterval(fit, totals.Expected, totals.ExpectedGradient),
            totals.LogRatio is var (value, gradient) ? fit.Ratio(value, gradient) : null,
            fit.Estimate(totals.Modelled - totals.Expected, difference));
    }

    /// <param name="free">A fit in which the trend may change.</param>
    public static PreTrend Before(SegmentedFit free)
    {
        Estimated AYear(int column)
        {
            var season = free.Window.Season;
            var gradient = free.Terms.Pick(column).Select(value => value * season).ToArray();
            var value = season * free.Fit.Coefficients[column];
            return free.Fit.LogLinear ? free.Ratio(value, gradient) : free.Estimate(value, gradient);
        }

        return new(AYear(Terms.Trend), AYear(Terms.Slope));
    }

    public static ImmutableArray<EvaluatedPoint> Points(SegmentedFit fit) =>
    [
        .. fit.Window.Rows.Select(row =>
        {
            var (mean, gradient) = fit.Mean(row, intervened: false);
            double? expected = row.Point.Count is null ? null : mean;
            var interval = expected is null ? default : ExpectedInterval(fit, mean, gradient);
            double? fitted = row.Fitted ? fit.Mean(row, intervened: true).Mean : null;
            return new EvaluatedPoint(row.Point.Start, row.Segment, row.Point.Status, row.Point.Count, fitted, expected, interval);
        }),
    ];

    public static ModelSummary Summary(SegmentedFit fit) => new(
        fit.Fit.Form,
        [.. fit.Terms.Kinds.Select((kind, column) => new Coefficient(kind, fit.Estimate(fit.Fit.Coefficients[column], fit.Terms.Pick(column))))],
        fit.Terms.Pairs,
        fit.Fit.Design.RowCount,
        fit.Fit.DegreesOfFreedom,
        fit.Fit.Dispersion,
        fit.Fit.Deviance,
        fit.Fit.Theta,
        fit.Lags);

    /// <summary>Of a mean of counts: positive in the log-linear forms, cut off at zero in the linear one.</summary>
    private static Interval ExpectedInterval(SegmentedFit fit, double mean, double[] gradient)
    {
        if (fit.Fit.LogLinear)
        {
            return fit.Ratio(Math.Log(mean), [.. gradient.Select(value => value / mean)]).Interval;
        }

        var (lower, upper) = fit.Estimate(mean, gradient).Interval;
        return new(lower is { } low ? Math.Max(low, 0) : null, upper is { } high ? Math.Max(high, 0) : null);
    }

    private static IEnumerable<WindowRow> Reported(SegmentedFit fit) => fit.Window.Fitted.Where(row => row.Segment == Segment.After);

    private static (double Mean, double[] Gradient) Sum(SegmentedFit fit, bool intervened)
    {
        var rows = Reported(fit).Select(row => fit.Mean(row, intervened)).ToArray();
        return (rows.Sum(row => row.Mean), [.. Enumerable.Range(0, fit.Terms.Count).Select(column => rows.Sum(row => row.Gradient[column]))]);
    }
}
