using System.Runtime.InteropServices;
using System.Text.Json;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>The records of all pages, as they came, in one file of the shape of a page: <c>{"results": […]}</c>. It can be left and taken up again.</summary>
internal sealed class RecordsFile : IDisposable
{
    private readonly FileStream _stream;

    private RecordsFile(FileStream stream) => _stream = stream;

    private static ReadOnlySpan<byte> Start => "{\"results\": ["u8;

    public long Length => _stream.Length;

    public bool IsEmpty => Length == Start.Length;

    /// <param name="bytes">Length at which it was left; null to begin anew.</param>
    public static RecordsFile Open(string path, long? bytes)
    {
        var file = new RecordsFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
        file._stream.SetLength(bytes ?? 0);
        file._stream.Position = file.Length;
        if (bytes is null)
        {
            file._stream.Write(Start);
        }

        return file;
    }

    public void Add(JsonElement record)
    {
        _stream.Write(IsEmpty ? "\n"u8 : ",\n"u8);
        _stream.Write(JsonMarshal.GetRawUtf8Value(record));
    }

    /// <summary>Everything so far is on the disk, so that a resume point may name it.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Nothing follows.</summary>
    public void End()
    {
        _stream.Write("\n]}\n"u8);
        Flush();
    }

    public void Dispose() => _stream.Dispose();
}
