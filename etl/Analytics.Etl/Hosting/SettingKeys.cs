using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Hosting;

/// <summary>Every key that a setting may have. A misspelt one must not be passed over: it could be the one that protects.</summary>
internal static class SettingKeys
{
    private const string Any = "*";

    /// <summary>Stands for whatever follows: the reader of that part looks at its keys itself, as the dashboard does at its own.</summary>
    private const string Rest = "**";

    private static readonly string[][] s_known =
    [
        .. ((string[])
        [
            "Sources:*:Feed", "Sources:*:Mapping", "Sources:*:Schedule", "Sources:*:Synthetic", "Sources:*:DatedNames", "Sources:*:Fetch:**",
            "Sources:*:Reports:From", "Sources:*:Reports:To", "Sources:*:Reports:DueDay",
            "Sources:*:Reports:Organisations:*:From", "Sources:*:Reports:Organisations:*:To",
            "Sources:*:Reports:Organisations:*:DueDay", "Sources:*:Reports:Organisations:*:Region",
            "Inbox:QuietSeconds", "Inbox:LookSeconds", "Inbox:WatchSeconds",
            "Publish:Schedule", "Quarantine:Days",
            "Keep:AuditDays", "Keep:FigureDays", "Keep:MostFigures", "Keep:Schedule",
            "Logging:File:Format", "Logging:LogLevel:*",
            "Analytics:**",
        ]).Select(key => key.Split(ConfigurationPath.KeyDelimiter)),
    ];

    /// <summary>One line for each key that is no setting, with those that may stand in its place.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) => configuration.GetChildren().SelectMany(section => Faults(section, s_known, 0));

    private static IEnumerable<string> Faults(IConfigurationSection section, IReadOnlyList<string[]> known, int depth)
    {
        var fitting = known.Where(key => key[depth] is Any or Rest || key[depth].Equals(section.Key, StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Exists(key => key[depth] is Rest))
        {
            return [];
        }

        if (fitting.Count == 0)
        {
            return [$"{section.Path} is no setting, expected one of: {string.Join(", ", known.Select(key => key[depth]).Distinct(StringComparer.Ordinal))}"];
        }

        var deeper = fitting.Where(key => key.Length > depth + 1).ToList();
        var children = section.GetChildren().ToList();
        return deeper.Count == 0 && children.Count > 0 ? [$"{section.Path} is a list or an object, expected one value"]
            : deeper.Count > 0 && section.Value is { Length: > 0 } value
                ? [$"{section.Path} is '{value}', expected an object with {string.Join(", ", deeper.Select(key => key[depth + 1]).Distinct(StringComparer.Ordinal))}"]
            : children.SelectMany(child => Faults(child, deeper, depth + 1));
    }
}
