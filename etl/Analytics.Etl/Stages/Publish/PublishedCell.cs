using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>A row of <c>pub.cell</c> without its publication.</summary>
/// <param name="Codes">Code of each dimension the cell is cut by.</param>
/// <param name="Status">ok, zero, withheld or not_reported.</param>
internal sealed record PublishedCell(
    string Profile,
    string Measure,
    Period Period,
    IReadOnlyDictionary<string, string> Codes,
    string Status,
    double? Value,
    double? Lower,
    double? Upper,
    bool Provisional);
