using Analytics.Database.Tests.Etl;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Fetch;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Settings;

namespace Analytics.Database.Tests.Fetch;

/// <summary>A source of its own with a fetch, run the way its job runs it.</summary>
internal sealed class FetchedSource
{
    private readonly InboxLoader _loader;
    private readonly DataFolder _folder;

    public FetchedSource(EtlFixture fixture)
    {
        _folder = new DataFolder(Path.Combine(fixture.Folder, Id));
        _folder.Create();
        _loader = new InboxLoader(_folder, fixture.Etl, new Fetcher(_folder, fixture.Etl, Clock), new InboxSettings(QuietSeconds: 0, LookSeconds: 0), new Quarantine(_folder, new QuarantineSettings(), Clock), Clock);
    }

    public string Id { get; } = $"source_{Guid.NewGuid():n}"[..15];

    public FastClock Clock { get; } = new();

    public string Inbox => _folder.InboxOf(Id);

    /// <summary>Whatever is in the inbox, hidden or not.</summary>
    public IEnumerable<string?> InboxNames => Directory.GetFileSystemEntries(Inbox).Select(Path.GetFileName);

    public Secret Secret(string value)
    {
        File.WriteAllText(_folder.FileNamed("secret"), value + "\n");
        return new Secret("file:secret", _folder.Path);
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(_folder.FileNamed(name), text);
        return _folder.FileNamed(name);
    }

    public Task<RunReport> RunAsync(FetchSettings fetch, string feed = "hotline", string? mapping = null, CancellationToken token = default) =>
        _loader.RunAsync(new SourceSettings(Id, feed, mapping, null, Synthetic: false, fetch), runId: null, token);
}
