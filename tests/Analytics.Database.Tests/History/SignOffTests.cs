using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.History;

/// <summary>A month of a source from draft to published and back, and what that does to the status of figures.</summary>
public sealed class SignOffTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Cell_IsProvisional_UntilEverySourceMonthBehindItIsPublished()
    {
        await fixture.LoadAsync("register_crime", fixture.File("a.csv", "register_no,registered_at,article", "A-1,2019-02-10,171", "A-2,2019-03-10,171"), "police");
        await fixture.LoadAsync("register_crime", fixture.File("b.csv", "register_no,registered_at,article", "B-1,2019-03-20,171"), "customs");
        Assert.Equal("2019-02:t 2019-03:t 2019:t", await PublishAsync());

        await SignAsync("police", "2019-02", "reviewed");
        Assert.Equal("2019-02:t 2019-03:t 2019:t", await PublishAsync());
        await SignAsync("police", "2019-02", "published");
        await SignAsync("police", "2019-03", "reviewed", "published");
        Assert.Equal("2019-02:f 2019-03:t 2019:t", await PublishAsync());
        await SignAsync("customs", "2019-03", "reviewed", "published");
        // The year has months that sign-off has not reached.
        Assert.Equal("2019-02:f 2019-03:f 2019:t", await PublishAsync());

        await using var connection = await fixture.Etl.OpenConnectionAsync();
        await connection.ExecuteAsync("insert into ops.period_review values ('police', '2019-02-01', 3, 'reviewed', 'coordinator', now(), 'two files are missing')");
        Assert.Equal("2019-02:t 2019-03:f 2019:t", await PublishAsync());
    }

    [DatabaseFact]
    public async Task Review_StepThatIsNone_IsRefusedAndNothingChanges()
    {
        await fixture.LoadAsync("hotline", fixture.File("h.csv", "contact_id,started_at", "H-1,2020-05-01"), "line");
        await PublishAsync();
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        string[] refused =
        [
            "insert into ops.period_review values ('line', '2020-05-01', 1, 'published', 'c', now(), null)",
            "insert into ops.period_review values ('line', '2020-05-01', 2, 'reviewed', 'c', now(), null)",
        ];
        foreach (var attempt in refused)
        {
            await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(attempt));
        }

        await connection.ExecuteAsync("insert into ops.period_review values ('line', '2020-05-01', 1, 'reviewed', 'c', now(), null)");
        string[] refusedAfter =
        [
            "insert into ops.period_review values ('line', '2020-05-01', 2, 'draft', 'c', now(), ' ')",
            "update ops.period_review set account = 'another'",
            "delete from ops.period_review where source_id = 'line'",
        ];
        foreach (var attempt in refusedAfter)
        {
            await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(attempt));
        }

        Assert.Equal(["reviewed by c"], await fixture.ListAsync<string>("select state || ' by ' || account from ops.period_state where source_id = 'line'"));
    }

    private async Task SignAsync(string source, string month, params string[] states)
    {
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        foreach (var state in states)
        {
            await connection.ExecuteAsync(
                """
                insert into ops.period_review (source_id, month, step, state, account, decided_at)
                select source_id, month, step + 1, @state, 'coordinator', now() from ops.period_state where source_id = @source and month = @month::date
                """,
                new { source, month = month + "-01", state });
        }
    }

    private async Task<string> PublishAsync()
    {
        fixture.Time.Now += TimeSpan.FromMinutes(1);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        return string.Join(' ', await fixture.ListAsync<string>(
            """
            select period || ':' || left(provisional::text, 1) from pub.cell
            where profile = 'ministry' and measure = 'crimes_registered' and cut = '' and period in ('2019-02', '2019-03', '2019')
            order by period_kind, period
            """));
    }
}
