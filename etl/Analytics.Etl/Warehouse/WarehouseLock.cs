using System.Data;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse;

/// <summary>
/// A lock that keeps writers of the warehouse apart, in every process that works on the database. Who needs both takes
/// <see cref="Publication"/> first, so that nobody waits for somebody who waits for him.
/// </summary>
internal sealed class WarehouseLock : IAsyncDisposable
{
    // Any constants of our own.

    /// <summary>One publication or rebuild at a time: each would delete what another writes.</summary>
    public const long Publication = 0x7075626C697368;

    /// <summary>One at a time merges rows into <c>core</c> and <c>mart</c>.</summary>
    public const long Merge = 0x6C6F61645F726F77;

    private readonly NpgsqlConnection _connection;
    private readonly long _key;
    private bool _held = true;

    private WarehouseLock(NpgsqlConnection connection, long key) => (_connection, _key) = (connection, key);

    /// <summary>Waits for a lock and keeps it until the present transaction ends.</summary>
    public static Task<int> WaitAsync(NpgsqlConnection connection, long key, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@key)", new { key }, commandTimeout: 0, cancellationToken: token));

    /// <summary>Waits for a lock and keeps it until it is disposed, over the transactions of one connection.</summary>
    public static async Task<WarehouseLock> HoldAsync(NpgsqlConnection connection, long key, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@key)", new { key }, commandTimeout: 0, cancellationToken: token));
        return new WarehouseLock(connection, key);
    }

    public async ValueTask DisposeAsync()
    {
        if (_held)
        {
            _held = false;
            await LetGoAsync(_connection, "select pg_advisory_unlock(@_key)", new { _key });
        }
    }

    /// <summary>Lets an advisory lock go; when the connection is gone the server has done so, and why it went is another's to say.</summary>
    public static async Task LetGoAsync(NpgsqlConnection connection, string unlock, object parameters)
    {
        if (connection.FullState != ConnectionState.Open)
        {
            return;
        }

        try
        {
            await connection.ExecuteAsync(unlock, parameters);
        }
        catch (NpgsqlException) when (connection.FullState != ConnectionState.Open)
        {
            // It went at this moment, and the lock with it.
        }
    }
}
