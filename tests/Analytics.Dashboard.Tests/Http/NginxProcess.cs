using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>nginx with the configuration that the documentation gives, its ports and its certificate put in their places.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    public const string Name = "analytics.example.kg";

    private readonly Process _process;
    private readonly string _folder;

    private NginxProcess(Process process, string folder, int port, X509Certificate2 certificate) =>
        (_process, _folder, Port, Certificate) = (process, folder, port, certificate);

    public int Port { get; }

    public X509Certificate2 Certificate { get; }

    public Uri Site => new($"https://{Name}:{Port}");

    public static async Task<NginxProcess> StartAsync(int port, int plainPort, int dashboardPort)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-nginx-").FullName;
        var certificate = MakeCertificate(folder);
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), Configuration(folder, port, plainPort, dashboardPort));
        var process = Process.Start(new ProcessStartInfo(NginxFactAttribute.Program!, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log")])
        {
            UseShellExecute = false, RedirectStandardError = true,
        })!;
        var nginx = new NginxProcess(process, folder, port, certificate);
        for (var tries = 0; !await AcceptsAsync(port); tries++)
        {
            if (process.HasExited || tries > 300)
            {
                throw new InvalidOperationException($"nginx did not start: {await process.StandardError.ReadToEndAsync()} {File.ReadAllText(Path.Combine(folder, "error.log"))}");
            }

            await Task.Delay(100);
        }

        return nginx;
    }

    /// <summary>A reader's connections through the proxy, from an address of this machine.</summary>
    public SocketsHttpHandler Handler(string from) => RunningDashboard.Handler(Port, from, Certificate);

    public async ValueTask DisposeAsync()
    {
        // The master takes its workers with it.
        using (var stop = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]))
        {
            await stop.WaitForExitAsync();
        }

        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        _process.Dispose();
        Certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Configuration(string folder, int port, int plainPort, int dashboardPort)
    {
        var text = File.ReadAllText(Path.Combine(ProjectRoot.Path, "docs", "behind-a-proxy.md"));
        var site = text.Split("```nginx\n")[1].Split("```")[0];
        foreach (var (documented, here) in new[]
        {
            ("listen 80;", $"listen 127.0.0.1:{plainPort};"),
            ("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;"),
            ("http://127.0.0.1:5080;", $"http://127.0.0.1:{dashboardPort};"),
            ("/etc/ssl/analytics/", folder + "/"),
        })
        {
            Assert.Contains(documented, site, StringComparison.Ordinal);
            site = site.Replace(documented, here, StringComparison.Ordinal);
        }

        string[] scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        return string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            pid {{folder}}/nginx.pid;
            worker_processes 1;
            events { }
            http {
                access_log off;
                {{string.Join('\n', scratch.Select(kind => $"{kind}_temp_path {folder}/{kind};"))}}
                {{site}}
            }
            """);
    }

    private static X509Certificate2 MakeCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
