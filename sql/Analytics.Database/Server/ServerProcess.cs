using System.ComponentModel;
using System.Diagnostics;

namespace Analytics.Database.Server;

/// <summary>What a program of the server said and how it ended.</summary>
internal sealed record ServerProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>The last line that says something, for an error of one line.</summary>
    public string LastLine => (Error + "\n" + Output)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .LastOrDefault(line => !line.StartsWith("Examine the log", StringComparison.Ordinal)) ?? "no output";
}

/// <summary>Runs the server's own programs (initdb, pg_ctl, postgres) to their end.</summary>
internal static class ServerProcess
{
    public static async Task<ServerProcessResult> RunAsync(
        string program, IEnumerable<string> arguments, string? asUser, string? input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The present folder may be closed to the user that is dropped to.
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };
        if (asUser is not null)
        {
            start.UserName = asUser;
        }

        // PGDATA, PGPORT and their like belong to some other server on this machine.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Start(start);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new ServerProcessResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <exception cref="DatabaseUnavailableException">The program ended with another code than 0.</exception>
    public static async Task RunToSuccessAsync(string program, IEnumerable<string> arguments, string? asUser, CancellationToken cancellationToken)
    {
        var result = await RunAsync(program, arguments, asUser, input: null, cancellationToken);
        if (result.ExitCode != 0)
        {
            // A terminal's Ctrl-C ends the program too, perhaps before this process has heard of it.
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            throw new DatabaseUnavailableException($"{Path.GetFileName(program)} failed: {result.LastLine}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new DatabaseUnavailableException($"cannot run {start.FileName}: {cause.Message}", cause);
        }
    }
}
