using System.Collections.Concurrent;
using System.Diagnostics;

namespace Analytics.Testing;

/// <summary>
/// Test hosts are killed without notice; a shell that waits for the end of its input is not fooled. Disposed when what it
/// watches over has ended: by the time the test host ends, that number may be another process's.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // Kept: a process object that is collected closes the pipe, and the shell would take that for the end.
    private static readonly ConcurrentDictionary<Watchdog, bool> s_watching = [];
    private readonly Process _shell;

    private Watchdog(string script, params string[] arguments)
    {
        // A line means that there is nothing left to do; the end of input, that nobody is left to say so.
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "read line || { " + script + "; }", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        s_watching[this] = true;
    }

    public static Watchdog StopWithThisProcess(int process) => new("kill -TERM $0", $"{process}");

    /// <summary>Ends an embedded server at once and deletes its folder.</summary>
    public static Watchdog EndServerWithThisProcess(int server, string folder) =>
        new("kill -QUIT $0; while kill -0 $0; do sleep 0.1; done; rm -rf \"$1\"", $"{server}", folder);

    public void Dispose()
    {
        if (s_watching.TryRemove(this, out _))
        {
            _shell.StandardInput.WriteLine();
            _shell.WaitForExit();
            _shell.Dispose();
        }
    }
}
