using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Database.Accounts;
using Analytics.Database.Backups;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Backups;

/// <summary>A warehouse with loaded files and an account, backed up once.</summary>
public sealed class BackedUpWarehouse : IAsyncLifetime
{
    public EtlFixture Warehouse { get; } = new();

    public NpgsqlDataSource Owner { get; private set; } = null!;

    public string File => Path.Combine(Warehouse.Folder, "warehouse.backup");

    public BackupReport Report { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Warehouse.InitializeAsync();
        Owner = NpgsqlDataSource.Create(Warehouse.ConnectionString);
        await Warehouse.LoadLinesAsync("hotline", "contact_id,started_at,topic,sex,referred_to", "a-1,2024-03-01T10:00,trafficking,female,", "a-2,2024-03-02,legal_advice,,");
        await Warehouse.LoadLinesAsync("hotline", "contact_id,started_at,topic", "a-2,2024-03-02,documents", "a-3,not a day,documents");
        await new AccountStore(Owner, Warehouse.Time).AddAsync("keeper", "coordinator", "correct horse battery", mustChangePassword: true, default);
        foreach (var page in new[] { "/", "/trends", "/regions" })
        {
            await new AuditLog(Owner).AddAsync("keeper", AuditAction.Opened, page, default);
        }

        await new PublishStage(Warehouse.Etl, Warehouse.Time).RunAsync(default);
        var inbox = Path.Combine(Warehouse.Folder, "data", "inbox", "hotline");
        Directory.CreateDirectory(inbox);
        await System.IO.File.WriteAllTextAsync(Path.Combine(inbox, "waits.csv"), "contact_id,started_at\na-9,2024-04-01\n");
        Report = await Backup.WriteAsync(
            Owner, Path.Combine(Warehouse.Folder, "data"), [Path.Combine(inbox, "waits.csv"), Path.Combine(inbox, "gone.csv")], File, Warehouse.Time, new Progress<string>(), default);
    }

    public async Task DisposeAsync()
    {
        await Owner.DisposeAsync();
        await Warehouse.DisposeAsync();
    }

    /// <returns>A hash of the rows of every table, whatever their order.</returns>
    public static async Task<Dictionary<string, string>> HashesAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var tables = await connection.QueryAsync<string>(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('raw', 'core', 'mart', 'pub', 'ops', 'quartz') and (schemaname, tablename) not in (('ops', 'script'), ('ops', 'audit'))
            """);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            hashes[table] = await connection.ExecuteScalarAsync<string>($"select md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate \"C\"), '')) from {table} as t") ?? "";
        }

        return hashes;
    }
}

public sealed class BackupTests(BackedUpWarehouse backedUp, PostgresFixture other) : IClassFixture<BackedUpWarehouse>, IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task ReadAsync_IntoAnEmptyWarehouse_GivesEveryTableBackAndGoesOnFromThere()
    {
        var folder = Path.Combine(backedUp.Warehouse.Folder, "restored");
        var report = await Restore.ReadAsync(other.Owner, folder, backedUp.File, replace: false, new Progress<string>(), default);

        Assert.Equal(backedUp.Report, report);
        Assert.Equal(1, report.Files);
        Assert.Equal(await BackedUpWarehouse.HashesAsync(backedUp.Owner), await BackedUpWarehouse.HashesAsync(other.Owner));
        Assert.Equal("contact_id,started_at\na-9,2024-04-01\n", await File.ReadAllTextAsync(Path.Combine(folder, "inbox", "hotline", "waits.csv")));

        // The chain of the audit goes on where it was.
        var audit = new AuditLog(other.Owner);
        await audit.AddAsync("keeper", AuditAction.SignedIn, "", default);
        Assert.Equal((5, null), (await audit.StateAsync(default)) is var state ? (state.Entries, state.BrokenAt) : default);
        Assert.Equal(["signed_in", "restored", "opened", "opened", "opened"], (await audit.ListAsync(null, null, null, null, 10, default)).Select(entry => entry.Action));

        await using var etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(other.ConnectionString) { Options = "-c role=analytics_etl" });
        var line = backedUp.Warehouse.File("more.csv", "contact_id,started_at,topic", "a-2,2024-03-02,missing_person", "a-4,2024-05-02,other");
        var mapping = Analytics.Etl.Mappings.Mapping.Canonical(Analytics.Etl.Feeds.FeedList.Find("hotline")!, "hotline");
        var batch = Assert.Single(await new Analytics.Etl.Ingest.Load.LoadPipeline(etl, backedUp.Warehouse.Time).LoadAsync(line, mapping, new("hotline"), null, default));
        Assert.Equal((null, 1, 1), (batch.Refused, batch.Inserted, batch.Updated));
        Assert.True((await new PublishStage(etl, backedUp.Warehouse.Time).RunAsync(default)).Cells > 0);

        var again = await Assert.ThrowsAsync<BackupUnusableException>(() => Restore.ReadAsync(other.Owner, folder, backedUp.File, replace: false, new Progress<string>(), default));
        Assert.Contains("--replace", again.Message, StringComparison.Ordinal);
        await Restore.ReadAsync(other.Owner, folder, backedUp.File, replace: true, new Progress<string>(), default);
        Assert.Equal(await BackedUpWarehouse.HashesAsync(backedUp.Owner), await BackedUpWarehouse.HashesAsync(other.Owner));

        // What was done before the restore is not forgotten by it: the backup's entries, those since, and the restore itself.
        Assert.Equal(
            ["opened", "opened", "opened", "restored", "signed_in", "restored"], (await audit.ListAsync(null, null, null, null, 10, default)).Reverse().Select(entry => entry.Action));
        Assert.Null((await audit.StateAsync(default)).BrokenAt);
        await TakesInTheAuditOfAnotherHistoryAsync(folder);
    }

    private async Task TakesInTheAuditOfAnotherHistoryAsync(string folder)
    {
        await using (var connection = await other.Owner.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("alter table ops.audit disable trigger keep_audit; delete from ops.audit; alter table ops.audit enable trigger keep_audit");
        }

        var audit = new AuditLog(other.Owner);
        await audit.AddAsync("stranger", AuditAction.Opened, "/elsewhere", default);
        await Restore.ReadAsync(other.Owner, folder, backedUp.File, replace: true, new Progress<string>(), default);
        var entries = (await audit.ListAsync(null, null, null, null, 10, default)).Reverse().ToList();
        Assert.Equal(["keeper", "keeper", "keeper", "stranger", AuditLog.ServerUser], entries.Select(entry => entry.Account));
        Assert.Contains("another history", entries[^1].Subject, StringComparison.Ordinal);
        Assert.Null((await audit.StateAsync(default)).BrokenAt);
    }

    [DatabaseFact]
    public void WriteAsync_OnUnix_GivesAFileForItsOwnerAlone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backedUp.File));
        }
    }
}

public sealed class UnusableBackupTests(BackedUpWarehouse backedUp, PostgresFixture other) : IClassFixture<BackedUpWarehouse>, IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task ReadAsync_TableChangedInTheFile_IsRefusedBeforeAnythingIsTouched()
    {
        await RefusedAsync("damaged at tables/raw.hotline_row", zip =>
        {
            zip.GetEntry("tables/raw.hotline_row")!.Delete();
            using var entry = zip.CreateEntry("tables/raw.hotline_row").Open();
            entry.Write("nothing like it\n"u8);
        });
    }

    [DatabaseFact]
    public async Task ReadAsync_TableMissing_IsRefused() => await RefusedAsync("damaged at tables/ops.account", zip => zip.GetEntry("tables/ops.account")!.Delete());

    [DatabaseFact]
    public async Task ReadAsync_MigrationThatThisVersionLacks_IsRefused() =>
        await RefusedAsync("newer version", zip => Edit(zip, manifest => manifest["migrations"]!.AsArray().Add(new JsonObject { ["path"] = "migrations/9999_later.sql", ["hash"] = "00" })));

    [DatabaseFact]
    public async Task ReadAsync_BackupOfBeforeTheSchema_IsRefusedAndSaysHowToCarryItOver() =>
        await RefusedAsync("./analytics carry export FILE", zip => Edit(zip, manifest => manifest["migrations"] = new JsonArray(
            new JsonObject { ["path"] = "migrations/0001_schemas_and_roles.sql", ["hash"] = "00" })));

    [DatabaseFact]
    public async Task ReadAsync_FileOutsideTheFolder_IsRefused() =>
        await RefusedAsync("outside the data folder", zip => Edit(zip, manifest => manifest["files"]!.AsArray().Add(new JsonObject { ["path"] = "../../elsewhere", ["sha256"] = "00" })));

    [DatabaseFact]
    public async Task ReadAsync_AnyOtherFile_IsRefused()
    {
        var path = backedUp.Warehouse.File("letter.txt", "Dear all,");
        var refusal = await Assert.ThrowsAsync<BackupUnusableException>(() => Restore.ReadAsync(other.Owner, backedUp.Warehouse.Folder, path, replace: true, new Progress<string>(), default));
        Assert.Contains("no whole backup", refusal.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task ReadAsync_HalfAFile_IsRefused()
    {
        var bytes = await File.ReadAllBytesAsync(backedUp.File);
        var path = Path.Combine(backedUp.Warehouse.Folder, "half");
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)]);
        await Assert.ThrowsAsync<BackupUnusableException>(() => Restore.ReadAsync(other.Owner, backedUp.Warehouse.Folder, path, replace: true, new Progress<string>(), default));
    }

    private async Task RefusedAsync(string because, Action<ZipArchive> change)
    {
        var path = Path.Combine(backedUp.Warehouse.Folder, Guid.NewGuid().ToString("n"));
        File.Copy(backedUp.File, path);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            change(zip);
        }

        var before = await BackedUpWarehouse.HashesAsync(other.Owner);
        var refusal = await Assert.ThrowsAsync<BackupUnusableException>(() => Restore.ReadAsync(other.Owner, backedUp.Warehouse.Folder, path, replace: true, new Progress<string>(), default));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await BackedUpWarehouse.HashesAsync(other.Owner));
    }

    private static void Edit(ZipArchive zip, Action<JsonNode> change)
    {
        JsonNode manifest;
        using (var stream = zip.GetEntry("manifest.json")!.Open())
        {
            manifest = JsonNode.Parse(stream)!;
        }

        change(manifest);
        zip.GetEntry("manifest.json")!.Delete();
        using var entry = zip.CreateEntry("manifest.json").Open();
        JsonSerializer.Serialize(entry, manifest);
    }
}

public sealed class OlderBackupTests(PostgresFixture old, PostgresFixtureTwin other) : IClassFixture<PostgresFixture>, IClassFixture<PostgresFixtureTwin>
{
    [DatabaseFact]
    public async Task ReadAsync_BackupOfAnOlderVersion_IsBroughtUpToDate()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-backup-").FullName;
        try
        {
            await using (var connection = await old.Owner.OpenConnectionAsync())
            {
                await connection.ExecuteAsync("insert into ops.source (source_id, feed) values ('old_source', 'hotline')");
            }

            // The version that restores has a migration that the one which backed up had not.
            const string Later = "alter table ops.source add column later text not null default 'since then';";
            IReadOnlyList<Script> versions = [.. Migrator.Versions, new("migrations/0001_later.sql", Later, Script.HashOf(Later))];
            var path = Path.Combine(folder, "old");
            await Backup.WriteAsync(old.Owner, folder, [], path, TimeProvider.System, new Progress<string>(), default);
            await Restore.ReadAsync(other.Database.Owner, folder, path, replace: false, versions, new Progress<string>(), default);

            await using (var connection = await other.Database.Owner.OpenConnectionAsync())
            {
                Assert.Equal(versions.Count, await connection.ExecuteScalarAsync<int>("select count(*) from ops.script where path ~ '^(schema|migrations)/'"));
                Assert.Equal("old_source since then", await connection.ExecuteScalarAsync<string>("select source_id || ' ' || later from ops.source"));
            }

            Assert.Empty(await Migrator.MigrateAsync(other.Database.Owner, versions, progress: null, default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A second database beside a class's first.</summary>
public sealed class PostgresFixtureTwin : IAsyncLifetime
{
    public PostgresFixture Database { get; } = new();

    public Task InitializeAsync() => Database.InitializeAsync();

    public Task DisposeAsync() => Database.DisposeAsync();
}
