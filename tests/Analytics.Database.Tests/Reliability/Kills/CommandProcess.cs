using System.Diagnostics;
using System.Text;

namespace Analytics.Database.Tests.Reliability.Kills;

/// <summary>One command of the product that the launcher has built, on a data folder.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private CommandProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static CommandProcess Start(string dataFolder, params string[] arguments)
    {
        var program = Path.Combine(ProjectRoot.Path, "artifacts", "app", "etl", "Analytics.Etl.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--data", dataFolder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = ProjectRoot.Path,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ANALYTICS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ANALYTICS_ROOT"] = ProjectRoot.Path;
        return new CommandProcess(Process.Start(start)!);
    }

    public async Task<int> EndAsync(TimeSpan patience)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(patience);
            return _process.ExitCode;
        }
        catch (TimeoutException cause)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the command did not end within {patience.TotalSeconds:0} s and said:\n{Output}", cause);
        }
    }

    public void Dispose() => _process.Dispose();

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line ?? "");
        }
    }
}
