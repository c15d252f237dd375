using Analytics.Database.Tests.Etl;
using Analytics.Demo;
using Analytics.Etl.Publish;
using Analytics.Etl.Warehouse.Link;
using Analytics.Etl.Warehouse.Rebuild;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Publish;

/// <summary>Three years of the demonstration files: whatever the order in which they come, the warehouse and all that is published are the same.</summary>
public sealed class FromScratchTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Publication_OfFilesInAnyOrderOrRebuilt_IsTheSameByHash()
    {
        var files = Files();
        await LoadAsync(files);
        await PublishAsync();
        var (warehouse, published) = (await WarehouseContent.OfNowAsync(fixture.Etl), await PublishedContent.OfAsync(fixture.Etl));
        Assert.Equal(355, await fixture.ScalarAsync<int>(
            "select count(distinct person_key) from mart.fct_assistance where organisation like 'NGO-%' and known_until = 'infinity' and intake_date_key between 20180101 and 20201231"));

        // Made again from raw, whose rows lie in another order, and published over the same past.
        await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        AssertSame(warehouse, await WarehouseContent.OfNowAsync(fixture.Etl));
        await PublishAsync();
        AssertSame(published, await PublishedContent.OfAsync(fixture.Etl));

        // From nothing, the files the other way round, some of them twice.
        await PublishedContent.ForgetAsync(fixture);
        await LoadAsync([.. files.Reverse(), .. files.Take(3)]);
        await PublishAsync();
        AssertSame(warehouse, await WarehouseContent.OfNowAsync(fixture.Etl));
        AssertSame(published, await PublishedContent.OfAsync(fixture.Etl));

        // With a publication on the way. What it showed stays known to its readers and belongs to the next one's protection: more may
        // be withheld than from nothing, and what both show is the same.
        await using var owner = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync("create table public.at_once as select * from pub.cell");
        await PublishedContent.ForgetAsync(fixture);
        await LoadAsync([.. files.Where((_, i) => i % 2 == 0)]);
        await PublishAsync();
        await LoadAsync([.. files.Where((_, i) => i % 2 == 1)]);
        await PublishAsync();
        AssertSame(warehouse, await WarehouseContent.OfNowAsync(fixture.Etl));
        const string Same =
            """
            from public.at_once as once
            full join pub.cell as after using (profile, measure, cut, period_kind, period, members)
            """;
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            $"select count(*) {Same} where once.status is null or after.status is null or once.value <> after.value or (once.status = 'not_reported') <> (after.status = 'not_reported')"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            $"select count(*) {Same} where measure like 'crimes_%' and measure not like '%per_100%' and (once.value, once.status) is distinct from (after.value, after.status)"));
    }

    private static void AssertSame(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual) =>
        Assert.Equal([], expected.Where(table => actual[table.Key] != table.Value).Select(table => $"{table.Key}: {table.Value} became {actual[table.Key]}"));

    /// <summary>Source, file.</summary>
    private (string Source, string Path)[] Files()
    {
        var folder = Path.Combine(fixture.Folder, "demo");
        Assert.Null(DemoWriter.Write(folder, DemoOptions.For(fixture.Time) with { FirstYear = 2018, LastYear = 2020, Contacts = 300 }, progress: null).Refused);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) != folder).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(Path.GetDirectoryName(file)!), file))];
    }

    private async Task LoadAsync(IEnumerable<(string Source, string Path)> files)
    {
        foreach (var (source, path) in files)
        {
            var feed = DemoFolder.FeedOf(source);
            var batch = await fixture.LoadAsync(feed, path, source);
            Assert.Equal((null, 0), (batch.Refused, batch.Rejected));
        }
    }

    private async Task PublishAsync()
    {
        await new LinkStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
    }
}
