using Analytics.Etl.Feeds;

namespace Analytics.Etl.Ingest.Load;

/// <summary>
/// Rows of a batch on their way into <c>raw.&lt;feed&gt;_packed</c>: as many in one text as its storage takes well. Separators are control
/// characters, which no canonical text holds.
/// </summary>
internal sealed class PackedRows(CopyBuffer to, long batchId)
{
    private const int TextBytes = 32 * 1024;

    private int _lastLineAt;
    private int? _text;

    private static ReadOnlySpan<byte> BetweenRows => "\x1E"u8;

    private static ReadOnlySpan<byte> AfterField => "\x1F"u8;

    /// <param name="received">JSON.</param>
    /// <param name="canonical">All columns, each with its separator.</param>
    public void Add(long line, ReadOnlySpan<byte> received, ReadOnlySpan<byte> canonical)
    {
        if (_text is { } open && to.Length - open < TextBytes)
        {
            to.Append(BetweenRows);
        }
        else
        {
            to.StartRow(4);
            to.Int64(batchId);
            to.Int64(line);
            _lastLineAt = to.NextValue;
            to.Int64(line);
            _text = to.OpenField();
        }

        to.AppendDigits(line);
        to.Append(AfterField);
        to.Append(received);
        to.Append(AfterField);
        to.Append(canonical);
        to.Change(_lastLineAt, line);
        to.CloseField(_text!.Value);
    }

    /// <summary>Once what it wrote to is cleared.</summary>
    public void Clear() => _text = null;
}
