namespace Analytics.Etl.Ingest.Files;

/// <summary>Names of columns that records of JSON and XML have beside their own fields.</summary>
internal static class NestedName
{
    /// <summary>A field of what the record lies in.</summary>
    public static string Parent(string field) => $"^{field}";

    /// <summary>How many there are of what lies in the record.</summary>
    public static string Count(string path) => $"count({path})";

    public static bool Is(string name) => name is ['^', ..] || (name.StartsWith("count(", StringComparison.Ordinal) && name.EndsWith(')'));
}
