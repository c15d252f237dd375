using System.Globalization;
using System.Text.Json;
using Analytics.Database.Tests.Etl;
using Analytics.Domain.Measures;
using Analytics.Etl.Feeds;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Testing;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Plans;

/// <summary>A warehouse of 60,000 contacts in three years and as many rows of each other feed, a correction of a hundred of each, and what is published of it.</summary>
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
        foreach (var (feed, header, row) in s_others)
        {
            await Warehouse.LoadLinesAsync(feed, [header, .. Enumerable.Range(0, Rows).Select(i => row(i, false))]);
            await Warehouse.LoadLinesAsync(feed, [header, .. Enumerable.Range(0, 100).Select(i => row(i * 150, true))]);
        }

        Warehouse.Time.Now += TimeSpan.FromHours(1);
        await new PublishStage(Warehouse.Etl, Warehouse.Time).RunAsync(CancellationToken.None);
        await using var owner = NpgsqlDataSource.Create(Warehouse.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync("analyze (skip_locked false)");
    }

    public Task DisposeAsync() => Warehouse.DisposeAsync();

    private const int Rows = 60_000;

    private static readonly string[] s_regions = ["KG-O", "KG-C", "KG-J", "KG-GB"];

    /// <summary>Feed, header, and its nth row, as it first comes or corrected.</summary>
    private static readonly (string Feed, string Header, Func<int, bool, string> Row)[] s_others =
    [
        ("ngo_case", "organisation,case_ref,intake_date,region_origin,sex,forms,services,updated_at", (i, corrected) =>
            $"NGO-{i % 9},{i},{Day(i)},{s_regions[i % 4]},{(i % 3 == 0 ? "male" : "female")},{(i % 2 == 0 ? "forced_labour" : "sexual_exploitation")},{(corrected ? "legal|shelter" : "legal")},{(corrected ? "2024-02-01" : "2024-01-01")}"),
        ("ngo_monthly", "organisation,month,region_service,sex,form,persons_assisted", (i, corrected) =>
            $"NGO-{i / 36},{Day(i % 36 * (Rows / 36))[..7]},{s_regions[i % 4]},female,forced_labour,{(corrected ? 2 : 1)}"),
        ("register_crime", "register_no,registered_at,article,region,updated_at", (i, corrected) => $"R-{i},{Day(i)},{(Day(i).CompareTo("2021-12", StringComparison.Ordinal) < 0 ? "171" : "166")},{s_regions[(i + (corrected ? 1 : 0)) % 4]},{(corrected ? "2024-02-01" : "2024-01-01")}"),
        ("register_event", "register_no,event_at,event,ground", (i, corrected) => $"R-{i},{Day(i)},sent_to_court,{(corrected ? "b" : "a")}"),
        ("labour_inspection", "inspection_no,inspected_on,region,indicators_found", (i, corrected) => $"I-{i},{Day(i)},{s_regions[i % 4]},{(corrected ? 1 : 0)}"),
        ("employment_agency", "agency_no,name,kind,country,region,updated_at", (i, corrected) => $"EA-{i},Mills Limited,foreign_employer,RUS,{s_regions[i % 4]},{(corrected ? "2024-02-01" : Day(i))}"),
    ];

    private static string Day(int i) => new DateOnly(2020, 1, 1).AddDays(i * 1094 / Rows).ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>The main queries find their few rows among many: none reads a table that grows from end to end.</summary>
public sealed class PlanTests(FilledWarehouse filled) : IClassFixture<FilledWarehouse>
{
    // Partitions of the other years are empty, and reading nothing is cheapest.
    private static readonly string[] s_filled =
    [
        "hotline", "hotline_row", "fct_contact_2020", "fct_contact_2021", "fct_contact_2022", "ngo_case", "fct_assistance", "bridge_assistance_form", "bridge_assistance_code",
        "ngo_monthly", "fct_assistance_month", "register_crime", "fct_crime", "register_event", "fct_crime_event", "labour_inspection", "fct_inspection", "employment_agency", "fct_agency",
        "cell_version",
    ];

    [DatabaseFact]
    public async Task Merge_OfASmallBatch_ReadsNoGrowingTable()
    {
        await AssertNoScanAsync("select * from core.hotline as current join raw.hotline as incoming on incoming.contact_id = current.contact_id and current.known_until = 'infinity' where incoming.batch_id = @batch");
        await AssertNoScanAsync("select 1 from core.hotline where contact_id = 'P2021-00150' and known_until < 'infinity'");
    }

    [DatabaseTheory]
    [InlineData("hotline")]
    [InlineData("ngo_case")]
    [InlineData("ngo_monthly")]
    [InlineData("register_crime")]
    [InlineData("register_event")]
    [InlineData("labour_inspection")]
    [InlineData("employment_agency")]
    public async Task FactScripts_OfASmallBatch_ReadNoGrowingTable(string feed)
    {
        await using var connection = await filled.Warehouse.Etl.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("set local enable_nestloop = on");
        var parameters = await LastBatchAsync(connection, feed);
        foreach (var statement in FeedList.FactSql(feed).SelectMany(script => Statement.In(script)))
        {
            var words = string.Join('\n', statement.Text.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
            if (!words.StartsWith("drop", StringComparison.Ordinal) && !words.StartsWith("analyze", StringComparison.Ordinal))
            {
                AssertNoScan(statement.Text, (await connection.ExecuteScalarAsync<string>($"explain (format json) {words}", parameters))!);
            }

            // What a later statement reads must be there.
            if (!words.StartsWith("insert into mart.", StringComparison.Ordinal))
            {
                await connection.ExecuteAsync(words, parameters);
            }
        }
    }

    public static TheoryData<string, string> Asked => new()
    {
        { "trend of a measure", "measures=crimes_registered&by=period&period=month" },
        { "one region's trend", "measures=contacts&by=period&period=quarter&region=41706000000000" },
        { "regions of a year", "measures=crimes_registered&by=region&period=year&from=2021-01-01&to=2021-12-31" },
        { "two measures over years", "measures=persons_assisted,crimes_registered&by=period&period=year" },
        { "by sex", "measures=persons_assisted&by=period,sex&period=year" },
    };

    /// <summary>What pages and the interface ask of published cells, of this publication and of an earlier one, as the role that asks.</summary>
    [DatabaseTheory]
    [MemberData(nameof(Asked))]
    public async Task Cells_AskedByAPage_AreFoundByIndex(string what, string asked)
    {
        var parts = asked.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var sql = await File.ReadAllTextAsync(Path.Combine(ProjectRoot.Path, "dashboard", "Analytics.Dashboard", "Published", "cells.sql"));
        string[] by = parts["by"].Split(',');
        await using var owner = NpgsqlDataSource.Create(filled.Warehouse.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync("set role analytics_ministry");
        foreach (var publication in new long?[] { null, await connection.ExecuteScalarAsync<long>("select publication_id from pub.publication where current") })
        {
            var parameters = new DynamicParameters(new
            {
                publication, measures = parts["measures"].Split(','), kind = by.Contains("period") ? parts["period"] : null, from = parts.GetValueOrDefault("from"), to = parts.GetValueOrDefault("to"),
            });
            var filters = Dimension.All.Where(parts.ContainsKey).ToDictionary(dimension => dimension, dimension => new[] { parts[dimension] }, StringComparer.Ordinal);
            parameters.Add("cuts", new[] { Dimension.Cut(by.Where(dimension => dimension != "period").Union(filters.Keys)) });
            parameters.Add("filters", JsonSerializer.Serialize(filters));

            AssertNoScan(what, (await connection.ExecuteScalarAsync<string>($"explain (format json) {sql}", parameters))!);
        }
    }

    [DatabaseTheory]
    [InlineData("Published/cuts.sql")]
    [InlineData("Published/members.sql")]
    [InlineData("Published/triangle.sql")]
    [InlineData("Published/publication_known_on.sql")]
    [InlineData("Pages/Programmes/evaluations.sql")]
    [InlineData("Pages/Programmes/declared.sql")]
    [InlineData("Pages/Reporting/reports.sql")]
    public async Task OtherQueries_OfTheDashboard_ReadNoCellFromEndToEnd(string file)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(ProjectRoot.Path, "dashboard", "Analytics.Dashboard", file));
        await using var owner = NpgsqlDataSource.Create(filled.Warehouse.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync("set role analytics_ministry");
        foreach (var statement in Statement.In(sql))
        {
            AssertNoScan(file, (await connection.ExecuteScalarAsync<string>($"explain (format json) {statement.Text}", new { programme = "P", day = "2026-12-31" }))!);
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
        await AssertNoScanAsync("select fact.* from core.hotline as version join mart.fct_contact as fact on fact.batch_key = version.batch_id and fact.line = version.line and fact.contact_date_key = version.started_on where version.contact_id = 'P2021-00150' and version.known_until = 'infinity'");

    [DatabaseTheory]
    [InlineData("count_contacts.sql")]
    [InlineData("Cells/coverage.sql")]
    public async Task Publication_CountsContacts_WithoutReadingThem(string file)
    {
        var sql = SqlText.Resource(typeof(Analytics.Etl.Publish.PublishStage).Assembly, $"Publish/{file}");
        Assert.DoesNotContain("fct_contact", await ExplainAsync(sql), StringComparison.Ordinal);
    }

    private static async Task<object> LastBatchAsync(NpgsqlConnection connection, string feed)
    {
        var batch = await connection.ExecuteScalarAsync<long>("select max(batch_id) from ops.batch where feed = @feed", new { feed });
        var since = await connection.ExecuteScalarAsync<DateTime>("select received_at from ops.batch where batch_id = @batch", new { batch });
        return new { batch, batch_id = batch, known_since = since, changed = true, source_key = 1, copied_to = -1L };
    }

    private async Task AssertNoScanAsync(string sql)
    {
        AssertNoScan(sql, await ExplainAsync(sql));
    }

    private static void AssertNoScan(string what, string plan)
    {
        var scanned = Scans(JsonDocument.Parse(plan).RootElement).Where(s_filled.Contains).Distinct().ToList();
        Assert.True(scanned.Count == 0, $"{string.Join(", ", scanned)} read from end to end by:\n{what}\n{plan}");
    }

    private async Task<string> ExplainAsync(string sql)
    {
        await using var connection = await filled.Warehouse.Etl.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("set local enable_nestloop = on");
        return (await connection.ExecuteScalarAsync<string>($"explain (format json) {sql}", await LastBatchAsync(connection, "hotline")))!;
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
