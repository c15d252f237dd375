namespace Analytics.Domain.Measures;

/// <summary>What one of a number is. Never changed by arithmetic; a ratio of two units names both.</summary>
public enum Unit
{
    Contact,
    Person,
    Intake,
    Service,
    Crime,
    Report,
    Agency,
    Complaint,
}

/// <summary>How a measure comes about from the counts of the warehouse.</summary>
public enum MeasureKind
{
    /// <summary>A count of people, contacts or services: protected per profile.</summary>
    ProtectedCount,

    /// <summary>A count of official acts: an accountability figure, open to everyone, zeros included.</summary>
    OpenCount,

    /// <summary>A count of linked persons, protected together with all others of its table.</summary>
    LinkedCount,

    /// <summary>A share of linked persons, computed from what the profile may see, its interval widened by the error of linkage.</summary>
    LinkedShare,

    /// <summary>Estimated by a model from overlapping lists, rounded so that no withheld overlap follows from it.</summary>
    Estimate,

    /// <summary>An estimated share.</summary>
    EstimatedShare,

    /// <summary>A ratio of two other measures, computed from what the profile may see.</summary>
    Ratio,
}

/// <summary>One measure, declared once and used by pages, the interface, exports and documents alike.</summary>
/// <param name="Id">As in <c>pub.cell.measure</c>.</param>
/// <param name="Unit">Unit of the value; of a ratio, the unit of its numerator.</param>
/// <param name="UnitName">The unit in words, both units of a ratio.</param>
/// <param name="Definition">What is counted, by which date, and what is left out.</param>
/// <param name="Formula">How it is computed, in terms of facts or other measures.</param>
/// <param name="Dimensions">What it may be cut by besides the period; names as in <c>pub.cell</c>.</param>
/// <param name="Feeds">The feeds it comes from.</param>
/// <param name="BreaksAtCodeChange">Whether a change of the criminal code breaks its series.</param>
public sealed record Measure(
    string Id,
    Unit Unit,
    MeasureKind Kind,
    LocalText Name,
    LocalText UnitName,
    LocalText Definition,
    string Formula,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<string> Feeds,
    bool BreaksAtCodeChange = false)
{
    /// <summary>Of a ratio: the measure above the line.</summary>
    public string? Numerator { get; init; }

    /// <summary>Of a ratio: the measure below the line.</summary>
    public string? Denominator { get; init; }

    /// <summary>Of a ratio: both counts are whole, not a sample of more, so that there is nothing to give an interval for.</summary>
    public bool IsCensus { get; init; }

    /// <summary>Of a ratio: value = Scale × numerator ÷ denominator + Offset.</summary>
    public double Scale { get; init; } = 1;

    /// <inheritdoc cref="Scale"/>
    public double Offset { get; init; }
}
