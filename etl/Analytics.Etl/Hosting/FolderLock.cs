using System.Text.Json;
using Analytics.Database.Server;

namespace Analytics.Etl.Hosting;

/// <summary>Who works in a data folder.</summary>
/// <param name="Process">Process id.</param>
/// <param name="Command">The command of <c>./analytics</c>, like <c>up</c>.</param>
/// <param name="DatabasePort">Of the embedded server once it answers; null before, and when there is none.</param>
/// <param name="Address">Of the dashboard once it answers.</param>
internal sealed record FolderHolder(int Process, string Command, DateTimeOffset Since, int? DatabasePort = null, string? Address = null)
{
    /// <summary>Like <c>process 4711 (./analytics up since 2026-11-21 18:00, http://127.0.0.1:5080)</c>.</summary>
    public override string ToString() =>
        $"process {Process} (./analytics {Command} since {Since.ToLocalTime():yyyy-MM-dd HH:mm}{(Address is null ? "" : ", " + Address)})";
}

/// <summary>
/// The right to work in a data folder, held by one process at a time. The operating system lets go of it when the process
/// ends, however it ends, so a lock file that lies about holds nobody up.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const int TakenOnLinux = 11, TakenOnMac = 35, TakenOnWindows = unchecked((int)0x80070020);
    private readonly DataFolder _folder;
    private readonly FileStream _file;

    private FolderLock(DataFolder folder, FileStream file, FolderHolder holder)
    {
        _folder = folder;
        _file = file;
        Holder = holder;
        Announce(holder);
    }

    public FolderHolder Holder { get; private set; }

    /// <returns>Null when another process holds the folder.</returns>
    /// <exception cref="DatabaseUnavailableException">The folder cannot be made or written.</exception>
    public static FolderLock? TryTake(DataFolder folder, string command, TimeProvider time)
    {
        try
        {
            folder.Create();
            var file = new FileStream(folder.FileNamed("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new FolderLock(folder, file, new FolderHolder(Environment.ProcessId, command, time.GetUtcNow()));
        }
        catch (IOException cause) when (cause.HResult is TakenOnLinux or TakenOnMac or TakenOnWindows)
        {
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"cannot work in the data folder {folder.Path} ({cause.Message.TrimEnd('.')}): give another with --data.", cause);
        }
    }

    /// <returns>Who said last to hold the folder; null when nobody did. Only true while the lock cannot be taken.</returns>
    public static FolderHolder? ReadHolder(DataFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<FolderHolder>(File.ReadAllText(folder.FileNamed("holder.json")));
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Tells other processes more about this one.</summary>
    public void Announce(FolderHolder holder)
    {
        Holder = holder;
        PrivateFile.Write(_folder.FileNamed("holder.json"), JsonSerializer.Serialize(holder));
    }

    public void Dispose()
    {
        File.Delete(_folder.FileNamed("holder.json"));
        _file.Dispose();
    }
}
