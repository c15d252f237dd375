using System.Buffers.Binary;
using Analytics.Contracts;

namespace Analytics.Etl.Ingest.Files;

/// <summary>What the reading process sends: each piece its kind, its length in four bytes, and its content.</summary>
internal static class RowFrames
{
    /// <summary>JSON of the header and what the file turned out to be.</summary>
    public const byte Header = (byte)'H';

    /// <summary>Line (8 bytes), damage (1), the length of each field (4), the fields.</summary>
    public const byte Row = (byte)'R';

    /// <summary>JSON of why the file is refused.</summary>
    public const byte Refusal = (byte)'E';

    /// <summary>JSON of the remarks on the file, before its end.</summary>
    public const byte Remarks = (byte)'M';

    /// <summary>No row is left.</summary>
    public const byte End = (byte)'Z';

    public const int Head = 5;
    public const int RowHead = 9;

    /// <summary>No row within the limits comes near it.</summary>
    public const int Most = 256 << 20;
}

/// <summary>What the reading process is asked.</summary>
internal sealed record ReadRequest(string Path, FileFormat Format, int CodePage, string? Sheet, int? HeaderRow, string? At, string[]? KnownNames, Limits Limits)
{
    public string[]? Sheets { get; init; }

    public int? HeaderRows { get; init; }

    public string[]? DateNames { get; init; }

    public string[]? Nested { get; init; }
}

/// <summary>What it answers first.</summary>
internal sealed record ReadAnswer(Contracts.Detected Detected, string[] Header, bool HasFixedHeader);

/// <summary>Writes pieces, many at a time.</summary>
internal sealed class FrameWriter(Stream stream) : IDisposable
{
    private const int Full = 64 * 1024;

    private byte[] _buffer = new byte[2 * Full];
    private int _length;

    public void Write(byte kind, ReadOnlySpan<byte> content)
    {
        content.CopyTo(Begin(kind, content.Length));
        FlushWhenFull();
    }

    public void WriteRow(ISourceRows rows)
    {
        var columns = rows.Header.Count;
        var length = RowFrames.RowHead + (4 * columns);
        for (var i = 0; i < columns; i++)
        {
            length += rows[i].Length;
        }

        var row = Begin(RowFrames.Row, length);
        BinaryPrimitives.WriteInt64LittleEndian(row, rows.Line);
        row[8] = (byte)rows.Damage;
        var at = RowFrames.RowHead + (4 * columns);
        for (var i = 0; i < columns; i++)
        {
            var field = rows[i];
            BinaryPrimitives.WriteInt32LittleEndian(row[(RowFrames.RowHead + (4 * i))..], field.Length);
            field.CopyTo(row[at..]);
            at += field.Length;
        }

        FlushWhenFull();
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        stream.Flush();
        _length = 0;
    }

    public void Dispose() => stream.Dispose();

    private Span<byte> Begin(byte kind, int length)
    {
        if (_buffer.Length - _length < RowFrames.Head + length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + RowFrames.Head + length));
        }

        var frame = _buffer.AsSpan(_length, RowFrames.Head + length);
        frame[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(frame[1..], length);
        _length += frame.Length;
        return frame[RowFrames.Head..];
    }

    private void FlushWhenFull()
    {
        if (_length >= Full)
        {
            Flush();
        }
    }
}
