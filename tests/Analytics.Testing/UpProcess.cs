using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Database.Server;

namespace Analytics.Testing;

/// <summary>The real product, started by its launcher as a user would, on a free port and with a data folder of its own.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class UpProcess : IAsyncDisposable
{
    public const string Password = "first-password-of-the-tests";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly Watchdog? _watchdog;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private UpProcess(Process process, string dataFolder)
    {
        _process = process;
        _watchdog = Watchdog.StopWithThisProcess(process.Id);
        DataFolder = dataFolder;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    // Runs already, and goes on after the tests.
    private UpProcess(string dataFolder)
    {
        DataFolder = dataFolder;
        using var holder = Holder();
        _process = Process.GetProcessById(holder.RootElement.GetProperty("Process").GetInt32());
        _address.SetResult(new Uri(holder.RootElement.GetProperty("Address").GetString()!));
    }

    public string DataFolder { get; }

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Everything it said so far, on both outputs.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>A folder for <see cref="Start"/>; the caller deletes it.</summary>
    public static string NewDataFolder()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-up-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_001_001);
        return folder;
    }

    /// <summary>Starts <c>./analytics up</c> and does not wait for it. With <see cref="Password"/> unless <paramref name="environment"/> says otherwise.</summary>
    public static UpProcess Start(string dataFolder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(ProjectRoot.Path, "analytics"), ["up", "--data", dataFolder, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ANALYTICS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ANALYTICS_PASSWORD"] = Password;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        return new UpProcess(process, dataFolder);
    }

    /// <summary>A product that runs already on a data folder, with <see cref="Password"/> as its first password.</summary>
    public static UpProcess Attach(string dataFolder) => new(dataFolder);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The address it prints once it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended before, with what it said.</exception>
    public async Task<Uri> AddressAsync()
    {
        await Task.WhenAny(_address.Task, _process.WaitForExitAsync()).WaitAsync(s_patience);
        return _address.Task.IsCompleted
            ? await _address.Task
            : throw new InvalidOperationException($"./analytics up ended with code {_process.ExitCode}:\n{Output}");
    }

    /// <summary>Done when it has said <paramref name="text"/>.</summary>
    /// <exception cref="InvalidOperationException">It ended before, with what it said.</exception>
    public async Task SaysAsync(string text)
    {
        for (var clock = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal); await Task.Delay(20))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"./analytics up ended with code {_process.ExitCode} and did not say '{text}':\n{Output}");
            }

            if (clock.Elapsed > s_patience)
            {
                throw new TimeoutException($"./analytics up did not say '{text}':\n{Output}");
            }
        }
    }

    /// <summary>Of the embedded database server.</summary>
    public int ServerProcessId() => ServerProcessIdIn(DataFolder) ?? throw new InvalidOperationException($"No server runs in {DataFolder}.");

    /// <summary>All processes that have to do with a data folder: its name is in their command, or they work below it.</summary>
    public static IReadOnlyList<string> ProcessesOf(string dataFolder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(process => (Command: TextOf(Path.Combine(process, "cmdline")), Folder: new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget))
            .Where(process => process.Command.Contains(dataFolder, StringComparison.Ordinal) || process.Folder?.StartsWith(dataFolder, StringComparison.Ordinal) is true)
            .Select(process => process.Command.Replace('\0', ' ')),
    ];

    /// <summary>To its database, as the role that owns it.</summary>
    public string OwnerConnectionString()
    {
        using var holder = Holder();
        return EmbeddedPostgres.ConnectionStringOf(DataFolder, holder.RootElement.GetProperty("DatabasePort").GetInt32());
    }

    /// <summary>The processes below it: the dashboard, and the database server that left its session.</summary>
    public IReadOnlyList<int> Descendants()
    {
        int[] server = ServerProcessIdIn(DataFolder) is { } pid ? [pid] : [];
        return [.. ChildrenOf(_process.Id).Select(child => child.Process), .. server];
    }

    /// <summary>The processes that a process started and that still run, each with its command.</summary>
    public static IReadOnlyList<(int Process, string Command)> ChildrenOf(int process)
    {
        try
        {
            // A child belongs to the thread that started it, and any thread may have.
            return
            [
                .. Directory.EnumerateDirectories($"/proc/{process}/task").SelectMany(ChildrenOf)
                    .Select(child => (child, TextOf($"/proc/{child}/cmdline").Replace('\0', ' '))),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            // It has ended.
            return [];
        }
    }

    /// <summary>Of the embedded server of a data folder; null while none has written down its number.</summary>
    public static int? ServerProcessIdIn(string dataFolder)
    {
        try
        {
            return Directory.EnumerateFiles(dataFolder, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault() is { } file
                && int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                ? process
                : null;
        }
        catch (IOException)
        {
            // A file or folder went while it was looked for: between two servers.
            return null;
        }
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // The process has ended since it was listed.
            return "";
        }
    }

    private static IEnumerable<int> ChildrenOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
        }
        catch (IOException)
        {
            // The thread has ended since it was listed; its children, if it had any, are another thread's now.
            return [];
        }
    }

    public void Signal(string name) => Signal(_process.Id, name);

    /// <summary>To any process; to one that has ended meanwhile, none.</summary>
    public static void Signal(int process, string name)
    {
        using var shell = Process.Start("/bin/sh", ["-c", $"kill -{name} {process} 2>/dev/null"]);
        shell.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_patience);
        _watchdog?.Dispose();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_watchdog is not null && !_process.HasExited)
        {
            Signal("TERM");
            await _process.WaitForExitAsync().WaitAsync(s_patience);
        }

        _watchdog?.Dispose();
        _process.Dispose();
    }

    private JsonDocument Holder() => JsonDocument.Parse(File.ReadAllText(Path.Combine(DataFolder, "holder.json")));

    private void Hear(string? line)
    {
        lock (_lines)
        {
            _lines.Add(line ?? "");
        }

        if (line is not null && RunningAt().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("is running at (?<address>http://\\S+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RunningAt();
}
