namespace Analytics.Domain.Tests.PersonalData;

/// <summary>Regions, countries and code lists of the warehouse, with their names in three languages: all legitimate.</summary>
internal static class ReferenceLists
{
    public static IReadOnlyList<string> Regions { get; } = Column("10_region.csv", 4, 5, 6);

    public static IReadOnlyList<string> Soate { get; } = Column("10_region.csv", 0);

    public static IReadOnlyList<string> Countries { get; } = Column("20_country.csv", 0, 1, 2, 3);

    public static IReadOnlyList<string> Codes { get; } = Column("80_code.csv", 1, 3, 4, 5);

    /// <summary>Whole texts of the ledger and of policy events: titles, notes, sources.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Column("60_event.csv", 4, 5, 6), .. Column("50_figure.csv", 10), .. Column("40_figure_source.csv", 1, 2, 3)];

    private static List<string> Column(string file, params int[] columns)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the tests from inside the repository: Analytics.sln was not found above them.");
        }

        return [.. File.ReadLines(Path.Combine(folder.FullName, "sql", "reference", file)).Skip(1)
            .Select(Fields)
            .SelectMany(fields => columns.Where(c => c < fields.Count).Select(c => fields[c]))
            .Where(value => value.Length > 0 && !value.StartsWith("http", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add("");
            }
            else
            {
                fields[^1] += c;
            }
        }

        return fields;
    }
}
