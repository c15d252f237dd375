using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Analytics.Etl.Feeds;

/// <summary>Rows in the format of <c>COPY … (FORMAT BINARY)</c>, built field by field. See the PostgreSQL manual, COPY, "Binary Format".</summary>
internal sealed class CopyBuffer(int capacity)
{
    private const int SendBytes = 128 * 1024;
    private const int MostDigits = 20;

    /// <summary>The type <c>text</c> in PostgreSQL's catalogue.</summary>
    private const int TextOid = 25;

    private static readonly DateTime s_epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

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

    /// <summary>A field of type <c>integer</c>.</summary>
    public void Integer(int value)
    {
        Int32(sizeof(int));
        Int32(value);
    }

    public void Boolean(bool value) => Bytes([value ? (byte)1 : (byte)0]);

    /// <summary>A field of type <c>timestamptz</c>: microseconds since the year 2000.</summary>
    public void Timestamp(DateTime utc) => Int64((utc - s_epoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>A field of type <c>text[]</c>, from texts joined by <c>|</c>; of no text it is empty.</summary>
    public void TextArray(ReadOnlySpan<byte> joined)
    {
        var count = joined.IsEmpty ? 0 : joined.Count((byte)'|') + 1;
        var start = OpenField();
        Int32(count == 0 ? 0 : 1);
        Int32(0);
        Int32(TextOid);
        if (count > 0)
        {
            Int32(count);
            Int32(1);
            foreach (var range in joined.Split((byte)'|'))
            {
                Bytes(joined[range]);
            }
        }

        CloseField(start);
    }

    /// <summary>Begins a field whose length is not known yet.</summary>
    /// <returns>What <see cref="CloseField"/> asks for.</returns>
    public int OpenField()
    {
        Int32(0);
        return _length;
    }

    /// <summary>Bytes of the field that was opened.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => Raw(bytes);

    /// <summary>A number in decimal digits, in the field that was opened.</summary>
    public void AppendDigits(long number)
    {
        number.TryFormat(Take(MostDigits), out var written, default, CultureInfo.InvariantCulture);
        _length -= MostDigits - written;
    }

    /// <summary>Ends the field with what was appended so far; it may be done again after more.</summary>
    public void CloseField(int field) => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(field - sizeof(int)), _length - field);

    /// <summary>Where the value of the next field of fixed length will stand, for <see cref="Change"/>.</summary>
    public int NextValue => _length + sizeof(int);

    public void Change(int at, int value) => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at), value);

    public void Change(int at, long value) => BinaryPrimitives.WriteInt64BigEndian(_bytes.AsSpan(at), value);

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

    /// <summary>A field of type text; null where it is empty.</summary>
    public void TextOrNull(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            Null();
        }
        else
        {
            Bytes(value);
        }
    }

    /// <summary>Copies the rows into a table.</summary>
    /// <param name="copy">The statement, with <c>(format binary)</c>.</param>
    public async Task SendAsync(NpgsqlConnection connection, string copy, CancellationToken token)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, token);
        var frame = new CopyBuffer(64);
        try
        {
            // A write that is cancelled takes the connection with it, so a copy is cancelled between two.
            frame.Header();
            await stream.WriteAsync(frame.Written, CancellationToken.None);
            for (var rest = Written; !rest.IsEmpty; rest = rest[Math.Min(SendBytes, rest.Length)..])
            {
                token.ThrowIfCancellationRequested();
                await stream.WriteAsync(rest[..Math.Min(SendBytes, rest.Length)], CancellationToken.None);
            }

            frame.Clear();
            frame.Trailer();
            await stream.WriteAsync(frame.Written, CancellationToken.None);
        }
        catch
        {
            await stream.CancelAsync();
            throw;
        }
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
