using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;

namespace Analytics.Etl.Ingest.Inbox;

/// <summary>
/// What became of each loaded file: <c>archive/&lt;yyyy-MM&gt;/&lt;first eight of the hash&gt;-&lt;name&gt;.receipt.json</c>. The file itself goes,
/// since it may hold what was not taken in; what was accepted of it is in <c>raw</c>, from where it is replayed.
/// </summary>
internal sealed class Archive(DataFolder folder, TimeProvider time)
{
    public const string Extension = ".receipt.json";

    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the receipt and deletes the file.</summary>
    public async Task PutAsync(string file, IReadOnlyList<BatchReport> batches, CancellationToken token)
    {
        var month = Directory.CreateDirectory(Path.Combine(folder.Archive, $"{time.GetUtcNow():yyyy-MM}")).FullName;
        var facts = await SourceFileFacts.OfAsync(file, token);
        var receipt = new
        {
            File = facts.Name,
            Sha256 = facts.Hash,
            facts.Bytes,
            LoadedAt = time.GetUtcNow(),
            Batches = batches.Select(b => new { b.BatchId, b.File, b.Read, b.Inserted, b.Updated, b.Unchanged, b.Deleted, b.Rejected, b.Refused }),
        };
        var path = Path.Combine(month, $"{facts.Hash[..8]}-{facts.Name}{Extension}");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(receipt, s_json), token);
        File.Delete(file);
    }
}
