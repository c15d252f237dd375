using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Npgsql;

namespace Analytics.Database.Tests.Server;

[UnsupportedOSPlatform("windows")]
public sealed class UpTests : IDisposable
{
    private static readonly string[] s_empty = ["--no-demo", "--port"];
    private readonly string _folder = UpProcess.NewDataFolder();
    private readonly int _port = UpProcess.FreePort();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DatabaseFact]
    public async Task Up_Interrupted_StopsEverythingItStarted()
    {
        await using var up = Start();
        var address = await up.AddressAsync();
        var started = up.Descendants();
        Assert.Equal(HttpStatusCode.OK, await GetAsync(address, "healthz"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(address, "readyz"));

        // What a command loads beside it is published without being waited for.
        var file = Path.Combine(_folder, "late.csv");
        await File.WriteAllTextAsync(file, "contact_id,started_at\nUP-1,2021-03-04\n");
        var (code, output, error) = await Etl.Program.RunAsync(up.OwnerConnectionString(), _folder, "import", "hotline", file);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("The worker publishes it", output, StringComparison.Ordinal);
        for (var clock = Stopwatch.StartNew();
             !Equals(true, await ExecuteAsync(up.OwnerConnectionString(), "select exists (select from pub.cell where measure = 'contacts' and period = 'all' and cut = '')"));
             await Task.Delay(500))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "not published");
        }

        up.Signal("INT");

        Assert.Equal(0, await up.ExitCodeAsync());
        Assert.Equal(2, started.Count);
        Assert.All(started, process => Assert.False(IsRunning(process)));
    }

    [DatabaseFact]
    public async Task Up_Killed_StartsAgainWithItsDataAndLeavesOneServer()
    {
        await using var killed = Start();
        await killed.AddressAsync();
        await ExecuteAsync(killed.OwnerConnectionString(), "create table public.kept as select 42 as answer");
        var orphans = killed.Descendants();
        killed.Signal("KILL");
        await killed.ExitCodeAsync();

        await using var up = Start();
        await up.AddressAsync();

        Assert.Equal(42, await ExecuteAsync(up.OwnerConnectionString(), "select answer from public.kept"));
        Assert.All(orphans, process => Assert.False(IsRunning(process)));
    }

    [DatabaseFact]
    public async Task Up_TwiceAtOnce_SecondSaysWhoHoldsTheFolder()
    {
        await using var first = Start();
        var address = await first.AddressAsync();

        await using var second = Start();

        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains($"process {first.ProcessId} (./analytics up since", second.Output, StringComparison.Ordinal);
        Assert.Contains(address.ToString().TrimEnd('/'), second.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(address, "readyz"));
    }

    [DatabaseFact]
    public async Task Up_PortTakenAndLockFileLeftBehind_UsesTheNextPortAndSaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, _port);
        other.Start();
        await File.WriteAllTextAsync(Path.Combine(_folder, "lock"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder, "holder.json"), """{"Process":1,"Command":"up","Since":"2020-01-01T00:00:00+00:00"}""");

        await using var up = Start();
        var address = await up.AddressAsync();

        Assert.NotEqual(_port, address.Port);
        Assert.Contains($"port {_port} is taken", up.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(address, "readyz"));
    }

    [DatabaseFact]
    public async Task Up_DatabaseUnreachable_EndsWithOneLineWithoutThePassword()
    {
        await using var up = UpProcess.Start(_folder, [.. s_empty, $"{_port}"], ("ANALYTICS_DATABASE", $"Host=127.0.0.1;Port={_port};Database=w;Username=u;Password=hidden-word"));

        Assert.Equal(1, await up.ExitCodeAsync());
        Assert.Contains($"no PostgreSQL answers at 127.0.0.1:{_port}/w", up.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", up.Output, StringComparison.Ordinal);
    }

    private UpProcess Start() => UpProcess.Start(_folder, [.. s_empty, $"{_port}"]);

    private static async Task<HttpStatusCode> GetAsync(Uri address, string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(address, path));
        return answer.StatusCode;
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception cause) when (cause is ArgumentException or IOException)
        {
            return false;
        }
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
