using System.Diagnostics;
using System.Runtime.Versioning;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Reliability.Kills;

/// <summary>A product on a data folder of its own whose processes are killed, and which is started again when that ended it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class KilledProduct(string folder) : IAsyncDisposable
{
    /// <summary>How long anything may take before it counts as hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // One more within ten minutes and up gives up, as it should.
    private const int MostServerDeaths = 4;
    private const int MostDashboardDeaths = 3;

    private readonly int _port = UpProcess.FreePort();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };
    private UpProcess? _up;
    private bool _mayHaveEnded;
    private int _serverDeaths;
    private int _dashboardDeaths;

    public bool IsUp => _up is not null;

    /// <summary>Everything that the present <c>up</c> said.</summary>
    public string Output => _up?.Output ?? "";

    public void Begin()
    {
        (_serverDeaths, _dashboardDeaths, _mayHaveEnded) = (0, 0, false);
        _up = UpProcess.Start(folder, ["--no-demo", "--port", $"{_port}"]);
    }

    public async Task StopAsync()
    {
        if (_up is { } up)
        {
            _up = null;
            await using (up)
            {
                up.Signal("TERM");
                var code = await up.ExitCodeAsync().WaitAsync(Patience);
                Assert.True(code == 0, $"asked to stop, up ended with code {code}:\n{up.Output}");
            }
        }
    }

    /// <summary>Waits until everything runs that should: what was killed alone is to come back by itself.</summary>
    public async Task ReadyAsync()
    {
        if (_up is { HasEnded: true } ended)
        {
            Assert.True(_mayHaveEnded, $"up ended with code {await ended.ExitCodeAsync()} though nobody had killed it:\n{ended.Output}");
            await ended.DisposeAsync();
            _up = null;
        }

        if (_up is null)
        {
            Begin();
        }

        var address = await _up!.AddressAsync().WaitAsync(Patience);
        await EventuallyAsync("the dashboard and the database answer", async () =>
        {
            Assert.True(!_up.HasEnded || _mayHaveEnded, $"up ended:\n{_up.Output}");
            return await AnswersAsync(address);
        });
        _mayHaveEnded = false;
    }

    /// <summary>Before a kill that the present <c>up</c> would answer by giving up, or by waiting longer, it is started afresh.</summary>
    public async Task MakeReadyForAsync(Victim victim)
    {
        if (IsUp && ((victim is Victim.Postmaster && _serverDeaths == MostServerDeaths) || (victim is Victim.Dashboard && _dashboardDeaths == MostDashboardDeaths)))
        {
            await StopAsync();
            await ReadyAsync();
        }
    }

    /// <returns>Whether there was such a process to kill before the work was done.</returns>
    public async Task<bool> StrikeAsync(Kill kill, CommandProcess? command)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(20))
        {
            if (Find(kill.Victim, command) is { } pid)
            {
                (_serverDeaths, _dashboardDeaths) = (
                    _serverDeaths + (kill.Victim is Victim.Postmaster ? 1 : 0), _dashboardDeaths + (kill.Victim is Victim.Dashboard ? 1 : 0));
                _mayHaveEnded = pid == _up?.ProcessId;
                UpProcess.Signal(pid, kill.Signal);
                // So that what waits for it to be well again does not look before it is ill.
                await Task.Delay(300);
                return true;
            }

            if (command is { HasEnded: true } || _up is { HasEnded: true })
            {
                return false;
            }
        }

        return false;
    }

    public NpgsqlDataSource Database(string? role = null)
    {
        var builder = new NpgsqlConnectionStringBuilder(_up!.OwnerConnectionString()) { Pooling = false };
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Options = role is null ? null : $"-c role={role}" });
    }

    /// <summary>Until a query of the owner's says so.</summary>
    public Task EventuallyAsync(string what, string condition) => EventuallyAsync(what, async () =>
    {
        await using var database = Database();
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>(condition);
    });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_up is not null)
        {
            await _up.DisposeAsync();
        }
    }

    private int? Find(Victim victim, CommandProcess? command) => victim switch
    {
        Victim.Worker => command is null ? _up!.ProcessId : command.HasEnded ? null : command.ProcessId,
        Victim.Up => _up!.ProcessId,
        Victim.Dashboard => UpProcess.ChildrenOf(_up!.ProcessId).Where(child => child.Command.Contains("Analytics.Dashboard.dll", StringComparison.Ordinal))
            .Select(child => (int?)child.Process).FirstOrDefault(),
        Victim.Postmaster => Server(),
        _ => Server() is { } server ? Session(server) : null,
    };

    private int? Server() => UpProcess.ServerProcessIdIn(folder) is { } pid && Directory.Exists($"/proc/{pid}") ? pid : null;

    /// <summary>A session that works, if there is one, before one that waits for its client.</summary>
    private static int? Session(int server) => UpProcess.ChildrenOf(server).Where(child => child.Command.Contains(" 127.0.0.1(", StringComparison.Ordinal))
        .OrderBy(child => child.Command.Contains("idle", StringComparison.Ordinal)).Select(child => (int?)child.Process).FirstOrDefault();

    private async Task<bool> AnswersAsync(Uri address)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(address, "readyz"));
            await using var database = Database();
            await using var connection = await database.OpenConnectionAsync();
            return answer.IsSuccessStatusCode && await connection.ExecuteScalarAsync<int>("select 1") == 1;
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException or NpgsqlException)
        {
            return false;
        }
    }

    public static async Task EventuallyAsync(string what, Func<Task<bool>> condition)
    {
        for (var clock = Stopwatch.StartNew(); !await condition(); await Task.Delay(100))
        {
            Assert.True(clock.Elapsed < Patience, $"it is not so within {Patience.TotalSeconds:0} s that {what}");
        }
    }
}
