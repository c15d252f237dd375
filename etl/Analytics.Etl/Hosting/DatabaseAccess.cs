using Analytics.Database;
using Analytics.Database.Server;
using Npgsql;

namespace Analytics.Etl.Hosting;

/// <summary>
/// The warehouse for the length of one command: the server that ANALYTICS_DATABASE names, or the embedded one of the data
/// folder — the one that <c>up</c> runs there, or, when nothing runs, one started now and stopped at the end.
/// </summary>
internal sealed class DatabaseAccess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
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

    /// <summary>Opens the warehouse, migrated.</summary>
    /// <param name="command">The command's name, told to others who want the folder meanwhile.</param>
    /// <param name="progress">Hears of each step that takes time.</param>
    /// <exception cref="DatabaseUnavailableException">There is none to be had; the message says why and what to do.</exception>
    public static async Task<DatabaseAccess> OpenAsync(DataFolder folder, string command, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (ExternalPostgres.GivenConnectionString is { } given)
        {
            await ExternalPostgres.CheckAsync(given, cancellationToken);
            return await MigratedAsync(new DatabaseAccess(ExternalPostgres.Normalise(given), null, null), progress, cancellationToken);
        }

        for (var started = time.GetTimestamp(); ;)
        {
            if (FolderLock.TryTake(folder, command, time) is { } taken)
            {
                return await StartAsync(folder, taken, progress, cancellationToken);
            }

            var holder = FolderLock.ReadHolder(folder);
            if (holder is { DatabasePort: { } port, Command: "up" })
            {
                return new DatabaseAccess(EmbeddedPostgres.ConnectionStringOf(folder.Path, port), null, null);
            }

            if (time.GetElapsedTime(started) > s_patience)
            {
                throw new DatabaseUnavailableException($"{folder.Path} is held by {holder}: wait until that is done, or stop it.");
            }

            progress.Report($"waiting for {holder}");
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    /// <summary>Starts the embedded server in a folder whose lock the caller has taken, and takes over that lock.</summary>
    public static async Task<DatabaseAccess> StartAsync(DataFolder folder, FolderLock taken, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            var server = await EmbeddedPostgres.StartAsync(folder.Path, PostgresBinaries.Find(DataFolder.ProjectRoot), durable: true, progress, cancellationToken);
            return await MigratedAsync(new DatabaseAccess(server.ConnectionString, taken, server), progress, cancellationToken);
        }
        catch
        {
            taken.Dispose();
            throw;
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

    private static async Task<DatabaseAccess> MigratedAsync(DatabaseAccess access, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            await Migrator.MigrateAsync(access.Owner, progress, cancellationToken);
            return access;
        }
        catch
        {
            await access.DisposeAsync();
            throw;
        }
    }
}
