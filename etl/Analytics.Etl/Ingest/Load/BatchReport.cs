using Analytics.Domain;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Ingest.Load;

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

    /// <summary>All files of one run together.</summary>
    public static RunReport Sum(IReadOnlyList<BatchReport> batches)
    {
        var refused = batches.Where(b => b.Refused is not null).Select(b => $"{b.Label}: refused, {b.Refused}").ToList();
        return new RunReport(
            batches.Count,
            batches.Sum(b => b.Read),
            batches.Sum(b => b.Inserted),
            batches.Sum(b => b.Updated),
            batches.Sum(b => b.Unchanged),
            batches.Sum(b => b.Deleted),
            batches.Sum(b => b.Rejected),
            batches.Count == 0 ? "no files in the inbox" : $"{batches.Count} file{(batches.Count == 1 ? "" : "s")}: {batches.Sum(b => b.Read)} rows read, {batches.Sum(b => b.Inserted)} inserted, {batches.Sum(b => b.Updated)} updated, {batches.Sum(b => b.Unchanged)} unchanged, {batches.Sum(b => b.Deleted)} deleted, {batches.Sum(b => b.Rejected)} rejected",
            refused.Count == 0 ? null : string.Join("; ", refused));
    }

    private static string Said(FileRemark remark) =>
        $"; {remark.Count} {remark.What.Replace('_', ' ')}{(remark.Lines.Count > 0 ? $" (line {string.Join(", ", remark.Lines.Take(5))}{(remark.Count > 5 ? ", …" : "")})" : remark.Names.Count > 0 ? $" ({string.Join(", ", remark.Names.Take(5))})" : "")}";
}
