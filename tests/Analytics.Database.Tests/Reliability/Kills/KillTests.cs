using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Analytics.Database.Tests.Etl;
using Analytics.Database.Tests.Publish;
using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Publish;
using Analytics.Etl.Settings;
using Npgsql;
using Xunit.Abstractions;

namespace Analytics.Database.Tests.Reliability.Kills;

/// <summary>
/// Processes of the real product are killed at random instants of everything that it does. After each kill it works again, and holds
/// and shows what it would without the kill. ANALYTICS_KILLS says how many, ANALYTICS_SEED which; the log is <c>artifacts/kills.log</c>.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class KillTests(EtlFixture undisturbed, ITestOutputHelper output) : IClassFixture<EtlFixture>, IDisposable
{
    private const int FewKills = 20;
    private const int MostMisses = 8;
    private static readonly string s_log = Path.Combine(ProjectRoot.Path, "artifacts", "kills.log");
    private readonly string _folder = UpProcess.NewDataFolder();
    private readonly Dictionary<Work, TimeSpan> _lasts = Enum.GetValues<Work>().ToDictionary(work => work, work => TimeSpan.FromSeconds(work is Work.Start ? 4 : 2));
    private IReadOnlyList<string> _tokens = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [KillFact]
    public async Task Up_KilledAtRandomInstants_WorksAndHoldsWhatItWould()
    {
        var seed = Setting("ANALYTICS_SEED") ?? Random.Shared.Next(1_000_000);
        Say($"ANALYTICS_SEED={seed}");
        var files = new KillFiles(undisturbed.Folder, new Random(seed));
        await using var product = new KilledProduct(_folder);
        await BeginAsync(product, files.First());
        foreach (var kill in KillPlan.Of(seed, Setting("ANALYTICS_KILLS") ?? FewKills))
        {
            try
            {
                await StrikeAsync(product, kill, files);
            }
            catch (Exception cause)
            {
                Say($"{kill} of ANALYTICS_SEED={seed}: {cause}\n{product.Output}");
                throw new InvalidOperationException($"{kill} of ANALYTICS_SEED={seed}; up said:\n{product.Output}", cause);
            }
        }

        await product.StopAsync();
        Assert.Empty(UpProcess.ProcessesOf(_folder));
    }

    private async Task BeginAsync(KilledProduct product, IReadOnlyList<(string Feed, string Path)> files)
    {
        var settings = JobSettings.Read(new DataFolder(_folder), demo: false);
        foreach (var source in settings.Sources)
        {
            var inbox = Directory.CreateDirectory(Path.Combine(_folder, "inbox", source.Id)).FullName;
            foreach (var file in FileOrder.Of(files.Where(file => file.Feed == source.Feed).Select(file => file.Path)))
            {
                await LoadAsync(undisturbed.Etl, source.Feed, file, source.Source);
                var copy = Path.Combine(inbox, Path.GetFileName(file));
                File.Copy(file, copy);
                File.SetLastWriteTimeUtc(copy, DateTime.UtcNow.AddDays(-1));
            }
        }

        await PublishUndisturbedAsync();
        _tokens = await undisturbed.ListAsync<string>("select distinct person_token from core.ngo_case where person_token is not null order by 1");
        await product.ReadyAsync();
        await AssertWorksAsync(product);
    }

    private async Task StrikeAsync(KilledProduct product, Kill kill, KillFiles files)
    {
        await product.MakeReadyForAsync(kill.Victim);
        string[] arguments;
        for (var misses = 0; ; misses++)
        {
            Assert.True(misses < MostMisses, "what was to be killed never was there");
            arguments = await PrepareAsync(product, kill.Work, files);
            if (await StrikeAsync(product, kill, _lasts[kill.Work] * kill.Moment * Math.Pow(0.7, misses), arguments))
            {
                break;
            }
        }

        // A restore has the warehouse for itself.
        if (kill.Work is not Work.Restore)
        {
            await product.ReadyAsync();
        }

        if (kill.Work is not Work.Start)
        {
            var clock = Stopwatch.StartNew();
            using var again = CommandProcess.Start(_folder, arguments);
            var code = await again.EndAsync(KilledProduct.Patience);
            Assert.True(code == 0, $"done again after the kill it ended with code {code}: {again.Output}");
            _lasts[kill.Work] = clock.Elapsed;
        }

        await product.ReadyAsync();
        await AssertWorksAsync(product);
    }

    /// <returns>Whether something was killed.</returns>
    private async Task<bool> StrikeAsync(KilledProduct product, Kill kill, TimeSpan moment, string[] arguments)
    {
        if (kill.Work is Work.Start)
        {
            product.Begin();
            await Task.Delay(moment);
            var struck = await product.StrikeAsync(kill, command: null);
            Say($"{kill}, after {moment.TotalSeconds:0.00} s{(struck ? "" : ": missed")}");
            return struck;
        }

        using var command = CommandProcess.Start(_folder, arguments);
        await Task.Delay(moment);
        var hit = await product.StrikeAsync(kill, command);
        var code = await command.EndAsync(KilledProduct.Patience);
        Say($"{kill}, after {moment.TotalSeconds:0.00} s{(hit ? "" : ": missed")}; code {code} {(code == 0 ? "" : command.Output.Trim())}");
        if (!hit || kill.Victim is not Victim.Worker)
        {
            AssertSaysWhy(code, command.Output);
        }

        return hit;
    }

    /// <returns>The command that does the work; empty for a start.</returns>
    private async Task<string[]> PrepareAsync(KilledProduct product, Work work, KillFiles files)
    {
        switch (work)
        {
            case Work.Import:
                var contacts = files.Contacts();
                await LoadAsync(undisturbed.Etl, "hotline", contacts);
                await PublishUndisturbedAsync();
                return ["import", "hotline", contacts, "--replace", "--publish", "wait"];
            case Work.Link:
                var cases = files.Cases(_tokens);
                await LoadAsync(undisturbed.Etl, "ngo_case", cases);
                await PublishUndisturbedAsync();
                await using (var database = product.Database("analytics_etl"))
                {
                    await LoadAsync(database, "ngo_case", cases);
                }

                return ["publish"];
            case Work.Restore:
                if (product.IsUp)
                {
                    using var backup = CommandProcess.Start(_folder, "backup", Backup);
                    Assert.True(await backup.EndAsync(KilledProduct.Patience) == 0, backup.Output);
                    await product.StopAsync();
                }

                return ["restore", Backup, "--replace"];
            case Work.Start:
                await product.StopAsync();
                return [];
            case Work.Backup:
                return ["backup", Backup];
            default:
                return ["run", work is Work.Rebuild ? JobSettings.Rebuild : JobSettings.Publish];
        }
    }

    private string Backup => Path.Combine(undisturbed.Folder, "warehouse.backup");

    private async Task AssertWorksAsync(KilledProduct product)
    {
        await product.EventuallyAsync("no run is said to go on", "select not exists (select from ops.run where state = 'running')");
        await product.EventuallyAsync("up holds its lease", "select exists (select from pg_locks where locktype = 'advisory' and classid = 2003792491 and objid = 1 and granted)");
        await using var database = product.Database();
        // What a start finds loaded and not published it publishes while readers read.
        await KilledProduct.EventuallyAsync("everything that is loaded is published", async () => (await new Unpublished(database).KindsAsync(default)).Count == 0);
        var expected = await ContentAsync(undisturbed.Etl);
        var actual = await ContentAsync(database);
        var different = new List<string>();
        foreach (var (table, rows) in expected.Where(table => actual[table.Key] != table.Value))
        {
            var which = table.StartsWith("pub.", StringComparison.Ordinal) ? await PublishedContent.DifferenceAsync(table["pub.".Length..], undisturbed.Etl, database) : "";
            different.Add($"{table}: {rows} would be, {actual[table]} is; {which}");
        }

        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static async Task<IReadOnlyDictionary<string, string>> ContentAsync(NpgsqlDataSource database) =>
        (await WarehouseContent.OfNowAsync(database)).Concat((await PublishedContent.OfAsync(database)).Select(table => KeyValuePair.Create($"pub.{table.Key}", table.Value)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Done in spite of the kill, or one line that says why not.</summary>
    private static void AssertSaysWhy(int code, string said)
    {
        Assert.True(code is 0 or 1, $"code {code}: {said}");
        Assert.Equal(code, said.Split('\n').Count(line => line.StartsWith("analytics: ", StringComparison.Ordinal)));
        Assert.DoesNotContain("a fault of the program", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static async Task LoadAsync(NpgsqlDataSource database, string feed, string path, LoadSource? source = null)
    {
        var id = source?.Id ?? feed;
        var report = Assert.Single(await new LoadPipeline(database, TimeProvider.System).LoadAsync(
            path, EtlFixture.Corrections(feed, id), source ?? new LoadSource(id), runId: null, default));
        Assert.Equal((null, 0), (report.Refused, report.Rejected));
    }

    private Task<PublishReport> PublishUndisturbedAsync() => new Refresh(undisturbed.Etl, TimeProvider.System).RunAsync(default);

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private void Say(string line)
    {
        output.WriteLine(line);
        File.AppendAllText(s_log, string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {line}\n"));
    }
}
