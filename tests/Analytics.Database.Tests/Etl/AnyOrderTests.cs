using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Warehouse.Rebuild;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;

namespace Analytics.Database.Tests.Etl;

/// <summary>The rule of <c>sql/repeatable/functions/merge_incoming.sql</c>, as properties over generated files.</summary>
public sealed class AnyOrderTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private static readonly Config s_cases = Config.QuickThrowOnFailure.WithReplay(20_180_101, 2_020_123_101).WithMaxTest(8);

    /// <summary>Rows that say themselves which is newer: any order and any repetition of the files leaves the same warehouse.</summary>
    [DatabaseFact]
    public void Load_DatedRows_AnyOrderAndRepetition_LeaveTheSame() => ForAll(async random =>
    {
        var files = GeneratedFiles.Dated(random);
        var expected = await AfterAsync(files);
        for (var i = 0; i < 2; i++)
        {
            AssertSame(expected, await AfterAsync(Shuffled(files, random)));
        }
    });

    /// <summary>Rows that do not: what came first in its version stays first, so repeating files changes nothing.</summary>
    [DatabaseFact]
    public void Load_UndatedRows_AnyRepetition_LeavesTheSame() => ForAll(async random =>
    {
        var files = GeneratedFiles.Undated(random);
        var expected = await AfterAsync(files);
        AssertSame(expected, await AfterAsync(files.SelectMany((file, i) => files.Take(i).Where(_ => random.Next(2) == 0).Prepend(file))));

        // With a blank line more the file has another hash, so that it is the rows that are found again.
        AssertSame(expected, await AfterAsync(files.SelectMany((file, i) => files.Take(i).Select(f => f with { Lines = [.. f.Lines, ""] }).Prepend(file))));
    });

    /// <summary>What each load keeps up to date is what counting all facts gives, whatever changed in between.</summary>
    [DatabaseFact]
    public void Counts_KeptByLoads_AreThoseFromScratch() => ForAll(async random =>
    {
        await AfterAsync([.. GeneratedFiles.Undated(random), .. GeneratedFiles.Undated(random)]);
        const string Kept = "select (month_key, caller_region_key, source_key, topic, suspected, referred, contacts)::text from mart.contact_count where contacts <> 0 order by 1";
        const string Counted = """
            select (contact_date_key / 100 * 100, caller_region_key, source_key, topic, coalesce(suspected, false), referred_to_key <> 0, count(*))::text
            from mart.fct_contact where known_until = 'infinity'
            group by batch_key, contact_date_key / 100 * 100, caller_region_key, source_key, topic, coalesce(suspected, false), referred_to_key <> 0 order by 1
            """;
        Assert.Equal(await fixture.ListAsync<string>(Counted), await fixture.ListAsync<string>(Kept));
    });

    [DatabaseFact]
    public void Rebuild_FromRaw_LeavesTheSameWithItsHistory() => ForAll(async random =>
    {
        await AfterAsync(Shuffled([.. GeneratedFiles.Dated(random), .. GeneratedFiles.Undated(random)], random));
        var before = await WarehouseContent.OfAllTimeAsync(fixture.Etl);
        var rejected = await fixture.ScalarAsync<long>("select count(*) from ops.rejected_row");
        await PermuteRawAsync();
        await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(default);
        AssertSame(before, await WarehouseContent.OfAllTimeAsync(fixture.Etl));
        Assert.Equal(rejected, await fixture.ScalarAsync<long>("select count(*) from ops.rejected_row"));
    });

    /// <summary>Two at once end as one after the other would, in one of the two orders.</summary>
    [DatabaseFact]
    public void Load_TwoAtOnce_EndsAsOneOfTheTwoOrders() => ForAll(async random =>
    {
        var undated = GeneratedFiles.Undated(random);
        var (first, second) = (undated[0], undated[1]);
        var either = new[] { await AfterAsync([first, second]), await AfterAsync([second, first]) };
        await WarehouseContent.ForgetAsync(fixture);
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        await Task.WhenAll(Task.Run(() => LoadAsync(first)), Task.Run(() => LoadAsync(second)));
        var after = await WarehouseContent.OfNowAsync(fixture.Etl);
        Assert.Contains(either, order => order.All(table => after[table.Key] == table.Value));
    });

    /// <summary>The greater hash holds in either order, in one file or two; the other row is rejected and not lost in silence.</summary>
    [DatabaseFact]
    public async Task Load_TwoRowsOfOneMoment_OneHoldsWhateverTheOrderAndTheOtherIsRejected()
    {
        const string Header = "register_no,registered_at,article,updated_at";
        string[] rows = ["M-1,2021-03-01,171,2021-03-02", "M-1,2021-04-01,171,2021-03-02"];
        var held = new HashSet<int>();
        foreach (var files in (string[][][])[[[rows[0]], [rows[1]]], [[rows[1]], [rows[0]]], [rows], [[rows[1], rows[0]]], [[rows[0]], [rows[1]], [rows[0]], [rows[1]]]])
        {
            await WarehouseContent.ForgetAsync(fixture);
            var reports = new List<BatchReport>();
            foreach (var file in files)
            {
                reports.Add(await fixture.LoadLinesAsync("register_crime", [Header, .. file]));
            }

            held.Add(await fixture.ScalarAsync<int>("select registered_at from core.register_crime where known_until = 'infinity'"));
            // Told either as a rejection, or as the change that it made.
            Assert.True(reports.Sum(report => report.Rejected + report.Updated) >= 1);
        }

        Assert.Single(held);
    }

    /// <summary>Without any date the later arrival is the correction; another order of arrival is another statement.</summary>
    [DatabaseFact]
    public async Task Load_UndatedRows_TheLaterArrivalHoldsAndARebuildKeepsIt()
    {
        foreach (var (first, second) in new[] { ("documents", "trafficking"), ("trafficking", "documents") })
        {
            await WarehouseContent.ForgetAsync(fixture);
            await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic", $"U-1,2021,{first}");
            await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic", $"U-1,2021,{second}");
            await PermuteRawAsync();
            await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(default);
            Assert.Equal(second, await fixture.ScalarAsync<string>("select topic from mart.fct_contact where known_until = 'infinity'"));
        }
    }

    [DatabaseFact]
    public async Task Load_CorrectedFileThenTheOldOneAgain_KeepsTheCorrection()
    {
        await WarehouseContent.ForgetAsync(fixture);
        string[] a = ["contact_id,started_at,topic", "A-1,2021,documents", "A-2,2021,documents"];
        var path = fixture.File("a.csv", a);
        await fixture.LoadAsync("hotline", path);
        await fixture.LoadLinesAsync("hotline", "contact_id,started_at,topic", "A-1,2021,trafficking");
        var again = await fixture.LoadAsync("hotline", path);
        Assert.Equal((2L, 2L), (again.Read, again.Unchanged));
        var otherwise = await fixture.LoadLinesAsync("hotline", [.. a, "A-3,2021,other"]);
        Assert.Equal((3L, 2L, 1L), (otherwise.Read, otherwise.Unchanged, otherwise.Inserted));
        Assert.Equal("trafficking", await fixture.ScalarAsync<string>("select topic from mart.fct_contact where contact_id = 'A-1' and known_until = 'infinity'"));
    }

    [DatabaseFact]
    public async Task Load_SameFileAgain_StoresNoRowAgain()
    {
        await WarehouseContent.ForgetAsync(fixture);
        var path = fixture.File("again.csv", "contact_id,started_at", "G-1,2021", "G-2,2021");
        await fixture.LoadAsync("hotline", path);
        var again = await fixture.LoadAsync("hotline", path);
        Assert.Equal((2L, 2L), (again.Read, again.Unchanged));
        Assert.Equal(2, await fixture.ScalarAsync<long>("select count(*) from raw.hotline"));
        var elsewhere = await fixture.LoadAsync("hotline", path, source: "hotline_of_another");
        Assert.Equal((2L, 4L), (elsewhere.Unchanged, await fixture.ScalarAsync<long>("select count(*) from raw.hotline")));
    }

    [DatabaseFact]
    public async Task Load_SameFileAfterRejections_IsReadAgain()
    {
        await WarehouseContent.ForgetAsync(fixture);
        var path = fixture.File("later.csv", "contact_id,started_at", "L-1,2021", "L-2,2021-01-01", "L-3,2026-11-30");
        Assert.Equal((2L, 1L), (await fixture.LoadAsync("hotline", path)) is var first ? (first.Inserted, first.Rejected) : default);
        var before = fixture.Time.Now;
        fixture.Time.Now += TimeSpan.FromDays(20);
        var again = await fixture.LoadAsync("hotline", path);
        fixture.Time.Now = before;
        Assert.Equal((2L, 1L, 0L), (again.Unchanged, again.Inserted, again.Rejected));
    }

    [Fact]
    public void Order_ComesFromTheFiles_NotFromTheListing()
    {
        string[] names = ["b.csv", "a.csv", "c.csv"];
        var paths = names.Select(name => fixture.File($"order-{name}", "x")).ToArray();
        File.SetLastWriteTimeUtc(paths[0], new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(paths[1], new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(paths[2], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["order-c.csv", "order-a.csv", "order-b.csv"], FileOrder.Of(paths).Select(Path.GetFileName));
        Assert.Equal(FileOrder.Of(paths), FileOrder.Of(paths.Reverse()));
    }

    private static void ForAll(Func<Random, Task> holds) =>
        Check.One(s_cases, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(new Random(seed)).GetAwaiter().GetResult()));

    private async Task<Dictionary<string, string>> AfterAsync(IEnumerable<GeneratedFiles.SourceLines> files)
    {
        await WarehouseContent.ForgetAsync(fixture);
        foreach (var file in files)
        {
            fixture.Time.Now += TimeSpan.FromMinutes(1);
            await LoadAsync(file);
        }

        return await WarehouseContent.OfNowAsync(fixture.Etl);
    }

    private async Task LoadAsync(GeneratedFiles.SourceLines file)
    {
        var report = Assert.Single(await new LoadPipeline(fixture.Etl, fixture.Time).LoadAsync(
            fixture.File($"{Guid.NewGuid():n}.csv", file.Lines), EtlFixture.Corrections(file.Feed), new LoadSource(file.Feed), null, default));
        Assert.Null(report.Refused);
        Assert.Equal(report.Read, report.Inserted + report.Updated + report.Unchanged + report.Deleted + report.Rejected);
    }

    /// <summary>Puts the rows of raw into another order on disk.</summary>
    private async Task PermuteRawAsync()
    {
        await using var owner = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        foreach (var table in FeedList.Names.Select(FeedList.RowTable))
        {
            await using var command = new NpgsqlCommand(
                $"begin; create temporary table mixed on commit drop as select * from raw.{table} order by random(); truncate raw.{table}; insert into raw.{table} select * from mixed; commit", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Another order, with some of the files twice or three times.</summary>
    private static List<GeneratedFiles.SourceLines> Shuffled(IReadOnlyList<GeneratedFiles.SourceLines> files, Random random)
    {
        var order = files.SelectMany(file => Enumerable.Repeat(file, 1 + random.Next(3))).ToArray();
        random.Shuffle(order);
        return [.. order];
    }

    private static void AssertSame(Dictionary<string, string> expected, Dictionary<string, string> actual) =>
        Assert.Equal(expected.OrderBy(t => t.Key, StringComparer.Ordinal), actual.OrderBy(t => t.Key, StringComparer.Ordinal));
}
