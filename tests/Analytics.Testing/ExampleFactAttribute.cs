using Xunit;

namespace Analytics.Testing;

/// <summary>A test over an example that lies beside the repository and is no part of it: skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExampleFactAttribute : FactAttribute
{
    public ExampleFactAttribute(string example) => Skip = File.Exists(PathOf(example)) ? null : $"needs the example {example}, which is not beside this copy of the project";

    public static string PathOf(string example) => Path.Combine(ProjectRoot.Path, "..", "shared", "examples", example);
}
