using System.Runtime.CompilerServices;

namespace Analytics.Domain.Linkage;

/// <summary>One filter of all rows of a table, side by side.</summary>
internal sealed class FilterColumn
{
    private readonly ulong[] _words;
    private readonly short[] _set;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Dice(int row, FilterColumn other, int otherRow) =>
        TokenComparison.Dice(Filter(row), _set[row], other.Filter(otherRow), other._set[otherRow]);
}
