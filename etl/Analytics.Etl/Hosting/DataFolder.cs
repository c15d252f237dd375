using System.CommandLine;

namespace Analytics.Etl.Hosting;

/// <summary>
/// The one folder that holds everything a run leaves behind: <c>postgres/</c>, <c>inbox/&lt;source id&gt;/</c>,
/// <c>archive/&lt;yyyy-MM&gt;/</c>, <c>quarantine/&lt;source id&gt;/</c>, <c>logs/</c>, the database's password and the lock.
/// </summary>
internal sealed class DataFolder
{
    /// <summary>Taken by every command.</summary>
    public static Option<string?> Option { get; } = new("--data")
    {
        Description = "The data folder (default: ANALYTICS_DATA, or data in the project).",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <param name="path">Any path; need not exist.</param>
    public DataFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public string Inbox => Folder("inbox");

    /// <summary>What became of loaded files.</summary>
    public string Archive => Folder("archive");

    /// <summary>Refused files until their time is over; never part of a backup.</summary>
    public string Quarantine => Folder("quarantine");

    /// <summary>Programmes, donors, grants and targets, declared by hand.</summary>
    public string Programmes => Folder("programmes");

    public string Logs => Folder("logs");

    /// <summary>Shared with the dashboard: files on their way in.</summary>
    public string Uploads => Folder("uploads");

    /// <summary>Shared with the dashboard: the feeds' templates and what can be uploaded.</summary>
    public string Templates => Folder("templates");

    /// <summary>The folder that <paramref name="parsed"/> names with <c>--data</c>, or ANALYTICS_DATA, or the project's.</summary>
    public static DataFolder Of(ParseResult parsed) =>
        new(parsed.GetValue(Option) ?? Setting("ANALYTICS_DATA") ?? System.IO.Path.Combine(ProjectRoot, "data"));

    /// <summary>Where the project is: given by the launcher.</summary>
    public static string ProjectRoot => Setting("ANALYTICS_ROOT") ?? Environment.CurrentDirectory;

    /// <summary>The folder of one source's files, made when it is not there.</summary>
    public string InboxOf(string source) => MakeClosed(System.IO.Path.Combine(Inbox, source));

    /// <summary>Makes a folder for its owner alone when it is not there.</summary>
    public static string MakeClosed(string path) => Make(path, Closed);

    public string FileNamed(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder. What is in it is closed to others; the folder itself lets root's database user pass through.</summary>
    /// <exception cref="IOException">It cannot be made, or is a file.</exception>
    public void Create() => Make(Path, Environment.IsPrivilegedProcess ? Closed | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : Closed);

    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Folder(string name) => Make(System.IO.Path.Combine(Path, name), Closed);

    private static string Make(string path, UnixFileMode mode)
    {
        if (!Directory.Exists(path))
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                // The folders above keep the usual rights: they are the user's own.
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                Directory.CreateDirectory(path, mode);
                File.SetUnixFileMode(path, mode);
            }
        }

        return path;
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
