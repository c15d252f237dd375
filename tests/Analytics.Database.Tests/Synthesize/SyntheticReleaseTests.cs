using Analytics.Database.Tests.Etl;
using Analytics.Domain.SyntheticRelease;
using Analytics.Etl.Publish;
using Analytics.Etl.Warehouse.Link;
using Analytics.Etl.Warehouse.Synthesize;

namespace Analytics.Database.Tests.Synthesize;

public sealed class SyntheticReleaseTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Header = "organisation,case_ref,intake_date,sex,birth_year,region_origin,destination_country,forms,applied_to_police";

    [DatabaseFact]
    public async Task ReleaseAsync_SmallWarehouse_AdvisesAgainstAndEntersWhatIsSpent()
    {
        await fixture.LoadLinesAsync("ngo_case", [Header, .. Enumerable.Range(1, 60).Select(i =>
            $"ngo-{i % 3},c-{i},{2019 + (i % 2)}-0{1 + (i % 9)}-11,{(i % 3 == 0 ? "male" : "female")},{1980 + (i % 20)},41702000000000,{(i % 5 == 0 ? "CHN" : "RUS")},{(i % 4 == 0 ? "forced_labour|sexual_exploitation" : "forced_labour")},no")]);
        await new LinkStage(fixture.Etl, fixture.Time).RunAsync(default);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(default);
        var stage = new SyntheticReleaseStage(fixture.Etl, fixture.Time);

        var before = await stage.LookAsync(1, 1e-6, 3, default);
        Assert.False(before.Advice.Recommended);
        Assert.Equal(0, before.Spent.Rho);
        Assert.Equal(60, before.Persons);
        Assert.Equal(["2019", "2020", "unknown"], before.Plan.Attributes[0].Codes);
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.synthetic_release"));

        var loose = await stage.LookAsync(20, 1e-3, 2, default);
        var released = await stage.ReleaseAsync(loose, default);
        var after = await stage.LookAsync(1, 1e-6, 3, default);
        Assert.Equal(loose.Plan.Loss.Rho, after.Spent.Rho, 9);
        Assert.True(after.EpsilonAfter > before.EpsilonAfter);
        Assert.InRange(released.Records.Count, 30, 90);
        Assert.All(released.Records, record => Assert.Equal(released.Attributes.Count, record.Length));
        // Several forms and a country that the public list does not name are cells of their own, whoever is in them.
        Assert.Contains("several", released.Attributes[3].Codes);
        Assert.Equal(60, released.Utility.Orders[0].Present == 0 ? 0 : (int)Math.Round(released.Utility.Orders[0].MeanCount * released.Utility.Orders[0].Present / released.Attributes.Count));

        await stage.ReleaseAsync(loose, default);
        Assert.Equal(2 * loose.Plan.Loss.Rho, (await stage.LookAsync(1, 1e-6, 3, default)).Spent.Rho, 9);
    }

    [DatabaseFact]
    public async Task Command_BeyondItsLimits_SaysWhatItTakes()
    {
        var (code, _, error) = await Etl.Program.RunAsync(fixture.ConnectionString, fixture.Folder, "synthetic", "--epsilon", "50");
        Assert.Equal(2, code);
        Assert.Contains("--epsilon takes", error, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Command_WithoutAFile_SpendsNothingAndSaysWhatItWouldGiveAway()
    {
        var (code, text, _) = await Etl.Program.RunAsync(fixture.ConnectionString, fixture.Folder, "synthetic");
        Assert.Equal(0, code);
        Assert.Contains("ε = 1, δ = 1E-6", text, StringComparison.Ordinal);
        Assert.Contains("Advice: do not release", text, StringComparison.Ordinal);
    }
}
