using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Rank over the two-element field of the design matrix restricted to the cells that hold somebody, grown one term at a
/// time. A set of 0/1 columns independent modulo 2 has an odd minor, so it is independent over the rationals too: where
/// every term was independent when added, no direction leaves the observed cells' means unchanged, hence the maximum
/// likelihood estimate exists and is unique. Where not, nothing is proved and <see cref="Identifiability"/> decides exactly.
/// </summary>
internal sealed class SupportRank
{
    private readonly List<int> cells = [];
    private readonly List<int> pivots = [];
    private ulong[] basis = [];
    private ulong[] column = [];
    private int words;
    private (int Pivots, bool Full) remembered;

    /// <summary>Cells with a positive count.</summary>
    public IReadOnlyList<int> Cells => cells;

    /// <summary>Whether every term added so far was independent.</summary>
    public bool Full { get; private set; }

    public void Load(ReadOnlySpan<double> counts)
    {
        cells.Clear();
        pivots.Clear();
        Full = true;
        for (var cell = 1; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0)
            {
                cells.Add(cell);
            }
        }

        words = (cells.Count + 63) >> 6;
        if (column.Length < words)
        {
            column = new ulong[words];
        }
    }

    /// <summary>Keeps the terms added so far, to be returned to by <see cref="Recall"/>.</summary>
    public void Remember() => remembered = (pivots.Count, Full);

    public void Recall()
    {
        pivots.RemoveRange(remembered.Pivots, pivots.Count - remembered.Pivots);
        Full = remembered.Full;
    }

    /// <summary>Whether the rank would stay full with this term; the term is not added.</summary>
    public bool WouldStayFull(int term) => Full && Reduce(term) >= 0;

    public void Add(int term)
    {
        var pivot = Reduce(term);
        if (pivot < 0)
        {
            Full = false;
            return;
        }

        var start = pivots.Count * words;
        if (basis.Length < start + words)
        {
            Array.Resize(ref basis, Math.Max(64, (start + words) * 2));
        }

        column.AsSpan(0, words).CopyTo(basis.AsSpan(start));
        pivots.Add(pivot);
    }

    /// <summary>Leaves the reduced column in <see cref="column"/>; returns its first row that is not zero, or −1.</summary>
    private int Reduce(int term)
    {
        Array.Clear(column, 0, words);
        for (var i = 0; i < cells.Count; i++)
        {
            if ((cells[i] & term) == term)
            {
                column[i >> 6] |= 1UL << i;
            }
        }

        for (var i = 0; i < pivots.Count; i++)
        {
            if ((column[pivots[i] >> 6] >> pivots[i] & 1) != 0)
            {
                for (var word = 0; word < words; word++)
                {
                    column[word] ^= basis[i * words + word];
                }
            }
        }

        for (var word = 0; word < words; word++)
        {
            if (column[word] != 0)
            {
                return word * 64 + BitOperations.TrailingZeroCount(column[word]);
            }
        }

        return -1;
    }
}
