namespace Analytics.Database.Server;

/// <summary>
/// Where an embedded server keeps its cluster and log, which user it runs as and which programs it runs: in
/// <c>postgres/</c> of the data folder, or, when root owns a folder that the server's user cannot reach, below
/// <c>/var/lib/analytics</c> with that place written to the file <c>postgres.at</c> in the data folder.
/// </summary>
internal sealed class ServerHome
{
    private const string SharedFolder = "/var/lib/analytics";

    private ServerHome(string folder, string? user, PostgresBinaries binaries)
    {
        Folder = folder;
        User = user;
        Binaries = binaries;
        UnfinishedCluster = Path.Combine(folder, $"cluster.new-{Environment.ProcessId}");
    }

    public string Folder { get; }

    public string? User { get; }

    public PostgresBinaries Binaries { get; }

    /// <summary>A finished cluster: it gets this name as the last act of being made.</summary>
    public string Cluster => Path.Combine(Folder, "cluster");

    /// <summary>A cluster in the making has a name of its own: the maker that was killed may still be writing to its one.</summary>
    public string UnfinishedCluster { get; }

    public IEnumerable<string> UnfinishedClusters => Directory.EnumerateDirectories(Folder, "cluster.new*");

    public string Log => Path.Combine(Folder, "server.log");

    public static async Task<ServerHome> PrepareAsync(
        string dataFolder, PostgresBinaries binaries, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var pointer = Path.Combine(dataFolder, "postgres.at");
        var elsewhere = File.Exists(pointer) ? (await File.ReadAllTextAsync(pointer, cancellationToken)).Trim() : null;
        if (elsewhere is not null && !Directory.Exists(elsewhere))
        {
            throw new DatabaseUnavailableException($"the database of {dataFolder} was kept in {elsewhere}, which is gone: put it back, or delete {pointer} to start with an empty database.");
        }

        var home = elsewhere ?? Path.Combine(dataFolder, "postgres");
        if (ServerUser.ToDropTo() is not { } user)
        {
            CreateClosedFolder(home);
            return new ServerHome(home, null, binaries);
        }

        binaries = await binaries.ReachableByAsync(user, OpenSharedFolder, progress, cancellationToken);
        if (!await TakeAsync(home, user, cancellationToken))
        {
            if (elsewhere is not null || Directory.Exists(Path.Combine(home, "cluster")))
            {
                throw new DatabaseUnavailableException($"the database server runs as the user {user}, who cannot write {home}: open the folders above it to that user (chmod o+x).");
            }

            home = await MoveElsewhereAsync(home, dataFolder, pointer, user, cancellationToken);
            progress.Report($"keeping the database in {home}, because the user {user} cannot reach {dataFolder}");
        }

        return new ServerHome(home, user, binaries);
    }

    private static async Task<bool> TakeAsync(string home, string user, CancellationToken cancellationToken)
    {
        CreateClosedFolder(home);
        if (await ServerUser.CanWriteAsync(home, user, cancellationToken))
        {
            return true;
        }

        await ServerUser.GiveAsync(home, user, cancellationToken);
        return await ServerUser.CanWriteAsync(home, user, cancellationToken);
    }

    private static async Task<string> MoveElsewhereAsync(string unreachable, string dataFolder, string pointer, string user, CancellationToken cancellationToken)
    {
        Directory.Delete(unreachable, recursive: true);
        var home = Path.Combine(OpenSharedFolder(), Guid.NewGuid().ToString("n")[..12]);
        if (!await TakeAsync(home, user, cancellationToken))
        {
            throw new DatabaseUnavailableException($"the database server runs as the user {user}, who can reach neither {dataFolder} nor {home}: give a data folder that it can reach with --data.");
        }

        await File.WriteAllTextAsync(Path.Combine(home, "belongs_to"), dataFolder + "\n", cancellationToken);
        PrivateFile.Write(pointer, home + "\n");
        return home;
    }

    private static void CreateClosedFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Others may pass through this folder: the homes in it are closed, the programs in it are public.</summary>
    private static string OpenSharedFolder()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(SharedFolder);
            File.SetUnixFileMode(SharedFolder, (UnixFileMode)0b111_101_101);
        }

        return SharedFolder;
    }
}
