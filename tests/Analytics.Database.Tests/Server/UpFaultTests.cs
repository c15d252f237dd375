using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Npgsql;

namespace Analytics.Database.Tests.Server;

/// <summary>Kills and stops in the middle of the first start, with the real program.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UpFaultTests : IDisposable
{
    private const int Contacts = 200_000;
    private readonly string _folder = UpProcess.NewDataFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DatabaseTheory]
    [InlineData("loading hotline")]
    [InlineData("publishing")]
    public async Task Up_ServerKilledDuringTheFirstStart_GoesOn(string step)
    {
        WriteContacts();
        await using var up = Start();
        await up.SaysAsync(step);
        await Task.Delay(700);

        Kill(up.ServerProcessId());
        await up.AddressAsync();

        Assert.Contains("the database server ended; starting it again", up.Output, StringComparison.Ordinal);
        var database = up.OwnerConnectionString();
        Assert.Equal((long)Contacts, await ScalarAsync(database, "select count(*) from mart.fct_contact"));
        Assert.Equal(0L, await ScalarAsync(database, "select count(*) from ops.run where state = 'running'"));
        // A publication outlives the server within its one run; a load that had not ended begins again as another.
        var again = up.Output.Contains("running hotline again", StringComparison.Ordinal);
        Assert.Equal(again ? 1L : 0L, await ScalarAsync(database, "select count(*) from ops.run where state = 'failed' and error like 'the database went away%'"));
        Assert.Equal(1L, await ScalarAsync(database, "select count(*) from ops.run where state = 'done' and job = 'publish'"));
        up.Signal("TERM");
        Assert.Equal(0, await up.ExitCodeAsync());
        Assert.Empty(UpProcess.ProcessesOf(_folder));
    }

    [DatabaseFact]
    public async Task Up_ServerKilledAgainAndAgain_EndsWithOneLineAndCodeOne()
    {
        WriteContacts();
        await using var up = Start();
        await up.SaysAsync("loading hotline");
        var ended = up.ExitCodeAsync();
        for (var killed = 0; !ended.IsCompleted;)
        {
            await Task.Delay(100);
            if (UpProcess.ServerProcessIdIn(_folder) is { } server && server != killed)
            {
                Kill(killed = server);
            }
        }

        Assert.Equal(1, await ended);
        Assert.Single(up.Output.Split('\n'), line => line.StartsWith("analytics: the database", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", up.Output, StringComparison.Ordinal);
        Assert.Empty(UpProcess.ProcessesOf(_folder));
    }

    [DatabaseTheory]
    [InlineData("making a new PostgreSQL cluster", false)]
    [InlineData("bringing the tables up to date", false)]
    [InlineData("loading hotline", false)]
    [InlineData("loading hotline", true)]
    [InlineData("publishing", false)]
    [InlineData("publishing", true)]
    public async Task Up_AskedToStopDuringTheFirstStart_EndsSoonAndLeavesNothing(string step, bool afterAKill)
    {
        WriteContacts();
        await using var up = Start();
        await up.SaysAsync(step);
        await Task.Delay(300);
        if (afterAKill)
        {
            Kill(up.ServerProcessId());
        }

        var clock = Stopwatch.StartNew();
        up.Signal("TERM");

        Assert.Equal(0, await up.ExitCodeAsync());
        // Seconds on a machine of its own; the tests may share theirs.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(25), $"it took {clock.Elapsed}");
        Assert.Empty(UpProcess.ProcessesOf(_folder));
    }

    private UpProcess Start() => UpProcess.Start(_folder, ["--no-demo", "--port", $"{UpProcess.FreePort()}"]);

    private void WriteContacts()
    {
        var text = new StringBuilder("contact_id,started_at,topic,channel\n");
        for (var i = 0; i < Contacts; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"C-{i},20{20 + (i % 5)}-0{1 + (i % 9)}-1{i % 10}T10:00:00,trafficking,phone\n");
        }

        var inbox = Directory.CreateDirectory(Path.Combine(_folder, "inbox", "hotline")).FullName;
        var file = Path.Combine(inbox, "contacts.csv");
        File.WriteAllText(file, text.ToString());
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-1));
    }

    private static void Kill(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            found.Kill();
        }
        catch (ArgumentException)
        {
            // The file of a server that is gone already.
        }
    }

    private static async Task<object?> ScalarAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
