using System.Collections.Immutable;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>A quantity with its uncertainty.</summary>
/// <param name="Value">The estimate. A ratio is given as a ratio.</param>
/// <param name="StandardError">Of the estimate; of a ratio's logarithm.</param>
/// <param name="Interval">At the coverage asked for.</param>
/// <param name="PValue">Two-sided test of no difference: 0, or 1 for a ratio.</param>
public sealed record Estimated(double Value, double StandardError, Interval Interval, double PValue);

/// <summary>What a coefficient stands for.</summary>
public enum TermKind
{
    Intercept,
    Trend,
    Level,
    Slope,
    Sine,
    Cosine,
}

/// <summary>One coefficient: a logarithm in the log-linear forms, events a period at average exposure in the linear one.</summary>
public sealed record Coefficient(TermKind Term, Estimated Estimate);

/// <summary>The model that was fitted.</summary>
/// <param name="Form">Never <see cref="ModelForm.Automatic"/>.</param>
/// <param name="Coefficients">In the order of the design; trend and slope are changes a period, time counted from the first period after.</param>
/// <param name="HarmonicPairs">Pairs of sine and cosine.</param>
/// <param name="Points">Periods in the fit.</param>
/// <param name="DegreesOfFreedom">Points less coefficients.</param>
/// <param name="Dispersion">Pearson χ² ÷ degrees of freedom; above 1 the counts scatter more than the model says. The residual variance in the linear form.</param>
/// <param name="Deviance">Residual sum of squares in the linear form.</param>
/// <param name="Theta">Of the negative binomial.</param>
/// <param name="Lags">Highest lag of the robust standard errors.</param>
public sealed record ModelSummary(
    ModelForm Form,
    ImmutableArray<Coefficient> Coefficients,
    int HarmonicPairs,
    int Points,
    int DegreesOfFreedom,
    double Dispersion,
    double Deviance,
    double? Theta,
    int Lags);

/// <summary>What changed over all reported periods after the interruption.</summary>
/// <param name="Periods">How many those are.</param>
/// <param name="Observed">Events in them.</param>
/// <param name="Expected">Events expected had nothing happened.</param>
/// <param name="ExpectedInterval">Of that number.</param>
/// <param name="RateRatio">Modelled ÷ expected events; null in the linear form where the line falls to zero.</param>
/// <param name="Difference">Modelled − expected events, all periods together.</param>
public sealed record Effect(int Periods, long Observed, double Expected, Interval ExpectedInterval, Estimated? RateRatio, Estimated Difference);

/// <summary>The trend before the interruption, from the model in which it may change there.</summary>
/// <param name="AYear">Rate ratio a year; in the linear form, change of events a period over one year.</param>
/// <param name="Change">The same for what was added to the trend at the interruption.</param>
public sealed record PreTrend(Estimated AYear, Estimated Change);

/// <summary>One period as it was and as it would have been.</summary>
/// <param name="Start">First day.</param>
/// <param name="Segment">Before, left out, or after.</param>
/// <param name="Status">Whether it has a count.</param>
/// <param name="Count">Events.</param>
/// <param name="Fitted">Events by the model; null where the period took no part in the fit.</param>
/// <param name="Expected">Events had nothing happened; null where the period has no count.</param>
/// <param name="ExpectedInterval">Of that mean; single counts scatter wider.</param>
public sealed record EvaluatedPoint(
    DateOnly Start, Segment Segment, PointStatus Status, long? Count, double? Fitted, double? Expected, Interval ExpectedInterval);

/// <summary>The same model at a date at which nothing is known to have happened, on the periods before the interruption alone.</summary>
public sealed record PlaceboDate(DateOnly On, double Statistic, Estimated? RateRatio, Estimated Difference);

/// <summary>How the interruption compares with all admissible dates before it.</summary>
/// <param name="Dates">Those with an estimate, in order of time.</param>
/// <param name="WithoutEstimate">Admissible dates at which the model has none.</param>
/// <param name="Statistic">Estimate ÷ standard error at the interruption itself.</param>
/// <param name="Rank">Place of the interruption by size of the statistic; 1 is the largest.</param>
/// <param name="Share">Rank ÷ (dates + 1): how often a date drawn at random would do as well.</param>
public sealed record PlaceboTest(ImmutableArray<PlaceboDate> Dates, int WithoutEstimate, double Statistic, int Rank, double Share);

/// <summary>The effect less what happened to the comparison series at the same time.</summary>
/// <param name="Own">What changed in the comparison series.</param>
/// <param name="Controlled">Expected: had the series changed as the comparison did.</param>
/// <param name="TrendDifference">Ratio of the two trends before, a year; they should not differ.</param>
public sealed record ComparisonResult(Effect Own, Effect Controlled, Estimated? TrendDifference);

/// <summary>The answer, with its story.</summary>
public sealed record EvaluationResult
{
    public required InterruptedSeries Question { get; init; }

    public required EvaluationOptions Options { get; init; }

    public required EvaluationVerdict Verdict { get; init; }

    /// <summary>In words, with sources.</summary>
    public required LocalText Method { get; init; }

    /// <summary>Null where not estimable. So is everything below that needs a fit.</summary>
    public Effect? Effect { get; init; }

    public ModelSummary? Model { get; init; }

    public PreTrend? PreTrend { get; init; }

    public Autocorrelation? Residuals { get; init; }

    public PlaceboTest? Placebo { get; init; }

    /// <summary>Null where no comparison was given or it has no estimate of its own.</summary>
    public ComparisonResult? Comparison { get; init; }

    /// <summary>Every period of the window.</summary>
    public ImmutableArray<EvaluatedPoint> Points { get; init; } = [];
}
