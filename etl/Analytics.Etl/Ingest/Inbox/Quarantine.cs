using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Settings;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Ingest.Inbox;

/// <summary>
/// Refused files, which may hold whatever they were refused for: <c>quarantine/&lt;source&gt;/&lt;when&gt;-&lt;hash&gt;&lt;extension&gt;</c>, outside every
/// backup, readable for the owner alone, and deleted after the declared time. The listing beside each says why, by columns and rows, and
/// outlives it.
/// </summary>
internal sealed class Quarantine(DataFolder folder, QuarantineSettings settings, TimeProvider time)
{
    private const string Listing = ".reason.json";
    private const string When = "yyyyMMdd'T'HHmmss'Z'";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Puts a refused file here.</summary>
    public async Task PutAsync(string file, string source, IReadOnlyList<BatchReport> batches, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var facts = await SourceFileFacts.OfAsync(file, token);
        var name = Path.Combine(Of(source), $"{now.UtcDateTime.ToString(When, CultureInfo.InvariantCulture)}-{facts.Hash[..8]}");
        var listing = new
        {
            File = facts.Name,
            Sha256 = facts.Hash,
            Source = source,
            RefusedAt = now,
            DeletedAfter = now.AddDays(settings.Days),
            Files = batches.Select(b => new { b.BatchId, b.File, b.Read, b.Refused }),
        };
        await File.WriteAllTextAsync(name + Listing, JsonSerializer.Serialize(listing, s_json), token);
        Take(file, name + Path.GetExtension(file));
        Sweep();
    }

    /// <summary>Deletes the files whose time is over.</summary>
    public void Sweep()
    {
        var last = time.GetUtcNow().UtcDateTime.AddDays(-settings.Days);
        foreach (var file in Directory.EnumerateFiles(folder.Quarantine, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(Listing, StringComparison.Ordinal)))
        {
            if (PutAt(file) <= last)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Takes over what earlier versions left elsewhere: refused files in the inboxes, and loaded ones, as they came, in the archive.</summary>
    public void TakeOver()
    {
        var refused = Directory.EnumerateDirectories(folder.Inbox).Select(inbox => Path.Combine(inbox, "refused")).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles).Select(file => (File: file, Source: Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!));
        var loaded = Directory.EnumerateFiles(folder.Archive, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(Archive.Extension, StringComparison.Ordinal)).Select(file => (File: file, Source: "archive"));
        var number = 0;
        foreach (var (file, source) in refused.Concat(loaded).ToList())
        {
            Take(file, Path.Combine(Of(source), $"{time.GetUtcNow().UtcDateTime.ToString(When, CultureInfo.InvariantCulture)}-{++number:00000000}{Path.GetExtension(file)}"));
        }
    }

    private string Of(string source) => DataFolder.MakeClosed(Path.Combine(folder.Quarantine, source));

    private static void Take(string file, string path)
    {
        File.Move(file, path, overwrite: true);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }

    /// <summary>From its name: a copy or a restore changes a file's own times.</summary>
    private static DateTime PutAt(string file) => DateTime.TryParseExact(
        Path.GetFileName(file).Split('-')[0], When, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at : File.GetLastWriteTimeUtc(file);
}
