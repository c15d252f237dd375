using System.Text.Json;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Feeds;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Plans;

/// <summary>A warehouse of 60,000 contacts in three years, and a correction of a hundred of them.</summary>
public sealed class FilledWarehouse : IAsyncLifetime
{
    internal EtlFixture Warehouse { get; } = new();

    public async Task InitializeAsync()
    {
        await Warehouse.InitializeAsync();
        for (var year = 2020; year <= 2022; year++)
        {
            var y = year;
            await Warehouse.LoadLinesAsync("hotline", ["contact_id,started_at,topic,caller_region", .. Enumerable.Range(0, 20_000).Select(i =>
                $"P{y}-{i:00000},{new DateOnly(y, 1, 1).AddDays(i * 364 / 20_000):yyyy-MM-dd},documents,KG-O")]);
        }

        await Warehouse.LoadLinesAsync("hotline", ["contact_id,started_at,topic,caller_region", .. Enumerable.Range(0, 100).Select(i =>
            $"P2021-{i * 150:00000},{new DateOnly(2021, 1, 1).AddDays(i * 150 * 364 / 20_000):yyyy-MM-dd},trafficking,KG-O")]);
        await using var owner = NpgsqlDataSource.Create(Warehouse.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync("analyze core.hotline; analyze raw.hotline; analyze mart.fct_contact; analyze mart.contact_count");
    }

    public Task DisposeAsync() => Warehouse.DisposeAsync();
}

/// <summary>The main queries find their few rows among many: none reads a table that grows from end to end.</summary>
public sealed class PlanTests(FilledWarehouse filled) : IClassFixture<FilledWarehouse>
{
    // Partitions of the other years are empty, and reading nothing is cheapest.
    private static readonly string[] s_filled = ["hotline", "fct_contact_2020", "fct_contact_2021", "fct_contact_2022"];

    [DatabaseFact]
    public async Task Merge_OfASmallBatch_ReadsNoGrowingTable()
    {
        await AssertNoScanAsync("select * from core.hotline as current join raw.hotline as incoming on incoming.contact_id = current.contact_id and current.known_until = 'infinity' where incoming.batch_id = @batch");
        await AssertNoScanAsync("select 1 from core.hotline where contact_id = 'P2021-00150' and known_until < 'infinity'");
    }

    [DatabaseFact]
    public async Task FactScripts_OfASmallBatch_ReadNoGrowingTable()
    {
        foreach (var statement in FeedList.FactSql("hotline").SelectMany(script => script.Split(";\n")).Where(s => s.Contains("mart.", StringComparison.Ordinal)))
        {
            await AssertNoScanAsync(statement);
        }
    }

    [DatabaseFact]
    public async Task Counts_OfAMonth_ReadOnePartitionByIndex()
    {
        const string Month = "select topic, count(*) from mart.fct_contact where known_until = 'infinity' and contact_date_key between 20210300 and 20210399 group by topic";
        await AssertNoScanAsync(Month);
        Assert.DoesNotContain("fct_contact_2020", await ExplainAsync(Month), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Contact_ByItsNumber_IsFoundByIndexInEveryPartition() =>
        await AssertNoScanAsync("select * from mart.fct_contact where contact_id = 'P2021-00150' and known_until = 'infinity'");

    [DatabaseTheory]
    [InlineData("count_contacts.sql")]
    [InlineData("coverage.sql")]
    [InlineData("lineage_contacts.sql")]
    public async Task Publication_CountsContacts_WithoutReadingThem(string file)
    {
        var sql = SqlText.Beside<Analytics.Etl.Stages.Publish.PublishStage>(file);
        var explained = file.StartsWith("lineage", StringComparison.Ordinal) ? sql[..sql.IndexOf("insert into", StringComparison.Ordinal)] + sql[sql.IndexOf("select measure", StringComparison.Ordinal)..] : sql;
        Assert.DoesNotContain("fct_contact", await ExplainAsync(explained), StringComparison.Ordinal);
    }

    private async Task AssertNoScanAsync(string sql)
    {
        var scanned = Scans(JsonDocument.Parse(await ExplainAsync(sql)).RootElement).Where(s_filled.Contains).Distinct().ToList();
        Assert.True(scanned.Count == 0, $"{string.Join(", ", scanned)} read from end to end by:\n{sql}");
    }

    private async Task<string> ExplainAsync(string sql)
    {
        await using var connection = await filled.Warehouse.Etl.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("set local enable_nestloop = on");
        var batch = await connection.ExecuteScalarAsync<long>("select max(batch_id) from ops.batch");
        var since = await connection.ExecuteScalarAsync<DateTime>("select max(known_since) from core.hotline");
        return (await connection.ExecuteScalarAsync<string>(
            $"explain (format json) {sql}", new { batch, batch_id = batch, known_since = since, changed = true, source_key = 1 }))!;
    }

    /// <summary>Tables that a plan reads from end to end.</summary>
    private static IEnumerable<string> Scans(JsonElement plan) => plan.ValueKind switch
    {
        JsonValueKind.Array => plan.EnumerateArray().SelectMany(Scans),
        JsonValueKind.Object => plan.EnumerateObject().SelectMany(p => Scans(p.Value))
            .Concat(plan.TryGetProperty("Node Type", out var node) && node.GetString() == "Seq Scan" ? [plan.GetProperty("Relation Name").GetString()!] : []),
        _ => [],
    };
}
