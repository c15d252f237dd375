namespace Analytics.Etl.Ingest.Load;

/// <summary>Sizes that decide how a file goes to the server.</summary>
/// <param name="PieceBytes">Rows go to the server in pieces of that size.</param>
/// <param name="LargeFile">From here on a file is worth a second connection; in bytes.</param>
internal sealed record LoadSizes(int PieceBytes, long LargeFile)
{
    public static LoadSizes Usual { get; } = new(6 * 1024 * 1024, 4 * 1024 * 1024);
}
