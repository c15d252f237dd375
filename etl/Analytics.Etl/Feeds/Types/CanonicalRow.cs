using System.Text;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// One row in canonical text: the feed's columns in their order as UTF-8 in one buffer, each ended by U+001F, so that the
/// row's hash is taken over one span. Written field by field and used again for the next row.
/// </summary>
internal sealed class CanonicalRow(int columns)
{
    private const byte Separator = 0x1F;

    private readonly int[] _ends = new int[columns];
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _length;
    private int _column;

    /// <summary>All fields with their separators: what the row's hash covers.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var start = column == 0 ? 0 : _ends[column - 1] + 1;
            return _buffer.AsSpan(start, _ends[column] - start);
        }
    }

    /// <summary>The field that is being written.</summary>
    public ReadOnlySpan<byte> Field => _buffer.AsSpan(_start, _length - _start);

    public void Start() => _start = _length = _column = 0;

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
    }

    public void Write(byte ascii)
    {
        Reserve(1);
        _buffer[_length++] = ascii;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    /// <summary>Writes a number with at least that many digits.</summary>
    public void WriteDigits(int number, int digits)
    {
        Reserve(11);
        number.TryFormat(_buffer.AsSpan(_length), out var written, digits switch { 4 => "D4", 2 => "D2", _ => default });
        _length += written;
    }

    /// <summary>Takes back what was written of the current field.</summary>
    public void ClearField() => _length = _start;

    public void EndField()
    {
        _ends[_column++] = _length;
        Write(Separator);
        _start = _length;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        }
    }
}
