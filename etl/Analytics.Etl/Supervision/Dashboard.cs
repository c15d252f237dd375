using Analytics.Etl.Hosting;
using Analytics.Etl.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Supervision;

/// <summary>Keeps the dashboard's process running at one address: starts it again when it ends unasked, ever less often.</summary>
internal sealed class Dashboard(
    UpOptions options, WarehouseService warehouse, DatabaseService database, Screen screen, TimeProvider time, ILogger<Dashboard> log) : BackgroundService
{
    private const int MostTries = 3;

    /// <summary>Codes above it say that a signal ended the process: that is no fault of the program's.</summary>
    private const int Signalled = 128;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_healthy = TimeSpan.FromMinutes(10);
    private DashboardProcess? _process;
    private DateTimeOffset _started;
    private TimeSpan _pause = s_shortestPause;

    /// <summary>Where it answers, once this service has started.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    /// <exception cref="DashboardFailedException">It ended, or did not answer in a minute.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await screen.StepAsync("Starting the dashboard", () => StartFirstAsync(Port(), cancellationToken));
        database.Announce(holder => holder with { Address = Address.ToString() });
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await EndAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await KeepAsync(stoppingToken);
        }
    }

    private int Port()
    {
        var port = LocalPort.FirstFree(options.Port)
            ?? throw new DashboardFailedException($"port {options.Port} and the hundred after it are taken: give another with --port.");
        if (port != options.Port)
        {
            screen.Report($"port {options.Port} is taken by another program; using {port}");
        }

        return port;
    }

    private async Task StartFirstAsync(int port, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await StartProcessAsync(port, cancellationToken);
                return;
            }
            catch (DashboardFailedException cause) when (cause.ExitCode > Signalled && tries < MostTries)
            {
                screen.Report("the dashboard was ended from outside; starting it again");
            }
        }
    }

    private async Task StartProcessAsync(int port, CancellationToken cancellationToken)
    {
        _started = time.GetUtcNow();
        _process = await DashboardProcess.StartAsync(options.Folder, port, warehouse.Logins, cancellationToken);
        Address = _process.Address;
        log.DashboardStarted(port);
    }

    /// <summary>Looks whether it still runs, and starts it again when it does not.</summary>
    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (_process is { Ended.IsCompleted: false } || time.GetUtcNow() < _started + _pause)
        {
            return;
        }

        // A terminal's Ctrl-C ends the dashboard too, perhaps before this process has heard of it.
        await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
        _pause = _started + _pause + s_healthy < time.GetUtcNow() ? s_shortestPause : Min(_pause * 2, s_longestPause);
        screen.Report($"{time.GetLocalNow():HH:mm} the dashboard ended{(_process is null ? "" : $" with code {_process.ExitCode}")}; starting it again");
        log.DashboardEnded(_process?.ExitCode);
        await EndAsync();
        try
        {
            await StartProcessAsync(Address.Port, cancellationToken);
        }
        catch (DashboardFailedException cause)
        {
            screen.Report(cause.Message);
        }
    }

    private async Task EndAsync()
    {
        if (_process is { } ended)
        {
            _process = null;
            await ended.DisposeAsync();
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
