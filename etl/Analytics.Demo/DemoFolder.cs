using Analytics.Demo.Files;

namespace Analytics.Demo;

/// <summary>The folder that the demo is written to, and the care taken of what else is in it.</summary>
internal sealed class DemoFolder(string root)
{
    private const string Prefix = "synthetic_";

    private static readonly string[] s_sources =
        [HotlineCsv.Source, NgoCaseXlsx.Source, NgoCaseJson.Source, NgoMonthlyCsv.Source, RegisterCrimeXml.Source, RegisterEventCsv.Source, EmploymentAgencyCsv.Source];

    /// <returns>The feed of a source of the demo, whose id is the feed's name and, where a feed has several, the format.</returns>
    public static string FeedOf(string source) =>
        source["demo_".Length..].Replace("_xlsx", "", StringComparison.Ordinal).Replace("_json", "", StringComparison.Ordinal);

    /// <returns>A file anywhere in the folder that the demo did not write, or null.</returns>
    public string? Foreign() => Directory.Exists(root)
        ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).FirstOrDefault(file => !IsOurs(file))
        : null;

    /// <returns>A file in the demo's own places that the demo did not write, or null.</returns>
    public string? InTheWay() => s_sources.Select(source => Path.Combine(root, source)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Concat(new[] { Path.Combine(root, DemoReadme.Name) }.Where(File.Exists))
        .FirstOrDefault(file => !IsOurs(file));

    /// <summary>Writes beside and renames, so that a reader of the folder never sees half a file.</summary>
    public void Write(string relative, Action<Stream> write)
    {
        var path = Path.Combine(root, relative);
        var partial = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.partial");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using (var stream = File.Create(partial))
            {
                write(stream);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Removes what an earlier demo wrote, or left half-written when it was killed, so that two demos never add up.</summary>
    public void RemoveOthers(IEnumerable<DemoFile> written)
    {
        var keep = written.Select(file => Path.Combine(root, file.Source, file.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in s_sources.Select(source => Path.Combine(root, source)).Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, $"*{Prefix}*")).Where(IsOurs))
        {
            if (!keep.Contains(file))
            {
                File.Delete(file);
            }
        }
    }

    private bool IsOurs(string file)
    {
        var relative = Path.GetRelativePath(root, file);
        return string.Equals(relative, DemoReadme.Name, StringComparison.Ordinal)
            ? DemoReadme.IsOurs(file)
            : s_sources.Contains(Path.GetDirectoryName(relative), StringComparer.Ordinal)
                && Path.GetFileName(file).TrimStart('.').StartsWith(Prefix, StringComparison.Ordinal);
    }
}
