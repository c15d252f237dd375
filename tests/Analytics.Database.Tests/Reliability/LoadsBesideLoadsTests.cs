using Analytics.Database.Tests.Etl;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;

namespace Analytics.Database.Tests.Reliability;

/// <summary>Files with the same keys that are loaded at the same moment: every one of them is, as if one after the other.</summary>
public sealed class LoadsBesideLoadsTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const int LargeFiles = 3;
    private const int Rows = 400;
    private static readonly string[] s_topics = ["documents", "trafficking", "legal_advice"];

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Load_ManyFilesOfTheSameKeysAtOnce_EndAsOneAfterTheOther(int seed)
    {
        var files = Files(new Random(seed));
        await WarehouseContent.ForgetAsync(fixture);
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var loads = files.Keys.Select(name => Task.Run(async () =>
        {
            await start.Task;
            return await LoadAsync(name, files[name]);
        })).ToList();
        start.SetResult();
        var reports = (await Task.WhenAll(loads)).ToDictionary(report => report.File, StringComparer.Ordinal);
        Assert.All(reports.Values, report => Assert.Null(report.Refused));
        var together = await WarehouseContent.OfNowAsync(fixture.Etl);
        var rejected = await RejectedAsync();
        var order = await fixture.ListAsync<string>("select file_name from ops.batch where state = 'loaded' order by received_at");
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), order.Order(StringComparer.Ordinal));

        await WarehouseContent.ForgetAsync(fixture);
        foreach (var name in order)
        {
            fixture.Time.Now += TimeSpan.FromMinutes(1);
            Assert.Equal(Counts(await LoadAsync(name, files[name])), Counts(reports[name]));
        }

        Assert.Equal(await WarehouseContent.OfNowAsync(fixture.Etl), together);
        Assert.Equal(await RejectedAsync(), rejected);
    }

    /// <summary>Small files in which few keys come again and again, large ones that a second connection takes, and one of them twice.</summary>
    private static Dictionary<string, GeneratedFiles.SourceLines> Files(Random random)
    {
        List<GeneratedFiles.SourceLines> files = [.. GeneratedFiles.Dated(random), .. GeneratedFiles.Undated(random)];
        for (var i = 0; i < LargeFiles; i++)
        {
            files.Add(new(
                "hotline",
                ["contact_id,started_at,topic", .. Enumerable.Range(i * 100, Rows).Select(key => $"K-{key},2021-0{1 + random.Next(9)}-1{random.Next(10)},{s_topics[random.Next(s_topics.Length)]}")]));
        }

        files.Add(files[^1]);
        return files.Index().ToDictionary(file => $"together-{file.Index:00}.csv", file => file.Item, StringComparer.Ordinal);
    }

    private async Task<BatchReport> LoadAsync(string name, GeneratedFiles.SourceLines file)
    {
        var sizes = new LoadSizes(ChunkBytes: 1200, LargeFile: 8 * 1024);
        return Assert.Single(await new LoadPipeline(fixture.Etl, fixture.Time, sizes: sizes).LoadAsync(
            fixture.File(name, file.Lines), EtlFixture.Corrections(file.Feed), new LoadSource(file.Feed), null, default));
    }

    private Task<List<string>> RejectedAsync() => fixture.ListAsync<string>(
        "select file_name || ' ' || line || ' ' || rule from ops.rejected_row join ops.batch using (batch_id) order by file_name, line, rule");

    private static (long, long, long, long, long, long) Counts(BatchReport report) =>
        (report.Read, report.Inserted, report.Updated, report.Unchanged, report.Deleted, report.Rejected);
}
