using Analytics.Database;
using Analytics.Database.Accounts;
using Analytics.Database.Server;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Hosting;

/// <summary>
/// The warehouse for the length of one command: the server that ANALYTICS_DATABASE names, or the embedded one of the data
/// folder — the one that <c>up</c> runs there, or, when nothing runs, one started now and stopped at the end.
/// </summary>
internal sealed class DatabaseAccess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_absence = TimeSpan.FromMinutes(1);
    private readonly FolderLock? _lock;
    private readonly EmbeddedPostgres? _server;

    private DatabaseAccess(string connectionString, FolderLock? folderLock, EmbeddedPostgres? server)
    {
        ConnectionString = connectionString;
        _lock = folderLock;
        _server = server;
        Owner = NpgsqlDataSource.Create(connectionString);
        Etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c role=analytics_etl" });
    }

    /// <summary>The owner's, with its password: for the pieces that build other connection strings from it; never shown.</summary>
    public string ConnectionString { get; }

    /// <summary>As the role that owns the database.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>As the role that loads and publishes.</summary>
    public NpgsqlDataSource Etl { get; }

    /// <summary>The embedded server started here; null when the database is someone else's.</summary>
    public EmbeddedPostgres? Server => _server;

    /// <summary>Opens the warehouse, migrated, and writes into the audit who does so with which command.</summary>
    /// <param name="command">The command's name, told to others who want the folder meanwhile.</param>
    /// <param name="progress">Hears of each step that takes time.</param>
    /// <param name="subject">What the command is about, for the audit: codes and numbers, no path and no value.</param>
    /// <exception cref="DatabaseUnavailableException">There is none to be had; the message says why and what to do.</exception>
    public static async Task<DatabaseAccess> OpenAsync(
        DataFolder folder, string command, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken, string subject = "")
    {
        var access = await OpenAsync(folder, command, migrate: true, time, progress, cancellationToken);
        try
        {
            await access.WriteAuditAsync(command, subject, cancellationToken);
            return access;
        }
        catch
        {
            await access.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the warehouse as it is, to look at it; its tables may be missing or of another version.</summary>
    /// <exception cref="DatabaseUnavailableException">There is none to be had; the message says why and what to do.</exception>
    public static Task<DatabaseAccess> OpenAsItIsAsync(DataFolder folder, string command, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken) =>
        OpenAsync(folder, command, migrate: false, time, progress, cancellationToken);

    private static async Task<DatabaseAccess> OpenAsync(DataFolder folder, string command, bool migrate, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (ExternalPostgres.GivenConnectionString is not null)
        {
            return await OpenExternalAsync(null, migrate, progress, cancellationToken);
        }

        var told = false;
        for (var started = time.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken))
        {
            if (FolderLock.TryTake(folder, command, time) is { } taken)
            {
                return await OpenEmbeddedAsync(folder, taken, migrate, progress, cancellationToken);
            }

            var holder = FolderLock.ReadHolder(folder);
            if (holder is { DatabasePort: { } port })
            {
                return new DatabaseAccess(EmbeddedPostgres.ConnectionStringOf(folder.Path, port), null, null);
            }

            if (time.GetElapsedTime(started) > s_patience)
            {
                throw new DatabaseUnavailableException($"{folder.Path} is held by {holder}: wait until that is done, or stop it.");
            }

            if (!told && holder is not null)
            {
                progress.Report($"waiting for {holder}");
                told = true;
            }
        }
    }

    /// <summary>Opens the warehouse, as it is, for <c>up</c>, which holds the folder's lock; the lock is let go with the database.</summary>
    /// <exception cref="DatabaseUnavailableException">There is none to be had; the message says why and what to do.</exception>
    public static Task<DatabaseAccess> OpenHeldAsync(DataFolder folder, FolderLock held, IProgress<string> progress, CancellationToken cancellationToken) =>
        ExternalPostgres.GivenConnectionString is null
            ? OpenEmbeddedAsync(folder, held, migrate: false, progress, cancellationToken)
            : OpenExternalAsync(held, migrate: false, progress, cancellationToken);

    /// <summary>Brings the tables up to date.</summary>
    public Task MigrateAsync(IProgress<string> progress, CancellationToken cancellationToken) =>
        Migrator.MigrateAsync(Owner, new FirstScript(progress), cancellationToken);

    private static async Task<DatabaseAccess> OpenExternalAsync(FolderLock? held, bool migrate, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            var given = ExternalPostgres.GivenConnectionString!;
            await ExternalPostgres.CheckAsync(given, cancellationToken);
            return await MigratedAsync(new DatabaseAccess(ExternalPostgres.Normalise(given), held, null), migrate, progress, cancellationToken);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    private static async Task<DatabaseAccess> OpenEmbeddedAsync(DataFolder folder, FolderLock held, bool migrate, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            var server = await EmbeddedPostgres.StartAsync(folder.Path, PostgresBinaries.Find(DataFolder.ProjectRoot), durable: true, progress, cancellationToken);
            return await MigratedAsync(new DatabaseAccess(server.ConnectionString, held, server), migrate, progress, cancellationToken);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Writes into the audit that the operating system's user does something here.</summary>
    public Task WriteAuditAsync(string command, string subject, CancellationToken cancellationToken) =>
        new AuditLog(Owner).AddAsync(AuditLog.ServerUser, AuditAction.Command + command, subject, cancellationToken);

    /// <summary>Looks whether the embedded server still runs, and starts it again, at the same port, when it does not.</summary>
    /// <returns>Whether it had ended.</returns>
    /// <exception cref="DatabaseUnavailableException">It does not start again.</exception>
    public async Task<bool> KeepAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (_server is not { IsRunning: false })
        {
            return false;
        }

        progress.Report("the database server ended; starting it again");
        await _server.RestartAsync(progress, cancellationToken);
        Owner.Clear();
        Etl.Clear();
        return true;
    }

    /// <summary>Waits until the database answers again.</summary>
    /// <exception cref="DatabaseUnavailableException">It does not in a minute.</exception>
    public async Task WaitAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        for (var started = time.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken))
        {
            try
            {
                await using var connection = await Owner.OpenConnectionAsync(cancellationToken);
                await connection.ExecuteAsync(new CommandDefinition("select 1", cancellationToken: cancellationToken));
                return;
            }
            catch (NpgsqlException cause) when (DatabaseLoss.Is(cause))
            {
                if (time.GetElapsedTime(started) > s_absence)
                {
                    throw new DatabaseUnavailableException($"the database went away and did not come back within {s_absence.TotalSeconds:0} s: look with ./analytics doctor, then start again.", cause);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await Etl.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _lock?.Dispose();
    }

    private static async Task<DatabaseAccess> MigratedAsync(DatabaseAccess access, bool migrate, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (!migrate)
        {
            return access;
        }

        try
        {
            await access.MigrateAsync(progress, cancellationToken);
            return access;
        }
        catch
        {
            await access.DisposeAsync();
            throw;
        }
    }

    /// <summary>One line for all scripts: which they were is kept in <c>ops.script</c>.</summary>
    private sealed class FirstScript(IProgress<string> progress) : IProgress<string>
    {
        private bool _told;

        public void Report(string value)
        {
            if (!_told)
            {
                _told = true;
                progress.Report("bringing the tables up to date");
            }
        }
    }
}
