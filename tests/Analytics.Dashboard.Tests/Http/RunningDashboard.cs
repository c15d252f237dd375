using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Analytics.Database;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>The dashboard as a process of its own on the loopback, as it is run, over the database of a <see cref="DashboardServer"/>.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _said;

    private RunningDashboard(Process process, StringBuilder said, int port) => (_process, _said, Port) = (process, said, port);

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}");

    public bool HasEnded => _process.HasExited;

    /// <summary>The last lines of what it wrote.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.Length > 4_000 ? _said.ToString(_said.Length - 4_000, 4_000) : _said.ToString();
            }
        }
    }

    /// <summary>Most memory that it has held since it started.</summary>
    public long PeakBytes => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture);

    public static async Task<RunningDashboard> StartAsync(Logins logins, params (string Key, string Value)[] settings)
    {
        var dashboard = Start(logins, settings);
        using var client = dashboard.Client();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_patience && !dashboard.HasEnded; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return dashboard;
                }
            }
            catch (HttpRequestException)
            {
                // Does not listen yet.
            }
        }

        throw new InvalidOperationException($"The dashboard did not start: {dashboard.Said}");
    }

    /// <summary>Starts it with settings that it should refuse.</summary>
    public static async Task<(int ExitCode, string Error)> RefusedAsync(Logins logins, params (string Key, string Value)[] settings)
    {
        await using var dashboard = Start(logins, settings);
        await dashboard._process.WaitForExitAsync().WaitAsync(s_patience);
        return (dashboard._process.ExitCode, dashboard.Said.Trim());
    }

    /// <param name="from">The loopback address that requests come from.</param>
    public HttpClient Client(string from = "127.0.0.1") => new(Handler(Port, from)) { BaseAddress = Address };

    /// <summary>Connects every name to a port of this machine, from an address of it.</summary>
    public static SocketsHttpHandler Handler(int port, string from, X509Certificate2? trusted = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 shown && shown.Thumbprint == trusted?.Thumbprint,
        };
        return handler;
    }

    /// <summary>Opens the socket of a circuit as a browser does; the caller says for whose page.</summary>
    public static async Task<ClientWebSocket> OpenCircuitAsync(SocketsHttpHandler handler, Uri site, string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(new UriBuilder(site) { Scheme = site.Scheme == "https" ? "wss" : "ws", Path = "/_blazor" }.Uri, invoker, CancellationToken.None);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(s_patience);
        }

        _process.Dispose();
    }

    private static RunningDashboard Start(Logins logins, (string Key, string Value)[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Analytics.Dashboard.dll")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.Combine(ProjectRoot.Path, "dashboard", "Analytics.Dashboard");
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        start.Environment["Analytics__Database__Ministry"] = logins.Ministry;
        start.Environment["Analytics__Database__Donor"] = logins.Donor;
        start.Environment["Analytics__Database__Public"] = logins.Public;
        start.Environment["Analytics__Database__Admin"] = logins.Admin;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new RunningDashboard(process, said, port);

        void Hear(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
