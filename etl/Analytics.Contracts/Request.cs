using System.Text.Json;
using Analytics.Domain;

namespace Analytics.Contracts;

/// <summary>What the dashboard can ask the worker to do.</summary>
public static class RequestKind
{
    /// <summary>Look what loading an uploaded file would do (<see cref="UploadArguments"/>); the answer lies beside the file.</summary>
    public const string Preview = "preview";

    /// <summary>Load an uploaded file (<see cref="UploadArguments"/> to <see cref="LoadResult"/>).</summary>
    public const string Load = "load";

    /// <summary>Delete an uploaded file (<see cref="UploadArguments"/>).</summary>
    public const string Discard = "discard";

    /// <summary>Write rejected rows as a file to correct (<see cref="RejectedFileArguments"/> to <see cref="RejectedFileResult"/>).</summary>
    public const string RejectedFile = "rejected_file";

    /// <summary>Load rejected rows again (<see cref="RejectionFilter"/> to <see cref="LoadResult"/>).</summary>
    public const string Replay = "replay";

    /// <summary>Set rejected rows aside (<see cref="RejectionFilter"/> to <see cref="RowsResult"/>).</summary>
    public const string Dismiss = "dismiss";

    /// <summary>Open again what a request dismissed (<see cref="UndoArguments"/> to <see cref="RowsResult"/>).</summary>
    public const string Undo = "undo";

    /// <summary>Run a job now, and publish what it changed (<see cref="JobArguments"/> to <see cref="RunResult"/>).</summary>
    public const string Run = "run";

    /// <summary>Let a job's schedule pass by (<see cref="JobArguments"/>).</summary>
    public const string Pause = "pause";

    /// <summary>Let a job's schedule hold again (<see cref="JobArguments"/>).</summary>
    public const string Resume = "resume";
}

/// <param name="Upload">Id of the upload, see <see cref="UploadFolder"/>.</param>
/// <param name="Source">Id of a configured source.</param>
/// <param name="Mapping">Name of a shipped mapping, <c>canonical</c>, or null for the source's own.</param>
public sealed record UploadArguments(string Upload, string Source, string? Mapping);

/// <summary>Which problems of rejected rows are meant; what is null does not restrict.</summary>
/// <param name="Column">Empty for problems of the row as a whole.</param>
/// <param name="State"><c>open</c>, <c>replayed</c> or <c>dismissed</c>.</param>
/// <param name="Since">First day on which the file came, in Asia/Bishkek.</param>
public sealed record RejectionFilter(
    string? Feed = null, string? Source = null, long? Batch = null, string? Rule = null, string? Column = null, string? State = null, DateOnly? Since = null);

/// <param name="Upload">Where in the upload folder the file is written.</param>
/// <param name="Language">Of what was expected: en, ru or ky.</param>
public sealed record RejectedFileArguments(RejectionFilter Rows, string Upload, string Language);

public sealed record UndoArguments(long Request);

public sealed record JobArguments(string Job);

/// <param name="Batches">One for each file: an archive has several.</param>
public sealed record LoadResult(IReadOnlyList<LoadedBatch> Batches);

/// <param name="BatchId">Null only before it has one.</param>
/// <param name="Refused">Why nothing of it was stored; null when it was loaded.</param>
public sealed record LoadedBatch(long? BatchId, string File, RowCounts Counts, LocalText? Refused);

public sealed record RejectedFileResult(string File, long Rows);

public sealed record RowsResult(long Rows);

/// <param name="Summary">What the run did, as <c>ops.run</c> has it.</param>
public sealed record RunResult(string Summary);

/// <summary>Why a request failed.</summary>
public sealed record FailureResult(LocalText Error);

/// <summary>A request as it stands.</summary>
/// <param name="State"><c>asked</c>, <c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="RowsRead">How far it is, where it reads rows.</param>
/// <param name="Arguments">JSON.</param>
/// <param name="Result">JSON; null until it has ended.</param>
public sealed record Request(long RequestId, string Kind, string Arguments, long AskedBy, string State, long RowsRead, string? Result)
{
    public bool HasEnded => State is "done" or "failed";

    public bool HasFailed => State == "failed";

    public T ArgumentsAs<T>() => RequestJson.Read<T>(Arguments);

    /// <exception cref="InvalidOperationException">It is not done.</exception>
    public T ResultAs<T>() => State == "done" && Result is not null ? RequestJson.Read<T>(Result) : throw new InvalidOperationException($"Request {RequestId} is {State} and has no result.");

    /// <summary>Why it failed.</summary>
    public LocalText? Error => HasFailed && Result is not null ? RequestJson.Read<FailureResult>(Result).Error : null;
}

/// <summary>How arguments and results are written.</summary>
public static class RequestJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), s_options);

    /// <exception cref="JsonException">The text is not of the type.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, s_options) ?? throw new JsonException("null is not expected");
}
