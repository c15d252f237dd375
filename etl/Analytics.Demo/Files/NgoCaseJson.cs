using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Demo.Cases;

namespace Analytics.Demo.Files;

/// <summary>
/// `demo_ngo_case_json`: two case systems a year. One exports a plain array with nulls, the other nests the array
/// under <c>results</c>, leaves out what is unknown and gives several values as an array of their own.
/// </summary>
internal static class NgoCaseJson
{
    public const string Source = "demo_ngo_case_json";

    private static readonly JsonWriterOptions s_format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<DemoFile> Files(IReadOnlyList<PersonCase> cases, DemoOptions options) => cases
        .Where(c => c.Organisation.Json)
        .GroupBy(c => (c.IntakeDate.Year, Nested: string.CompareOrdinal(c.Organisation.Code, "NGO-15") > 0))
        .OrderBy(group => group.Key)
        .Select(group => new DemoFile(
            Source,
            $"synthetic_ngo_case_{(group.Key.Nested ? "network" : "south")}_{group.Key.Year}.json",
            group.Count(),
            stream => Write(stream, group.Key.Year, group.Key.Nested, [.. group], options.Seed)));

    private static void Write(Stream stream, int year, bool nested, IReadOnlyList<PersonCase> cases, int seed)
    {
        var spelling = new SeededRandom(seed, $"cases/{year}/json/{nested}/spelling");
        using var json = new Utf8JsonWriter(stream, s_format);
        if (nested)
        {
            json.WriteStartObject();
            json.WriteBoolean("synthetic", value: true);
            json.WriteNumber("count", cases.Count);
            json.WriteStartArray("results");
        }
        else
        {
            json.WriteStartArray();
        }

        foreach (var c in cases)
        {
            json.WriteStartObject();
            foreach (var (name, value) in CaseColumns.Of(c, spelling).Where(column => column.Value is not null || !nested))
            {
                json.WritePropertyName(name);
                Value(json, value, nested);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (nested)
        {
            json.WriteEndObject();
        }
    }

    private static void Value(Utf8JsonWriter json, object? value, bool arrays)
    {
        switch (value)
        {
            case string several when arrays && several.Contains('|', StringComparison.Ordinal):
                json.WriteStartArray();
                foreach (var one in several.Split('|'))
                {
                    json.WriteStringValue(one);
                }

                json.WriteEndArray();
                break;
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case DateOnly date:
                json.WriteStringValue($"{date:yyyy-MM-dd}");
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new ArgumentException($"no JSON value for {value.GetType()}", nameof(value));
        }
    }
}
