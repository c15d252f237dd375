namespace Analytics.Etl.Pipeline;

/// <summary>What one run of a job did, over all its files.</summary>
/// <param name="Error">One line when the run failed: a file was refused, or something broke.</param>
internal sealed record RunReport(
    int Files, long Read, long Inserted, long Updated, long Unchanged, long Deleted, long Rejected, string Summary, string? Error)
{
    /// <summary>Whether it failed because the database went away: then it may be tried again.</summary>
    public bool DatabaseLost { get; init; }

    public bool ChangedAnything => Inserted + Updated + Deleted > 0;

    public static RunReport Of(IReadOnlyList<BatchReport> batches)
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

    public static RunReport Done(string summary) => new(0, 0, 0, 0, 0, 0, 0, summary, null);
}
