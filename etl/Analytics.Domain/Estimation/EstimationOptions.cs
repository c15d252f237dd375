using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>How the log-linear model is chosen.</summary>
public enum SelectionMethod
{
    /// <summary>Forward, by the p-value of overlaps (Chan, Silverman and Vincent 2021).</summary>
    Stepwise,

    /// <summary>Lowest BIC of all hierarchical models (Silverman, Chan and Vincent 2024).</summary>
    Bic,
}

/// <summary>What to do and how far.</summary>
public sealed record EstimationOptions
{
    public SelectionMethod Selection { get; init; } = SelectionMethod.Stepwise;

    /// <summary>An interaction enters while its p-value is below this; 0 keeps to main effects.</summary>
    public double Threshold { get; init; } = 0.02;

    /// <summary>Resamples behind the BCa interval; 0 for none.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Same seed, same answer, however many threads.</summary>
    public long Seed { get; init; } = 1234;

    /// <summary>At most so many threads; −1 for as many as there are processors.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Interactions searched by BIC join at most so many lists, 2 or 3; null for the usual order.</summary>
    public int? MaxOrder { get; init; }

    /// <summary>Models of lowest BIC kept for resampling; null for the usual number.</summary>
    public int? ModelsKept { get; init; }

    /// <summary>Whether to search models by BIC even where the stepwise choice is shown, and to vary threshold and lists.</summary>
    public bool Sensitivity { get; init; } = true;

    public ImmutableArray<double> Thresholds { get; init; } = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];

    /// <summary>Measured errors of the linkage behind the counts; null where none were measured.</summary>
    public LinkageError? Linkage { get; init; }

    public VerdictRules Rules { get; init; } = VerdictRules.Default;

    /// <summary>When it fires, the answer is given from what is done, and says that it is partial.</summary>
    public CancellationToken OutOfTime { get; init; }
}
