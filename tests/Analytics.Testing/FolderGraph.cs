using System.Text.RegularExpressions;

namespace Analytics.Testing;

/// <summary>
/// Which folders of a project name which, by the <c>using</c> lines and qualified names of its files. A folder inside another is taken
/// as one of its own, and may use what lies above it without saying so.
/// </summary>
public sealed partial class FolderGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    /// <summary>The namespaces that files of a namespace name.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Uses => _uses;

    /// <param name="folder">Of the project, below the root of the repository; its last part is the root namespace.</param>
    public static FolderGraph Of(string folder)
    {
        var graph = new FolderGraph();
        var root = Path.Combine(ProjectRoot.Path, folder);
        var name = Path.GetFileName(root);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToList();
        var known = files.Select(file => NameOf(name, root, file)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => Path.GetFileName(file) is not "_Imports.razor"))
        {
            var from = NameOf(name, root, file);
            foreach (Match match in Names().Matches(Comments().Replace(File.ReadAllText(file), "")))
            {
                var to = match.Value;
                while (to.Length > 0 && !known.Contains(to))
                {
                    to = to.LastIndexOf('.') is > 0 and var end ? to[..end] : "";
                }

                if (to.Length > name.Length && to.StartsWith(name, StringComparison.Ordinal) && to != from && !from.StartsWith(to + ".", StringComparison.Ordinal))
                {
                    (graph._uses.TryGetValue(from, out var uses) ? uses : graph._uses[from] = new(StringComparer.Ordinal)).Add(to);
                }
            }
        }

        return graph;
    }

    /// <summary>Ways from a folder back to it, each written as a chain of arrows; none where the folders stand in layers.</summary>
    public IReadOnlyList<string> Cycles()
    {
        var (cycles, done, way) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var folder in _uses.Keys)
        {
            Visit(folder);
        }

        return cycles;

        void Visit(string folder)
        {
            if (way.IndexOf(folder) is >= 0 and var begin)
            {
                cycles.Add(string.Join(" -> ", way[begin..].Append(folder)));
                return;
            }

            if (done.Contains(folder))
            {
                return;
            }

            way.Add(folder);
            foreach (var next in _uses.GetValueOrDefault(folder) ?? [])
            {
                Visit(next);
            }

            way.RemoveAt(way.Count - 1);
            done.Add(folder);
        }
    }

    private static string NameOf(string name, string root, string file) =>
        Path.GetRelativePath(root, Path.GetDirectoryName(file)!) is var folder && folder == "." ? name : $"{name}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";

    [GeneratedRegex(@"(?<![\w.])Analytics(\.\w+)+")]
    private static partial Regex Names();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|^\s*namespace [^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comments();
}
