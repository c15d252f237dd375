using System.Globalization;
using System.Text.Json;

namespace Analytics.Etl.Ingest.Files;

/// <summary>A record with the objects that it lies in, the outermost first.</summary>
internal sealed record JsonItem(JsonElement Record, IReadOnlyList<JsonElement> Around);

/// <summary>The records inside each record of an array, and what a mapping wants of their surroundings.</summary>
/// <param name="inner">Names from the outer record to the inner ones; none where the outer ones are the records.</param>
/// <param name="nested">Fields of objects around the record, and counts inside, as <see cref="NestedName"/> makes them.</param>
internal sealed class JsonNesting(IReadOnlyList<string> inner, IReadOnlyList<string> nested, Limits limits)
{
    public IEnumerable<JsonItem> Items(JsonElement outer) => inner.Count == 0 ? [new JsonItem(outer, [])] : Inside(outer, 0, []);

    /// <summary>Gives what is wanted around and in a record.</summary>
    public void Give(JsonItem item, Action<string, string?> field)
    {
        foreach (var name in nested)
        {
            if (name is ['^', ..])
            {
                field(name, Around(item, name[1..]));
            }
            else
            {
                field(name, Count(item.Record, name["count(".Length..^1].Split('.'), 0).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static string? Around(JsonItem item, string name)
    {
        for (var i = item.Around.Count - 1; i >= 0; i--)
        {
            if (item.Around[i].TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null))
            {
                return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
            }
        }

        return null;
    }

    private static int Count(JsonElement element, string[] path, int at) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Sum(item => Count(item, path, at)),
        _ when at == path.Length => element.ValueKind == JsonValueKind.Null ? 0 : 1,
        JsonValueKind.Object when element.TryGetProperty(path[at], out var inside) => Count(inside, path, at + 1),
        _ => 0,
    };

    private IEnumerable<JsonItem> Inside(JsonElement element, int at, IReadOnlyList<JsonElement> around)
    {
        Limits.Check(around.Count, limits.Depth, LimitText.Depth);
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany(item => Inside(item, at, around));
            case JsonValueKind.Object when at == inner.Count:
                return [new JsonItem(element, around)];
            case JsonValueKind.Object when element.TryGetProperty(inner[at], out var inside):
                return Inside(inside, at + 1, [.. around, element]);
            default:
                return [];
        }
    }
}
