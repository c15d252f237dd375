using Xunit;

namespace Analytics.Testing;

/// <summary>A test of what only root can do: skipped with the reason for anyone else.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess
        ? "needs root, to make a folder that only root can reach"
        : DatabaseRequirement.Missing;
}
