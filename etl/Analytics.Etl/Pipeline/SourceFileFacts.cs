using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain.Identifiers;
using Analytics.Etl.Files;

namespace Analytics.Etl.Pipeline;

/// <summary>What identifies a received file.</summary>
/// <param name="Name">Its name without folders, with marks in the places of identifiers.</param>
/// <param name="Hash">SHA-256 in lower-case hexadecimal.</param>
/// <param name="IsWhole">Whether all of it is loaded; false for the rows of it that are replayed.</param>
internal sealed record SourceFileFacts(string Name, string Hash, long Bytes, bool IsWhole = true)
{
    private const string Received = "_received_";
    private const int HashShown = 8;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    // Another one may be a piece of a name.
    private static readonly string[] s_extensions = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".dbf", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".xml", ".zip"];

    /// <summary>The archive that it lies in; null when in none.</summary>
    public SourceFileFacts? Within { get; init; }

    /// <summary>What a log, a screen or a run says instead of its name: the beginning of its hash, as the quarantine and the receipts name it.</summary>
    public string Code => $"{(Within is null ? "" : $"{Within.Code}/")}{Hash[..HashShown]}{Extension(Name)}";

    /// <summary>The day that the name says it came, in Bishkek; null where it says none.</summary>
    public DateOnly? ArrivedOn =>
        Path.GetFileNameWithoutExtension(Name) is var name && name.LastIndexOf(Received, StringComparison.Ordinal) is >= 0 and var at
            && DateOnly.TryParseExact(name.AsSpan(at + Received.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public static async Task<SourceFileFacts> OfAsync(string path, CancellationToken token)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan | FileOptions.Asynchronous);
        var hash = await SHA256.HashDataAsync(stream, token);
        return new SourceFileFacts(Shown(Path.GetFileName(path)), Convert.ToHexStringLower(hash), stream.Length);
    }

    /// <summary>A file's name as it is stored and shown: the sender may have put a person's name or number into it, or what is no text.</summary>
    public static string Shown(string name)
    {
        var clean = DirectIdentifiers.Scrub(HeaderName.Clean(name)).Scrubbed;
        var extension = Extension(clean);
        // Where files are named, other signs stand between words than in texts.
        var (text, found) = DirectIdentifiers.Scrub(Spoken(clean[..^extension.Length]));
        return found.Contains(IdentifierKind.PersonName) ? text.Replace(' ', '_') + extension : clean;
    }

    /// <summary>A file whose content was not read, as a log, a screen or a run says it: what is seen of it in a listing, but for its name.</summary>
    public static string Unnamed(FileInfo file)
    {
        var written = TimeZoneInfo.ConvertTime(new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), s_zone);
        return string.Create(CultureInfo.InvariantCulture, $"a {(Extension(file.Name) is { Length: > 0 } extension ? $"{extension} " : "")}file of {file.Length} bytes, written {written:yyyy-MM-dd HH:mm:ss}");
    }

    private static string Extension(string name) => Array.Find(s_extensions, known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase)) ?? "";

    private static string Spoken(string name)
    {
        var spoken = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            if (char.IsUpper(sign) && spoken.Length > 0 && char.IsLower(spoken[^1]))
            {
                spoken.Append(' ');
            }

            spoken.Append(sign is '_' or '.' or '+' or '-' or ',' or '(' or ')' ? ' ' : sign);
        }

        return spoken.ToString();
    }
}
