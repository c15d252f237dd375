using System.Diagnostics;
using Analytics.Database.Tests.Etl;
using Analytics.Demo;
using Analytics.Demo.People;
using Analytics.Etl.Warehouse.Link;
using Xunit.Abstractions;

namespace Analytics.Database.Tests.Link;

/// <summary>Runs where ANALYTICS_MEASURE is set: minutes of work, and nothing asserted about time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MeasureFactAttribute : FactAttribute
{
    public MeasureFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("ANALYTICS_MEASURE") is not { Length: > 0 })
        {
            Skip = "a measurement of minutes; set ANALYTICS_MEASURE=1 to make it";
        }
    }
}

public sealed class LinkStageSpeedTests(ITestOutputHelper output)
{
    private const int There = 100_000;
    private const int Added = 1_000;

    [MeasureFact]
    public async Task Run_AThousandTokensOnAHundredThousand_IsMeasured()
    {
        var warehouse = new EtlFixture();
        await warehouse.InitializeAsync();
        var tokens = new DemoTokens(seed: 3);
        var random = new SeededRandom(3, "measure");
        var people = Enumerable.Range(0, There).Select(_ => InventedPerson.Draw(random, "", null, Places.Osh, 2020)).ToArray();
        var full = people.AsParallel().AsOrdered().Select(tokens.InFull).ToArray();
        await warehouse.LoadLinesAsync("hotline", ["contact_id,started_at,person_token", .. full.Select((token, i) => $"A-{i},2020-05-01,{token}")]);
        var clock = Stopwatch.StartNew();
        await new LinkStage(warehouse.Etl, warehouse.Time).RunAsync(CancellationToken.None);
        output.WriteLine($"{There} tokens, learnt and linked: {clock.Elapsed.TotalSeconds:0.0} s");
        await warehouse.LoadLinesAsync("hotline", ["contact_id,started_at,person_token", .. people.Take(Added).Select((person, i) => $"B-{i},2020-06-01,{tokens.AsWritten(random, person)}")]);
        clock.Restart();
        var report = await new LinkStage(warehouse.Etl, warehouse.Time).RunAsync(CancellationToken.None);
        output.WriteLine($"{Added} on top: {clock.Elapsed.TotalSeconds:0.0} s; {report}");
        Assert.Equal((There + Added, Added), (report.Records, report.Compared));
        var found = await warehouse.ScalarAsync<int>(
            "select count(*)::int from mart.bridge_person as a join mart.bridge_person as b on a.reference = 'A-' || substr(b.reference, 3) and a.person_key = b.person_key where b.reference like 'B-%'");
        output.WriteLine($"{found} of {Added} found again");
        Assert.True(found > 0.9 * Added, $"{found} of {Added}");
        await warehouse.DisposeAsync();
    }
}
