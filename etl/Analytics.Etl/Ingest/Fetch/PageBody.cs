using System.Text;
using System.Text.Json;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>A page of records in the shape <c>{"count": 7, "next": "…", "results": […]}</c>.</summary>
internal sealed class PageBody : IDisposable
{
    /// <summary>A page is read whole; more than this is no page.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly JsonDocument _document;

    private PageBody(JsonDocument document) => _document = document;

    public long? Count => _document.RootElement.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var value) ? value : null;

    /// <summary>Address of the next page; null on the last one.</summary>
    public string? Next => _document.RootElement.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String && next.GetString() is { Length: > 0 } address ? address : null;

    public IEnumerable<JsonElement> Records => _document.RootElement.GetProperty("results").EnumerateArray();

    /// <summary>Whether a file is a plain array of records, which is all there is.</summary>
    public static bool IsArray(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        int next;
        while ((next = reader.Read()) >= 0 && char.IsWhiteSpace((char)next))
        {
            // White space before the first token says nothing.
        }

        return next == '[';
    }

    /// <exception cref="FetchFailedException">No page.</exception>
    public static PageBody Read(string file, Uri page)
    {
        if (new FileInfo(file).Length > MostBytes)
        {
            throw new FetchFailedException($"{PageClient.Shown(page)} sends pages of more than 64 MB: ask for fewer records a page in the address");
        }

        JsonDocument document;
        try
        {
            using var reader = new StreamReader(file, Encoding.UTF8);
            document = JsonDocument.Parse(reader.ReadToEnd());
        }
        catch (JsonException cause)
        {
            throw new FetchFailedException($"{PageClient.Shown(page)} says that it sends JSON, but does not", cause);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("results", out var results)
            && results.ValueKind == JsonValueKind.Array
            && results.EnumerateArray().All(r => r.ValueKind == JsonValueKind.Object))
        {
            return new PageBody(document);
        }

        document.Dispose();
        throw new FetchFailedException($"{PageClient.Shown(page)} sends neither an array of records nor a page with 'results': check the address");
    }

    public void Dispose() => _document.Dispose();
}
