using System.Diagnostics;
using Analytics.Database;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Supervision;

/// <summary>
/// The dashboard as a process of its own. It is given one connection string an audience and never the owner's, and ends
/// when its standard input does: also when this process is killed.
/// </summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_stopPatience = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly LogFile _log;

    private DashboardProcess(Process process, LogFile log, Uri address)
    {
        _process = process;
        _log = log;
        Address = address;
        Ended = process.WaitForExitAsync();
    }

    public Uri Address { get; }

    /// <summary>Done when the process has ended, asked to or not.</summary>
    public Task Ended { get; }

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="DashboardFailedException">It ended, or did not answer in a minute.</exception>
    public static async Task<DashboardProcess> StartAsync(DataFolder folder, int port, Logins logins, CancellationToken cancellationToken)
    {
        var program = Path.Combine(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!, "dashboard", "Analytics.Dashboard.dll");
        if (!File.Exists(program))
        {
            throw new DashboardFailedException($"the dashboard is not built ({program} is missing): start with ./analytics up, which builds it.");
        }

        var address = new Uri($"http://localhost:{port}");
        var dashboard = new DashboardProcess(Start(program, address, folder, logins), new LogFile(Path.Combine(folder.Logs, "dashboard.log")), address);
        dashboard.KeepLog();
        try
        {
            await dashboard.WaitUntilReadyAsync(cancellationToken);
            return dashboard;
        }
        catch
        {
            await dashboard.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await Ended.WaitAsync(s_stopPatience);
        }
        catch (Exception cause) when (cause is TimeoutException or IOException)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
        }

        _process.Dispose();
        _log.Dispose();
    }

    private static Process Start(string program, Uri address, DataFolder folder, Logins logins)
    {
        // The worker runs under the same dotnet, so it is the right one for the dashboard.
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        start.Environment.Remove("ANALYTICS_DATABASE");
        start.Environment.Remove("ANALYTICS_PASSWORD");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Analytics__Database__Ministry"] = logins.Ministry;
        start.Environment["Analytics__Database__Donor"] = logins.Donor;
        start.Environment["Analytics__Database__Public"] = logins.Public;
        start.Environment["Analytics__Database__Admin"] = logins.Admin;
        start.Environment["Analytics__Settings"] = folder.FileNamed("appsettings.json");
        start.Environment["Analytics__Uploads__Folder"] = folder.Uploads;
        start.Environment["Analytics__Uploads__Templates"] = folder.Templates;
        return Process.Start(start)!;
    }

    private void KeepLog()
    {
        _process.OutputDataReceived += (_, e) => _log.WriteLine(e.Data ?? "");
        _process.ErrorDataReceived += (_, e) => _log.WriteLine(e.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_patience; await Task.Delay(100, cancellationToken))
        {
            if (Ended.IsCompleted)
            {
                throw new DashboardFailedException($"the dashboard ended with code {ExitCode}: {_log.LastLine} (more in {_log.Path}).", ExitCode);
            }

            if (await IsReadyAsync(Address, cancellationToken))
            {
                return;
            }
        }

        throw new DashboardFailedException($"the dashboard does not answer at {Address}readyz after {s_patience.TotalSeconds:0} s (more in {_log.Path}).");
    }

    /// <summary>Whether a dashboard at <paramref name="address"/> answers that it can serve pages.</summary>
    public static async Task<bool> IsReadyAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "readyz"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception cause) when (cause is HttpRequestException || (cause is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}

/// <summary>The dashboard could not be started; one line that says where to look.</summary>
internal sealed class DashboardFailedException(string message, int? exitCode = null) : Exception(message)
{
    /// <summary>Of a process that ended; null when none did.</summary>
    public int? ExitCode => exitCode;
}
