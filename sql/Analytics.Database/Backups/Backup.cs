using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Analytics.Database.Server;
using Dapper;
using Npgsql;

namespace Analytics.Database.Backups;

/// <summary>
/// Everything of one moment in one file: a zip archive of all tables (one snapshot; loads and readers go on meanwhile) and of
/// the data folder's own files. The embedded server comes without pg_dump, so the tables are copied out here; any PostgreSQL that
/// the product runs on can take them back.
/// </summary>
/// <remarks>The file holds what the warehouse holds, down to single records and password hashes: it is made readable for its owner
/// alone, and is to be kept like the warehouse itself.</remarks>
public static class Backup
{
    internal static readonly string[] Schemas = ["raw", "core", "mart", "pub", "ops", "quartz"];

    /// <summary>Writes a backup; the file appears under its name only when it is whole.</summary>
    /// <param name="database">As the role that owns the database.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="files">Files of it to take along; one that went away meanwhile is left out.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<BackupReport> WriteAsync(
        NpgsqlDataSource database, string folder, IEnumerable<string> files, string path, TimeProvider time, IProgress<string> progress, CancellationToken token)
    {
        BackupReport? report = null;
        await PrivateFile.WriteAsync(path, async stream =>
        {
            await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            report = await WriteAsync(zip, database, folder, files, time, progress, token);
        });
        return report!;
    }

    private static async Task<BackupReport> WriteAsync(
        ZipArchive zip, NpgsqlDataSource database, string folder, IEnumerable<string> files, TimeProvider time, IProgress<string> progress, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var present = (await connection.QueryAsync<(string Name, string[] Columns)>(Command("tables.sql", token))).ToList();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);

        // Before the moment is fixed: a table that a rebuild empties and fills again later would be read as empty.
        await connection.ExecuteAsync(new CommandDefinition(
            $"lock table {string.Join(", ", present.Select(table => table.Name))} in access share mode", commandTimeout: 0, cancellationToken: token));
        var madeAt = time.GetUtcNow();

        // The names come from the catalogue; identifiers cannot be parameters.
        var tables = new List<BackupTable>();
        foreach (var (name, columns) in present)
        {
            progress.Report(name);
            await using var entry = new HashedStream(zip.CreateEntry($"tables/{name}", CompressionLevel.Fastest).Open());
            var list = string.Join(", ", columns);
            var rows = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"select count(*) from {name}", cancellationToken: token));
            using (var copy = await connection.BeginTextExportAsync($"copy (select {list} from {name}) to stdout", token))
            {
                await CopyText.ToAsync(copy, entry, token);
            }

            tables.Add(new BackupTable(name, columns, rows, entry.Hash));
        }

        var kept = new List<BackupFile>();
        foreach (var file in files)
        {
            if (await AddFileAsync(zip, folder, file, token) is { } added)
            {
                kept.Add(added);
            }
        }

        var migrations = await connection.QueryAsync<BackupMigration>(new CommandDefinition(
            "select path, hash from ops.script where path ~ '^(schema|migrations)/' order by path collate \"C\"", cancellationToken: token));
        var sequences = await connection.QueryAsync<BackupSequence>(Command("sequences.sql", token));
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, madeAt, [.. migrations], tables, [.. sequences], kept);
        await using (var entry = zip.CreateEntry(BackupManifest.EntryName).Open())
        {
            await JsonSerializer.SerializeAsync(entry, manifest, BackupManifest.Json, token);
        }

        return new BackupReport(madeAt, tables.Count, tables.Sum(table => table.Rows), kept.Count);
    }

    private static async Task<BackupFile?> AddFileAsync(ZipArchive zip, string folder, string file, CancellationToken token)
    {
        FileStream source;
        try
        {
            source = File.OpenRead(file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        await using (source)
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            await using var entry = new HashedStream(zip.CreateEntry($"folder/{path}", CompressionLevel.Fastest).Open());
            await source.CopyToAsync(entry, token);
            return new BackupFile(path, entry.Hash);
        }
    }

    private static CommandDefinition Command(string file, CancellationToken token) =>
        new(SqlText.Beside(typeof(Backup), file), new { schemas = Schemas }, cancellationToken: token);
}
