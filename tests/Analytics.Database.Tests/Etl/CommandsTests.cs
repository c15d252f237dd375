using System.Text.Json;
using Analytics.Database.Server;
using Analytics.Etl.Publish;
using Npgsql;

namespace Analytics.Database.Tests.Etl;

public sealed class CommandsTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Import_Json_HasItsFixedKeys()
    {
        var path = fixture.File("i.csv", "contact_id,started_at", "CI-1,2021", "CI-2,soon", "CI-3,2021");
        var (code, output, error) = await RunAsync("import", "hotline", path, "--json");
        Assert.Equal((0, ""), (code, error));
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            ["feed", "files", "batch_ids", "read", "inserted", "updated", "unchanged", "deleted", "rejected", "refused", "seconds"],
            json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("hotline", 3, 2, 1), (json.GetProperty("feed").GetString(), json.GetProperty("read").GetInt32(), json.GetProperty("inserted").GetInt32(), json.GetProperty("rejected").GetInt32()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("refused").ValueKind);
        Assert.True(await fixture.ScalarAsync<bool>("select exists (select from pub.publication)"));

        var rejected = JsonDocument.Parse((await RunAsync("rejected", "--feed", "hotline", "--json")).Output).RootElement[0];
        Assert.Equal(("started_at", 3, "timestamp"), (rejected.GetProperty("column").GetString(), rejected.GetProperty("line").GetInt32(), rejected.GetProperty("rule").GetString()));
        Assert.All((string[])["en", "ru", "ky"], language => Assert.NotEmpty(rejected.GetProperty("expected").GetProperty(language).GetString()!));
    }

    [DatabaseFact]
    public async Task Import_WhileAWorkerServes_AnswersWhenTheRowsStandAndTellsTheWorker()
    {
        await using var lease = await WorkerLease.TakeAsync(fixture.ConnectionString, "up", "here", default);
        await using var worker = new NpgsqlConnection(fixture.ConnectionString);
        await worker.OpenAsync();
        await LoadNews.ListenAsync(worker, default);
        var (code, output, error) = await RunAsync("import", "hotline", fixture.File("w.csv", "contact_id,started_at", "CW-1,2021"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("The worker publishes it", output, StringComparison.Ordinal);
        Assert.True(await worker.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(await new Unpublished(fixture.Etl).AnyAsync(default));

        (code, output, error) = await RunAsync("import", "hotline", fixture.File("w2.csv", "contact_id,started_at", "CW-2,2021"), "--publish", "no");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Not published", output, StringComparison.Ordinal);
        Assert.True(await new Unpublished(fixture.Etl).AnyAsync(default));

        (code, output, error) = await RunAsync("import", "hotline", fixture.File("w3.csv", "contact_id,started_at", "CW-3,2021"), "--publish", "wait");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Published.", output, StringComparison.Ordinal);
        Assert.False(await new Unpublished(fixture.Etl).AnyAsync(default));
    }

    [DatabaseFact]
    public async Task Import_RefusedFile_SaysWhyInOneLineAndInTheJson()
    {
        var (code, output, error) = await RunAsync("import", "hotline", fixture.File("r.csv", "contact,day", "1,2"), "--json");
        Assert.Equal(1, code);
        Assert.DoesNotContain('\n', error);
        Assert.Contains("no column of hotline was found", error);
        Assert.Contains("no column of hotline was found", JsonDocument.Parse(output).RootElement.GetProperty("refused").GetString());
    }

    [DatabaseFact]
    public async Task Import_WrongUse_IsOneLineAndExitCode2()
    {
        var file = fixture.File("w.csv", "contact_id,started_at", "1,2021");
        var faulty = fixture.File("faulty.yml", "feed: hotline", "columns: { contact: x }");
        foreach (var (arguments, expected) in ((string[], string)[])[
            (["import", "hotline", "nowhere.csv"], "nowhere.csv was not found"),
            (["import", "hotlines", file], "there is no feed 'hotlines'"),
            (["import", "hotline", file, "--mapping", "nowhere.yml"], "mapping nowhere.yml was not found"),
            (["import", "hotline", file, "--mapping", faulty], "'contact' is no column of hotline"),
            (["import", "hotline", file, "--mapping", "ctdc"], "is for feed ngo_case"),
            (["import", "hotline", fixture.Folder], "is a folder"),
            (["import", "hotline"], "import"),
            (["run", "nothing"], "there is no job 'nothing'"),
            (["rejected", "--feed", "x"], "there is no feed 'x'")])
        {
            var (code, output, error) = await RunAsync(arguments);
            Assert.Equal(2, code);
            Assert.Equal("", output);
            Assert.Contains(expected, error);
            Assert.Single(error.Split('\n'));
        }
    }

    [DatabaseFact]
    public async Task Import_DatabaseDown_IsOneLineAndExitCode1()
    {
        var (code, _, error) = await Program.RunAsync("Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x", fixture.Folder, "import", "hotline", fixture.File("d.csv", "contact_id,started_at", "1,2021"));
        Assert.Equal(1, code);
        Assert.Single(error.Split('\n'));
        Assert.DoesNotContain("   at ", error);
    }

    [DatabaseFact]
    public async Task Import_Killed_LeavesNothingAndLoadsWhenRunAgain()
    {
        var path = fixture.File("big.csv", ["contact_id,started_at,topic", .. Enumerable.Range(1, 400_000).Select(i => $"BIG-{i},2021-01-01,documents")]);
        using (var process = Program.Start(fixture.ConnectionString, fixture.Folder, "import", "hotline", path))
        {
            // The copy is under way as soon as its rows take room.
            await EventuallyAsync(() => fixture.ScalarAsync<bool>("select pg_total_relation_size('raw.hotline_packed') > 3000000"));
            process.Kill();
            await process.WaitForExitAsync();
        }

        await EventuallyAsync(() => fixture.ScalarAsync<bool>("select not exists (select from pg_stat_activity where query like 'copy raw.hotline%' and pid <> pg_backend_pid())"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from raw.hotline where contact_id like 'BIG-%'"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from ops.batch where file_name = 'big.csv'"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("select count(*) from mart.fct_contact where contact_id like 'BIG-%'"));
        Assert.Equal(0, (await RunAsync("import", "hotline", fixture.File("after.csv", "contact_id,started_at", "BIG-1,2021"))).Code);
    }

    [DatabaseFact]
    public async Task Replay_AfterTheMappingWasCorrected_LoadsTheRows()
    {
        string Mapping(string codes) => fixture.File("fix.yml", "name: fix", "feed: register_event", "columns:", "  register_no: No", "  event_at: Day", $"  event: {{ from: Step, codes: {codes} }}");
        var mapping = Mapping("{ opened: investigation_opened }");
        var (_, output, _) = await RunAsync("import", "register_event", fixture.File("e.csv", "No,Day,Step", "RP-1,2021,opened", "RP-1,2022,shut"), "--mapping", mapping, "--json");
        var batch = JsonDocument.Parse(output).RootElement.GetProperty("batch_ids")[0].GetInt64();
        var (stillWrong, _, why) = await RunAsync("replay", $"{batch}");
        Assert.Equal(1, stillWrong);
        Assert.Contains("every row still breaks a rule (1)", why);

        Mapping("{ opened: investigation_opened, shut: discontinued }");
        Assert.Equal(0, (await RunAsync("replay", $"{batch}")).Code);
        Assert.Equal("discontinued", await fixture.ScalarAsync<string>("select event from core.register_event where register_no = 'RP-1' and event_at = 20220000"));
        Assert.Equal("replayed", await fixture.ScalarAsync<string>($"select state from ops.rejected_row where batch_id = {batch}"));
        Assert.Equal(1, (await RunAsync("replay", $"{batch}")).Code);
    }

    [DatabaseFact]
    public async Task Jobs_Json_ListsEveryJob()
    {
        var jobs = JsonDocument.Parse((await RunAsync("jobs", "--json")).Output).RootElement.EnumerateArray().ToList();
        Assert.Contains(jobs, j => j.GetProperty("job").GetString() == "hotline" && j.GetProperty("state").GetString() == "not scheduled");
        Assert.Equal("publish", jobs[^1].GetProperty("job").GetString());
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => Program.RunAsync(fixture.ConnectionString, fixture.Folder, arguments);

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("it did not happen within a minute");
    }
}
