using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Database.Server;

/// <summary>What an unclean stop leaves: a server that still runs, or only its pid file.</summary>
internal static class LeftoverServer
{
    private static readonly TimeSpan s_orphans = TimeSpan.FromSeconds(10);

    /// <summary>Stops a server that still runs on this cluster; removes a pid file that no such server stands behind.</summary>
    public static async Task ClearAsync(ServerHome home, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (IsRunning(home))
        {
            progress.Report("stopping the database server that an earlier run left behind");
            await StopAsync(home, cancellationToken);
        }
        else
        {
            // PostgreSQL judges by the number alone, which another process may have by now.
            File.Delete(PidFile(home));
            await EndOrphansAsync(home, cancellationToken);
        }
    }

    /// <summary>Disconnects every client and shuts down; without a checkpoint only if that does not end in a minute.</summary>
    public static async Task StopAsync(ServerHome home, CancellationToken cancellationToken)
    {
        if (!IsRunning(home))
        {
            await EndOrphansAsync(home, cancellationToken);
            return;
        }

        var program = home.Binaries["pg_ctl"];
        var result = await ServerProcess.RunAsync(program, Stop("fast"), home.User, input: null, cancellationToken);
        if (result.ExitCode != 0)
        {
            await ServerProcess.RunToSuccessAsync(program, Stop("immediate"), home.User, cancellationToken);
        }

        string[] Stop(string mode) => ["stop", "-D", home.Cluster, "-m", mode, "-w", "-t", "60"];
    }

    /// <summary>
    /// Ends the processes of a server that was killed: they finish their statements first, for minutes perhaps, and until they are gone
    /// no server starts on the cluster. The next one recovers it either way.
    /// </summary>
    private static async Task EndOrphansAsync(ServerHome home, CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_orphans && Orphans(home.Cluster) is { Count: > 0 } orphans;)
        {
            orphans.ForEach(Kill);
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception cause) when (cause is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Gone by itself since it was listed, or another user's, which the server's start will say.
        }
    }

    /// <summary>Server processes that work in the cluster's folder; none where the system does not tell.</summary>
    private static List<int> Orphans(string cluster)
    {
        if (!Directory.Exists("/proc/self") || !File.Exists(Path.Combine(cluster, "PG_VERSION")))
        {
            return [];
        }

        // The system names working folders without links.
        using var inside = File.OpenHandle(Path.Combine(cluster, "PG_VERSION"));
        var folder = Path.GetDirectoryName(new FileInfo($"/proc/self/fd/{inside.DangerousGetHandle()}").LinkTarget);
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Select(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
                .Where(pid => pid > 0 && new DirectoryInfo($"/proc/{pid}/cwd").LinkTarget == folder && NameOf(pid) == "postgres"),
        ];
    }

    private static string? NameOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/comm").Trim();
        }
        catch (IOException)
        {
            // It ended since it was listed.
            return null;
        }
    }

    public static bool IsRunning(ServerHome home) => ReadPid(home) is { } pid && IsServerOf(home.Cluster, pid);

    public static int? ReadPid(ServerHome home) =>
        File.Exists(PidFile(home)) && int.TryParse(File.ReadLines(PidFile(home)).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;

    private static string PidFile(ServerHome home) => Path.Combine(home.Cluster, "postmaster.pid");

    private static bool IsServerOf(string cluster, int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            // A server works in its cluster folder, so its pid file there is this one; where the system does not tell, the program's name decides.
            return Directory.Exists("/proc/self")
                ? string.Equals(File.ReadAllText($"/proc/{pid}/cwd/postmaster.pid"), File.ReadAllText(Path.Combine(cluster, "postmaster.pid")), StringComparison.Ordinal)
                : process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception cause) when (cause is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
