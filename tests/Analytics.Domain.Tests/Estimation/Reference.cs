using System.Text.Json;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>
/// Reference values of four published tables, computed with the R packages SparseMSE 2.0.1 and Rcapture 1.4-4, kept beside
/// the repository and not in it.
/// </summary>
internal static class Reference
{
    private static readonly Lazy<JsonElement?> s_expected = new(Read);

    public static string? Folder { get; } = FindFolder();

    public static JsonElement Expected => s_expected.Value ?? throw new InvalidOperationException("The reference values are absent.");

    public static JsonElement Of(string name) => Expected.GetProperty("datasets").GetProperty(name);

    /// <summary>The mask of an interaction named as in <c>PF:NCA</c> or, given the lists' initials, <c>bc</c>.</summary>
    public static int Mask(CaptureHistories table, string interaction) =>
        interaction.Split(':').Sum(list => 1 << table.Lists.IndexOf(list));

    /// <summary>Half-width included: [p0.5 − w/2, p99.5 + w/2], never below the observed.</summary>
    public static (double Low, double High) Band(JsonElement band, double observed)
    {
        var (low, high) = (band.GetProperty("p0_5").GetDouble(), band.GetProperty("p99_5").GetDouble());
        return (Math.Max(observed, low - (high - low) / 2), high + (high - low) / 2);
    }

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            {
                var path = Path.Combine(folder.Parent?.FullName ?? "/", "shared", "examples", "mse");
                return File.Exists(Path.Combine(path, "expected.json")) ? path : null;
            }
        }

        return null;
    }

    private static JsonElement? Read() =>
        Folder is null ? null : JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json"))).RootElement;
}

/// <summary>A theory over the reference values; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute()
    {
        if (Reference.Folder is null)
        {
            Skip = "Reference values are absent: ../shared/examples/mse/expected.json beside the repository.";
        }
    }
}
