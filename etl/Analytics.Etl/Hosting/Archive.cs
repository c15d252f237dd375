using Analytics.Etl.Pipeline;

namespace Analytics.Etl.Hosting;

/// <summary>Where loaded files are kept: <c>archive/&lt;yyyy-MM&gt;/&lt;first eight of the hash&gt;-&lt;name&gt;</c>.</summary>
internal sealed class Archive(DataFolder folder, TimeProvider time)
{
    /// <summary>Moves a file here.</summary>
    public async Task PutAsync(string file, CancellationToken token)
    {
        var month = Directory.CreateDirectory(Path.Combine(folder.Archive, $"{time.GetUtcNow():yyyy-MM}")).FullName;
        var hash = (await SourceFileFacts.OfAsync(file, token)).Hash;
        File.Move(file, Path.Combine(month, $"{hash[..8]}-{Path.GetFileName(file)}"), overwrite: true);
    }
}
