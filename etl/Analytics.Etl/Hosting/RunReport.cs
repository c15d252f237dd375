namespace Analytics.Etl.Hosting;

/// <summary>What one run of a job did, over all its files.</summary>
/// <param name="Error">One line when the run failed: a file was refused, or something broke.</param>
internal sealed record RunReport(
    int Files, long Read, long Inserted, long Updated, long Unchanged, long Deleted, long Rejected, string Summary, string? Error)
{
    /// <summary>Whether it failed because the database went away: then it may be tried again.</summary>
    public bool DatabaseLost { get; init; }

    public bool ChangedAnything => Inserted + Updated + Deleted > 0;

    public static RunReport Done(string summary) => new(0, 0, 0, 0, 0, 0, 0, summary, null);
}
