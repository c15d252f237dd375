using Analytics.Database.Tests.Etl;
using Analytics.Demo;
using Analytics.Demo.People;
using Analytics.Etl.Warehouse.Link;

namespace Analytics.Database.Tests.Link;

/// <summary>Opening and closing a linkage round, and what it does to tokens that come and to those that are there.</summary>
public sealed class LinkRoundTests : IAsyncLifetime
{
    private const string Header = "organisation,case_ref,intake_date,person_token,deleted";
    private readonly EtlFixture _warehouse = new();
    private readonly InventedPerson _person = InventedPerson.Draw(new SeededRandom(7, "rounds"), "", null, Places.Osh, 2020);

    public Task InitializeAsync() => _warehouse.InitializeAsync();

    public Task DisposeAsync() => _warehouse.DisposeAsync();

    [DatabaseFact]
    public async Task Open_ANewRound_RefusesTheOldTokensAndComparesNeverTheTwo()
    {
        var (old, now) = (new DemoTokens(seed: 7).InFull(_person), new DemoTokens(seed: 8).InFull(_person));
        await _warehouse.LoadLinesAsync("ngo_case", Header, $"NGO-01,1,2020-05-01,{old},");
        await LinkAsync();
        var round = now.Split('.')[1];
        var before = await LinkRounds.ReadAsync(_warehouse.Etl, CancellationToken.None);
        Assert.Equal([(old.Split('.')[1], "never opened", 1)], before.Select(known => (known.Fingerprint, known.State, known.Records)));
        Assert.Null(LinkRounds.WhyNotOpen(before, round));
        Assert.Contains("never compared", LinkRounds.WhatOpeningDoes(before, round), StringComparison.Ordinal);
        Assert.Contains("is not open", LinkRounds.WhyNotClose(before, round), StringComparison.Ordinal);

        await LinkRounds.OpenAsync(_warehouse.Etl, round, _warehouse.Time, CancellationToken.None);
        var report = await _warehouse.LoadLinesAsync("ngo_case", Header, $"NGO-02,1,2020-05-01,{now},", $"NGO-03,1,2020-05-01,{old},", "NGO-04,1,2020-05-01,,", "NGO-04,2,2020-05-01,,");
        Assert.Equal((3, 1), (report.Inserted, report.Rejected));
        await LinkAsync();
        Assert.Equal(4, await _warehouse.ScalarAsync<int>("select count(distinct person_key)::int from core.person_record"));

        var opened = await LinkRounds.ReadAsync(_warehouse.Etl, CancellationToken.None);
        Assert.Contains("open already", LinkRounds.WhyNotOpen(opened, round), StringComparison.Ordinal);
        Assert.Null(LinkRounds.WhyNotClose(opened, round));
        Assert.Contains("No round is open then", LinkRounds.WhatClosingDoes(opened, round), StringComparison.Ordinal);
        await LinkRounds.CloseAsync(_warehouse.Etl, round, _warehouse.Time, CancellationToken.None);
        Assert.Equal("closed", (await LinkRounds.ReadAsync(_warehouse.Etl, CancellationToken.None)).Single(known => known.Fingerprint == round).State);
        Assert.Equal(0, (await _warehouse.LoadLinesAsync("ngo_case", Header, $"NGO-03,1,2020-05-01,{old},")).Rejected);
    }

    private Task<LinkReport> LinkAsync() => new LinkStage(_warehouse.Etl, _warehouse.Time).RunAsync(CancellationToken.None);
}
