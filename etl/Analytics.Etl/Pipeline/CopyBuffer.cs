using System.Buffers.Binary;
using System.Text;

namespace Analytics.Etl.Pipeline;

/// <summary>Rows in the format of <c>COPY … (FORMAT BINARY)</c>, built field by field. See the PostgreSQL manual, COPY, "Binary Format".</summary>
internal sealed class CopyBuffer(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _length;

    private static ReadOnlySpan<byte> Signature => "PGCOPY\n"u8;

    public int Length => _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>The opening of a copy, before its first row.</summary>
    public void Header()
    {
        Raw(Signature);
        Raw([0xFF, 0x0D, 0x0A, 0x00]);
        Int32(0);
        Int32(0);
    }

    /// <summary>The end of a copy, after its last row.</summary>
    public void Trailer() => Int16(-1);

    public void StartRow(int fields) => Int16((short)fields);

    public void Null() => Int32(-1);

    public void Int64(long value)
    {
        Int32(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
    }

    /// <summary>A field of bytes as they are: text or json in UTF-8, or the 16 bytes of a uuid.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int32(value.Length);
        Raw(value);
    }

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Int32(length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    /// <summary>A field of type <c>jsonb</c>: a version byte and the text.</summary>
    public void Json(ReadOnlySpan<byte> text)
    {
        Int32(text.Length + 1);
        Raw([1]);
        Raw(text);
    }

    public void Clear() => _length = 0;

    private void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), value);

    private void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    private void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
