namespace Analytics.Etl.Ingest.Load;

/// <summary>Sizes that decide how a file goes to the server.</summary>
/// <param name="ChunkBytes">Rows go to the server in chunks of that size.</param>
/// <param name="LargeFile">From here on a file is worth a second connection; in bytes.</param>
internal sealed record LoadSizes(int ChunkBytes, long LargeFile)
{
    public static LoadSizes Usual { get; } = new(6 * 1024 * 1024, 4 * 1024 * 1024);
}
