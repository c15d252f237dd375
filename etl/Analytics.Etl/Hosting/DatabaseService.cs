using Analytics.Database.Server;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Analytics.Etl.Hosting;

/// <summary>
/// The database of <c>up</c>: opened before everything else and closed after it. From its start on an embedded server that ends unasked
/// is started again, and the lease that keeps other workers away is held; when neither is to be had, everything stops.
/// </summary>
internal sealed class DatabaseService : BackgroundService
{
    private const int MostDeaths = 5;
    private const int MostTries = 3;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_leaseLook = TimeSpan.FromSeconds(5);

    private readonly UpOptions _options;
    private readonly Screen _screen;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _again;
    private readonly Queue<DateTimeOffset> _deaths = [];
    private FolderLock? _held;
    private DatabaseAccess? _access;
    private WorkerLease? _lease;

    public DatabaseService(UpOptions options, Screen screen, TimeProvider time, ILogger<DatabaseService> log)
    {
        (_options, _screen, _time, _log) = (options, screen, time, log);
        _again = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = outcome => ValueTask.FromResult(DatabaseLoss.Is(outcome.Outcome.Exception)),
            MaxRetryAttempts = MostTries - 1,
            Delay = TimeSpan.Zero,
            OnRetry = async retry =>
            {
                screen.Report("the database went away; trying again");
                log.TryingAgain(retry.AttemptNumber + 1, retry.Outcome.Exception);
                await Access.WaitAsync(time, retry.Context.CancellationToken);
            },
        }).Build();
    }

    /// <summary>Whether it was asked to start: it is the first of all.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Open from the end of this service's start to its stop.</summary>
    public DatabaseAccess Access => _access ?? throw new InvalidOperationException("The database is not open.");

    /// <exception cref="DatabaseUnavailableException">Another process holds the folder or serves the database, or there is none.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        _held = await TakeFolderAsync(cancellationToken)
            ?? throw new DatabaseUnavailableException($"{_options.Folder.Path} is held by {FolderLock.ReadHolder(_options.Folder)}: use that one, stop it, or give another folder with --data.");
        await _screen.StepAsync("Starting the database", () => OpenAsync(_held, cancellationToken));
        // Told only now: others may use the tables as soon as they know of the port.
        Announce(holder => holder with { DatabasePort = Access.Server?.Port });
        _log.DatabaseOpened(Access.Server is not null, Access.Server?.Port);
    }

    /// <summary>Tells other processes more about this one.</summary>
    public void Announce(Func<FolderHolder, FolderHolder> change) => _held!.Announce(change(_held.Holder));

    /// <summary>Does work that can be done twice; again when the database goes away under it, three times at most.</summary>
    public Task PerseverAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        _again.ExecuteAsync(async token => await work(token), cancellationToken).AsTask();

    /// <summary>Runs a job, and again when the database goes away under it, three times at most.</summary>
    /// <exception cref="DatabaseUnavailableException">It went away every time.</exception>
    public async Task<RunReport> PerseverAsync(string job, Func<CancellationToken, Task<RunReport>> run, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            RunReport? report = null;
            await PerseverAsync(async token => report = await run(token), cancellationToken);
            if (!report!.DatabaseLost)
            {
                return report;
            }

            if (tries == MostTries)
            {
                throw new DatabaseUnavailableException($"the database went away {MostTries} times while {job} ran{SeeLog}: look with ./analytics doctor, then start again.");
            }

            _log.TryingAgain(tries, exception: null);
            await Access.WaitAsync(_time, cancellationToken);
            _screen.Report($"running {job} again");
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_lease is not null)
        {
            await _lease.DisposeAsync();
        }

        if (_access is not null)
        {
            await _access.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, _time);
        for (var lookedAtLease = _time.GetTimestamp(); await timer.WaitForNextTickAsync(stoppingToken);)
        {
            // Not to be broken off half-way: a server that is half started would be left behind.
            if (await Access.KeepAsync(_screen, CancellationToken.None))
            {
                CountDeath();
            }

            if (_lease is not null && _time.GetElapsedTime(lookedAtLease) > s_leaseLook)
            {
                lookedAtLease = _time.GetTimestamp();
                await KeepLeaseAsync(_lease, stoppingToken);
            }
        }
    }

    private string SeeLog => Access.Server is { } server ? $" (more in {server.LogFile})" : "";

    private async Task OpenAsync(FolderLock held, CancellationToken cancellationToken)
    {
        _access = await DatabaseAccess.OpenHeldAsync(_options.Folder, held, _screen, cancellationToken);
        await base.StartAsync(cancellationToken);
        await PerseverAsync(async token => _lease = await WorkerLease.TakeAsync(Access.ConnectionString, "up", _options.Folder.Path, token), cancellationToken);
        await PerseverAsync(token => Access.MigrateAsync(_screen, token), cancellationToken);
    }

    /// <remarks>A command that only looks lets go at once, and one that ends is about to.</remarks>
    private async Task<FolderLock?> TakeFolderAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 10 && FolderLock.ReadHolder(_options.Folder) is not { Command: "up" }; tries++)
        {
            if (FolderLock.TryTake(_options.Folder, "up", _time) is { } held)
            {
                return held;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), _time, cancellationToken);
        }

        return FolderLock.TryTake(_options.Folder, "up", _time);
    }

    private void CountDeath()
    {
        var now = _time.GetUtcNow();
        while (_deaths.TryPeek(out var oldest) && oldest < now - s_window)
        {
            _deaths.Dequeue();
        }

        _deaths.Enqueue(now);
        _log.ServerRestarted(_deaths.Count);
        if (_deaths.Count >= MostDeaths)
        {
            throw new DatabaseUnavailableException($"the database server ended {_deaths.Count} times within {s_window.TotalMinutes:0} minutes{SeeLog}: look with ./analytics doctor, then start again.");
        }
    }

    private static async Task KeepLeaseAsync(WorkerLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await lease.KeepAsync(cancellationToken);
        }
        catch (Npgsql.NpgsqlException cause) when (cause is not Npgsql.PostgresException || DatabaseLoss.Is(cause))
        {
            // Away, and nobody else can have it meanwhile: taken again when it is back. Or too busy to answer in time, which ends nothing.
        }
    }
}
