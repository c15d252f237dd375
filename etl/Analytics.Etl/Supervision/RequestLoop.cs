using Analytics.Database.Requests;
using Npgsql;

namespace Analytics.Etl.Supervision;

/// <summary>Does what the dashboard asks, as soon as it is asked: woken by the database, and by a slow poll in case that was missed.</summary>
internal sealed class RequestLoop : IAsyncDisposable
{
    private const int MostAtOnce = 3;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private readonly NpgsqlDataSource _database;
    private readonly RequestTaker _requests;
    private readonly RequestWork _work;
    private readonly UploadFolder _uploads;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly HashSet<Task> _running = [];
    private readonly Task _loop;

    private RequestLoop(NpgsqlDataSource database, RequestWork work, UploadFolder uploads, TimeProvider time)
    {
        (_database, _work, _uploads, _time) = (database, work, uploads, time);
        _requests = new RequestTaker(database, time);
        _loop = Task.Run(() => RunAsync(_stop.Token));
    }

    public static RequestLoop Start(NpgsqlDataSource database, RequestWork work, UploadFolder uploads, TimeProvider time) => new(database, work, uploads, time);

    /// <summary>Done when it was stopped, and failed when it cannot go on.</summary>
    public Task Ended => _loop;

    /// <summary>Stops taking requests and asks those in work to stop; what they have not finished is taken again at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
        _free.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                try
                {
                    await ListenAsync(stop);
                }
                catch (NpgsqlException)
                {
                    // The database is away; the supervisor sees to it, and requests wait in it.
                    await Task.Delay(s_pause, _time, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop: that is how the loop ends.
        }

        await Task.WhenAll(_running);
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await _database.OpenConnectionAsync(stop);
        await using (var listen = new NpgsqlCommand($"listen {RequestTaker.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        while (true)
        {
            _uploads.DeleteOld(_time.GetUtcNow());
            await TakeAllAsync(stop);
            await connection.WaitAsync(s_poll, stop);
        }
    }

    private async Task TakeAllAsync(CancellationToken stop)
    {
        while (true)
        {
            await _free.WaitAsync(stop);
            var held = await TakeAsync(stop);
            if (held is null)
            {
                return;
            }

            _running.RemoveWhere(task => task.IsCompleted);
            _running.Add(DoAsync(held, stop));
        }
    }

    private async Task<HeldRequest?> TakeAsync(CancellationToken stop)
    {
        HeldRequest? held = null;
        try
        {
            held = await _requests.TakeAsync(stop);
            return held;
        }
        finally
        {
            if (held is null)
            {
                _free.Release();
            }
        }
    }

    private async Task DoAsync(HeldRequest held, CancellationToken stop)
    {
        try
        {
            await using (held)
            {
                await _work.DoAsync(held, stop);
            }
        }
        catch (Exception cause) when (cause is OperationCanceledException or NpgsqlException)
        {
            // Stopped, or the database went away: the request is open and is taken again.
        }
        finally
        {
            _free.Release();
        }
    }
}
