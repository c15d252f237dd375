using Analytics.Database.Requests;
using Npgsql;

namespace Analytics.Etl.Ingest.Inbox;

/// <summary>Tells a request, once a second, how many rows were read.</summary>
internal sealed class RowProgress : IProgress<long>, IAsyncDisposable
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly HeldRequest _held;
    private readonly TimeProvider _time;
    private readonly Task _telling;
    private long _rows;

    public RowProgress(HeldRequest held, TimeProvider time)
    {
        (_held, _time) = (held, time);
        _telling = TellAsync(_stop.Token);
    }

    public void Report(long value) => Interlocked.Exchange(ref _rows, value);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _telling;
        _stop.Dispose();
    }

    private async Task TellAsync(CancellationToken stop)
    {
        long told = 0;
        try
        {
            while (true)
            {
                await Task.Delay(s_every, _time, stop);
                if (Interlocked.Read(ref _rows) is var rows && rows != told)
                {
                    await _held.TellAsync(rows, stop);
                    told = rows;
                }
            }
        }
        catch (Exception cause) when (cause is OperationCanceledException or NpgsqlException)
        {
            // The work has ended, or the connection has, which the work itself will find.
        }
    }
}
