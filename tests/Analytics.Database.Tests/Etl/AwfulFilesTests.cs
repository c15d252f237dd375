using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;

namespace Analytics.Database.Tests.Etl;

public sealed class AwfulFilesTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    public static TheoryData<string> Names => [.. AwfulFiles.All.Select(f => f.Name)];

    [DatabaseTheory]
    [MemberData(nameof(Names))]
    public async Task Load_AwfulFile_IsLoadedOrRefusedWithItsReason(string name)
    {
        var file = AwfulFiles.All.Single(f => f.Name == name);
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Folder, Guid.NewGuid().ToString("n"))).FullName;
        var path = Path.Combine(folder, file.FileName);
        await File.WriteAllBytesAsync(path, file.Bytes);
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        var reports = await new LoadPipeline(fixture.Etl, fixture.Time).LoadAsync(path, Mapping.Canonical(FeedList.Find(file.Feed)!, file.Feed), new LoadSource(file.Feed), null, default);

        Assert.All(reports, r => Assert.Equal(r.Read, r.Inserted + r.Updated + r.Unchanged + r.Deleted + r.Rejected));
        if (file.Refused is { } reason)
        {
            var refused = Assert.Single(reports);
            Assert.Contains(reason, refused.Refused);
            Assert.Equal((0L, refused.Read), (refused.Inserted, refused.Rejected));
            Assert.DoesNotContain("root:", refused.Refused);
        }
        else
        {
            Assert.All(reports, r => Assert.Null(r.Refused));
            Assert.Equal((file.Inserted, file.Rejected), (reports.Sum(r => (int)r.Inserted), reports.Sum(r => (int)r.Rejected)));
        }
    }
}
