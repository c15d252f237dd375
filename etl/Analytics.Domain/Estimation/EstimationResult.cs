using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>The chosen model's estimate with one thing changed; null where it has none.</summary>
public sealed record Variation(string What, double? Total, string? Model);

/// <summary>
/// A list's known size against what the other lists predict of it: the internal consistency that Binette and Steorts
/// (2022) ask for.
/// </summary>
/// <param name="List">The list.</param>
/// <param name="Known">Persons on it.</param>
/// <param name="Predicted">Estimated from those of its persons who are on other lists; null where that cannot be done.</param>
public sealed record KnownList(string List, double Known, double? Predicted);

/// <summary>A model and the share of resamples in which it was chosen.</summary>
public sealed record ModelShare(LogLinearModel Model, double Share);

/// <summary>What resampling found.</summary>
/// <param name="Requested">Resamples asked for.</param>
/// <param name="Done">Resamples done; fewer where time ran out.</param>
/// <param name="Diverged">Resamples without an estimate. In the intervals they count as where the likelihood leads: infinite, or the observed number where one list came to hold everybody; after selection by BIC they are left out.</param>
/// <param name="ShareBelow">Share strictly below the estimate.</param>
/// <param name="BiasCorrection">z0, the normal quantile of that share; null where all or none lie below.</param>
/// <param name="Acceleration">From the delete-one jackknife; null where time ran out before it was done.</param>
/// <param name="Bca95">Bias-corrected and accelerated interval, 95 %.</param>
/// <param name="Bca80">The same, 80 %.</param>
/// <param name="Percentile95">Percentile interval, 95 %.</param>
/// <param name="AtExtremeReplicate">Whether an end of the BCa interval is the smallest or largest resample.</param>
/// <param name="ShownModelShare">Share of resamples in which the model shown was chosen.</param>
/// <param name="DistinctModels">How many models were chosen in some resample.</param>
/// <param name="Models">Those chosen most often, at most ten.</param>
public sealed record BootstrapSummary(
    int Requested,
    int Done,
    int Diverged,
    double ShareBelow,
    double? BiasCorrection,
    double? Acceleration,
    Interval Bca95,
    Interval Bca80,
    Interval Percentile95,
    bool AtExtremeReplicate,
    double ShownModelShare,
    int DistinctModels,
    ImmutableArray<ModelShare> Models);

/// <summary>The effect of measured linkage error.</summary>
/// <param name="Error">As measured.</param>
/// <param name="Observed">Distinct persons after the correction.</param>
/// <param name="Total">The total from corrected counts, selection repeated; null where there is none.</param>
/// <param name="Asymptotic95">Its asymptotic interval.</param>
public sealed record LinkageEffect(LinkageError Error, double? Observed, double? Total, Interval? Asymptotic95);

/// <summary>An estimate of a population from overlapping lists, with its story. Numbers are persons.</summary>
public sealed record EstimationResult
{
    public required CaptureHistories Table { get; init; }

    public required EstimationOptions Options { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>In words, with its source.</summary>
    public required string Method { get; init; }

    public double Observed => Table.Observed;

    /// <summary>Observed plus hidden; null where the verdict is <see cref="VerdictLevel.NotEstimable"/>.</summary>
    public double? Estimate => Verdict.Estimable ? Total : null;

    /// <summary>The 95 % interval to show; its ends null where the verdict is <see cref="VerdictLevel.NotEstimable"/>.</summary>
    public Interval Interval95 => Verdict.Estimable ? Calculated95 : default;

    public double? HiddenPersons => Estimate - Observed;

    public double? HiddenShare => Estimate > 0 ? 1 - Observed / Estimate : null;

    /// <summary>What the calculation gave, whatever the verdict; for the method's own page, not for a headline.</summary>
    public double? Total { get; init; }

    /// <summary>The 95 % interval whatever the verdict.</summary>
    public Interval Calculated95 { get; init; }

    /// <summary>bca, percentile (where BCa is not defined) or log-normal (without resamples).</summary>
    public string? IntervalKind { get; init; }

    /// <summary>The fitted log-linear model; null for two lists, or where none has an estimate.</summary>
    public FittedModel? Model { get; init; }

    public Interval? Asymptotic95 { get; init; }

    public BootstrapSummary? Bootstrap { get; init; }

    public ModelSearchResult? Search { get; init; }

    /// <summary>Each list never consulted, the selection repeated.</summary>
    public ImmutableArray<Variation> WithoutList { get; init; } = [];

    /// <summary>Other p-value thresholds.</summary>
    public ImmutableArray<Variation> AtThreshold { get; init; } = [];

    /// <summary>The method tried where the answer is known.</summary>
    public ImmutableArray<KnownList> KnownLists { get; init; } = [];

    /// <summary>Each pair of lists as if there were no other, by mask; never one alone as the answer.</summary>
    public ImmutableSortedDictionary<int, TwoLists> Pairs { get; init; } = ImmutableSortedDictionary<int, TwoLists>.Empty;

    public ChaoLowerBounds? Chao { get; init; }

    public LinkageEffect? Linkage { get; init; }

    /// <summary>Whether time ran out before everything was done.</summary>
    public bool Partial { get; init; }

    /// <summary>The reasons of the verdict in plain English.</summary>
    public IEnumerable<string> Warnings => Verdict.Reasons.Select(reason => reason.Text);
}
