using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Tests.Mappings;

/// <summary>The keywords of JSON Schema 2020-12 that the mapping's schema uses; any other is a fault of the test, not a pass.</summary>
internal sealed class JsonSchemaSubset(JsonNode root)
{
    public bool IsValid(JsonNode? value) => IsValid(root, value);

    private bool IsValid(JsonNode schema, JsonNode? value) => schema.AsObject().All(keyword => keyword.Key switch
    {
        "$schema" or "$defs" or "title" or "description" => true,
        "$ref" => IsValid(root["$defs"]![keyword.Value!.GetValue<string>()["#/$defs/".Length..]]!, value),
        "type" => (keyword.Value as JsonArray ?? [keyword.Value!.DeepClone()]).Any(t => IsOf(t!.GetValue<string>(), value)),
        "enum" => keyword.Value!.AsArray().Any(e => JsonNode.DeepEquals(e, value)),
        "pattern" => !IsOf("string", value) || Regex.IsMatch(value!.GetValue<string>(), keyword.Value!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)),
        "minLength" => !IsOf("string", value) || value!.GetValue<string>().Length >= keyword.Value!.GetValue<int>(),
        "minimum" => !IsOf("integer", value) || value!.GetValue<int>() >= keyword.Value!.GetValue<int>(),
        "required" => value is not JsonObject map || keyword.Value!.AsArray().All(k => map.ContainsKey(k!.GetValue<string>())),
        "properties" => value is not JsonObject map || map.All(p => keyword.Value![p.Key] is not { } of || IsValid(of, p.Value)),
        "additionalProperties" => value is not JsonObject map
            || map.Where(p => schema["properties"]?[p.Key] is null).All(p => keyword.Value is JsonObject of ? IsValid(of, p.Value) : keyword.Value!.GetValue<bool>()),
        "items" => value is not JsonArray list || list.All(item => IsValid(keyword.Value!, item)),
        "oneOf" => keyword.Value!.AsArray().Count(s => IsValid(s!, value)) == 1,
        "anyOf" => keyword.Value!.AsArray().Any(s => IsValid(s!, value)),
        _ => throw new NotSupportedException(keyword.Key),
    });

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "integer" => value is JsonValue number && number.TryGetValue<int>(out _),
        _ => throw new NotSupportedException(type),
    };
}
