using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Database.Tests.Etl;

/// <summary>A file that fails is set aside, whatever is in it, and the ones behind it are loaded.</summary>
public sealed class SetAsideTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Good = "contact_id,started_at\nZ-{0},2021\n";

    private static readonly (string Name, byte[] Bytes)[] s_broken =
    [
        ("a1.json", "[{\"contact_id\":\"\\ud800\",\"started_at\":\"2021\"}]"u8.ToArray()),
        ("a2.json", [.. "[{\"contact_id\":\"ОшОшОшОш"u8, 0xFF, .. "\",\"started_at\":\"2021\"}]"u8]),
        ("a3.json", Encoding.UTF8.GetBytes($"[{{\"contact_id\":\"x\",\"started_at\":{new string('[', 100_000)}")),
        ("a4.jsonl", "{\"contact_id\":\"x\"}\n{\"\\udc00\":1}\nnull\n"u8.ToArray()),
        ("a5.xml", "<export><contact contact_id=\"&#xD800;\"/></export>"u8.ToArray()),
        ("a6.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[200]]),
        ("a7.zip", [.. "PK\u0003\u0004"u8, .. "PK\u0005\u0006"u8, .. new byte[18]]),
        ("a8.csv", Encoding.UTF8.GetBytes(new string(',', 100_000))),
        ("a9.csv", [0, 1, 2, 3, 0, 0, 0, 0xFF]),
        ("Токтогулова_Зарина.csv", [0, 1, 2, 3, 0, 0, 1, 0xFF]),
        ("Ибрагимжанкызы Бегим.csv", [0, 1, 2, 3, 0, 0, 2, 0xFF]),
    ];

    [DatabaseFact]
    public async Task Run_BrokenFilesBeforeAGoodOne_AreSetAsideAndTheGoodOneIsLoaded()
    {
        var folder = new DataFolder(Path.Combine(fixture.Folder, "set-aside"));
        folder.Create();
        var inbox = folder.InboxOf("broken");
        foreach (var (name, bytes) in s_broken)
        {
            await File.WriteAllBytesAsync(Path.Combine(inbox, name), bytes);
        }

        await File.WriteAllTextAsync(Path.Combine(inbox, "z.csv"), Good.Replace("{0}", "inbox", StringComparison.Ordinal));
        var settings = new JobSettings([new SourceSettings("broken", "hotline", null, null, Synthetic: false)], null) { Inbox = new InboxSettings(QuietSeconds: 0, LookSeconds: 0) };
        await using var scheduler = await SchedulerService.OpenByHandAsync(folder, fixture.Etl, settings, fixture.Time, NullLoggerFactory.Instance, default);
        var report = await scheduler.RunAsync("broken", "hand", default);

        Assert.Equal(1, report.Inserted);
        var said = report.Error + await fixture.ScalarAsync<string>("select summary || error from ops.run where job = 'broken'");
        foreach (var (name, bytes) in s_broken)
        {
            Assert.Matches($"file {Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}\\{Path.GetExtension(name)} of feed hotline \\(batch [0-9]+\\): refused, ", report.Error);
        }

        Assert.DoesNotContain("Зарина", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Бегим", said, StringComparison.Ordinal);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.batch where file_name like '%Зарина%'"));
        Assert.DoesNotContain("fault of the program", report.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(inbox, "*", SearchOption.AllDirectories));
        Assert.Equal(1, await fixture.ScalarAsync<long>("select count(*) from core.hotline where contact_id = 'Z-inbox'"));
    }

    [DatabaseFact]
    public async Task Load_RecordWithHalfASurrogatePair_RejectsThatRecordAlone()
    {
        var lines = Enumerable.Range(0, 40).Select(i => $"{{\"contact_id\":\"Y-{i}\",\"started_at\":\"2021\",\"topic\":\"{(i == 7 ? "\\ud83d" : "other")}\"}}");
        var report = await fixture.LoadAsync("hotline", fixture.File("half.jsonl", [.. lines]));
        Assert.Equal((39L, 1L, null), (report.Inserted, report.Rejected, report.Refused));
        Assert.Equal("encoding", await fixture.ScalarAsync<string>($"select rule from ops.rejected_row where batch_id = {report.BatchId}"));
    }

    [DatabaseFact]
    public async Task Load_ReaderWithAFault_RefusesTheFileAndQuotesNothing()
    {
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        var mapping = Analytics.Etl.Mappings.Mapping.Canonical(Analytics.Etl.Feeds.FeedList.Find("hotline")!, "hotline");
        var report = await new LoadPipeline(fixture.Etl, fixture.Time).LoadAsync(
            new SourceFileFacts("f.csv", new string('a', 64), 1), () => throw new InvalidOperationException("the value Asanova"), mapping, new LoadSource("hotline"), null, null, default);
        Assert.Contains("fault of the program (InvalidOperationException", report.Refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Asanova", report.Refused, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Import_SeveralFilesOneBroken_LoadsTheOthersAndSaysWhy()
    {
        var bad = Path.Combine(fixture.Folder, "bad.json");
        await File.WriteAllBytesAsync(bad, s_broken[0].Bytes);
        var (code, output, error) = await Program.RunAsync(
            fixture.ConnectionString, fixture.Folder, "import", "hotline", bad, fixture.File("good.csv", Good.Replace("{0}", "import", StringComparison.Ordinal).Split('\n')));
        Assert.Equal(1, code);
        Assert.Contains("1 inserted", output, StringComparison.Ordinal);
        Assert.Contains("bad.json: refused", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", error, StringComparison.Ordinal);
    }
}
