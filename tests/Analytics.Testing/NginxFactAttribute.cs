using Xunit;

namespace Analytics.Testing;

/// <summary>A test that runs nginx before the product: skipped with the reason where it is not installed, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    private static readonly string[] s_folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin"];

    public NginxFactAttribute() => Skip = Program is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "nginx is not installed: install the package 'nginx' to run this test"
        : DatabaseRequirement.Missing;

    /// <summary>Where nginx is; null where it is not.</summary>
    public static string? Program { get; } = s_folders.Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);
}
