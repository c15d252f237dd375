using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Analytics.Database;

/// <summary>
/// Brings a database to the state that <c>sql/</c> describes: bootstrap at every start, migrations once each in the order of their
/// names, repeatable scripts and reference data whenever their text changes. Under an advisory lock and in one transaction, so that
/// two starts at once do not meet and a failing script leaves the database as it was.
/// </summary>
public static class Migrator
{
    // "analytic" in ASCII: any constant that no other program is likely to lock.
    private const long LockKey = 0x616E616C79746963;

    /// <summary>Runs whatever is due.</summary>
    /// <param name="database">Connects as a role that may create roles and schemas.</param>
    /// <returns>The scripts that were applied; empty when the database was up to date.</returns>
    /// <exception cref="ScriptFailedException">A script failed, or a migration that was applied before has been edited.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource database, IProgress<string>? progress, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@LockKey)", new { LockKey }, cancellationToken: token));
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            var applied = await ApplyAsync(connection, progress, token);
            await transaction.CommitAsync(token);
            return applied;
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@LockKey)", new { LockKey });
        }
    }

    private static async Task<List<string>> ApplyAsync(NpgsqlConnection connection, IProgress<string>? progress, CancellationToken token)
    {
        await RunAsync(connection, Script.Read("bootstrap/roles.sql"), token);
        await connection.ExecuteAsync("set local role analytics_owner");
        await RunAsync(connection, Script.Read("bootstrap/ledger.sql"), token);

        var known = (await connection.QueryAsync<(string Path, string Hash)>("select path, hash from ops.script"))
            .ToDictionary(row => row.Path, row => row.Hash, StringComparer.Ordinal);
        var applied = new List<string>();

        foreach (var script in Script.In("migrations"))
        {
            if (!known.TryGetValue(script.Path, out var hash))
            {
                await ApplyAsync(script, () => RunAsync(connection, script, token));
            }
            else if (hash != script.Hash)
            {
                throw new ScriptFailedException($"{script.Path} was changed after it was applied to this database; put its text back and add a new migration instead.");
            }
        }

        var migrated = applied.Count > 0;
        foreach (var script in Script.In("repeatable").Where(script => migrated || Changed(script)))
        {
            await ApplyAsync(script, () => RunAsync(connection, script, token));
        }

        foreach (var table in ReferenceTable.All().Where(table => migrated || Changed(table.Script)))
        {
            await ApplyAsync(table.Script, () => table.LoadAsync(connection, token));
        }

        return applied;

        bool Changed(Script script) => !known.TryGetValue(script.Path, out var hash) || hash != script.Hash;

        async Task ApplyAsync(Script script, Func<Task> run)
        {
            progress?.Report(script.Path);
            var clock = Stopwatch.StartNew();
            await run();
            await connection.ExecuteAsync(
                """
                insert into ops.script (path, hash, seconds) values (@Path, @Hash, @Seconds)
                on conflict (path) do update set hash = excluded.hash, applied_at = now(), seconds = excluded.seconds
                """,
                new { script.Path, script.Hash, Seconds = clock.Elapsed.TotalSeconds });
            applied.Add(script.Path);
        }
    }

    internal static async Task RunAsync(NpgsqlConnection connection, Script script, CancellationToken token)
    {
        foreach (var statement in Statement.In(script.Text))
        {
            try
            {
                await connection.ExecuteAsync(new CommandDefinition(statement.Text, cancellationToken: token));
            }
            catch (PostgresException cause)
            {
                throw new ScriptFailedException(script.Path, statement, cause);
            }
        }
    }
}
