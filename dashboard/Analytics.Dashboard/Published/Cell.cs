using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Published;

/// <summary>A published number, or the reason why there is none.</summary>
/// <param name="Members">The member of each dimension that the cell is cut by; a missing dimension is the total.</param>
/// <param name="Value">In the measure's unit; null where withheld or not reported.</param>
/// <param name="Lower">Lower end of the 95 % interval, where the measure has one.</param>
public sealed record Cell(
    string Measure,
    PeriodKind PeriodKind,
    string Period,
    DateOnly Start,
    DateOnly End,
    IReadOnlyDictionary<string, string> Members,
    decimal? Value,
    decimal? Lower,
    decimal? Upper,
    CellStatus Status,
    bool Provisional)
{
    /// <summary>The last change after the cell had been published as final; null where there was none.</summary>
    public CellRevision? Revision { get; init; }

    public string Member(string dimension) => Members.GetValueOrDefault(dimension, Dimension.Total);
}

/// <summary>What a final cell showed before it changed, as this profile saw it.</summary>
/// <param name="OldValue">Null where it was withheld or not reported.</param>
/// <param name="Publication">The publication that changed it.</param>
public sealed record CellRevision(decimal? OldValue, CellStatus OldStatus, DateTimeOffset At, long Publication);
