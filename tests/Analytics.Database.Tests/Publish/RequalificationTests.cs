using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;

namespace Analytics.Database.Tests.Publish;

/// <summary>Crossings between the trafficking articles and others over two changes of the code, against answers worked out by hand.</summary>
public sealed class RequalificationTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Count_CrimesOverTwoCodes_CrossesOnlyWhereTheGroupChanges()
    {
        await fixture.LoadLinesAsync(
            "register_crime",
            "register_no,registered_at,article",
            "Q-1,2021-03-10,171 ч.2", // 171 became 166 with the code of December 2021: the same group, no crossing
            "Q-2,2021-05-01,171 ч.1", // left for 159 in 2022
            "Q-3,2022-02-01,159 ч.1", // came to 166 in 2022
            "Q-4,2022-03-01,166 ч.1", // left in 2022 and was back in 2023: stands where it entered
            "Q-5,2022-04-01,166 ч.2", // left in 2022; another requalification in 2023 crosses nothing: counted in 2022
            "Q-6,2021-04-01,166 ч.1"); // 166 is not trafficking before December 2021: it came to 171
        await fixture.LoadLinesAsync(
            "register_event",
            "register_no,event_at,event,article_to",
            "Q-1,2021-12-15,requalified,166 ч.2",
            "Q-2,2022-06-01,requalified,159 ч.2",
            "Q-3,2022-07-01,requalified,166 ч.1",
            "Q-4,2022-08-01,requalified,159 ч.1",
            "Q-4,2023-01-10,requalified,167 ч.1",
            "Q-5,2022-09-01,requalified,159 ч.1",
            "Q-5,2023-02-01,requalified,138",
            "Q-6,2021-06-01,requalified,171 ч.1");
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        var counts = await WarehouseCounts.ReadAsync(connection, CancellationToken.None);
        long Out(string period, string group = "total") => counts["crimes_requalified_out"][period, [group]].Count;
        long In(string period, string group = "total") => counts["crimes_requalified_in"][period, [group]].Count;
        Assert.Equal((0, 2, 0, 2), (Out("2021"), Out("2022"), Out("2023"), Out("all")));
        Assert.Equal((1, 1, 0, 2), (In("2021"), In("2022"), In("2023"), In("all")));
        Assert.Equal((1, 1), (Out("2022", "related"), Out("2022", "unknown")));
        Assert.Equal((1, 1), (In("2022", "related"), In("2021", "unknown")));

        // Behind each of them: the file of the registrations and that of the step in which the crime crossed.
        fixture.Time.Now += TimeSpan.FromHours(1);
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event,article_to", "Q-4,2024-02-01,requalified,159 ч.1");
        fixture.Time.Now += TimeSpan.FromHours(1);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        Assert.Equal(
            [
                "in 2021 total {1,2}", "in 2021 unknown {1,2}", "in 2022 related {1,2}", "in 2022 total {1,2}", "in all related {1,2}", "in all total {1,2}", "in all unknown {1,2}",
                "out 2022 related {1,2}", "out 2022 total {1,2}", "out 2022 unknown {1,2}", "out 2024 related {1,3}", "out 2024 total {1,3}",
                "out all related {1,2,3}", "out all total {1,2,3}", "out all unknown {1,2}",
            ],
            await fixture.ListAsync<string>(
                """
                select split_part(measure, '_', 3) || ' ' || period || ' ' || coalesce(members ->> 'article_group', 'total') || ' ' || array(
                    select dense from (select batch_id, row_number() over (order by batch_id) as dense from ops.batch) as batch
                    where batch_id = any (batches) order by 1)::text
                from ops.cell_lineage
                where measure like 'crimes_requalified_%'
                order by 1
                """));
    }
}
