using Analytics.Database;

namespace Analytics.Etl.Hosting;

/// <summary>Keeps the dashboard's process running at one address: starts it again when it ends unasked, ever less often.</summary>
internal sealed class Dashboard(DataFolder folder, Logins logins, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_healthy = TimeSpan.FromMinutes(10);
    private DashboardProcess? _process;
    private DateTimeOffset _started;
    private TimeSpan _pause;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <exception cref="DashboardFailedException">It ended, or did not answer in a minute.</exception>
    public async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        _process = await DashboardProcess.StartAsync(folder, port, logins, cancellationToken);
        _started = time.GetUtcNow();
        Address = _process.Address;
    }

    /// <summary>Looks whether it still runs, and starts it again when it does not.</summary>
    public async Task KeepAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (_process is { Ended.IsCompleted: false } || time.GetUtcNow() < _started + _pause)
        {
            return;
        }

        // A terminal's Ctrl-C ends the dashboard too, perhaps before this process has heard of it.
        await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
        _pause = _started + _pause + s_healthy < time.GetUtcNow() ? TimeSpan.FromSeconds(5) : Min(_pause * 2, s_longestPause);
        progress.Report($"{time.GetLocalNow():HH:mm} the dashboard ended{(_process is null ? "" : $" with code {_process.ExitCode}")}; starting it again");
        await StopAsync();
        _started = time.GetUtcNow();
        try
        {
            await StartAsync(Address.Port, cancellationToken);
        }
        catch (DashboardFailedException cause)
        {
            progress.Report(cause.Message);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StopAsync()
    {
        if (_process is { } ended)
        {
            _process = null;
            await ended.DisposeAsync();
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
