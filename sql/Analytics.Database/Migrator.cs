using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Analytics.Database;

/// <summary>
/// Brings a database to the state that <c>sql/</c> describes: bootstrap at every start, the scripts of the schema and the migrations after
/// it once each in the order of their names, repeatable scripts and reference data whenever their text changes. Under an advisory lock and
/// in one transaction, so that two starts at once do not meet and a failing script leaves the database as it was.
/// </summary>
/// <remarks>Own code because no library does all of it: edits of what ran are refused by hash, reference CSVs are loaded, all in one transaction.</remarks>
public static class Migrator
{
    // "analytic" in ASCII: any constant that no other program is likely to lock.
    private const long LockKey = 0x616E616C79746963;

    /// <summary>The scripts that a database runs once, in their order: today's schema by subject, then what changed it since.</summary>
    public static IReadOnlyList<Script> Versions { get; } = [.. Script.In("schema"), .. Script.In("migrations")];

    /// <summary>Runs whatever is due.</summary>
    /// <param name="database">Connects as a role that may create roles and schemas.</param>
    /// <returns>The scripts that were applied; empty when the database was up to date.</returns>
    /// <exception cref="ScriptFailedException">A script failed, one that was applied before has been edited, or the tables are of before the
    /// schema began. The database is as it was.</exception>
    public static Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource database, IProgress<string>? progress, CancellationToken token) =>
        MigrateAsync(database, Versions, progress, token);

    /// <inheritdoc cref="MigrateAsync(NpgsqlDataSource, IProgress{string}?, CancellationToken)"/>
    /// <param name="versions">As a version of the product has them.</param>
    internal static Task<IReadOnlyList<string>> MigrateAsync(
        NpgsqlDataSource database, IReadOnlyList<Script> versions, IProgress<string>? progress, CancellationToken token) =>
        AloneAsync(database, connection => ApplyAsync(connection, versions, progress, token), token);

    /// <summary>Runs <paramref name="work"/> in one transaction that no migration or other such work meets.</summary>
    internal static async Task<T> AloneAsync<T>(NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> work, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@LockKey)", new { LockKey }, cancellationToken: token));
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            var result = await work(connection);
            await transaction.CommitAsync(token);
            return result;
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@LockKey)", new { LockKey });
        }
    }

    /// <summary>Makes the tables as they were after <paramref name="scripts"/>, and nothing further.</summary>
    internal static async Task ApplyOnlyAsync(NpgsqlConnection connection, IEnumerable<Script> scripts, CancellationToken token)
    {
        await BootstrapAsync(connection, token);
        foreach (var script in scripts)
        {
            await ApplyAsync(connection, script, () => RunAsync(connection, script, token));
        }
    }

    /// <summary>Roles, the ledger, and from here on the rights of the tables' owner.</summary>
    internal static async Task BootstrapAsync(NpgsqlConnection connection, CancellationToken token)
    {
        // The roles are the login's own business; a second pass in one transaction comes here as the tables' owner.
        await connection.ExecuteAsync("set local role none");
        await RunAsync(connection, Script.Read("bootstrap/roles.sql"), token);
        await connection.ExecuteAsync("set local role analytics_owner");
        await RunAsync(connection, Script.Read("bootstrap/ledger.sql"), token);
    }

    /// <summary>Everything that is due, inside the connection's transaction.</summary>
    internal static async Task<IReadOnlyList<string>> ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<Script> versions, IProgress<string>? progress, CancellationToken token)
    {
        await BootstrapAsync(connection, token);
        var known = (await connection.QueryAsync<(string Path, string Hash)>("select path, hash from ops.script"))
            .ToDictionary(row => row.Path, row => row.Hash, StringComparer.Ordinal);
        if (AppliedVersions.Fault(known, versions) is { } fault)
        {
            throw new ScriptFailedException($"{connection.Host}:{connection.Port}/{connection.Database}: {fault}");
        }

        var applied = new List<string>();
        foreach (var script in versions.Where(script => !known.ContainsKey(script.Path)))
        {
            await ApplyAsync(script, () => RunAsync(connection, script, token));
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
            await Migrator.ApplyAsync(connection, script, run);
            applied.Add(script.Path);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Script script, Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        await connection.ExecuteAsync(
            """
            insert into ops.script (path, hash, seconds) values (@Path, @Hash, @Seconds)
            on conflict (path) do update set hash = excluded.hash, applied_at = now(), seconds = excluded.seconds
            """,
            new { script.Path, script.Hash, Seconds = clock.Elapsed.TotalSeconds });
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
