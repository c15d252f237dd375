using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Analytics.Database.Accounts;
using Analytics.Database.Backups;
using Analytics.Database.Server;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Database.Carrying;

/// <summary>
/// What people typed in, from one database to another whose tables may be of another making: accounts with what belongs to them, sign-offs,
/// decisions about pairs, rejected rows set aside, spent privacy, the audit. Everything else comes from the sources, which are loaded again.
/// </summary>
/// <remarks>Rows are known by what they are about and never by their numbers, which differ between two databases.</remarks>
public static class CarryOver
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the file; it appears under its name only when it is whole, and only its owner can read it.</summary>
    /// <param name="database">As the role that owns the database, whose tables may be of before the schema.</param>
    /// <exception cref="CarryingFailedException">The database has no such tables, or older ones.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<TakenReport> TakeAsync(NpgsqlDataSource database, string path, TimeProvider time, CancellationToken token)
    {
        TakenReport? report = null;
        await PrivateFile.WriteAsync(path, async stream =>
        {
            await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            report = await TakeAsync(zip, database, time, token);
        });
        return report!;
    }

    /// <summary>Puts the rows of a file into a database that is up to date, all or none. Doing it again changes nothing.</summary>
    /// <param name="database">As the role that owns the database.</param>
    /// <exception cref="CarryingFailedException">The file is none that was written here for that, or damaged.</exception>
    public static async Task<IReadOnlyList<PutReport>> PutAsync(NpgsqlDataSource database, string path, CancellationToken token)
    {
        await using var zip = Open(path);
        var manifest = await ManifestAsync(zip, path, token);
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.ExecuteAsync(Command("begin_putting.sql", token));
        var reports = new List<PutReport>();
        foreach (var part in CarriedPart.All)
        {
            if (manifest.Entries.FirstOrDefault(entry => entry.Name == part.Name) is not { } entry)
            {
                throw Unusable(path);
            }

            await StageAsync(zip, entry, part, path, connection, token);
            var (put, known, waiting, kept) = await connection.QuerySingleAsync<(long, long, long, string[])>(Command($"put_{part.Name}.sql", token));
            reports.Add(new PutReport(part.Title, put, known, waiting, kept));
        }

        await transaction.CommitAsync(token);
        return reports;
    }

    private static async Task<TakenReport> TakeAsync(ZipArchive zip, NpgsqlDataSource database, TimeProvider time, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var place = $"{connection.Host}:{connection.Port}/{connection.Database}";
        if (!await connection.ExecuteScalarAsync<bool>(Command("has_tables.sql", token)))
        {
            throw new CarryingFailedException($"{place} holds no tables of Analytics: name the data folder or database to carry from.");
        }

        try
        {
            await new AuditLog(database).AddAsync(AuditLog.ServerUser, AuditAction.Command + "carry", "export", token);
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
            await connection.ExecuteAsync("set local role analytics_owner; set local timezone = 'UTC'");
            var entries = new List<CarriedEntry>();
            foreach (var part in CarriedPart.All)
            {
                await using var content = new HashedStream(zip.CreateEntry(part.EntryName, CompressionLevel.Fastest).Open());
                await using var writer = new StreamWriter(content, leaveOpen: true);
                var rows = 0L;
                var taking = SqlText.Beside(typeof(CarryOver), $"take_{part.Name}.sql");
                await foreach (var row in connection.QueryUnbufferedAsync<string>(taking).WithCancellation(token))
                {
                    await writer.WriteAsync($"{row}\n");
                    rows++;
                }

                await writer.FlushAsync(token);
                entries.Add(new CarriedEntry(part.Name, rows, content.Hash));
            }

            var broken = await connection.ExecuteScalarAsync<long?>("select broken_at from ops.audit_state");
            await using var manifest = zip.CreateEntry(CarriedManifest.EntryName).Open();
            await JsonSerializer.SerializeAsync(
                manifest, new CarriedManifest(CarriedManifest.CurrentFormat, time.GetUtcNow(), entries), s_json, token);
            return new TakenReport([.. CarriedPart.All.Zip(entries, (part, entry) => (part.Title, entry.Rows))], broken);
        }
        catch (PostgresException cause) when (
            cause.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction)
        {
            throw new CarryingFailedException(
                $"{place} was made by an older version: start it once with the last one before sql/schema, which brings its tables up to "
                + "date, then export again.",
                cause);
        }
    }

    /// <summary>Fills <c>pg_temp.carried</c> with the rows of a part.</summary>
    private static async Task StageAsync(
        ZipArchive zip, CarriedEntry entry, CarriedPart part, string path, NpgsqlConnection connection, CancellationToken token)
    {
        await connection.ExecuteAsync("truncate pg_temp.carried");
        await using var content = new HashedStream((zip.GetEntry(part.EntryName) ?? throw Unusable(path)).Open());
        using var reader = new StreamReader(content);
        var rows = 0L;
        await using (var copy = await connection.BeginBinaryImportAsync("copy pg_temp.carried (place, row) from stdin (format binary)", token))
        {
            while (await reader.ReadLineAsync(token) is { } line)
            {
                await copy.StartRowAsync(token);
                await copy.WriteAsync(++rows, NpgsqlDbType.Bigint, token);
                await copy.WriteAsync(line, NpgsqlDbType.Jsonb, token);
            }

            await copy.CompleteAsync(token);
        }

        if (rows != entry.Rows || content.Hash != entry.Sha256)
        {
            throw new CarryingFailedException($"{path} is damaged at {part.EntryName}; nothing was changed. Export again.");
        }
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
            throw Unusable(path, cause);
        }
    }

    private static async Task<CarriedManifest> ManifestAsync(ZipArchive zip, string path, CancellationToken token)
    {
        try
        {
            await using var stream = (zip.GetEntry(CarriedManifest.EntryName) ?? throw Unusable(path)).Open();
            return await JsonSerializer.DeserializeAsync<CarriedManifest>(stream, s_json, token) is { Format: CarriedManifest.CurrentFormat, Entries: not null } manifest
                ? manifest
                : throw Unusable(path);
        }
        catch (Exception cause) when (cause is JsonException or InvalidDataException)
        {
            throw Unusable(path, cause);
        }
    }

    private static CarryingFailedException Unusable(string path, Exception? cause = null) =>
        new($"{path} is no file that this version can carry from: give one that ./analytics carry export wrote.", cause);

    private static CommandDefinition Command(string file, CancellationToken token) => new(SqlText.Beside(typeof(CarryOver), file), cancellationToken: token);
}
