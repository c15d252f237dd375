using System.Collections.Concurrent;
using System.Reflection;

namespace Analytics.Database;

/// <summary>
/// SQL statements that live in <c>.sql</c> files beside the class that runs them, embedded into its assembly. Each statement is
/// prefixed with the class and the file, so that the server's log leads back to them.
/// </summary>
public static class SqlText
{
    private static readonly ConcurrentDictionary<(Type, string), string> s_texts = new();

    /// <param name="file">The file's name, in the folder that <typeparamref name="T"/>'s namespace stands for.</param>
    public static string Beside<T>(string file) => Beside(typeof(T), file);

    /// <inheritdoc cref="Beside{T}(string)"/>
    public static string Beside(Type owner, string file) => s_texts.GetOrAdd((owner, file), static key =>
    {
        var (owner, file) = key;
        var root = owner.Assembly.GetName().Name!;
        var folder = owner.Namespace is { } name && name.Length > root.Length ? name[(root.Length + 1)..].Replace('.', '/') + "/" : "";
        return $"-- {owner.Name} {file}\n{Resource(owner.Assembly, folder + file)}";
    });

    /// <summary>The text of an embedded file, by its path as the project file names it.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such file.</exception>
    public static string Resource(Assembly assembly, string path)
    {
        using var reader = new StreamReader(Open(assembly, path));
        return reader.ReadToEnd();
    }

    /// <inheritdoc cref="Resource"/>
    public static Stream Open(Assembly assembly, string path)
    {
        var name = Array.Find(assembly.GetManifestResourceNames(), n => string.Equals(n.Replace('\\', '/'), path, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} embeds no file {path}.");
        return assembly.GetManifestResourceStream(name)!;
    }
}
