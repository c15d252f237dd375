using Analytics.Etl.Hosting;
using Analytics.Etl.Warehouse.Sweep;
using Analytics.Testing;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Sweep;

/// <summary>What grows with every look is forgotten in its time, and the audit can still be checked.</summary>
public sealed class SweepStageTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task Run_OldEntriesOfTheAudit_LeaveCountsAndAChainThatHolds()
    {
        await using var connection = await fixture.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into ops.audit (at, account, action) select '2020-03-05', 'old', 'opened' from generate_series(1, 3);
            insert into ops.audit (at, account, action) values ('2020-04-05', 'old', 'saw'), (now() - interval '100 days', 'new', 'opened'), (now(), 'new', 'saw');
            """);
        Assert.Equal(4, (await SweepAsync(new KeepSettings(AuditDays: 120))).Entries);
        Assert.Equal(["new", "new"], await connection.QueryAsync<string>("select account from ops.audit order by audit_id"));
        Assert.Equal((2L, null), await StateAsync(connection));
        Assert.Equal(
            [("2020-03", "opened", 3L), ("2020-04", "saw", 1L)],
            await connection.QueryAsync<(string, string, long)>("select to_char(month, 'YYYY-MM'), action, entries from ops.audit_month order by 1"));

        // The next sweep goes on where this one ended, and never takes the last entry, to which the next is chained.
        Assert.Equal(1, (await SweepAsync(new KeepSettings(AuditDays: 90))).Entries);
        Assert.Equal(0, (await SweepAsync(new KeepSettings(AuditDays: 90))).Entries);
        await connection.ExecuteAsync("insert into ops.audit (at, account, action) values (now(), 'later', 'opened')");
        Assert.Equal((2L, null), await StateAsync(connection));
        Assert.Equal(5, await connection.ExecuteScalarAsync<long>("select entries from ops.audit_seal"));

        // An entry that is taken out past the sweep still shows.
        await connection.ExecuteAsync(
            "alter table ops.audit disable trigger keep_audit; delete from ops.audit where account = 'new'; alter table ops.audit enable trigger keep_audit;");
        Assert.NotNull((await StateAsync(connection)).BrokenAt);
    }

    [DatabaseFact]
    public async Task SweepAudit_EntriesOfTheLastMonths_AreOutOfReach()
    {
        await using var etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Options = "-c role=analytics_etl" });
        await using var connection = await etl.OpenConnectionAsync();
        var recent = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("select ops.sweep_audit(now() - interval '89 days')"));
        Assert.Equal(PostgresErrorCodes.InvalidParameterValue, recent.SqlState);
        foreach (var statement in new[] { "delete from ops.audit", "delete from ops.audit_month", "insert into ops.audit_seal (last_id, hash, entries) values (1000, '', 1)" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [DatabaseFact]
    public async Task Run_FiguresThatNobodySees_AreForgottenAndThoseBeyondTheMostAsWell()
    {
        await using var connection = await fixture.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into ops.figure_shown (figure_id, publication_id, profile, query, first_shown_at, last_shown_at)
            select 'TR-' || lpad(number::text, 8, '0'), 1, 'public', '{}', now() - interval '900 days', now() - number * interval '10 days' from generate_series(1, 80) as number;
            """);
        Assert.Equal(68, (await SweepAsync(new KeepSettings(FigureDays: 125))).Figures);
        Assert.Equal(2, (await SweepAsync(new KeepSettings(MostFigures: 10))).Figures);
        Assert.Equal(10, await connection.ExecuteScalarAsync<long>("select count(*) from ops.figure_shown where last_shown_at > now() - interval '101 days'"));
    }

    [Fact]
    public void Faults_OutOfRange_SayKeyAndLimit() => Assert.Equal(
        ["Keep:AuditDays must be a number of days from 90 to 36525", "Keep:MostFigures must be a whole number from 1000 to 2147483647"],
        new KeepSettings(AuditDays: 89, MostFigures: 1).Faults());

    private async Task<SweepReport> SweepAsync(KeepSettings keep)
    {
        await using var etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Options = "-c role=analytics_etl" });
        return await new SweepStage(etl, keep, TimeProvider.System).RunAsync(CancellationToken.None);
    }

    private static async Task<(long Entries, long? BrokenAt)> StateAsync(NpgsqlConnection connection) =>
        await connection.QuerySingleAsync<(long, long?)>("select entries, broken_at from ops.audit_state");
}
