namespace Analytics.Domain.Estimation;

/// <summary>One reason of a verdict without the count it was found at, which a reader may not be meant to see.</summary>
/// <param name="Subject">The list it is about.</param>
/// <param name="Other">The other list, where it is about two; such lists are named to the ministry alone.</param>
/// <param name="Limit">What the rule allows.</param>
public sealed record ReasonSummary(ReasonCode Code, VerdictLevel Level, string? Subject, double? Limit, string? Other = null);

/// <summary>Persons on exactly these lists.</summary>
/// <param name="Lists">Bit i for list i.</param>
/// <param name="Status">ok, zero or withheld.</param>
/// <param name="Persons">Null where withheld.</param>
public sealed record Overlap(int Lists, string Status, long? Persons);

/// <summary>A model and the share of resamples that chose it; null instead of its name where the profile may not see overlaps.</summary>
public sealed record ChosenModel(string? Name, double Share);

/// <summary>Hidden persons with one list never consulted; null where that gives no estimate.</summary>
public sealed record WithoutOne(string List, double? Hidden);

/// <summary>An estimate as one audience may see it: rounded, with its overlaps protected. Numbers are persons on no list.</summary>
public sealed record EstimateSummary
{
    public required VerdictLevel Verdict { get; init; }
    public required IReadOnlyList<ReasonSummary> Reasons { get; init; }

    /// <summary>Codes of the lists in the order of the bits.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    public required IReadOnlyList<Overlap> Overlaps { get; init; }

    /// <summary>Persons on each list, by a mask of one bit, and on any (mask 0).</summary>
    public required IReadOnlyList<Overlap> Totals { get; init; }

    /// <summary>All estimates are multiples of it; 0 where none is released.</summary>
    public int RoundedTo { get; init; }

    /// <summary>Whether an estimate exists but would give away a withheld overlap to this audience.</summary>
    public bool Withheld { get; init; }

    public double? Hidden { get; init; }
    public Interval Interval95 { get; init; }
    public string? IntervalKind { get; init; }
    public Interval Asymptotic95 { get; init; }
    public string? Model { get; init; }
    public IReadOnlyList<ChosenModel> Models { get; init; } = [];
    public int DistinctModels { get; init; }

    /// <summary>Over all models within 10 of the best BIC.</summary>
    public Interval NearModels { get; init; }

    /// <summary>Over other p-value thresholds.</summary>
    public Interval Thresholds { get; init; }

    public IReadOnlyList<WithoutOne> WithoutLists { get; init; } = [];

    /// <summary>Change of the total when measured linkage error is corrected for, a share.</summary>
    public double? LinkageChange { get; init; }

    public double? MissRate { get; init; }
    public double? FalseMatchRate { get; init; }
    public long Seed { get; init; }
    public int Replicates { get; init; }
}
