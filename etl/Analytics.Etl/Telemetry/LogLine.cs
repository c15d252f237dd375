using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Analytics.Etl.Telemetry;

/// <summary>
/// One event as one line. Of an exception it tells the kinds, the database's SQLSTATE and where, and never the message, which may quote
/// a row or name a file; so too of any field that holds a message.
/// </summary>
internal static class LogLine
{
    private const string Template = "{OriginalFormat}";
    private const string LeftOut = "…";
    private const int MostFrames = 12;
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(
        DateTimeOffset at, LogLevel level, string category, EventId id, IReadOnlyList<KeyValuePair<string, object?>> fields, Exception? exception, bool isJson)
    {
        var template = fields.FirstOrDefault(field => field.Key == Template).Value as string ?? "";
        var values = fields.Where(field => field.Key != Template).Select(field => (field.Key, Value: Value(field))).ToList();
        return isJson ? Json(at, level, category, id, template, values, exception) : Text(at, level, category, template, values, exception);
    }

    private static string Text(DateTimeOffset at, LogLevel level, string category, string template, List<(string Key, string Value)> values, Exception? exception)
    {
        var said = new StringBuilder(template);
        foreach (var (key, value) in values)
        {
            said.Replace($"{{{key}}}", value);
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-ddTHH:mm:ss.fffZ} {level,-11} {category[(category.LastIndexOf('.') + 1)..]}: {said}");
        return exception is null ? OneLine(line) : OneLine($"{line} [{string.Join(" < ", Kinds(exception))}] {string.Join(" | ", Frames(exception))}");
    }

    private static string Json(
        DateTimeOffset at, LogLevel level, string category, EventId id, string template, List<(string Key, string Value)> values, Exception? exception)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            json.WriteString("time", at);
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            json.WriteNumber("event", id.Id);
            json.WriteString("name", id.Name);
            json.WriteString("template", template);
            json.WriteStartObject("fields");
            foreach (var (key, value) in values.DistinctBy(value => value.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            if (exception is not null)
            {
                json.WriteStartArray("exception");
                Kinds(exception).ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteStartArray("at");
                Frames(exception).ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Value(KeyValuePair<string, object?> field) => field.Value switch
    {
        _ when field.Key.Contains("message", StringComparison.OrdinalIgnoreCase) => LeftOut,
        Exception cause => cause.GetType().Name,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value?.ToString() ?? "",
    };

    private static IEnumerable<string> Kinds(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause is PostgresException refused ? $"{cause.GetType().Name} {refused.SqlState}" : cause.GetType().Name;
        }
    }

    private static IEnumerable<string> Frames(Exception exception) =>
        (exception.GetBaseException().StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostFrames);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
