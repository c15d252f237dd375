using System.Text;

namespace Analytics.Etl.Ingest.Files;

/// <summary>The fields of one row as UTF-8 in one buffer, for formats whose library gives strings.</summary>
internal sealed class Utf8Fields
{
    private byte[] _buffer = new byte[1024];
    private int[] _ends = [];

    public ReadOnlySpan<byte> this[int index] =>
        index == 0 ? _buffer.AsSpan(0, _ends[0]) : _buffer.AsSpan(_ends[index - 1], _ends[index] - _ends[index - 1]);

    /// <summary>Takes the values over; null is empty.</summary>
    /// <returns>Whether any field has a value.</returns>
    public bool Load(ReadOnlySpan<string?> values)
    {
        if (_ends.Length != values.Length)
        {
            _ends = new int[values.Length];
        }

        var length = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { Length: > 0 } value)
            {
                var most = Encoding.UTF8.GetMaxByteCount(value.Length);
                if (_buffer.Length - length < most)
                {
                    Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, length + most));
                }

                length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(length));
            }

            _ends[i] = length;
        }

        return length > 0;
    }
}
