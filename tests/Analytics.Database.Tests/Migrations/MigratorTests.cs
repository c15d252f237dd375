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
    public async Task MigrateAsync_EmptyDatabase_RecordsEveryMigrationOnceWithItsHash()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var recorded = (await connection.QueryAsync<(string Path, string Hash)>("select path, hash from ops.script where path like 'migrations/%' order by path")).ToArray();
        Assert.Equal(Script.In("migrations").Select(script => (script.Path, script.Hash)), recorded);
    }
}

public sealed class EditedMigrationTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task MigrateAsync_MigrationEditedAfterItWasApplied_StopsAndNamesIt()
    {
        await using (var connection = await database.Owner.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("set role analytics_owner; update ops.script set hash = repeat('0', 64) where path = 'migrations/0002_ops.sql'");
        }

        var failure = await Assert.ThrowsAsync<ScriptFailedException>(() => Migrator.MigrateAsync(database.Owner, progress: null, CancellationToken.None));
        Assert.Contains("migrations/0002_ops.sql", failure.Message, StringComparison.Ordinal);
        Assert.Contains("add a new migration", failure.Message, StringComparison.Ordinal);
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
