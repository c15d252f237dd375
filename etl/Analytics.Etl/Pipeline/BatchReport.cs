using Analytics.Domain;
using Analytics.Etl.Files;

namespace Analytics.Etl.Pipeline;

/// <summary>What became of one file. Read = inserted + updated + unchanged + deleted + rejected, always.</summary>
/// <param name="File">Its name, for the one whose file it is.</param>
/// <param name="Label">What a log, a screen of the worker or a run calls it, without its name.</param>
/// <param name="Refusal">Why nothing of the file was stored; null when it was loaded.</param>
internal sealed record BatchReport(
    long BatchId, string File, string Label, long Read, long Inserted, long Updated, long Unchanged, long Deleted, long Rejected, LocalText? Refusal, double Seconds)
{
    /// <summary>What was recognised as no data and left out, or was hidden in the file.</summary>
    public IReadOnlyList<FileRemark> Remarks { get; init; } = [];

    /// <summary>The refusal in English.</summary>
    public string? Refused => Refusal?.En;

    /// <summary>What became of how many rows.</summary>
    public IEnumerable<(string Outcome, long Rows)> Outcomes =>
        [("inserted", Inserted), ("updated", Updated), ("unchanged", Unchanged), ("deleted", Deleted), ("rejected", Rejected)];

    public bool ChangedAnything => Inserted + Updated + Deleted > 0;

    public string Summary => Refused is null
        ? $"{File}: {Read} read, {Inserted} inserted, {Updated} updated, {Unchanged} unchanged, {Deleted} deleted, {Rejected} rejected{string.Concat(Remarks.Select(Said))}"
        : $"{File}: refused, {Refused}";

    private static string Said(FileRemark remark) =>
        $"; {remark.Count} {remark.What.Replace('_', ' ')}{(remark.Lines.Count > 0 ? $" (line {string.Join(", ", remark.Lines.Take(5))}{(remark.Count > 5 ? ", …" : "")})" : remark.Names.Count > 0 ? $" ({string.Join(", ", remark.Names.Take(5))})" : "")}";
}
