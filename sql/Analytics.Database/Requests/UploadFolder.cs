using System.Security.Cryptography;

namespace Analytics.Database.Requests;

/// <summary>
/// The folder that dashboard and worker share for files on their way in: one sub-folder an upload, which holds the file, its preview,
/// or rejected rows to be corrected. Only the owner of the processes can read it. What lies there longer than a day is deleted.
/// </summary>
public sealed class UploadFolder(string path)
{
    private const string Incoming = "file";
    private const int IdLength = 32;
    private const int LongestName = 120;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(1);

    /// <summary>Absolute.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Makes room for an upload.</summary>
    /// <returns>Its id: 32 hexadecimal digits that nobody can guess.</returns>
    public string Add()
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        MakePrivate(System.IO.Path.Combine(Of(id), Incoming));
        return id;
    }

    /// <summary>Where the uploaded file of that name is to be written.</summary>
    /// <param name="name">The sender's; folders and what no file system likes are left out.</param>
    public string FileFor(string id, string name) => System.IO.Path.Combine(Of(id), Incoming, SafeName(name));

    /// <summary>The uploaded file; null when it is gone.</summary>
    public string? FileOf(string id) =>
        Directory.Exists(System.IO.Path.Combine(Of(id), Incoming)) ? Directory.EnumerateFiles(System.IO.Path.Combine(Of(id), Incoming)).FirstOrDefault() : null;

    /// <summary>A file that the worker leaves for the dashboard.</summary>
    public string Beside(string id, string name) => System.IO.Path.Combine(Of(id), SafeName(name));

    /// <summary>Where the preview of an upload lies.</summary>
    public string PreviewOf(string id) => Beside(id, "preview.json");

    public void Delete(string id)
    {
        if (Directory.Exists(Of(id)))
        {
            Directory.Delete(Of(id), recursive: true);
        }
    }

    /// <summary>Deletes what has lain here for more than a day.</summary>
    public void DeleteOld(DateTimeOffset now)
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        foreach (var folder in new DirectoryInfo(Path).EnumerateDirectories().Where(f => f.LastWriteTimeUtc < now.UtcDateTime - s_lifetime))
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Opens a new file that only the owner can read.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    public static bool IsId(string? id) => id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);

    private string Of(string id) =>
        IsId(id) ? System.IO.Path.Combine(Path, id) : throw new ArgumentException("An upload's id is 32 hexadecimal digits.", nameof(id));

    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([.. last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim().TrimStart('.', '~');
        var extension = System.IO.Path.GetExtension(kept);
        return kept.Length == 0 ? "file"
            : kept.Length <= LongestName ? kept
            : kept[..(LongestName - Math.Min(extension.Length, 20))] + (extension.Length <= 20 ? extension : "");
    }

    private static void MakePrivate(string path)
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
}
