using System.Globalization;
using System.Security.Cryptography;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Ingest.Load;

/// <summary>What identifies a received file.</summary>
/// <param name="Name">Its name without folders, with marks in the places of identifiers.</param>
/// <param name="Hash">SHA-256 in lower-case hexadecimal.</param>
/// <param name="IsWhole">Whether all of it is loaded; false for the rows of it that are replayed.</param>
internal sealed record SourceFileFacts(string Name, string Hash, long Bytes, bool IsWhole = true)
{
    private const string Received = "_received_";
    private const int HashShown = 8;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    /// <summary>The archive that it lies in; null when in none.</summary>
    public SourceFileFacts? Within { get; init; }

    /// <summary>What a log, a screen or a run says instead of its name: the beginning of its hash, as the quarantine and the receipts name it.</summary>
    public string Code => $"{(Within is null ? "" : $"{Within.Code}/")}{Hash[..HashShown]}{ShownName.Extension(Name)}";

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
        return new SourceFileFacts(ShownName.Of(Path.GetFileName(path)), Convert.ToHexStringLower(hash), stream.Length);
    }

    /// <summary>A file whose content was not read, as a log, a screen or a run says it: what is seen of it in a listing, but for its name.</summary>
    public static string Unnamed(FileInfo file)
    {
        var written = TimeZoneInfo.ConvertTime(new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), s_zone);
        return string.Create(CultureInfo.InvariantCulture, $"a {(ShownName.Extension(file.Name) is { Length: > 0 } extension ? $"{extension} " : "")}file of {file.Length} bytes, written {written:yyyy-MM-dd HH:mm:ss}");
    }
}
