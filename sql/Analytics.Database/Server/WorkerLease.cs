using System.Text;
using Dapper;
using Npgsql;

namespace Analytics.Database.Server;

/// <summary>
/// The right to serve a database, held by one worker at a time on whatever machine: an advisory lock of a session of its own, which
/// the server lets go of when the worker ends, however it ends.
/// </summary>
public sealed class WorkerLease : IAsyncDisposable
{
    // "work" in ASCII, beside a number: any pair that nothing else locks.
    private const int LockClass = 0x776F726B;
    private const int LockNumber = 1;

    /// <summary>PostgreSQL keeps that many bytes of an application's name.</summary>
    private const int LongestName = 63;

    private static readonly TimeSpan s_lettingGo = TimeSpan.FromSeconds(3);

    private readonly string _connectionString;
    private NpgsqlConnection _session;

    private WorkerLease(string connectionString, NpgsqlConnection session) => (_connectionString, _session) = (connectionString, session);

    /// <summary>Takes the lease of a database.</summary>
    /// <param name="connectionString">Of a role that may look at its own sessions.</param>
    /// <param name="command">What is going to hold it, like <c>up</c>; told to others who want it.</param>
    /// <param name="folder">The data folder of the holder, told to them too.</param>
    /// <exception cref="DatabaseUnavailableException">Another worker holds it; the message says which.</exception>
    public static async Task<WorkerLease> TakeAsync(string connectionString, string command, string folder, CancellationToken token)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            KeepAlive = 10,
            ApplicationName = NameOf(command, folder),
            // A machine that is gone says nothing: its session ends when it has not answered for half a minute.
            Options = "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3",
        };
        return new WorkerLease(builder.ConnectionString, await OpenAsync(builder.ConnectionString, token));
    }

    /// <returns>Whether a worker serves the database now.</returns>
    /// <param name="database">Of a role that may look at all sessions.</param>
    public static async Task<bool> IsHeldAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return (await connection.QueryAsync(new CommandDefinition(
            SqlText.Beside<WorkerLease>("lease_holder.sql"), new { LockClass, LockNumber }, cancellationToken: token))).Any();
    }

    /// <summary>Looks whether the session lives, and takes the lease again when it does not.</summary>
    /// <exception cref="DatabaseUnavailableException">Another worker took it meanwhile.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task KeepAsync(CancellationToken token)
    {
        if (_session.State == System.Data.ConnectionState.Open)
        {
            try
            {
                await _session.ExecuteAsync(new CommandDefinition("select 1", cancellationToken: token));
                return;
            }
            catch (NpgsqlException cause) when (DatabaseLoss.Is(cause))
            {
                // It has ended, and the lock with it.
            }
        }

        // A statement on a closed session would open another one for itself, without the lock.
        await _session.DisposeAsync();
        _session = await OpenAsync(_connectionString, token);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken token)
    {
        var session = new NpgsqlConnection(connectionString);
        try
        {
            await session.OpenAsync(token);
            // A worker that was killed a moment ago is still being let go of.
            for (var began = TimeProvider.System.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(200), token))
            {
                if (await session.ExecuteScalarAsync<bool>(new CommandDefinition("select pg_try_advisory_lock(@LockClass, @LockNumber)", new { LockClass, LockNumber }, cancellationToken: token)))
                {
                    return session;
                }

                if (TimeProvider.System.GetElapsedTime(began) > s_lettingGo)
                {
                    throw new DatabaseUnavailableException(
                        $"the database {session.Database} at {session.Host}:{session.Port} is in use by {await HolderAsync(session, token)}: stop that first, or work with another database (ANALYTICS_DATABASE).");
                }
            }
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> HolderAsync(NpgsqlConnection session, CancellationToken token)
    {
        var holder = await session.QuerySingleOrDefaultAsync<(string? Name, DateTime? Since)>(new CommandDefinition(
            SqlText.Beside<WorkerLease>("lease_holder.sql"), new { LockClass, LockNumber }, cancellationToken: token));
        return $"{(string.IsNullOrEmpty(holder.Name) ? "another worker" : holder.Name)}{(holder.Since is { } since ? $" since {since.ToLocalTime():yyyy-MM-dd HH:mm}" : "")}";
    }

    /// <summary>Like <c>./analytics up, process 4711 on box, /srv/analytics/data</c>; of a long folder its end.</summary>
    private static string NameOf(string command, string folder)
    {
        var name = $"./analytics {command}, process {Environment.ProcessId} on {Environment.MachineName}, ";
        var room = LongestName - Encoding.UTF8.GetByteCount(name);
        return room < 8 ? name.TrimEnd(' ', ',')
            : folder.Length <= room ? name + folder
            : $"{name}...{folder[^(room - 3)..]}";
    }
}
