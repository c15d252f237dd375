using Analytics.Database;
using Analytics.Database.Accounts;
using Analytics.Database.Requests;
using Analytics.Database.Server;
using Analytics.Etl.Commands;
using Analytics.Etl.Intake;
using Analytics.Etl.Pipeline;
using Analytics.Etl.Programmes;
using Analytics.Etl.Templates;
using Dapper;

namespace Analytics.Etl.Hosting;

/// <param name="Port">Wanted for the dashboard; the next free one is taken when it is not.</param>
/// <param name="FirstPassword">Of every first account; null for random ones.</param>
internal sealed record SupervisorOptions(DataFolder Folder, int Port, bool Demo, string? FirstPassword);

/// <summary>
/// Everything of <c>./analytics up</c>, in order: database, demo files, scheduler, first loads, publication, dashboard.
/// Stops them in the opposite order, and puts back on its feet what ends unasked.
/// </summary>
internal sealed class Supervisor(SupervisorOptions options, TimeProvider time, Screen screen)
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    /// <exception cref="DatabaseUnavailableException">Another process holds the folder, or there is no database.</exception>
    /// <exception cref="SettingsException">The configured sources cannot be used.</exception>
    /// <exception cref="DashboardFailedException">The dashboard did not start.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var settings = JobSettings.Read(options.Folder, options.Demo);
        var held = await TakeFolderAsync(stop)
            ?? throw new DatabaseUnavailableException($"{options.Folder.Path} is held by {FolderLock.ReadHolder(options.Folder)}: use that one, stop it, or give another folder with --data.");
        await using var database = await screen.StepAsync("Starting the database", () => DatabaseAccess.OpenHeldAsync(options.Folder, held, screen, stop));
        held.Announce(held.Holder with { DatabasePort = database.Server?.Port });
        await database.WriteAuditAsync("up", "", stop);
        await DirectLane.SweepAsync(database.Etl, stop);
        var logins = await Logins.RenewAsync(database.Owner, database.ConnectionString, stop);

        var news = options.Demo && await new DemoFiles(options.Folder, time).WriteOnceAsync(screen, stop);
        await TakeProgrammesAsync(database, stop);
        await using var scheduler = await SchedulerService.OpenAsync(options.Folder, database.Etl, settings, time, stop);
        await scheduler.StartAsync(stop);
        var uploads = new UploadFolder(options.Folder.Uploads);
        await using var requests = RequestLoop.Start(
            database.Etl,
            new RequestWork(
                new UploadWork(options.Folder, uploads, database.Etl, settings, time), new RejectionWork(uploads, database.Etl, time), RequestJobs.Of(scheduler), settings, screen),
            uploads,
            time);
        await TemplateFiles.WriteAsync(options.Folder.Templates, settings, stop);
        await using var dashboard = new Dashboard(options.Folder, logins, time);

        // Nobody wants to read empty pages, and nobody wants to wait for what is there.
        news |= !await IsPublishedAsync(database, stop);
        if (news)
        {
            await LoadAsync(scheduler, stop);
        }

        await screen.StepAsync("Starting the dashboard", () => dashboard.StartAsync(Port(), stop));
        held.Announce(held.Holder with { Address = dashboard.Address.ToString() });
        await WelcomeAsync(database, dashboard.Address, stop);
        if (!news)
        {
            await LoadAsync(scheduler, stop);
        }

        await WatchAsync(database, dashboard, stop);
        screen.Line();
        screen.Line("Stopping …");
    }

    /// <remarks>A command that only looks lets go at once, and one that ends is about to.</remarks>
    private async Task<FolderLock?> TakeFolderAsync(CancellationToken stop)
    {
        for (var tries = 0; tries < 10 && FolderLock.ReadHolder(options.Folder) is not { Command: "up" }; tries++)
        {
            if (FolderLock.TryTake(options.Folder, "up", time) is { } held)
            {
                return held;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), time, stop);
        }

        return FolderLock.TryTake(options.Folder, "up", time);
    }

    /// <remarks>A fault in a file is the file's; what was taken over before stays and everything else goes on.</remarks>
    private async Task TakeProgrammesAsync(DatabaseAccess database, CancellationToken stop)
    {
        if (ProgrammeFiles.AreIn(options.Folder.Programmes))
        {
            foreach (var fault in await new ProgrammeStore(database.Etl, time).LoadAsync(options.Folder.Programmes, stop))
            {
                screen.Report($"programmes not taken over: {fault}");
            }
        }
    }

    private async Task WatchAsync(DatabaseAccess database, Dashboard dashboard, CancellationToken stop)
    {
        try
        {
            using var timer = new PeriodicTimer(s_look, time);
            while (await timer.WaitForNextTickAsync(stop))
            {
                await database.KeepAsync(screen, stop);
                await dashboard.KeepAsync(screen, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop: that is how watching ends.
        }
    }

    private static async Task<bool> IsPublishedAsync(DatabaseAccess database, CancellationToken stop)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(stop);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select from pub.publication)", cancellationToken: stop));
    }

    private async Task LoadAsync(SchedulerService scheduler, CancellationToken stop)
    {
        var reports = await screen.StepAsync("Loading what waits in the inbox", () => scheduler.RunWaitingAsync(options.Folder, screen, stop));
        foreach (var (job, report) in reports)
        {
            if (report.Error is { } error)
            {
                screen.Report($"{job} failed: {error}");
            }
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

    private async Task WelcomeAsync(DatabaseAccess database, Uri address, CancellationToken stop)
    {
        // Made now, when they can be shown: a password that nobody saw would be lost.
        var made = await FirstAccounts.AddAsync(new AccountStore(database.Owner, time), options.FirstPassword, stop);
        foreach (var account in made)
        {
            await new AuditLog(database.Owner).AddAsync(AuditLog.ServerUser, AuditAction.AccountAdded, $"{account.Name} {account.Role}", stop);
        }

        screen.Line();
        screen.Line($"Analytics is running at {address.ToString().TrimEnd('/')}");
        if (made.Count == 0)
        {
            screen.Line($"Accounts: {string.Join(", ", FirstAccounts.Names)}, with their passwords as before.");
        }
        else if (options.FirstPassword is not null)
        {
            screen.Line($"Accounts: {string.Join(", ", made.Select(account => account.Name))}, with the password in ANALYTICS_PASSWORD.");
        }
        else
        {
            screen.Line("Accounts, with passwords that are shown only now and changed at the first sign-in:");
            foreach (var account in made)
            {
                screen.Line($"  {account.Name,-12} {account.Password}");
            }
        }

        screen.Line("Ctrl-C stops it.");
    }
}
