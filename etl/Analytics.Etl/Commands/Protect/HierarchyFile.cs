using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Commands.Protect;

/// <summary>Reads <c>dimension,code,parent</c> lines: the tree of each dimension that is neither flat nor evident from its codes.</summary>
internal static class HierarchyFile
{
    /// <returns>Dimension → code → parent, or a line that says what is wrong and where.</returns>
    public static (Dictionary<string, Dictionary<string, string>> Trees, string? Problem) Read(TextReader text)
    {
        var trees = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var (lines, problem) = CsvLines.Read(text);
        if (problem is not null || lines is not [(_, ["dimension", "code", "parent"]), .. var body])
        {
            return (trees, problem ?? "line 1: expected the header dimension,code,parent.");
        }

        foreach (var (line, fields) in body)
        {
            if (fields is not [{ Length: > 0 } dimension, { Length: > 0 } code, var parent])
            {
                return (trees, $"line {line}: expected dimension, code and parent; leave only the parent empty, for {SpanningVariable.Total}.");
            }

            if (!trees.TryGetValue(dimension, out var tree))
            {
                trees.Add(dimension, tree = new Dictionary<string, string>(StringComparer.Ordinal));
            }

            if (!tree.TryAdd(code, parent.Length == 0 ? SpanningVariable.Total : parent))
            {
                return (trees, $"line {line}: {code} of {dimension} was already given a parent; give each code one.");
            }
        }

        return (trees, null);
    }
}
