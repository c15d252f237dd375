using System.Text.Json;
using Analytics.Domain.Measures;

namespace Analytics.Etl.Publish.Cells;

/// <summary>A row of <c>pub.cell</c> without its publication.</summary>
/// <param name="Codes">Code of each dimension the cell is cut by; a dimension that it is not cut by is missing.</param>
internal sealed record PublishedCell(
    string Profile,
    string Measure,
    Period Period,
    IReadOnlyDictionary<string, string> Codes,
    CellStatus Status,
    double? Value,
    double? Lower,
    double? Upper,
    bool Provisional)
{
    /// <summary>The batches with a row that counts in the cell; empty for what is no count of the warehouse.</summary>
    public IReadOnlyList<long> Batches { get; init; } = [];

    /// <summary>The codes as <c>members</c> of the tables hold them.</summary>
    public string Members => MembersOf(Codes);

    /// <returns>A JSON object of codes by dimension.</returns>
    public static string MembersOf(IReadOnlyDictionary<string, string> codes) =>
        codes.Count == 0 ? "{}" : JsonSerializer.Serialize(new SortedDictionary<string, string>(codes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal));
}
