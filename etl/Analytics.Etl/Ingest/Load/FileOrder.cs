namespace Analytics.Etl.Ingest.Load;

/// <summary>The order in which files that wait together are loaded: it comes from the files and not from how they were listed.</summary>
internal static class FileOrder
{
    /// <returns>The oldest first by time of last change, then by name: where rows themselves do not tell which is newer, the later file holds.</returns>
    public static IEnumerable<string> Of(IEnumerable<string> paths) =>
        paths.OrderBy(File.GetLastWriteTimeUtc).ThenBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(path => path, StringComparer.Ordinal);
}
