using Analytics.Testing;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Migrations;

/// <summary>Each login role, connected for real, can read what it may and nothing else.</summary>
public sealed class GrantsTests(PostgresFixture database) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private Logins? _logins;

    public async Task InitializeAsync()
    {
        if (database.ConnectionString.Length > 0)
        {
            _logins = await Logins.RenewAsync(database.Owner, database.ConnectionString, CancellationToken.None);
            await using var connection = await database.Owner.OpenConnectionAsync();
            await connection.ExecuteAsync(
                """
                set role analytics_etl;
                delete from pub.cell;
                delete from pub.publication;
                with publication as (
                    insert into pub.publication (published_at, synthetic, current) values (now(), true, true) returning publication_id)
                insert into pub.cell (publication_id, profile, measure, cut, period_kind, period, period_start, period_end, members, value, status)
                select publication_id, profile, 'persons_assisted', '', 'all', 'all', '2017-01-01', '2026-12-31', '{}', value, 'ok'
                from publication, (values ('ministry', 101), ('donor', 102), ('public', 103)) as cell (profile, value)
                """);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseTheory]
    [InlineData("ministry", 101)]
    [InlineData("donor", 102)]
    [InlineData("public", 103)]
    public async Task Profile_ReadingCells_SeesItsOwnOnly(string profile, int value)
    {
        await using var connection = await OpenAsync(profile);
        Assert.Equal([value], await connection.QueryAsync<int>("select value::int from pub.cell"));
    }

    [DatabaseTheory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public async Task Profile_EveryTableOutsidePub_IsRefused(string profile)
    {
        var tables = await TablesAsync("pub");
        Assert.True(tables.Count > 40, $"only {tables.Count} tables were tried");
        await using var connection = await OpenAsync(profile);
        foreach (var table in tables)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"select from {table} limit 1"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [DatabaseTheory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public async Task Profile_WritingOrBecomingAnother_IsRefused(string profile)
    {
        await using var connection = await OpenAsync(profile);
        string[] attempts =
        [
            "set transaction_read_only = off; delete from pub.cell",
            "set transaction_read_only = off; insert into pub.event values ('x', now(), null, 'policy', 'x', 'x', 'x', 'x')",
            "set role analytics_etl",
            "set role analytics_owner",
            profile == "donor" ? "set role analytics_ministry" : "set role analytics_donor",
            "create table pub.mine (x int)",
            "create temporary table mine (x int)",
        ];
        foreach (var attempt in attempts)
        {
            await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(attempt));
        }
    }

    [DatabaseFact]
    public async Task Admin_ReadingFactsOrCells_IsRefused()
    {
        var tables = await TablesAsync("ops");
        await using var connection = await OpenAsync("admin");
        foreach (var table in tables)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"select from {table} limit 1"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from ops.rejected_row"));
    }

    [DatabaseTheory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    [InlineData("admin")]
    public async Task Login_StatisticsOfTheServer_GiveNoRowCounts(string login)
    {
        string[] counting =
        [
            "select n_live_tup from pg_stat_all_tables", "select n_tup_ins from pg_stat_user_tables", "select * from pg_stat_xact_all_tables", "select * from pg_statio_all_tables",
            "select * from pg_stat_all_indexes", "select * from pg_statio_all_indexes", "select * from pg_stat_database", "select reltuples from pg_class", "select relpages from pg_class",
            "select pg_relation_size(oid) from pg_class", "select pg_total_relation_size(oid) from pg_class", "select pg_table_size(oid) from pg_class",
            "select pg_stat_get_live_tuples(oid) from pg_class", "select pg_stat_get_tuples_inserted(oid) from pg_class", "select * from pg_statistic",
        ];
        await using var connection = await OpenAsync(login);
        foreach (var statement in counting)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"{statement} limit 1"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from pg_stats where schemaname in ('raw', 'core', 'mart')"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from information_schema.tables where table_schema in ('raw', 'core', 'mart', 'quartz')"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(last_value) from pg_sequences where schemaname in ('raw', 'core', 'mart')"));
    }

    [DatabaseFact]
    public async Task Pub_WhateverDiffersByProfile_IsGuardedByRow()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        // A table with a profile needs row-level security, and a view over one must read with its reader's rights.
        Assert.Empty(await connection.QueryAsync<string>(
            """
            select c.relname from pg_class as c
            where c.relnamespace = 'pub'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
              and exists (select from pg_attribute as a where a.attrelid = c.oid and a.attname = 'profile' and not a.attisdropped)
              and not (c.relkind in ('r', 'p') and c.relrowsecurity)
              and not (c.relkind = 'v' and coalesce('security_invoker=true' = any (c.reloptions), false))
            """));
    }

    /// <summary>Every table and view of our schemas but those of <paramref name="except"/>.</summary>
    private async Task<List<string>> TablesAsync(string except)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(
            "select table_schema || '.' || table_name from information_schema.tables where table_schema in ('raw', 'core', 'mart', 'pub', 'ops', 'quartz') and table_schema <> @except",
            new { except })).ToList();
    }

    private async Task<NpgsqlConnection> OpenAsync(string login)
    {
        var connection = new NpgsqlConnection(login switch
        {
            "ministry" => _logins!.Ministry,
            "donor" => _logins!.Donor,
            "public" => _logins!.Public,
            _ => _logins!.Admin,
        });
        await connection.OpenAsync();
        return connection;
    }
}
