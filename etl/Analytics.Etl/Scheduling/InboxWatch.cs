using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Settings;

namespace Analytics.Etl.Scheduling;

/// <summary>
/// Looks for finished files in the inboxes and has their source loaded by its own job, of which never two run at once. A file that a run
/// left where it was, because it cannot be read, is not asked for again until it changes or its schedule comes.
/// </summary>
internal sealed class InboxWatch(DataFolder folder, JobSettings settings, SchedulerService scheduler, TimeProvider time)
{
    private readonly Dictionary<string, HashSet<(string Path, long Length, DateTime Written)>> _asked = new(StringComparer.Ordinal);

    /// <exception cref="IOException">An inbox cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">An inbox may not be read.</exception>
    public async Task LookAsync(SourceSettings source, CancellationToken token)
    {
        if (source.Schedule is null)
        {
            return;
        }

        var look = await new InboxFiles(settings.Inbox, time).LookAsync(folder.InboxOf(source.Id), whole: null, token);
        var ready = look.Ready.Select(path => new FileInfo(path)).Where(file => file.Exists)
            .Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc)).ToHashSet();
        if (ready.IsSubsetOf(_asked.GetValueOrDefault(source.Id, [])) || await scheduler.LoadSoonAsync(source.Id, token))
        {
            _asked[source.Id] = ready;
        }
    }
}
