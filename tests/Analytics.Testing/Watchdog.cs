using System.Collections.Concurrent;
using System.Diagnostics;

namespace Analytics.Testing;

/// <summary>Test hosts are killed without notice; a shell that waits for the end of its input is not fooled.</summary>
internal static class Watchdog
{
    // By then the number may belong to another process.
    private const string Still = "{ cat /proc/$0/cmdline || ps -o args= -p $0; } | grep -q";

    // Kept: a process object that is collected closes the pipe, and the shell would take that for the end.
    private static readonly ConcurrentBag<Process> s_shells = [];

    public static void StopWithThisProcess(int process) => Start($"{Still} nalytics && kill -TERM $0", $"{process}");

    /// <summary>Ends an embedded server at once and deletes its folder.</summary>
    public static void EndServerWithThisProcess(int server, string folder) =>
        Start($"{Still} postgres && kill -QUIT $0; while {Still} postgres; do sleep 0.1; done; rm -rf \"$1\"", $"{server}", folder);

    private static void Start(string script, params string[] arguments) => s_shells.Add(Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat >/dev/null; " + script, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);
}
