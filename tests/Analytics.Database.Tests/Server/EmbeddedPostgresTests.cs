using System.Diagnostics;
using System.Runtime.Versioning;
using Analytics.Database.Server;
using Npgsql;

namespace Analytics.Database.Tests.Server;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-server-").FullName;
    private readonly List<string> _said = [];

    public EmbeddedPostgresTests() => File.SetUnixFileMode(_folder, (UnixFileMode)0b111_001_001);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DatabaseFact]
    public async Task StartAsync_Twice_KeepsTheData()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first.ConnectionString, "create table kept as select 42 as answer");
        }

        await using var second = await StartAsync();
        Assert.Equal(42, await ExecuteAsync(second.ConnectionString, "select answer from kept"));
    }

    [DatabaseFact]
    public async Task StartAsync_NewFolder_IsClosedToAllButThePassword()
    {
        await using var server = await StartAsync();
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false };

        Assert.Equal("127.0.0.1", await ExecuteAsync(server.ConnectionString, "show listen_addresses"));
        Assert.Equal("on", await ExecuteAsync(server.ConnectionString, "show data_checksums"));
        Assert.Equal("UTF8", await ExecuteAsync(server.ConnectionString, "show server_encoding"));
        Assert.Equal("өң", await ExecuteAsync(server.ConnectionString, "select lower('ӨҢ')"));
        Assert.Equal(false, await ExecuteAsync(server.ConnectionString, "select rolsuper from pg_roles where rolname = current_user"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "database.password")));
        builder.Password = "wrong";
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(builder.ConnectionString, "select 1"));
        builder.Username = "postgres";
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(builder.ConnectionString, "select 1"));
    }

    [DatabaseFact]
    public async Task StartAsync_ServerLeftRunning_ReplacesItAndKeepsTheData()
    {
        var abandoned = await StartAsync();
        await ExecuteAsync(abandoned.ConnectionString, "create table kept as select 42 as answer");
        var process = Process.GetProcessById(abandoned.ProcessId);

        await using var server = await StartAsync();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Contains(_said, line => line.Contains("left behind", StringComparison.Ordinal));
        Assert.Equal(42, await ExecuteAsync(server.ConnectionString, "select answer from kept"));
    }

    [DatabaseFact]
    public async Task StartAsync_ServerKilled_RecoversTheData()
    {
        var killed = await StartAsync(durable: true);
        await ExecuteAsync(killed.ConnectionString, "create table kept as select 42 as answer");
        using (var process = Process.GetProcessById(killed.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await using var server = await StartAsync();

        Assert.Equal(42, await ExecuteAsync(server.ConnectionString, "select answer from kept"));
    }

    [DatabaseFact]
    public async Task RestartAsync_KilledUnderABusyStatement_StartsAtTheSamePort()
    {
        await using var server = await StartAsync(durable: true);
        await ExecuteAsync(server.ConnectionString, "create table kept as select 42 as answer");
        var busy = ExecuteAsync(server.ConnectionString, "select count(*) from generate_series(1, 10000000000)");
        await Task.Delay(1000);
        using (var process = Process.GetProcessById(server.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await server.RestartAsync(new Listener(_said), CancellationToken.None);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
        Assert.Equal(42, await ExecuteAsync(server.ConnectionString, "select answer from kept"));
    }

    [DatabaseFact]
    public async Task DisposeAsync_KilledUnderABusyStatement_LeavesNoProcess()
    {
        await using (var server = await StartAsync())
        {
            var busy = ExecuteAsync(server.ConnectionString, "select count(*) from generate_series(1, 10000000000)");
            await Task.Delay(1000);
            using var process = Process.GetProcessById(server.ProcessId);
            process.Kill();
            await process.WaitForExitAsync();
            await server.DisposeAsync();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
        }

        Assert.Empty(UpProcess.ProcessesOf(_folder));
    }

    [DatabaseFact]
    public async Task StartAsync_PidFileNamesAnotherProcess_StartsAndLeavesThatProcessAlone()
    {
        string cluster;
        await using (var first = await StartAsync())
        {
            cluster = Path.Combine(first.Folder, "cluster");
        }

        using var other = Process.Start("sleep", "60");
        await File.WriteAllTextAsync(Path.Combine(cluster, "postmaster.pid"), $"{other.Id}\n{cluster}\n1700000000\n5432\n\n127.0.0.1\n        0         0\nready\n");
        try
        {
            await using var server = await StartAsync();
            Assert.Equal(1, await ExecuteAsync(server.ConnectionString, "select 1"));
            Assert.False(other.HasExited);
        }
        finally
        {
            other.Kill();
        }
    }

    [DatabaseFact]
    public async Task StartAsync_InterruptedWhileMakingTheCluster_StartsAfresh()
    {
        string home;
        await using (var first = await StartAsync())
        {
            home = first.Folder;
        }

        // What an interruption leaves: a cluster that never got its final name.
        Directory.Move(Path.Combine(home, "cluster"), Path.Combine(home, "cluster.new"));
        File.Delete(Path.Combine(home, "cluster.new", "global", "pg_control"));

        await using var server = await StartAsync();

        Assert.Equal(1, await ExecuteAsync(server.ConnectionString, "select 1"));
        Assert.False(Directory.Exists(Path.Combine(home, "cluster.new")));
    }

    [DatabaseFact]
    public async Task StartAsync_FinishedClusterIsDamaged_SaysSoAndTouchesNothing()
    {
        string cluster;
        await using (var first = await StartAsync())
        {
            cluster = Path.Combine(first.Folder, "cluster");
        }

        File.Delete(Path.Combine(cluster, "global", "pg_control"));

        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(StartAsync);

        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cluster, "PG_VERSION")));
    }

    [DatabaseFact]
    public async Task StartAsync_PasswordLost_SetsANewOneAndKeepsTheData()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first.ConnectionString, "create table kept as select 42 as answer");
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "database.password"), "");

        await using var server = await StartAsync();

        Assert.Equal(42, await ExecuteAsync(server.ConnectionString, "select answer from kept"));
    }

    [RootFact]
    public async Task StartAsync_FolderOnlyRootCanReach_KeepsTheClusterWhereTheServersUserCan()
    {
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_000_000);
        string home;
        await using (var first = await StartAsync())
        {
            home = first.Folder;
            await ExecuteAsync(first.ConnectionString, "create table kept as select 42 as answer");
        }

        try
        {
            await using var second = await StartAsync();
            Assert.StartsWith("/var/lib/analytics/", home, StringComparison.Ordinal);
            Assert.Equal(home, second.Folder);
            Assert.Contains(_said, line => line.Contains(home, StringComparison.Ordinal));
            Assert.Equal(42, await ExecuteAsync(second.ConnectionString, "select answer from kept"));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private Task<EmbeddedPostgres> StartAsync() => StartAsync(durable: false);

    private Task<EmbeddedPostgres> StartAsync(bool durable) =>
        EmbeddedPostgres.StartAsync(_folder, PostgresBinaries.Find(ProjectRoot.Path), durable, new Listener(_said), CancellationToken.None);

    private static async Task<object?> ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    private sealed class Listener(List<string> said) : IProgress<string>
    {
        public void Report(string value) => said.Add(value);
    }
}
