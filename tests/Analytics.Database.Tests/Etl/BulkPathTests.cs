using System.Globalization;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Warehouse.Quality;
using Analytics.Etl.Warehouse.Rebuild;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;

namespace Analytics.Database.Tests.Etl;

/// <summary>What the worker copies into <c>core</c> and the facts is what the scripts make of the same rows; a rebuild goes by the scripts alone.</summary>
public sealed class BulkPathTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Header =
        "contact_id,started_at,duration_s,channel,language,caller_role,caller_region,topic,destination_country,suspected_trafficking,forms,sex,age,citizenship,referred_to,victim_identified";

    // A few rows a chunk, and every file by the bulkPath.
    private static readonly LoadSizes s_small = new(ChunkBytes: 1200, LargeFile: 0);

    private static readonly Config s_cases = Config.QuickThrowOnFailure.WithReplay(20_180_101, 2_020_123_101).WithMaxTest(12);

    [DatabaseFact]
    public void Load_NewKeys_GoPastTheScriptsAndLeaveTheSame() => ForAll(async random =>
    {
        await WarehouseContent.ForgetAsync(fixture);
        var report = await LoadAsync([.. Enumerable.Range(0, 60).Select(i => Row($"N-{i}", random))]);
        Assert.Equal((60L, 60L), (report.Read, report.Inserted));
        Assert.False(await WasMergedByScriptsAsync());
        await AssertRebuiltTheSameAsync();
    });

    [DatabaseFact]
    public void Load_KeysThatComeAgain_InTheFileAndInTheNext_LeaveTheSame() => ForAll(async random =>
    {
        await WarehouseContent.ForgetAsync(fixture);
        for (var file = 0; file < 3; file++)
        {
            // The first rows are new, later ones meet rows of this file and of the ones before.
            var keys = Enumerable.Range(0, 30).Select(i => $"F{file}-{i}").Concat(Enumerable.Range(0, 10).Select(_ => $"F{random.Next(file + 1)}-{random.Next(40)}"));
            var report = await LoadAsync([.. keys.Select(key => Row(key, random))]);
            Assert.Equal(report.Read, report.Inserted + report.Updated + report.Unchanged + report.Rejected);
            Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from mart.fct_contact as fact where known_until = 'infinity' and not exists (select from core.hotline as version where version.contact_id = fact.contact_id and version.known_since = fact.known_since)"));
        }

        await AssertRebuiltTheSameAsync();
    });

    [DatabaseFact]
    public void Load_Packed_ShowsInRawTheRowsThatTheScriptsWouldHaveStored() => ForAll(async random =>
    {
        const string Stored = """
            select concat_ws('|', lpad(line::text, 4), to_jsonb(hotline) - array['batch_id', 'line', 'received'], received) from raw.hotline
            union all select concat_ws(' ', column_name, read, filled) from ops.batch_fill
            union all select concat_ws(' ', organisation, first_month, last_month) from core.batch_report
            order by 1
            """;
        string[] rows = [.. Enumerable.Range(0, 60).Select(i => Row($"P {i} Ё😀", random))];
        await WarehouseContent.ForgetAsync(fixture);
        await LoadAsync(rows);
        await new QualityStage(fixture.Etl, fixture.Time).RunAsync(default);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from raw.hotline_row"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from raw.hotline_packed where first_line > last_line or rows is null"));
        var packed = await fixture.ListAsync<string>(Stored);
        await WarehouseContent.ForgetAsync(fixture);
        await LoadAsync(rows, sizes: s_small with { LargeFile = long.MaxValue });
        await new QualityStage(fixture.Etl, fixture.Time).RunAsync(default);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from raw.hotline_packed"));
        Assert.Equal(await fixture.ListAsync<string>(Stored), packed);
        Assert.True(packed.Count > rows.Length + 17, "Rows, columns and months.");
    });

    [DatabaseFact]
    public async Task Load_LargeFile_GoesPastTheScripts()
    {
        await WarehouseContent.ForgetAsync(fixture);
        var random = new Random(1);
        var path = fixture.File("large.csv", [Header, .. Enumerable.Range(0, 60_000).Select(i => Row(string.Create(CultureInfo.InvariantCulture, $"L-{i:000000}"), random))]);
        Assert.True(new FileInfo(path).Length > LoadSizes.Usual.LargeFile);
        var report = await fixture.LoadAsync("hotline", path);
        Assert.Equal(60_000, report.Inserted);
        Assert.False(await WasMergedByScriptsAsync());
        await AssertRebuiltTheSameAsync();
    }

    [DatabaseFact]
    public async Task Load_ThatFailsAtItsEnd_TakesItsRowsBack()
    {
        await WarehouseContent.ForgetAsync(fixture);
        var random = new Random(2);
        await AssertFailsAsync([.. Enumerable.Range(0, 40).Select(i => Row($"T-{i}", random))]);
        await AssertEmptyAsync();
        await AssertFailsAsync([.. Enumerable.Range(0, 40).Select(i => Row($"T-{i % 30}", random))]);
        await AssertEmptyAsync();
        Assert.Equal(30, (await LoadAsync([.. Enumerable.Range(0, 30).Select(i => Row($"T-{i}", random))])).Inserted);
    }

    [DatabaseFact]
    public async Task Sweep_RowsWithoutABatch_GoAndOthersStay()
    {
        await WarehouseContent.ForgetAsync(fixture);
        var random = new Random(3);
        await LoadAsync([.. Enumerable.Range(0, 20).Select(i => Row($"S-{i}", random))]);
        await fixture.ScalarAsync<long?>("""
            with batch as (
                select nextval(pg_get_serial_sequence('ops.batch', 'batch_id')) as batch_id
            ),
            lost as (
                insert into raw.hotline_row (batch_id, line, row_hash, contact_id, started_at)
                select batch_id, line, gen_random_uuid(), 'lost', '2021' from batch, generate_series(1, 5) as line
                returning 1),
            lost_packed as (
                insert into raw.hotline_packed (batch_id, first_line, last_line, rows)
                select batch_id + 1, 1, 1, concat_ws(U&'\001F', '1', '', 'lost', '2021', '') from batch
                returning 1)
            select count(*) from lost, lost_packed
            """);
        Assert.Equal(6, await fixture.ScalarAsync<long>("select count(*) from raw.hotline where contact_id = 'lost'"));
        await BulkPath.SweepAsync(fixture.Etl, default);
        Assert.Equal((20L, 0L), (await fixture.ScalarAsync<long>("select count(*) from raw.hotline"), await fixture.ScalarAsync<long>("select count(*) from raw.hotline where contact_id = 'lost'")));
    }

    /// <summary>Rows of raw come over another connection where the worker copies, and in the batch's own transaction otherwise.</summary>
    private Task<bool> WasMergedByScriptsAsync() =>
        fixture.ScalarAsync<bool>("select exists (select from raw.hotline_row as hotline join ops.batch using (batch_id) where hotline.xmin = batch.xmin)");

    private async Task AssertRebuiltTheSameAsync()
    {
        var before = await WarehouseContent.OfAllTimeAsync(fixture.Etl);
        var counts = await CountsAsync();
        await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(default);
        var after = await WarehouseContent.OfAllTimeAsync(fixture.Etl);
        foreach (var (table, content) in before)
        {
            Assert.Equal((table, content), (table, after[table]));
        }

        Assert.Equal(await CountsAsync(), counts);
    }

    private Task<List<string>> CountsAsync() => fixture.ListAsync<string>("select counted::text from mart.contact_count as counted where contacts <> 0 order by 1");

    private async Task AssertEmptyAsync()
    {
        foreach (var table in (string[])["raw.hotline", "core.hotline", "mart.fct_contact", "mart.contact_count", "ops.batch where state = 'loaded'"])
        {
            Assert.Equal((table, 0L), (table, await fixture.ScalarAsync<long>($"select count(*) from {table}")));
        }
    }

    /// <summary>A fault at the end of a load refuses the file, so that the next one loads.</summary>
    private async Task AssertFailsAsync(string[] rows)
    {
        var report = await TryAsync(rows, (_, _) => throw new TimeoutException(), sizes: null);
        Assert.Contains(nameof(TimeoutException), report.Refused, StringComparison.Ordinal);
    }

    private async Task<BatchReport> TryAsync(string[] rows, Func<NpgsqlConnection, long, Task>? within, LoadSizes? sizes)
    {
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        return Assert.Single(await new LoadPipeline(fixture.Etl, fixture.Time, sizes: sizes ?? s_small).LoadAsync(
            fixture.File($"{Guid.NewGuid():n}.csv", [Header, .. rows]), EtlFixture.Corrections("hotline"), new LoadSource("hotline"), null, default, within));
    }

    private async Task<BatchReport> LoadAsync(string[] rows, Func<NpgsqlConnection, long, Task>? within = null, LoadSizes? sizes = null)
    {
        var report = await TryAsync(rows, within, sizes);
        Assert.Null(report.Refused);
        Assert.Empty(await fixture.ListAsync<string>("select distinct concat_ws(' ', column_name, rule) from ops.rejected_row where rule <> 'duplicate_key'"));
        return report;
    }

    private static void ForAll(Func<Random, Task> holds) =>
        Check.One(s_cases, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(new Random(seed)).GetAwaiter().GetResult()));

    /// <summary>Values of every kind that a column takes, and of some that reading changes.</summary>
    private static string Row(string key, Random random)
    {
        string One(params string[] values) => values[random.Next(values.Length)];
        var month = random.Next(1, 13);
        return string.Join(',', key,
            One($"{random.Next(2008, 2026)}", $"{random.Next(2008, 2026)}-{month:00}", $"{random.Next(2008, 2026)}-{month:00}-{random.Next(1, 29):00}",
                $"{random.Next(1990, 2026)}-{month:00}-{random.Next(1, 29):00}T{random.Next(24):00}:{random.Next(60):00}:59+03:00",
                $"{random.Next(2004, 2026)}-{month:00}-{random.Next(1, 29):00} {random.Next(24):00}:15", "1953-06-22T03:15:00", "1953"),
            One("", "0", "86400", $"{random.Next(5000)}"),
            One("", "phone", "messenger", "web", "other"), One("", "ky", "ru", "uz", "other"), One("", "self", "relative", "unknown"),
            One("", "41700000000000", "41702000000000", "KG-O", "Osh Region", "41721000000000", "41703220000000"),
            One("", "trafficking", "documents", "employment_abroad", "other"), One("", "RU", "KAZ", "Turkey", "KGZ"), One("", "yes", "no", "unknown"),
            One("", "forced_labour", "forced_labour|other", "sexual_exploitation|forced_labour|slavery_practices"), One("", "female", "male", "other", "unknown"),
            One("", "0", "8", "9", "17-18", "18-29", "30-38", "40", "47-48", "48+", "30+", "120"), One("", "KG", "UZB", "Kyrgyz Republic"),
            One("", "NGO-01", "NGO-02", $"NGO-{random.Next(50, 60)}"), One("", "yes", "no"));
    }
}
