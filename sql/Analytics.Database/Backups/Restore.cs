using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Analytics.Database.Accounts;
using Dapper;
using Npgsql;

namespace Analytics.Database.Backups;

/// <summary>
/// Puts a backup back. The whole file is checked against its own hashes first; then, in one transaction, the tables are made as
/// they were, filled, checked, and brought up to the present migrations. A restore that fails leaves the database as it was. The audit
/// of before stays, behind that of the backup, and the restore is an entry of it.
/// </summary>
public static class Restore
{
    /// <param name="database">As the role that owns the database, whose tables may be missing.</param>
    /// <param name="folder">The data folder; files of the backup are put there when the database is done.</param>
    /// <param name="replace">Whether data that is there gives way.</param>
    /// <exception cref="BackupUnusableException">The file is no whole backup, is of a newer version, or data is in the way.</exception>
    /// <exception cref="IOException">The file cannot be read, or the folder not written.</exception>
    public static Task<BackupReport> ReadAsync(
        NpgsqlDataSource database, string folder, string path, bool replace, IProgress<string> progress, CancellationToken token) =>
        ReadAsync(database, folder, path, replace, Migrator.Versions, progress, token);

    /// <inheritdoc cref="ReadAsync(NpgsqlDataSource, string, string, bool, IProgress{string}, CancellationToken)"/>
    /// <param name="versions">The scripts that the restoring version runs once.</param>
    internal static async Task<BackupReport> ReadAsync(
        NpgsqlDataSource database, string folder, string path, bool replace, IReadOnlyList<Script> versions, IProgress<string> progress,
        CancellationToken token)
    {
        using var zip = Open(path);
        var manifest = await ManifestAsync(zip, path, versions, token);
        await CheckAsync(zip, manifest, folder, path, token);
        await Migrator.AloneAsync(database, async connection =>
        {
            var wasBroken = await MakeRoomAsync(connection, replace, token);
            var paths = manifest.Migrations.Select(migration => migration.Path).ToHashSet(StringComparer.Ordinal);
            await Migrator.ApplyOnlyAsync(connection, versions.Where(script => paths.Contains(script.Path)), token);
            await FillAsync(connection, zip, manifest, progress, token);
            var applied = await Migrator.ApplyAsync(connection, versions, progress, token);
            await JoinAuditAsync(connection, manifest, wasBroken, token);
            return applied;
        }, token);

        foreach (var file in manifest.Files)
        {
            await PutAsync(zip, file, folder, token);
        }

        return new BackupReport(manifest.MadeAt, manifest.Tables.Count, manifest.Tables.Sum(table => table.Rows), manifest.Files.Count);
    }

    private static ZipArchive Open(string path)
    {
        var stream = File.OpenRead(path);
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException cause)
        {
            stream.Dispose();
            throw NoBackup(path, cause);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(
        ZipArchive zip, string path, IReadOnlyList<Script> versions, CancellationToken token)
    {
        if (zip.GetEntry(BackupManifest.EntryName) is not { } entry)
        {
            throw NoBackup(path);
        }

        try
        {
            await using var stream = entry.Open();
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupManifest.Json, token);
            if (manifest is not { Format: BackupManifest.CurrentFormat })
            {
                throw Newer(path);
            }

            if (AppliedVersions.AreOfBeforeTheSchema([.. manifest.Migrations.Select(migration => migration.Path)]))
            {
                throw new BackupUnusableException(
                    $"{path} was made before sql/schema: restore it with the version that made it, then, with this one, "
                    + $"{AppliedVersions.CarryOver}.");
            }

            var ours = versions.ToDictionary(script => script.Path, script => script.Hash, StringComparer.Ordinal);
            return manifest.Migrations.All(migration => ours.GetValueOrDefault(migration.Path) == migration.Hash) ? manifest : throw Newer(path);
        }
        catch (Exception cause) when (cause is JsonException or InvalidDataException)
        {
            throw NoBackup(path, cause);
        }
    }

    private static async Task CheckAsync(ZipArchive zip, BackupManifest manifest, string folder, string path, CancellationToken token)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        if (manifest.Files.FirstOrDefault(file => !Target(folder, file).StartsWith(root, StringComparison.Ordinal)) is { } outside)
        {
            throw new BackupUnusableException($"{path} names a file outside the data folder ({outside.Path}): it was not made by ./analytics backup.");
        }

        foreach (var (name, hash) in manifest.Tables.Select(table => (table.EntryName, table.Sha256)).Concat(manifest.Files.Select(file => (file.EntryName, file.Sha256))))
        {
            if (zip.GetEntry(name) is not { } entry || await HashAsync(entry, token) != hash)
            {
                throw new BackupUnusableException($"{path} is damaged at {name}; nothing was changed. Use another backup.");
            }
        }
    }

    private static async Task<string?> HashAsync(ZipArchiveEntry entry, CancellationToken token)
    {
        try
        {
            await using var stream = new HashedStream(entry.Open());
            await stream.CopyToAsync(Stream.Null, token);
            return stream.Hash;
        }
        catch (InvalidDataException)
        {
            // Not to be unpacked: damaged, which is the answer.
            return null;
        }
    }

    /// <returns>The first entry of the present audit that is not what was written; null when it is whole or there is none.</returns>
    private static async Task<long?> MakeRoomAsync(NpgsqlConnection connection, bool replace, CancellationToken token)
    {
        await Migrator.BootstrapAsync(connection, token);
        var used = await connection.ExecuteScalarAsync<bool>("select to_regclass('ops.batch') is not null")
            && await connection.ExecuteScalarAsync<bool>("select exists (select from ops.batch)");
        if (used && !replace)
        {
            throw new BackupUnusableException("the warehouse holds data: restore into another data folder or database, or add --replace to give it up.");
        }

        long? broken = null;
        if (await connection.ExecuteScalarAsync<bool>("select to_regclass('ops.audit') is not null"))
        {
            broken = await connection.ExecuteScalarAsync<long?>(new CommandDefinition("select broken_at from ops.audit_state", cancellationToken: token));
            await connection.ExecuteAsync(Command("keep_audit.sql", token));
        }

        foreach (var schema in Backup.Schemas)
        {
            await connection.ExecuteAsync(new CommandDefinition($"drop schema if exists {schema} cascade", cancellationToken: token));
        }

        return broken;
    }

    private static async Task JoinAuditAsync(NpgsqlConnection connection, BackupManifest manifest, long? wasBroken, CancellationToken token)
    {
        var (kept, isOther) = await connection.ExecuteScalarAsync<bool>("select to_regclass('pg_temp.kept_audit') is not null")
            ? await connection.QuerySingleAsync<(long, bool)>(Command("join_audit.sql", token))
            : (0, false);
        var subject = string.Create(CultureInfo.InvariantCulture, $"backup of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC; entries kept that it lacks: {kept}")
            + (isOther ? ", from another history" : "")
            + (wasBroken is { } entry ? string.Create(CultureInfo.InvariantCulture, $"; the audit of before was broken at entry {entry}") : "");
        await connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<AuditLog>("add_audit.sql"),
            new { account = AuditLog.ServerUser, action = AuditAction.Restored, subject, profile = (string?)null, publication = (long?)null, client = (string?)null },
            cancellationToken: token));
    }

    private static async Task FillAsync(NpgsqlConnection connection, ZipArchive zip, BackupManifest manifest, IProgress<string> progress, CancellationToken token)
    {
        // What was done when these rows were made is in the backup's own audit.
        await connection.ExecuteAsync("select set_config('analytics.restoring', 'on', true)");
        var keys = (await connection.QueryAsync<(string Drop, string Add)>(Command("foreign_keys.sql", token))).ToList();
        foreach (var (drop, _) in keys)
        {
            await connection.ExecuteAsync(new CommandDefinition(drop, cancellationToken: token));
        }

        // What the migrations themselves put in is in the backup too.
        await connection.ExecuteAsync(new CommandDefinition(
            $"truncate {string.Join(", ", manifest.Tables.Select(table => table.Name))}", cancellationToken: token));
        foreach (var table in manifest.Tables)
        {
            progress.Report(table.Name);
            await using var entry = zip.GetEntry(table.EntryName)!.Open();
            await using (var copy = await connection.BeginTextImportAsync($"copy {table.Name} ({string.Join(", ", table.Columns)}) from stdin", token))
            {
                await CopyText.FromAsync(entry, copy, token);
            }

            var rows = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"select count(*) from {table.Name}", cancellationToken: token));
            if (rows != table.Rows)
            {
                throw new BackupUnusableException($"{table.Name} took {rows} rows where the backup says {table.Rows}; nothing was changed. Use another backup.");
            }
        }

        foreach (var (_, add) in keys)
        {
            await connection.ExecuteAsync(new CommandDefinition(add, cancellationToken: token));
        }

        foreach (var sequence in manifest.Sequences)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "select setval(@Name::regclass, coalesce(@Last, 1), @Last is not null)", new { sequence.Name, sequence.Last }, cancellationToken: token));
        }
    }

    private static async Task PutAsync(ZipArchive zip, BackupFile file, string folder, CancellationToken token)
    {
        var target = Target(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var content = zip.GetEntry(file.EntryName)!.Open();
        var unfinished = target + ".part";
        await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await content.CopyToAsync(stream, token);
            stream.Flush(flushToDisk: true);
        }

        // Settings that end in the middle would keep everything from starting.
        File.Move(unfinished, target, overwrite: true);
    }

    private static string Target(string folder, BackupFile file) => Path.GetFullPath(Path.Combine(folder, file.Path));

    private static BackupUnusableException NoBackup(string path, Exception? cause = null) => new($"{path} is no whole backup of Analytics: give a file that ./analytics backup wrote.", cause);

    private static BackupUnusableException Newer(string path) => new($"{path} was made by another, newer version of Analytics: restore it with that version.");

    private static CommandDefinition Command(string file, CancellationToken token) =>
        new(SqlText.Beside(typeof(Restore), file), new { schemas = Backup.Schemas }, cancellationToken: token);
}
