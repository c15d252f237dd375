using System.Runtime.CompilerServices;

namespace Analytics.Domain.Linkage;

/// <summary>One filter of all rows of a table, side by side.</summary>
internal sealed class FilterColumn
{
    private readonly ulong[] _words;
    private readonly short[] _set;
    private readonly GatheredFilters _gathered = new();

    public FilterColumn(TokenTable table, int view)
    {
        _words = table.Column(view);
        _set = new short[table.Count];
        for (var row = 0; row < _set.Length; row++)
        {
            _set[row] = table.SetBits(row)[view];
        }
    }

    public int Count => _set.Length;

    public bool IsEmpty(int row) => _set[row] == 0;

    public ReadOnlySpan<ulong> Filter(int row) => _words.AsSpan(row * TokenSchema.Words, TokenSchema.Words);

    /// <summary>
    /// Copies the filters of a bucket side by side, so that each is fetched from memory once and not once for every pair. What
    /// was gathered before is overwritten.
    /// </summary>
    /// <param name="entries">Rows in the lower 32 bits.</param>
    public GatheredFilters Gather(ReadOnlySpan<ulong> entries)
    {
        _gathered.Clear();
        foreach (var entry in entries)
        {
            var row = (int)entry;
            _gathered.Add(row, _set[row], Filter(row));
        }

        return _gathered;
    }
}

/// <summary>A few filters with their rows, close together in memory.</summary>
internal sealed class GatheredFilters
{
    private ulong[] _words = new ulong[64 * TokenSchema.Words];
    private int[] _rows = new int[64];
    private short[] _set = new short[64];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(int row, short setBits, ReadOnlySpan<ulong> filter)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _words, _words.Length * 2);
            Array.Resize(ref _rows, _rows.Length * 2);
            Array.Resize(ref _set, _set.Length * 2);
        }

        (_rows[Count], _set[Count]) = (row, setBits);
        filter.CopyTo(_words.AsSpan(Count * TokenSchema.Words));
        Count++;
    }

    public int Row(int at) => _rows[at];

    public int SetBits(int at) => _set[at];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ulong> Filter(int at) => _words.AsSpan(at * TokenSchema.Words, TokenSchema.Words);
}
