using System.Diagnostics;

namespace Analytics.Testing;

/// <summary>Test hosts are killed without notice; a shell that waits for the end of its input is not fooled.</summary>
internal static class Watchdog
{
    public static void StopWithThisProcess(int process) => Start("kill -TERM $0 2>/dev/null", $"{process}");

    /// <summary>Ends an embedded server at once and deletes its folder.</summary>
    public static void EndServerWithThisProcess(int server, string folder) =>
        Start("kill -QUIT $0; while kill -0 $0; do sleep 0.1; done; rm -rf \"$1\"", $"{server}", folder);

    private static void Start(string script, params string[] arguments) => Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat >/dev/null; " + script, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });
}
