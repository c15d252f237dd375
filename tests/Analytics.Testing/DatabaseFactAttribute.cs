using Analytics.Database.Server;
using Xunit;

namespace Analytics.Testing;

/// <summary>A test that needs a PostgreSQL server: skipped with the reason where none can be had, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseFactAttribute : FactAttribute
{
    public DatabaseFactAttribute() => Skip = DatabaseRequirement.Missing;
}

/// <summary>A theory that needs a PostgreSQL server: skipped with the reason where none can be had, but never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseTheoryAttribute : TheoryAttribute
{
    public DatabaseTheoryAttribute() => Skip = DatabaseRequirement.Missing;
}

internal static class DatabaseRequirement
{
    /// <summary>Why there is no server; null when there is one, or when its absence must fail.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : Find();

    private static string? Find()
    {
        if (TestServer.GivenConnectionString is not null)
        {
            return null;
        }

        try
        {
            PostgresBinaries.Find(ProjectRoot.Path);
            return null;
        }
        catch (DatabaseUnavailableException cause)
        {
            return $"no PostgreSQL to test against: {cause.Message}";
        }
    }
}
