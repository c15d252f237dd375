using Analytics.Etl.Hosting;
using Npgsql;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>A file that was fetched into an inbox.</summary>
/// <param name="SaveAsync">Writes down how far the source has been fetched; to be called in the transaction that loads the file.</param>
internal sealed record FetchedFile(string Path, Func<NpgsqlConnection, Task> SaveAsync);

/// <param name="File">Null when there is nothing new, or the fetch failed.</param>
/// <param name="Error">Why it failed, in one line.</param>
internal sealed record FetchResult(FetchedFile? File, string? Error);

/// <summary>Fetches what is new at a source into its inbox: one file under a name that no loader meets before it is whole, or none.</summary>
internal sealed class Fetcher(DataFolder folder, NpgsqlDataSource database, TimeProvider time)
{
    public async Task<FetchResult> FetchAsync(string source, FetchSettings settings, CancellationToken token)
    {
        var store = new FetchStore(database, source);
        var inbox = new FetchFolder(folder.InboxOf(source), source, time);
        try
        {
            return new FetchResult(
                settings switch
                {
                    HttpFetch http => await new HttpPull(http, inbox, store, time).RunAsync(token),
                    SqlFetch sql => await new SqlPull(sql, inbox, store, time).RunAsync(token),
                    _ => throw new InvalidOperationException($"{settings.GetType().Name} was not refused with the settings."),
                },
                Error: null);
        }
        catch (FetchFailedException cause)
        {
            return new FetchResult(File: null, $"could not fetch: {cause.Message}");
        }
    }
}

/// <summary>Names of what a fetch writes in an inbox. Loaders pass over those that start with a dot.</summary>
internal sealed class FetchFolder(string path, string source, TimeProvider time)
{
    /// <summary>What came so far.</summary>
    public string Partial { get; } = Path.Combine(path, ".fetch.partial");

    /// <summary>The page that is coming.</summary>
    public string Page { get; } = Path.Combine(path, ".fetch.page");

    /// <summary>Makes a file that is whole one of the inbox.</summary>
    /// <param name="extension">With the dot.</param>
    /// <returns>Where it is now.</returns>
    public string Deliver(string file, string extension)
    {
        var name = Path.Combine(path, $"{source}-{time.GetUtcNow():yyyyMMdd'T'HHmmssfff}{extension}");
        File.Move(file, name);
        return name;
    }

    /// <summary>Leaves nothing that is not whole.</summary>
    public void Clear()
    {
        File.Delete(Partial);
        File.Delete(Page);
    }
}
