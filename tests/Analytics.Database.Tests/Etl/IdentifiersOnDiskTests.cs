using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;

namespace Analytics.Database.Tests.Etl;

/// <summary>Names, numbers and addresses that somebody sends are nowhere on the disk afterwards but in the quarantine, and there for a time.</summary>
public sealed class IdentifiersOnDiskTests : IDisposable
{
    private static readonly string[] s_identifiers =
        ["Токтогулова", "0700 918 273", "+996700918273", "21203199012345", "toktogulova.zz@example.org"];

    private readonly string _root = Directory.CreateTempSubdirectory("analytics-disk-").FullName;

    public IdentifiersOnDiskTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            // The database's user passes through.
            File.SetUnixFileMode(_root, (UnixFileMode)0b111_001_001);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [DatabaseTheory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task LoadRefuseAndBackUp_FilesWithIdentifiers_LeaveNoneOutsideTheQuarantine(string logs)
    {
        var data = new DataFolder(Path.Combine(_root, "data"));
        data.Create();
        // Every event that there is, of the libraries too.
        await File.WriteAllTextAsync(data.FileNamed(WorkerConfiguration.FileName), $$"""
            { "Logging": { "File": { "Format": "{{logs}}" }, "LogLevel": { "Default": "Trace", "Quartz": "Trace", "Microsoft": "Trace" } } }
            """);
        var inbox = data.InboxOf("hotline");
        await File.WriteAllTextAsync(Path.Combine(inbox, "refused.csv"), "contact_id,started_at,ФИО\nD-1,2021,Токтогулова Зарина\nD-2,2021,Токтогулова Айша\n");
        await File.WriteAllTextAsync(Path.Combine(inbox, "+996700918273.csv"), "contact_id,started_at,phone\nD-3,2021,0700 918 273\n");
        await File.WriteAllTextAsync(
            Path.Combine(inbox, "loaded.csv"), "contact_id,started_at,topic,referred_to\nD-4,2021,other,0700 918 273\nD-5,2021,other,\nD-6,2021,toktogulova.zz@example.org,\nD-7,2021,other,\nD-8,2021,other,21203199012345\n");
        await File.WriteAllTextAsync(Path.Combine(inbox, "refused.json"), "[{\"contact_id\":\"D-9\",\"started_at\":\"2021\",\"person\":{\"phone\":\"+996700918273\",\"email\":\"toktogulova.zz@example.org\"}}]");
        await File.WriteAllTextAsync(Path.Combine(inbox, "no-header.csv"), "D-10,2021,Токтогулова Зарина,0700 918 273\nD-11,2021,Токтогулова Айша,21203199012345\n");
        Old(inbox);

        // Embedded server and all, as a reader of the disk finds it when everything has stopped.
        var (code, _, error) = await Program.RunAsync("", _root, "run", "hotline");
        Assert.Equal(1, code);
        Assert.Contains("refused", error, StringComparison.Ordinal);
        Assert.Empty(Found(error));

        await File.WriteAllTextAsync(Path.Combine(inbox, "waiting.csv"), "contact_id,started_at,ФИО\nD-12,2021,Токтогулова Зарина\n");
        var backup = Path.Combine(_root, "all.backup");
        var (saved, _, said) = await Program.RunAsync("", _root, "backup", backup);
        Assert.True(saved == 0, said);
        Assert.Contains("not in it (1)", said, StringComparison.Ordinal);
        File.Delete(Path.Combine(inbox, "waiting.csv"));

        Assert.Equal(4, Directory.GetFiles(Path.Combine(data.Quarantine, "hotline")).Count(file => !file.EndsWith(".reason.json", StringComparison.Ordinal)));
        foreach (var file in Directory.EnumerateFiles(data.Path, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(data.Quarantine, StringComparison.Ordinal) || file.EndsWith(".reason.json", StringComparison.Ordinal)))
        {
            Assert.True(Found(file).Concat(Found(await File.ReadAllBytesAsync(file))).ToList() is [], file);
        }

        AssertWhole(await File.ReadAllLinesAsync(Path.Combine(data.Logs, "worker.log")), isJson: logs == "json");

        await using var zip = await ZipFile.OpenReadAsync(backup);
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync();
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            Assert.True(Found(copy.ToArray()) is [], entry.FullName);
        }
    }

    [Fact]
    public async Task Sweep_AfterTheDeclaredTime_DeletesTheFileAndKeepsTheListing()
    {
        var (data, clock) = (new DataFolder(Path.Combine(_root, "sweep")), new EtlFixture.Clock());
        data.Create();
        var quarantine = new Quarantine(data, new QuarantineSettings(Days: 2), clock);
        await File.WriteAllTextAsync(Path.Combine(_root, "a.csv"), "name\nТоктогулова\n");
        await quarantine.PutAsync(Path.Combine(_root, "a.csv"), "hotline", [], default);
        Assert.Equal(2, Directory.GetFiles(data.Quarantine, "*", SearchOption.AllDirectories).Length);
        clock.Now += TimeSpan.FromDays(2) - TimeSpan.FromMinutes(1);
        quarantine.Sweep();
        Assert.Equal(2, Directory.GetFiles(data.Quarantine, "*", SearchOption.AllDirectories).Length);
        clock.Now += TimeSpan.FromMinutes(1);
        quarantine.Sweep();
        Assert.EndsWith(".reason.json", Assert.Single(Directory.GetFiles(data.Quarantine, "*", SearchOption.AllDirectories)), StringComparison.Ordinal);
    }

    [Fact]
    public void TakeOver_OriginalsOfEarlierVersions_GoToTheQuarantine()
    {
        var data = new DataFolder(Path.Combine(_root, "old"));
        data.Create();
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(data.InboxOf("hotline"), "refused")).FullName, "a.csv"), "x");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(data.Archive, "2026-10")).FullName, "12345678-b.csv"), "x");
        File.WriteAllText(Path.Combine(data.Archive, "2026-10", $"12345678-c.csv{Archive.Extension}"), "{}");
        new Quarantine(data, new QuarantineSettings(), new EtlFixture.Clock()).TakeOver();
        Assert.Equal(2, Directory.GetFiles(data.Quarantine, "*", SearchOption.AllDirectories).Length);
        Assert.Single(Directory.GetFiles(data.Archive, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(data.Inbox, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void Faults_DaysOutOfRange_IsOne(int days) => Assert.Contains("Quarantine:Days", Assert.Single(new QuarantineSettings(days).Faults()), StringComparison.Ordinal);

    /// <summary>That nothing was found counts for nothing where nothing was logged.</summary>
    private static void AssertWhole(string[] log, bool isJson)
    {
        Assert.Contains(log, line => line.Contains("hotline", StringComparison.Ordinal) && line.Contains("failed", StringComparison.Ordinal));
        if (isJson)
        {
            var events = log.Select(line => JsonDocument.Parse(line).RootElement).ToList();
            var ended = events.Where(one => one.GetProperty("name").GetString() == "RunEnded").Select(one => one.GetProperty("fields"));
            Assert.Equal("failed", Assert.Single(ended, run => run.GetProperty("Job").GetString() == "hotline").GetProperty("State").GetString());
            Assert.All(events, one => Assert.False(string.IsNullOrEmpty(one.GetProperty("template").GetString())));
        }
    }

    private static List<string> Found(string text) => Found(Encoding.UTF8.GetBytes(text));

    private static List<string> Found(byte[] bytes) => [.. s_identifiers.Where(value => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) >= 0)];

    /// <summary>Files that nobody has written to for long are not waited for.</summary>
    private static void Old(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        }
    }
}
