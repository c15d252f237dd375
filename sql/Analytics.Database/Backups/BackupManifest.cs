using System.Text.Json;

namespace Analytics.Database.Backups;

/// <summary>What a backup says of itself: the entry <c>manifest.json</c> of the file.</summary>
/// <param name="Format">1: entries <c>tables/&lt;schema&gt;.&lt;table&gt;</c> in PostgreSQL's text COPY format, <c>folder/…</c> as files.</param>
/// <param name="Migrations">The scripts that the tables stand on: those of the schema and the migrations after it.</param>
internal sealed record BackupManifest(
    int Format,
    DateTimeOffset MadeAt,
    IReadOnlyList<BackupMigration> Migrations,
    IReadOnlyList<BackupTable> Tables,
    IReadOnlyList<BackupSequence> Sequences,
    IReadOnlyList<BackupFile> Files)
{
    public const int CurrentFormat = 1;

    public const string EntryName = "manifest.json";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}

/// <param name="Hash">As in <c>ops.script</c>.</param>
internal sealed record BackupMigration(string Path, string Hash);

/// <param name="Name">Schema and table, quoted where SQL needs it.</param>
/// <param name="Columns">Those in the entry, in their order, quoted where SQL needs it.</param>
/// <param name="Sha256">Of the entry's content.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    public string EntryName => $"tables/{Name}";
}

/// <param name="Last">The last number it gave; null when it gave none.</param>
internal sealed record BackupSequence(string Name, long? Last);

/// <param name="Path">Below the data folder, with forward slashes.</param>
internal sealed record BackupFile(string Path, string Sha256)
{
    public string EntryName => $"folder/{Path}";
}

/// <summary>What went into a backup or came out of it.</summary>
public sealed record BackupReport(DateTimeOffset MadeAt, int Tables, long Rows, int Files);

/// <summary>A file cannot be restored from, or not here; the message says why and what to do. Nothing was changed.</summary>
public sealed class BackupUnusableException(string message, Exception? cause = null) : Exception(message, cause);
