using System.Collections.Immutable;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>A quantity as it is published: a ratio, or a number of events.</summary>
public sealed record PublishedEstimate(double Value, double? Lower, double? Upper, double PValue)
{
    internal static PublishedEstimate? Of(Estimated? estimate) =>
        estimate is null ? null : new(estimate.Value, estimate.Interval.Lower, estimate.Interval.Upper, estimate.PValue);
}

/// <summary>One period of the published series.</summary>
public sealed record PublishedPeriodPoint(DateOnly Start, Segment Segment, PointStatus Status, long? Count, double? Expected, double? Lower, double? Upper);

/// <summary>A date on which nothing is known to have happened, and what the same model finds there.</summary>
public sealed record PublishedPlacebo(DateOnly On, double? Ratio);

/// <summary>A before-and-after as it is kept with a publication: everything a reader sees of it, in three languages where it is words.</summary>
public sealed record BeforeAfterBody
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>What the counts of this profile are rounded to; 1 for exact ones.</summary>
    public required int RoundedTo { get; init; }

    /// <summary>SOATE codes that the series is of; empty for the country.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    public required bool WithCaution { get; init; }

    public required LocalText Method { get; init; }

    public required IReadOnlyList<LocalText> Reasons { get; init; }

    public long? Observed { get; init; }

    public double? Expected { get; init; }

    public PublishedEstimate? Ratio { get; init; }

    public PublishedEstimate? Difference { get; init; }

    /// <summary>The trend before, a year, as a ratio.</summary>
    public PublishedEstimate? TrendBefore { get; init; }

    /// <summary>The effect less what happened in the other regions.</summary>
    public PublishedEstimate? Controlled { get; init; }

    public int PlaceboRank { get; init; }

    public IReadOnlyList<PublishedPlacebo> Placebos { get; init; } = [];

    public IReadOnlyList<PublishedPeriodPoint> Points { get; init; } = [];

    /// <summary>From an evaluation.</summary>
    public static BeforeAfterBody Of(EvaluationResult result, IReadOnlyList<string> regions, int roundedTo) => new()
    {
        From = result.Question.Series.Points[0].Start,
        To = result.Question.Series.Points[^1].Start,
        RoundedTo = roundedTo,
        Regions = regions,
        WithCaution = result.Verdict.Level == VerdictLevel.EstimableWithCaution,
        Method = result.Method,
        Reasons = [.. result.Verdict.Reasons.Select(reason => reason.Text)],
        Observed = result.Effect?.Observed,
        Expected = result.Effect?.Expected,
        Ratio = PublishedEstimate.Of(result.Effect?.RateRatio),
        Difference = PublishedEstimate.Of(result.Effect?.Difference),
        TrendBefore = PublishedEstimate.Of(result.PreTrend?.AYear),
        Controlled = PublishedEstimate.Of(result.Comparison?.Controlled.RateRatio),
        PlaceboRank = result.Placebo?.Rank ?? 0,
        Placebos = [.. (result.Placebo?.Dates ?? ImmutableArray<PlaceboDate>.Empty).Select(date => new PublishedPlacebo(date.On, date.RateRatio?.Value))],
        Points = result.Points.IsEmpty
            ? [.. result.Question.Series.Points.Select(point => new PublishedPeriodPoint(
                point.Start, point.Start < result.Question.Interruption.On ? Segment.Before : Segment.After, point.Status, point.Count, null, null, null))]
            : [.. result.Points.Select(point => new PublishedPeriodPoint(
                point.Start, point.Segment, point.Status, point.Count, point.Expected, point.ExpectedInterval.Lower, point.ExpectedInterval.Upper))],
    };
}
