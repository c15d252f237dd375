using System.Text.Json;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Etl.Ingest.Parse;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>The last file of a source that was loaded, to say of a refused one what has changed since.</summary>
internal sealed class LastLoaded
{
    public required string File_Name { get; init; }

    public required string[] Header { get; init; }

    public string? Shape { get; init; }

    /// <returns>The reason with what changed after it, and the parts as JSON; the reason alone when nothing did.</returns>
    public static async Task<(LocalText Reason, string? Difference)> ExplainAsync(
        NpgsqlConnection connection, string source, string feed, LocalText reason, IReadOnlyList<string> header, FileShape shape, IReadOnlyList<NewCode> codes,
        CancellationToken token)
    {
        var last = await connection.QuerySingleOrDefaultAsync<LastLoaded?>(new CommandDefinition(
            SqlText.Beside<LastLoaded>("last_loaded.sql"), new { source, feed }, cancellationToken: token));
        var kinds = last?.Shape is { } known ? JsonSerializer.Deserialize<Dictionary<string, string>>(known)! : [];
        var difference = FileDifference.Between(last?.Header, kinds, header, shape.Kinds(), codes);
        if (difference.IsNothing)
        {
            return (reason, null);
        }

        var (since, text) = (last is null ? LocalText.Same("") : FileDifferenceText.Since.With(last.File_Name), difference.Text);
        return (new LocalText(Said(reason.En, since.En, text.En), Said(reason.Ru, since.Ru, text.Ru), Said(reason.Ky, since.Ky, text.Ky)), difference.ToJson());

        static string Said(string reason, string since, string text) => since.Length == 0 ? $"{reason}; {text}" : $"{reason}; {since}, {text}";
    }
}
