using System.Collections.Concurrent;
using System.Diagnostics;

namespace Analytics.Testing;

/// <summary>Test hosts are killed without notice; a shell that waits for the end of its input is not fooled.</summary>
internal static class Watchdog
{
    // Were they let go, the garbage collector would close their input, and they would think this process gone.
    private static readonly ConcurrentBag<Process> s_held = [];

    public static void StopWithThisProcess(int process) => Start("kill -TERM $0 2>/dev/null", $"{process}");

    /// <summary>Ends an embedded server at once and deletes its folder.</summary>
    public static void EndServerWithThisProcess(int server, string folder) =>
        Start("kill -QUIT $0; while kill -0 $0; do sleep 0.1; done; rm -rf \"$1\"", $"{server}", folder);

    private static void Start(string script, params string[] arguments) => s_held.Add(Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat >/dev/null; " + script, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);
}
