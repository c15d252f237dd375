using Analytics.Database.Tests.Etl;
using Analytics.Demo;
using Analytics.Demo.People;
using Analytics.Etl.Warehouse.Link;

namespace Analytics.Database.Tests.Link;

/// <summary>Linkage is left out exactly when nothing that it reads has changed.</summary>
public sealed class LinkInputsTests : IAsyncLifetime
{
    private readonly EtlFixture _warehouse = new();
    private readonly DemoTokens _tokens = new(seed: 11);

    public Task InitializeAsync() => _warehouse.InitializeAsync();

    public Task DisposeAsync() => _warehouse.DisposeAsync();

    [DatabaseFact]
    public async Task Read_AfterEachKindOfLoad_SaysWhetherLinkageIsConcerned()
    {
        Assert.True(await ChangedAsync());
        await SeeAsync();
        Assert.False(await ChangedAsync());

        await _warehouse.LoadLinesAsync("hotline", "contact_id,started_at,topic", "L-1,2021-03-01,documents");
        Assert.False(await ChangedAsync());

        var token = _tokens.InFull(InventedPerson.Draw(new SeededRandom(11, "link inputs"), "", null, Places.Osh, 2020));
        await _warehouse.LoadLinesAsync("hotline", "contact_id,started_at,person_token", $"L-2,2021-03-01,{token}");
        Assert.True(await ChangedAsync());
        await SeeAsync();

        // The token goes.
        await _warehouse.LoadLinesAsync("hotline", "contact_id,started_at,person_token", "L-2,2021-03-01,");
        Assert.True(await ChangedAsync());
        await SeeAsync();

        await _warehouse.LoadLinesAsync("ngo_case", "organisation,case_ref,intake_date", "NGO-01,L-1,2021-03-02");
        Assert.True(await ChangedAsync());
        await SeeAsync();

        await _warehouse.ListAsync<int>("""
            insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at) values (1, 2, 'different', 'coordinator', now()) returning 1
            """);
        Assert.True(await ChangedAsync());
        await SeeAsync();
        await _warehouse.ListAsync<int>("update ops.link_decision set undone_at = now() returning 1");
        Assert.True(await ChangedAsync());
    }

    private async Task<bool> ChangedAsync()
    {
        await using var connection = await _warehouse.Etl.OpenConnectionAsync();
        return (await LinkInputs.ReadAsync(connection, CancellationToken.None)).Changed;
    }

    private async Task SeeAsync()
    {
        await using var connection = await _warehouse.Etl.OpenConnectionAsync();
        await (await LinkInputs.ReadAsync(connection, CancellationToken.None)).KeepAsync(connection, CancellationToken.None);
    }
}
