namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// A stream of XML that stops where no new tag begins for too long. An XML parser keeps all attributes of an element in memory before
/// anybody is asked, so that their limit must be held to before it.
/// </summary>
internal sealed class TagGuard(Stream stream, long most) : ReadOnlyStream
{
    private long _sinceTag;

    /// <summary>Bytes that were read.</summary>
    public long Total { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        var bytes = buffer[..read];
        Total += read;

        // A piece is much shorter than the limit, so that nothing too long fits between two tags of one piece.
        var first = bytes.IndexOf((byte)'<');
        Limits.Check(_sinceTag + (first < 0 ? read : first), most, LimitText.Tag);
        _sinceTag = first < 0 ? _sinceTag + read : read - bytes.LastIndexOf((byte)'<');
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
