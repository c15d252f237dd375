using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Database;

/// <summary>A script of <c>sql/</c>, as embedded into this assembly.</summary>
/// <param name="Path">Path below <c>sql/</c>, e.g. <c>schema/40_core.sql</c>.</param>
/// <param name="Hash">SHA-256 of the text with line ends as LF, in hexadecimal.</param>
public sealed record Script(string Path, string Text, string Hash)
{
    private static readonly Assembly s_assembly = typeof(Script).Assembly;

    /// <summary>The scripts of a folder of <c>sql/</c> in the order of their names.</summary>
    public static IReadOnlyList<Script> In(string folder, string extension = ".sql") =>
        [.. s_assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

    public static Script Read(string path)
    {
        var text = SqlText.Resource(s_assembly, path).ReplaceLineEndings("\n");
        return new Script(path, text, HashOf(text));
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
