using System.Globalization;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Settings;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Ingest.Inbox;

/// <summary>What a look into an inbox found.</summary>
/// <param name="Ready">Paths of whole files, in the order in which they are loaded.</param>
/// <param name="Left">Files that are still being written, without their names, each with how that shows.</param>
internal sealed record InboxLook(IReadOnlyList<string> Ready, IReadOnlyList<string> Left);

/// <summary>
/// Tells files that lie still from those that somebody is still writing: a name that programs give to unfinished files, a write within the
/// last seconds, or another size or time at a second look.
/// </summary>
internal sealed class InboxFiles(InboxSettings settings, TimeProvider time)
{
    /// <summary>A file that nobody has written to for so long needs no second look.</summary>
    public static readonly TimeSpan LongQuiet = TimeSpan.FromMinutes(10);

    private static readonly string[] s_unfinished = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download"];

    /// <param name="whole">A file that is known to be whole; null when none is.</param>
    public async Task<InboxLook> LookAsync(string inbox, string? whole, CancellationToken token)
    {
        var files = FileOrder.Of(Directory.EnumerateFiles(inbox)).Select(path => new FileInfo(path)).ToList();
        var left = new List<string>();
        var candidates = new List<FileInfo>();
        foreach (var file in files)
        {
            if (IsUnfinished(file.Name))
            {
                // Files that editors and systems hide are nobody's deliveries, and no news either.
                if (!file.Name.StartsWith('.'))
                {
                    left.Add($"{SourceFileFacts.Unnamed(file)} (its name says that it is not finished)");
                }
            }
            else if (file.FullName != whole && Age(file) is { Ticks: >= 0 } age && age < TimeSpan.FromSeconds(settings.QuietSeconds))
            {
                left.Add($"{SourceFileFacts.Unnamed(file)} (written to within the last {settings.QuietSeconds.ToString(CultureInfo.InvariantCulture)} s)");
            }
            else
            {
                candidates.Add(file);
            }
        }

        var doubtful = candidates.Where(f => f.FullName != whole && (Age(f) < LongQuiet)).Select(f => (File: f, f.Length, f.LastWriteTimeUtc)).ToList();
        if (doubtful.Count > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(settings.LookSeconds), time, token);
            foreach (var (file, length, written) in doubtful)
            {
                file.Refresh();
                if (!file.Exists || file.Length != length || file.LastWriteTimeUtc != written)
                {
                    candidates.Remove(file);
                    left.Add($"{SourceFileFacts.Unnamed(file)} (it changed while it was looked at)");
                }
            }
        }

        return new InboxLook([.. candidates.Select(f => f.FullName)], left);
    }

    private static bool IsUnfinished(string name) =>
        name.StartsWith('.') || name.StartsWith('~') || s_unfinished.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Negative when the file's clock is ahead of ours.</summary>
    private TimeSpan Age(FileInfo file) => time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc;
}
