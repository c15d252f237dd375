using System.Diagnostics;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>One attempt to load a file: what it is asked to load, and what was found out on the way.</summary>
internal sealed class LoadBatch(NpgsqlConnection connection, SourceFileFacts file, Mapping mapping, LoadSource source, long? runId, Stopwatch clock)
{
    public NpgsqlConnection Connection => connection;

    public SourceFileFacts File => file;

    /// <summary>How the file is read; a file that is read in another way, by another mapping or program, is not the same again. Null for a part of a file.</summary>
    public string? Reading { get; } = file.IsWhole ? mapping.Fingerprint : null;

    /// <summary>The mapping with what had to be found out about the file.</summary>
    public Mapping Mapping { get; set; } = mapping;

    /// <summary>Which of day and month comes first in the file's dates, where that had to be found out.</summary>
    public string? DateOrder { get; set; }

    public LoadSource Source => source;

    public long? RunId => runId;

    public Stopwatch Clock => clock;

    public long Id { get; set; }

    public string Label => $"file {file.Code} of feed {Mapping.Feed.Name} (batch {Id})";

    /// <summary>The batch that had loaded the same file.</summary>
    public long? Repeats { get; set; }

    public string? Detected { get; set; }

    /// <summary>What the file's columns look like.</summary>
    public FileShape? Shape { get; set; }

    /// <summary>What is different from the last loaded file, as JSON, when the file is refused.</summary>
    public string? Difference { get; set; }

    /// <summary>Fields emptied or marked because they held an identifier.</summary>
    public long Scrubbed { get; set; }

    public string[]? Header { get; set; }

    /// <summary>What was recognised as no data, or was hidden in the file.</summary>
    public IReadOnlyList<FileRemark> Remarks { get; set; } = [];

    /// <summary>Whether the rejected rows of a refused file are kept.</summary>
    public bool KeepsRejected { get; set; }

    public BulkLoader? Loader { get; set; }

    /// <summary>The way of a large file's rows past the scripts; null where there is none.</summary>
    public BulkPath? BulkPath { get; set; }

    /// <summary>When the warehouse learned the rows; null before the first of them is merged.</summary>
    public DateTime? KnownSince { get; set; }

    /// <summary>Null before the first rows are merged.</summary>
    public BatchMerge? Merge { get; set; }
}
