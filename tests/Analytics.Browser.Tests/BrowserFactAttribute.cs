namespace Analytics.Browser.Tests;

/// <summary>A test that needs Chromium: skipped with the reason where there is none, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}

/// <summary>A measurement in a browser, minutes long: run by <c>./analytics bench pages</c> only, with the option named where there is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserBenchAttribute : FactAttribute
{
    public BrowserBenchAttribute(string option = "")
    {
        var command = $"pages {option}".TrimEnd();
        Skip = Environment.GetEnvironmentVariable("ANALYTICS_BENCH") == command ? Chromium.Missing : $"done by ./analytics bench {command}";
    }
}

internal static class Chromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => s_names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static string? Missing { get; } = Path is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "Chromium is not on the PATH: install the package 'chromium'"
        : null;
}
