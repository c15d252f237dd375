using System.Diagnostics;
using System.Globalization;
using Analytics.Database.Tests.Publish;
using Analytics.Domain.Disclosure;
using Analytics.Etl.Publish;
using Dapper;
using Xunit.Abstractions;

namespace Analytics.Database.Tests.History;

/// <summary>Corrections after sign-off, over the demonstration data.</summary>
public sealed class RevisionTests(PublishedDemo demo, ITestOutputHelper output) : IClassFixture<PublishedDemo>
{
    private const string Whole = "cut = ''";

    [DatabaseFact]
    public async Task Publications_CorrectedFiveTimes_KeepEveryVersionAndPassTheAttack()
    {
        var warehouse = demo.Warehouse;
        var first = demo.Report;
        output.WriteLine($"first: {demo.FirstTook.TotalSeconds:F1} s, withheld {string.Join(' ', first.Withheld)}");
        var clock = Stopwatch.StartNew();
        var again = await PublishAsync();
        output.WriteLine($"nothing changed: {clock.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(first.Withheld, again.Withheld);
        Assert.Equal(0, await warehouse.ScalarAsync<long>($"select count(*) from pub.cell_version where published_from = {again.PublicationId}"));
        Assert.Equal(0, await warehouse.ScalarAsync<long>("select count(*) from pub.revision"));

        for (var round = 1; round <= 5; round++)
        {
            await warehouse.LoadLinesAsync("register_crime", "register_no,registered_at,article,region", $"REV-{round},2019-0{round}-11,171,KG-O");
            await warehouse.LoadLinesAsync(
                "ngo_case",
                ["organisation,case_ref,intake_date,sex,region_origin,age_at_intake", .. Enumerable.Range(1, 6).Select(i => string.Create(CultureInfo.InvariantCulture, $"NGO-{1 + (((round * 5) + i) % 18):00},REV-{round}-{i},2019-0{round}-1{i},{(i % 2 == 0 ? "female" : "male")},KG-{"OJBCG"[(round + i) % 5]},{20 + i}"))]);
            clock.Restart();
            var report = await PublishAsync();
            output.WriteLine($"revision {round}: {clock.Elapsed.TotalSeconds:F1} s, withheld {string.Join(' ', report.Withheld)}, versions {await warehouse.ScalarAsync<long>($"select count(*) from pub.cell_version where published_from = {report.PublicationId}")}");
        }

        Assert.Equal(
            ["32 to 33", "33 to 34", "34 to 35", "35 to 36", "36 to 37"],
            await warehouse.ListAsync<string>($"select old_value || ' to ' || new_value from pub.revision where profile = 'public' and measure = 'crimes_registered' and period = '2019' and {Whole} order by publication_id"));
        Assert.Equal(0, await warehouse.ScalarAsync<long>("select count(*) from pub.revision where (old_status = 'withheld' and old_value is not null) or (new_status = 'withheld' and new_value is not null)"));
    }

    private async Task<PublishReport> PublishAsync()
    {
        demo.Warehouse.Time.Now += TimeSpan.FromDays(1);
        return await new Refresh(demo.Warehouse.Etl, demo.Warehouse.Time).RunAsync(CancellationToken.None);
    }
}

/// <summary>What an earlier publication gave away cannot be taken back by the next one.</summary>
public sealed class NaivePublicationTests(PublishedDemo demo) : IClassFixture<PublishedDemo>
{
    [DatabaseFact]
    public async Task Publish_EarlierOneGaveTheComplementsAway_AddsNothingToThat()
    {
        var warehouse = demo.Warehouse;
        var before = await warehouse.ScalarAsync<long>("select publication_id from pub.publication where current");
        await using var connection = await warehouse.Etl.OpenConnectionAsync();
        // As if an earlier, naive publication had withheld small cells alone.
        await connection.ExecuteAsync(
            "create temporary table kept as select * from ops.protected_count; update ops.protected_count set withheld = false where profile = 'ministry' and measure = 'contacts' and count > 2");
        // A table whose counts are the same keeps its pattern; one more contact makes it anew.
        await warehouse.LoadLinesAsync("hotline", "contact_id,started_at,topic", "REV-contact,2025-06-11T10:00,legal_advice");
        try
        {
            var report = await new Refresh(warehouse.Etl, warehouse.Time).RunAsync(CancellationToken.None);
            Assert.True(report.PublicationId > before);

            // What stands out by the past alone blocks nothing; what is small is withheld as ever.
            Assert.Equal(0, await warehouse.ScalarAsync<long>(
                $"""
                select count(*) from ops.protected_count as now
                where profile = 'ministry' and measure = 'contacts' and published_to is null and not withheld and count between 1 and {SuppressionPolicy.Ministry.Threshold}
                """));
        }
        finally
        {
            await connection.ExecuteAsync("delete from ops.protected_count; insert into ops.protected_count select * from kept; drop table kept");
        }
    }
}
