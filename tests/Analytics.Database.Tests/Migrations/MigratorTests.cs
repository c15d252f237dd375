using Analytics.Testing;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Migrations;

public sealed class MigratorTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task MigrateAsync_UpToDateDatabase_AppliesNothing() =>
        Assert.Empty(await Migrator.MigrateAsync(database.Owner, progress: null, CancellationToken.None));

    [DatabaseFact]
    public async Task MigrateAsync_FourAtOnce_EachSucceeds()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(database.Owner, progress: null, CancellationToken.None)));
        Assert.All(runs, Assert.Empty);
    }

    [DatabaseFact]
    public async Task MigrateAsync_EmptyDatabase_RecordsEveryScriptOnceWithItsHash()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var recorded = (await connection.QueryAsync<(string Path, string Hash)>("select path, hash from ops.script where path ~ '^(schema|migrations)/' order by path like 'migrations/%', path collate \"C\"")).ToArray();
        Assert.Equal(Migrator.Versions.Select(script => (script.Path, script.Hash)), recorded);
        Assert.True(recorded.Count(script => script.Path.StartsWith("schema/", StringComparison.Ordinal)) > 10);
    }
}

public sealed class LaterMigrationTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    private static readonly Script s_later = Of("migrations/0001_later.sql", "create table ops.later (later_id bigint primary key);");

    [DatabaseFact]
    public async Task MigrateAsync_MigrationAfterTheSchema_RunsOnceWithItsGrantsAndStopsWhenEdited()
    {
        Assert.Contains(s_later.Path, await MigrateAsync(s_later));
        Assert.Empty(await MigrateAsync(s_later));
        await using var connection = await database.Owner.OpenConnectionAsync();
        Assert.True(await connection.ExecuteScalarAsync<bool>("select has_table_privilege('analytics_etl', 'ops.later', 'insert')"));

        await RefusedAsync(s_later.Path, "add a new migration", [.. Migrator.Versions, Of(s_later.Path, s_later.Text + " -- edited")]);
    }

    [DatabaseFact]
    public Task MigrateAsync_SchemaEditedAfterItWasApplied_StopsAndNamesIt() =>
        RefusedAsync("schema/40_core.sql", "add a new migration", [.. Migrator.Versions.Select(script => script.Path == "schema/40_core.sql" ? Of(script.Path, "select 1;") : script)]);

    [DatabaseFact]
    public Task MigrateAsync_SchemaWithAScriptThatTheDatabaseWasNotMadeBy_StopsAndNamesIt() =>
        RefusedAsync("schema/99_more.sql", "make it a migration", [.. Migrator.Versions, Of("schema/99_more.sql", "select 1;")]);

    private async Task RefusedAsync(string path, string what, IReadOnlyList<Script> versions)
    {
        var failure = await Assert.ThrowsAsync<ScriptFailedException>(() => Migrator.MigrateAsync(database.Owner, versions, progress: null, CancellationToken.None));
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private Task<IReadOnlyList<string>> MigrateAsync(Script later) => Migrator.MigrateAsync(database.Owner, [.. Migrator.Versions, later], progress: null, CancellationToken.None);

    private static Script Of(string path, string text) => new(path, text, Script.HashOf(text));
}

public sealed class BeforeTheSchemaTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task MigrateAsync_TablesOfBeforeTheSchema_StopsInOneLineAndTouchesNothing()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            set role analytics_owner;
            delete from ops.script where path like 'schema/%';
            insert into ops.script (path, hash, seconds) values ('migrations/0001_schemas_and_roles.sql', repeat('0', 64), 0);
            reset role;
            """);
        var before = await FingerprintAsync(connection);

        var failure = await Assert.ThrowsAsync<ScriptFailedException>(() => Migrator.MigrateAsync(database.Owner, progress: null, CancellationToken.None));

        Assert.Contains($"/{database.Database}: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("./analytics carry export FILE", failure.Message, StringComparison.Ordinal);
        Assert.Contains("./analytics carry import FILE", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Equal(before, await FingerprintAsync(connection));
    }

    /// <summary>Every row of the catalogue with the transaction that wrote it, and the ledger.</summary>
    private static async Task<string> FingerprintAsync(NpgsqlConnection connection)
    {
        var parts = new List<string?>();
        foreach (var table in new[] { "pg_namespace", "pg_class", "pg_attribute", "pg_constraint", "pg_proc", "pg_policy", "pg_trigger", "pg_type", "pg_roles", "pg_database", "ops.script" })
        {
            var row = table switch
            {
                "pg_roles" => "rolname::text",
                "pg_database" => "datname || datacl::text",
                "ops.script" => "xmin::text || t::text",
                _ => "t.oid::text || t.xmin::text",
            };
            row = table == "pg_attribute" ? "attrelid::text || attname || t.xmin::text" : row;
            // Other tests make roles and databases of their own meanwhile.
            var where = table switch { "pg_database" => "where datname = current_database()", "pg_roles" => "where rolname like 'analytics%'", _ => "" };
            parts.Add(await connection.ExecuteScalarAsync<string>($"select md5(string_agg({row}, ',' order by {row} collate \"C\")) from {table} as t {where}"));
        }

        return string.Join(' ', parts);
    }
}

public sealed class FailingScriptTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task MigrateAsync_RepeatableThatFails_NamesFileLineAndStateAndChangesNothing()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        // grants.sql names raw; without it the script fails, and its new hash must not be recorded.
        await connection.ExecuteAsync(
            "set role analytics_owner; drop schema quartz cascade; update ops.script set hash = 'old' where path = 'repeatable/grants.sql'");

        var failure = await Assert.ThrowsAsync<ScriptFailedException>(() => Migrator.MigrateAsync(database.Owner, progress: null, CancellationToken.None));

        var line = 1 + Script.Read("repeatable/grants.sql").Text.Split('\n').ToList().FindIndex(text => text.Contains("quartz", StringComparison.Ordinal));
        Assert.Contains($"repeatable/grants.sql, line {line}:", failure.Message, StringComparison.Ordinal);
        Assert.Contains(PostgresErrorCodes.InvalidSchemaName, failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", await connection.ExecuteScalarAsync<string>("select hash from ops.script where path = 'repeatable/grants.sql'"));
    }
}
