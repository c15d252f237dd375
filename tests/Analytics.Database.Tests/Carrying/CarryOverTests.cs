using Analytics.Database.Accounts;
using Analytics.Database.Carrying;
using Analytics.Database.Tests.Etl;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Carrying;

public sealed class CarryOverTests(CarriedWarehouse from) : IClassFixture<CarriedWarehouse>, IAsyncLifetime
{
    private readonly EtlFixture _to = new();
    private NpgsqlDataSource _owner = null!;

    private string File => Path.Combine(_to.Folder, "carried");

    public async Task InitializeAsync()
    {
        await _to.InitializeAsync();
        _owner = NpgsqlDataSource.Create(_to.ConnectionString);
        await CarryOver.TakeAsync(from.Owner, File, TimeProvider.System, default);
    }

    public async Task DisposeAsync()
    {
        await _owner.DisposeAsync();
        await _to.DisposeAsync();
    }

    [DatabaseFact]
    public async Task PutAsync_WarehouseWithTheSourcesLoadedAgain_IsAsTheOtherAndStaysSo()
    {
        // As set-up makes accounts, in another order and under other numbers.
        var accounts = new AccountStore(_owner, _to.Time);
        await accounts.AddAsync("local", "donor", "another password", mustChangePassword: true, default);
        await accounts.AddAsync("keeper", "administrator", "made by set-up", mustChangePassword: true, default);
        await CarriedWarehouse.LoadAsync(_to, before: 2);

        var first = await CarryOver.PutAsync(_owner, File, default);

        Assert.All(first, part => Assert.Equal((0, 0), (part.Waiting, part.Kept.Count)));
        Assert.Equal(await CarriedWarehouse.ContentAsync(from.Owner), await CarriedWarehouse.ContentAsync(_owner));
        Assert.IsType<SignInResult.Accepted>(await accounts.SignInAsync("keeper", CarriedWarehouse.Password, default));
        Assert.IsType<SignInResult.Accepted>(await accounts.SignInAsync("local", "another password", default));

        // Whatever has become of it since, a second time changes nothing.
        await CarriedWarehouse.ExecuteAsync(_owner, "set role analytics_owner; update ops.account set disabled = true where name = 'keeper'; delete from ops.recovery_code");
        var before = await HashesAsync();
        var second = await CarryOver.PutAsync(_owner, File, default);
        Assert.All(second, part => Assert.Equal((0, 0, 0), (part.Put, part.Waiting, part.Kept.Count)));
        Assert.Equal(before, await HashesAsync());
    }

    [DatabaseFact]
    public async Task PutAsync_Audit_FollowsUnderNewNumbersAndStaysWhole()
    {
        var audit = new AuditLog(_owner);
        await audit.AddAsync("os:here", AuditAction.Opened, "/", default);
        await CarryOver.PutAsync(_owner, File, default);

        Assert.Null((await audit.StateAsync(default)).BrokenAt);
        const string Told = "select concat_ws(' ', at at time zone 'UTC', account, action, subject, coalesce(carried, audit_id)) from ops.audit where account <> 'os:here' order by audit_id";
        await using var one = await from.Owner.OpenConnectionAsync();
        await using var other = await _owner.OpenConnectionAsync();
        var carried = (await other.QueryAsync<string>(Told)).ToList();
        Assert.Equal((await one.QueryAsync<string>(Told)).Take(carried.Count), carried);
        Assert.Contains(carried, entry => entry.Contains("signed_off", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task PutAsync_BeforeTheSourcesAreLoaded_SaysWhatWaitsAndPutsItLater()
    {
        var first = await CarryOver.PutAsync(_owner, File, default);
        Assert.Equal([("decisions about pairs", 2L), ("rejected rows set aside", 1L)], first.Where(part => part.Waiting > 0).Select(part => (part.Title, part.Waiting)));

        await CarriedWarehouse.LoadAsync(_to);
        var second = await CarryOver.PutAsync(_owner, File, default);
        Assert.Equal([("decisions about pairs", 2L), ("rejected rows set aside", 1L)], second.Where(part => part.Put > 0).Select(part => (part.Title, part.Put)));
        Assert.Equal(await CarriedWarehouse.ContentAsync(from.Owner), await CarriedWarehouse.ContentAsync(_owner));
    }

    [DatabaseFact]
    public async Task PutAsync_WhatWasUsedOrDecidedHereSince_StaysAndIsNamed()
    {
        await CarriedWarehouse.LoadAsync(_to);
        var accounts = new AccountStore(_owner, _to.Time);
        await accounts.AddAsync("keeper", "administrator", "the one of here", mustChangePassword: false, default);
        await CarriedWarehouse.ExecuteAsync(_owner,
            """
            set role analytics_owner;
            update ops.account set last_sign_in_at = now();
            insert into ops.period_review (source_id, month, step, state, account, decided_at) values ('ngo_case', '2024-03-01', 1, 'reviewed', 'local', now());
            insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at)
            select min(record_id), max(record_id), 'later', 'local', now() from core.person_record;
            """);

        var kept = (await CarryOver.PutAsync(_owner, File, default)).Where(part => part.Kept.Count > 0).ToDictionary(part => part.Title, part => part.Kept);

        Assert.Equal(["keeper"], kept["accounts"]);
        Assert.Equal(["ngo_case 2024-03"], kept["sign-offs"]);
        Assert.Single(kept["decisions about pairs"]);
        Assert.IsType<SignInResult.Accepted>(await accounts.SignInAsync("keeper", "the one of here", default));
        await using var connection = await _owner.OpenConnectionAsync();
        Assert.Equal((0, 1, 1), await connection.QuerySingleAsync<(int, int, int)>(
            "select (select count(*)::int from ops.account_right), (select count(*)::int from ops.period_review), (select count(*)::int from ops.link_decision)"));
    }

    [DatabaseFact]
    public async Task PutAsync_FileThatIsDamagedOrAnother_IsRefusedAndNothingIsPut()
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        await System.IO.File.WriteAllBytesAsync(File, bytes[..(bytes.Length / 2)]);
        await RefusedAsync("no file that this version can carry from");

        await CarryOver.TakeAsync(from.Owner, File, TimeProvider.System, default);
        using (var zip = System.IO.Compression.ZipFile.Open(File, System.IO.Compression.ZipArchiveMode.Update))
        {
            zip.GetEntry("audit.jsonl")!.Delete();
            using var entry = zip.CreateEntry("audit.jsonl").Open();
            entry.Write("{}\n"u8);
        }

        await RefusedAsync("damaged at audit.jsonl");
    }

    [DatabaseFact]
    public void TakeAsync_OnUnix_GivesAFileForItsOwnerAlone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [DatabaseFact]
    public async Task TakeAsync_TablesOfAnOlderVersion_IsRefusedAndLeavesNoFile()
    {
        await CarriedWarehouse.ExecuteAsync(_owner, "set role analytics_owner; alter table ops.account drop column last_code_step");
        var path = Path.Combine(_to.Folder, "older");
        var refusal = await Assert.ThrowsAsync<CarryingFailedException>(() => CarryOver.TakeAsync(_owner, path, TimeProvider.System, default));
        Assert.Contains("older version", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_to.Folder, "older*"));
    }

    private async Task RefusedAsync(string because)
    {
        var before = await HashesAsync();
        var refusal = await Assert.ThrowsAsync<CarryingFailedException>(() => CarryOver.PutAsync(_owner, File, default));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await HashesAsync());
    }

    private async Task<List<string>> HashesAsync()
    {
        await using var connection = await _owner.OpenConnectionAsync();
        var tables = (await connection.QueryAsync<string>("select format('ops.%I', tablename) from pg_tables where schemaname = 'ops' order by 1")).ToList();
        var hashes = new List<string>();
        foreach (var table in tables)
        {
            hashes.Add($"{table} {await connection.ExecuteScalarAsync<string>($"select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from {table} as t")}");
        }

        return hashes;
    }
}

/// <summary>The two commands, as whoever carries a warehouse over gives them.</summary>
public sealed class CarryCommandTests(CarriedWarehouse old, EtlFixture fresh) : IClassFixture<CarriedWarehouse>, IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Carry_FromTablesOfBeforeTheSchema_IsWhatTheRefusalAsksFor()
    {
        // The tables are the same; what tells them apart is what they were made by.
        await CarriedWarehouse.ExecuteAsync(old.Owner,
            """
            set role analytics_owner;
            delete from ops.script where path like 'schema/%';
            insert into ops.script (path, hash, seconds) values ('migrations/0171_employment_agencies.sql', repeat('0', 64), 0);
            """);
        var file = Path.Combine(fresh.Folder, "carried");

        var refused = await Etl.Program.RunAsync(old.Warehouse.ConnectionString, fresh.Folder, "publish");
        Assert.Equal(1, refused.Code);
        Assert.DoesNotContain('\n', refused.Error);
        Assert.Contains("./analytics carry export FILE", refused.Error, StringComparison.Ordinal);

        var export = await Etl.Program.RunAsync(old.Warehouse.ConnectionString, fresh.Folder, "carry", "export", file);
        Assert.True(export.Code == 0, export.Error);
        Assert.Contains("accounts 1, ", export.Output, StringComparison.Ordinal);

        await CarriedWarehouse.LoadAsync(fresh);
        var import = await Etl.Program.RunAsync(fresh.ConnectionString, fresh.Folder, "carry", "import", file);
        Assert.True(import.Code == 0, import.Error);
        Assert.Contains("decisions about pairs: 2 put, 0 there already", import.Output, StringComparison.Ordinal);
        await using var owner = NpgsqlDataSource.Create(fresh.ConnectionString);
        Assert.Equal(await CarriedWarehouse.ContentAsync(old.Owner), await CarriedWarehouse.ContentAsync(owner));
    }
}
