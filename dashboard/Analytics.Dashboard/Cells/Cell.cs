namespace Analytics.Dashboard.Cells;

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
    public string Member(string dimension) => Members.GetValueOrDefault(dimension, Dimension.Total);
}
