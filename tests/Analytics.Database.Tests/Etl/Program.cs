using System.Diagnostics;

namespace Analytics.Database.Tests.Etl;

/// <summary>The worker as a process of its own, on the test's database.</summary>
internal static class Program
{
    public static Process Start(string connectionString, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Analytics.Etl.dll"), .. arguments, "--data", Path.Combine(folder, "data")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = ProjectRoot.Path,
        };
        start.Environment["ANALYTICS_DATABASE"] = connectionString;
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(string connectionString, string folder, params string[] arguments)
    {
        using var process = Start(connectionString, folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
