using System.Globalization;
using System.Security.Cryptography;
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
    public static string Shown(string name) => DirectIdentifiers.Scrub(HeaderName.Clean(name)).Scrubbed;
}
