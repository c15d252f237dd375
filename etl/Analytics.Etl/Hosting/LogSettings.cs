using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Hosting;

/// <summary>The section <c>Logging</c>: levels by category as everywhere in .NET, and the form of the worker's log file.</summary>
internal static class LogSettings
{
    private const string FormatKey = "Logging:File:Format";
    private const string Json = "json";
    private const string Text = "text";

    /// <summary>Whether a line of the log file is an object in JSON; otherwise it is text.</summary>
    public static bool IsJson(IConfiguration configuration) => string.Equals(configuration[FormatKey], Json, StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        if (configuration[FormatKey] is { } format && !IsJson(configuration) && !string.Equals(format, Text, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{FormatKey} is '{format}', expected {Text} or {Json}";
        }

        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren().Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)))
        {
            yield return $"{level.Path} is '{level.Value}', expected one of: {string.Join(", ", Enum.GetNames<LogLevel>())}";
        }
    }
}
