using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Ingest.Rejects;

/// <summary>
/// Rejected rows as a CSV to correct and upload: where each stood, what was wrong, what was expected in the reader's language, then the
/// row as it was received, under the sender's own names. Fields that held an identifier were not kept and are empty.
/// </summary>
internal static class RejectedFile
{
    /// <returns>How many rows were written.</returns>
    public static async Task<long> WriteAsync(
        Stream stream, IReadOnlyList<RejectedProblem> problems, IReadOnlyList<RejectedBatch> batches, string language, CancellationToken token)
    {
        var names = Names(batches, problems);
        // Excel opens a CSV with the list separator of its language.
        var separator = language == "en" ? ',' : ';';
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line([.. CorrectedRows.Reasons, .. names.Select(CorrectedRows.Guarded)], separator).AsMemory(), token);
        var rows = 0;
        foreach (var row in problems.GroupBy(p => (p.BatchId, p.Line)))
        {
            var first = row.First();
            using var fields = JsonDocument.Parse(first.Fields ?? "{}");
            var values = names.Select(name => fields.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "");
            await writer.WriteLineAsync(
                Line(
                    [
                        row.Key.BatchId.ToString(CultureInfo.InvariantCulture),
                        row.Key.Line.ToString(CultureInfo.InvariantCulture),
                        string.Join(" | ", row.Select(p => p.Column ?? "")),
                        string.Join(" | ", row.Select(p => p.Rule)),
                        string.Join(" | ", row.Select(p => new LocalText(p.ExpectedEn, p.ExpectedRu, p.ExpectedKy).In(language))),
                        .. values.Select(CorrectedRows.Guarded),
                    ],
                    separator).AsMemory(),
                token);
            rows++;
        }

        return rows;
    }

    /// <summary>The columns that the batches' mappings read, in the order of their files.</summary>
    private static List<string> Names(IReadOnlyList<RejectedBatch> batches, IReadOnlyList<RejectedProblem> problems)
    {
        var names = new List<string>();
        foreach (var batch in batches)
        {
            var feed = FeedList.Find(batch.Feed)!;
            var mapping = MappingFile.For(feed, batch.Mapping, batch.SourceId, out _) ?? Mapping.Canonical(feed, batch.SourceId);
            names.AddRange(Binding.Look(batch.Header, mapping)
                .Where(c => c.ReadAs is not null && !names.Contains(batch.Header[c.Place - 1], StringComparer.Ordinal))
                .Select(c => batch.Header[c.Place - 1]));
        }

        if (problems.Any(p => p.Fields?.Contains($"\"{RowHashReader.KeptUnder}\"", StringComparison.Ordinal) == true))
        {
            names.Add(RowHashReader.KeptUnder);
        }

        return names;
    }

    private static string Line(IEnumerable<string> values, char separator) => string.Join(separator, values.Select(value =>
        value.AsSpan().IndexOfAny([separator, '"', '\n', '\r', ';', ',']) >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value));
}
