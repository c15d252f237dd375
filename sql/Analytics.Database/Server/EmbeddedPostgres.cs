using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Analytics.Database.Server;

/// <summary>
/// A PostgreSQL server of our own in a data folder: listens on a free port of 127.0.0.1 only, asks for a random
/// password that only the folder's owner can read, checksums its pages, and survives any way of being stopped.
/// The caller holds the folder's lock for as long as the server runs.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string PasswordFile = "database.password";
    private readonly ServerHome _home;
    private readonly bool _durable;

    private EmbeddedPostgres(ServerHome home, string dataFolder, int port, bool durable)
    {
        _home = home;
        _durable = durable;
        Port = port;
        ConnectionString = ConnectionStringOf(dataFolder, port);
    }

    public int Port { get; }

    /// <summary>Of the role that owns the database; may create roles and databases, is no superuser.</summary>
    public string ConnectionString { get; }

    public int ProcessId => LeftoverServer.ReadPid(_home) ?? throw new InvalidOperationException($"No server runs on {_home.Cluster}.");

    public bool IsRunning => LeftoverServer.IsRunning(_home);

    /// <summary>The server's own log.</summary>
    public string LogFile => _home.Log;

    /// <summary>The folder that the server's user keeps; the data folder's <c>postgres/</c> unless root's folder was closed to it.</summary>
    public string Folder => _home.Folder;

    /// <summary>How another process reaches the server that runs on this data folder at <paramref name="port"/>.</summary>
    /// <exception cref="DatabaseUnavailableException">The password cannot be read.</exception>
    public static string ConnectionStringOf(string dataFolder, int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "analytics",
        Password = ReadPassword(dataFolder) ?? throw new DatabaseUnavailableException($"the password of the database in {dataFolder} is missing: stop what runs there and start ./analytics up again, which makes a new one."),
        Database = "warehouse",
        ApplicationName = "analytics",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Makes the cluster if there is none yet, clears what an unclean stop left, and starts the server.</summary>
    /// <param name="durable">False for tests: faster, and a crash of the machine may lose the data.</param>
    /// <exception cref="DatabaseUnavailableException">The server cannot be made or started.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        string dataFolder, PostgresBinaries binaries, bool durable, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(binaries);
        ArgumentNullException.ThrowIfNull(progress);
        var home = await ServerHome.PrepareAsync(dataFolder, binaries, progress, cancellationToken);
        if (!Directory.Exists(home.Cluster))
        {
            progress.Report("making a new PostgreSQL cluster");
            await ClusterMaker.MakeAsync(home, KeepPassword(dataFolder), cancellationToken);
        }
        else
        {
            await CheckAsync(home, cancellationToken);
            await LeftoverServer.ClearAsync(home, progress, cancellationToken);
            await ClusterMaker.CloseStatisticsAsync(home, home.Cluster, cancellationToken);
            if (ReadPassword(dataFolder) is null)
            {
                progress.Report("the database's password was lost; setting a new one");
                await ClusterMaker.ResetPasswordAsync(home, KeepPassword(dataFolder), cancellationToken);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new EmbeddedPostgres(home, dataFolder, await StartServerAsync(home, durable, port: null), durable);
    }

    /// <summary>Starts it again after it ended by itself, at the same port.</summary>
    /// <exception cref="DatabaseUnavailableException">It does not start.</exception>
    public async Task RestartAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        await LeftoverServer.ClearAsync(_home, progress, cancellationToken);
        await StartServerAsync(_home, _durable, Port);
    }

    public async ValueTask DisposeAsync() => await LeftoverServer.StopAsync(_home, CancellationToken.None);

    private static async Task CheckAsync(ServerHome home, CancellationToken cancellationToken)
    {
        var file = Path.Combine(home.Cluster, "PG_VERSION");
        var found = File.Exists(file) ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : null;
        var program = (await ServerProcess.RunAsync(home.Binaries["postgres"], ["--version"], home.User, input: null, cancellationToken)).Output;
        if (found is null || !File.Exists(Path.Combine(home.Cluster, "global", "pg_control")))
        {
            throw new DatabaseUnavailableException($"the database in {home.Cluster} is damaged (files are missing): restore a backup, or move that folder away to start with an empty database.");
        }

        if (!program.Contains($" {found}.", StringComparison.Ordinal))
        {
            throw new DatabaseUnavailableException($"the database in {home.Cluster} was made by PostgreSQL {found} and the installed server is {program.Trim()}: back up with the version that made it, then restore.");
        }
    }

    private static async Task<int> StartServerAsync(ServerHome home, bool durable, int? port)
    {
        RotateLog(home.Log);
        for (var attempt = 1; ; attempt++)
        {
            var used = port ?? FreePort();
            ServerSettings.Write(home.Cluster, used, durable);
            // pg_ctl puts the server in a session of its own, out of reach of the terminal's Ctrl-C. Not cancelled, because a
            // server that is half started would be left behind; a stop waits for the start.
            var result = await ServerProcess.RunAsync(
                home.Binaries["pg_ctl"], ["start", "-D", home.Cluster, "-l", home.Log, "-w", "-t", "300", "-s"], home.User, input: null, CancellationToken.None);
            if (result.ExitCode == 0)
            {
                return used;
            }

            // Someone else may have taken the port between the look and the start.
            if (attempt == 3)
            {
                var said = File.Exists(home.Log) ? File.ReadLines(home.Log).LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal)) : null;
                throw new DatabaseUnavailableException($"the database server does not start: {said ?? result.LastLine} (more in {home.Log}).");
            }

            await LeftoverServer.ClearAsync(home, new Progress<string>(), CancellationToken.None);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RotateLog(string path)
    {
        const long Limit = 10 << 20;
        if (File.Exists(path) && new FileInfo(path).Length > Limit)
        {
            File.Move(path, path + ".1", overwrite: true);
        }
    }

    private static string? ReadPassword(string dataFolder)
    {
        var path = Path.Combine(dataFolder, PasswordFile);
        return File.Exists(path) && File.ReadAllText(path).Trim() is var text && ClusterMaker.IsPassword(text) ? text : null;
    }

    /// <summary>Kept on disk before the server learns it, so that an interruption in between loses nothing.</summary>
    private static string KeepPassword(string dataFolder)
    {
        if (ReadPassword(dataFolder) is { } kept)
        {
            return kept;
        }

        var password = ClusterMaker.NewPassword();
        PrivateFile.Write(Path.Combine(dataFolder, PasswordFile), password + "\n");
        return password;
    }
}
