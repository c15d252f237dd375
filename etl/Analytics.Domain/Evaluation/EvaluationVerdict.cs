using System.Collections.Immutable;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>Why an effect cannot be shown, or only with caution. Each is one stated rule; limits are in <see cref="EvaluationRules"/>.</summary>
public enum EvaluationCode
{
    TooFewBefore,
    TooFewAfter,
    TooFewEventsBefore,
    TooFewEventsAfter,
    TooManyTerms,
    SeriesBreak,
    Withheld,
    MissingReports,
    ReportingShift,
    NoEstimate,
    WideInterval,
    NoRatio,
    FewAPeriod,
    SeasonNotModelled,
    Autocorrelated,
    TrendBefore,
    TrendChanged,
    FewPlaceboDates,
    PlaceboRank,
    ComparisonNotUsable,
    ComparisonTrend,
}

/// <summary>One reason of a verdict.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Level">What the rule makes of the verdict.</param>
/// <param name="Value">What was found.</param>
/// <param name="Limit">What the rule asks for.</param>
public sealed record EvaluationReason(EvaluationCode Code, VerdictLevel Level, double? Value = null, double? Limit = null)
{
    /// <summary>The day of a break.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What a break is.</summary>
    public LocalText? What { get; init; }

    public bool Refuses => Level == VerdictLevel.NotEstimable;

    public LocalText Text => ReasonText.Of(this);
}

/// <summary>The verdict: as severe as its most severe reason.</summary>
public sealed record EvaluationVerdict(ImmutableArray<EvaluationReason> Reasons)
{
    public VerdictLevel Level => Reasons.IsEmpty ? VerdictLevel.Estimable : Reasons.Max(reason => reason.Level);

    public bool Estimable => Level != VerdictLevel.NotEstimable;

    public LocalText Text => Level switch
    {
        VerdictLevel.Estimable => new("Estimable.", "Оценить можно.", "Баалоого болот."),
        VerdictLevel.EstimableWithCaution => new("Estimable with caution.", "Оценить можно с осторожностью.", "Этияттык менен баалоого болот."),
        _ => new("Not estimable.", "Оценить нельзя.", "Баалоого болбойт."),
    };
}
