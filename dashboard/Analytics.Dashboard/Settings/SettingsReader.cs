using System.Globalization;

namespace Analytics.Dashboard.Settings;

/// <summary>Reads the settings of one section and keeps every fault as one line: the key, what it says, and what it may say.</summary>
public sealed class SettingsReader(IConfiguration configuration, string section)
{
    private readonly IConfigurationSection _section = configuration.GetSection(section);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];

    /// <summary>What is wrong, a key that does not exist included.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. _faults,
        .. _section.GetChildren().Where(child => !_known.Contains(child.Key))
            .Select(child => $"{child.Path} is not a setting; expected {string.Join(", ", _known.Order(StringComparer.Ordinal))}."),
    ];

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Number(string key, long otherwise, long least, long most)
    {
        if (Text(key) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>One of the names of an enumeration, in lower case.</summary>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Text(key) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        Refuse(key, text, string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant())));
        return otherwise;
    }

    /// <summary>The parts of a list that is written on one line, between semicolons, commas or blanks.</summary>
    public IReadOnlyList<string> List(string key) => Parts(Text(key));

    /// <inheritdoc cref="List"/>
    public static IReadOnlyList<string> Parts(string? text) =>
        (text ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Refuse(string key, string value, string expected) => _faults.Add($"{section}:{key} is '{value}'; expected {expected}.");

    private string? Text(string key)
    {
        _known.Add(key);
        return _section[key];
    }
}
