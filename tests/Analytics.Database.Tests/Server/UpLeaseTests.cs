using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using Npgsql;

namespace Analytics.Database.Tests.Server;

/// <summary>Two workers with data folders of their own and one database, as real processes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UpLeaseTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly string _one = UpProcess.NewDataFolder();
    private readonly string _other = UpProcess.NewDataFolder();

    public void Dispose()
    {
        Directory.Delete(_one, recursive: true);
        Directory.Delete(_other, recursive: true);
    }

    [DatabaseFact]
    public async Task Up_DatabaseIsServedFromAnotherFolder_SaysWhoAndDoesNoHarm()
    {
        await using var first = Start(_one);
        var address = await first.AddressAsync();
        var backup = Path.Combine(_other, "warehouse.backup");
        Assert.Equal((0, ""), await RunAsync("backup", backup));
        await ExecuteAsync("create table public.kept as select 42 as answer; create table ops.not_in_the_backup ()");

        await using var second = Start(_other);
        Assert.Equal(1, await second.ExitCodeAsync());
        var line = Assert.Single(second.Output.Split('\n'), line => line.StartsWith("analytics: ", StringComparison.Ordinal));
        Assert.Contains($"is in use by ./analytics up, process {first.ProcessId} on ", line, StringComparison.Ordinal);

        var (code, said) = await RunAsync("restore", backup, "--replace");
        Assert.Equal(1, code);
        Assert.Contains($"is in use by ./analytics up, process {first.ProcessId} on ", said, StringComparison.Ordinal);
        Assert.Equal(1L, await ExecuteAsync("select count(*) from pg_class where relname = 'not_in_the_backup'"));

        // Its logins still open the database: nobody renewed their passwords.
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(address, "readyz"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        first.Signal("KILL");
        await first.ExitCodeAsync();
        await using var third = Start(_other);
        await third.AddressAsync();
        Assert.Equal(42, await ExecuteAsync("select answer from public.kept"));
    }

    private UpProcess Start(string folder) =>
        UpProcess.Start(folder, ["--no-demo", "--port", $"{UpProcess.FreePort()}"], ("ANALYTICS_DATABASE", fixture.ConnectionString));

    private async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(ProjectRoot.Path, "analytics"), [.. arguments, "--data", _other])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ANALYTICS_DATABASE"] = fixture.ConnectionString;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? "" : error);
    }

    private async Task<object?> ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
