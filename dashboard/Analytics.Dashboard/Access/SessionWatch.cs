using System.Collections.Concurrent;
using System.Net.Sockets;
using Analytics.Database.Accounts;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Analytics.Dashboard.Access;

/// <summary>
/// Hears from the database which account changed or which session ended, whoever did it, and has the open pages of it look at once.
/// After a gap in hearing all of them look.
/// </summary>
public sealed class SessionWatch(IOptions<DatabaseOptions> database, TimeProvider clock, ILogger<SessionWatch> log) : BackgroundService
{
    private const int KeepAliveSeconds = 15;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<CircuitSession, bool> _open = [];

    public void Add(CircuitSession session) => _open[session] = true;

    public void Remove(CircuitSession session) => _open.TryRemove(session, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or SocketException or TimeoutException)
            {
                log.LogWarning(fault, "Open pages do not hear of ended sessions until the database answers again; they look every so often");
                await Task.Delay(s_pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Asked to stop: that is how it ends.
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        // A connection of its own, which notices when the other side is gone.
        var address = new NpgsqlConnectionStringBuilder(database.Value.Admin) { KeepAlive = KeepAliveSeconds, Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(address);
        var told = new ConcurrentQueue<string>();
        connection.Notification += (_, notice) => told.Enqueue(notice.Payload);
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"listen {SessionStore.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        await Task.WhenAll(_open.Keys.Select(session => session.CheckAsync(isUse: false, stop)));
        while (true)
        {
            while (told.TryDequeue(out var what))
            {
                await CheckAsync(what, stop);
            }

            await connection.WaitAsync(stop);
        }
    }

    private async Task CheckAsync(string what, CancellationToken stop)
    {
        foreach (var session in _open.Keys)
        {
            if (await session.IsAsync(what))
            {
                await session.CheckAsync(isUse: false, stop);
            }
        }
    }
}
