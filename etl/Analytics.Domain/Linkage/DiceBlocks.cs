using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Analytics.Domain.Linkage;

/// <summary>
/// Filters of one length laid out for comparison against one query at a time: eight to a group, word by word, so that one
/// vector holds the same word of eight filters and no sum has to cross lanes. Bits are counted by nibble table look-up (Muła,
/// Kurz &amp; Lemire 2018) after a carry-save adder has made two words of three.
/// </summary>
public sealed class DiceBlocks
{
    private const int Lanes = 8;

    // Byte counters hold eight bits for each word: 31 words at most.
    private const int MostWords = 31;

    // Thresholds are compared in whole numbers: 2048 · common ≥ 1024 · threshold · (bits of one + bits of the other).
    private const int Scale = 1024;
    private readonly ulong[] _words;
    private readonly long[] _needed;
    private readonly int _wordsEach;
    private readonly long _threshold;

    /// <param name="filters">Filters one after another.</param>
    /// <param name="wordsEach">64-bit words in a filter.</param>
    /// <param name="threshold">Least Dice coefficient (0 to 1) that is found.</param>
    public DiceBlocks(ReadOnlySpan<ulong> filters, int wordsEach, double threshold)
    {
        if (filters.Length % wordsEach != 0)
        {
            throw new ArgumentException("the filters must be of one length", nameof(filters));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(wordsEach, MostWords);
        Count = filters.Length / wordsEach;
        _wordsEach = wordsEach;
        _threshold = (long)Math.Floor(threshold * Scale);
        var groups = (Count + Lanes - 1) / Lanes;
        _words = new ulong[groups * Lanes * wordsEach];
        _needed = new long[groups * Lanes];
        // Lanes without a filter, and empty filters, can never be reached.
        Array.Fill(_needed, long.MaxValue / 2);
        for (var row = 0; row < Count; row++)
        {
            var filter = filters.Slice(row * wordsEach, wordsEach);
            for (var word = 0; word < wordsEach; word++)
            {
                _words[(((row / Lanes * wordsEach) + word) * Lanes) + (row % Lanes)] = filter[word];
            }

            var set = SetBits(filter);
            _needed[row] = set == 0 ? _needed[row] : _threshold * set;
        }
    }

    /// <summary>Number of filters.</summary>
    public int Count { get; }

    /// <summary>Appends to <paramref name="hits"/> the rows between two bounds whose Dice coefficient with the query reaches the threshold.</summary>
    /// <param name="query">One filter.</param>
    /// <param name="from">First row; a multiple of 8.</param>
    /// <param name="to">Row after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<ulong> query, int from, int to, List<int> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        if (query.Length != _wordsEach)
        {
            throw new ArgumentException("the query must have the length of the filters", nameof(query));
        }

        var set = SetBits(query);
        if (set == 0)
        {
            return;
        }

        var needed = _threshold * set;
        var end = (Math.Min(to, Count) + Lanes - 1) / Lanes;
        for (var group = (from + Lanes - 1) / Lanes; group < end; group++)
        {
            var reached = Avx512BW.IsSupported ? Reached512(query, group, needed)
                : Avx2.IsSupported ? Reached256(query, group, needed)
                : ReachedPlain(query, group, needed);
            while (reached != 0)
            {
                hits.Add((group * Lanes) + BitOperations.TrailingZeroCount(reached));
                reached &= reached - 1;
            }
        }
    }

    /// <summary>The same group by group with plain words: the fallback, and the oracle of the tests.</summary>
    internal uint ReachedPlain(ReadOnlySpan<ulong> query, int group, long needed)
    {
        var reached = 0u;
        for (var lane = 0; lane < Lanes; lane++)
        {
            var common = 0L;
            for (var word = 0; word < query.Length; word++)
            {
                common += BitOperations.PopCount(query[word] & _words[(((group * _wordsEach) + word) * Lanes) + lane]);
            }

            reached |= (common * 2 * Scale) >= needed + _needed[(group * Lanes) + lane] ? 1u << lane : 0;
        }

        return reached;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Reached512(ReadOnlySpan<ulong> query, int group, long needed)
    {
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var words = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), group * _wordsEach * Lanes);
        var ones = Vector512.Create(Vector256.Create(s_ones, s_ones));
        var twos = ones + ones;
        var low = Vector512.Create((byte)0x0F);
        var counts = Vector512<byte>.Zero;
        var word = 0;
        for (; word + 3 <= query.Length; word += 3)
        {
            var a = Common512(ref q, ref words, word);
            var b = Common512(ref q, ref words, word + 1);
            var c = Common512(ref q, ref words, word + 2);
            // 0x96 is the sum bit of three, 0xE8 their majority, the carry.
            counts += Count512(Avx512F.TernaryLogic(a, b, c, 0x96), ones, low) + Count512(Avx512F.TernaryLogic(a, b, c, 0xE8), twos, low);
        }

        for (; word < query.Length; word++)
        {
            counts += Count512(Common512(ref q, ref words, word), ones, low);
        }

        var common = Avx512BW.SumAbsoluteDifferences(counts, Vector512<byte>.Zero).AsInt64() << 11;
        var least = Vector512.LoadUnsafe(ref _needed[group * Lanes]) + Vector512.Create(needed);
        return (uint)Vector512.GreaterThanOrEqual(common, least).ExtractMostSignificantBits();
    }

    internal uint Reached256(ReadOnlySpan<ulong> query, int group, long needed)
    {
        ref var q = ref MemoryMarshal.GetReference(query);
        var reached = 0u;
        var ones = Vector256.Create(s_ones, s_ones);
        var low = Vector256.Create((byte)0x0F);
        for (var half = 0; half < Lanes; half += Vector256<ulong>.Count)
        {
            ref var words = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), (group * _wordsEach * Lanes) + half);
            var counts = Vector256<byte>.Zero;
            for (var word = 0; word < query.Length; word++)
            {
                var both = (Vector256.Create(Unsafe.Add(ref q, word)) & Vector256.LoadUnsafe(ref Unsafe.Add(ref words, word * Lanes))).AsByte();
                counts += Avx2.Shuffle(ones, both & low) + Avx2.Shuffle(ones, (both.AsUInt16() >> 4).AsByte() & low);
            }

            var common = Avx2.SumAbsoluteDifferences(counts, Vector256<byte>.Zero).AsInt64() << 11;
            var least = Vector256.LoadUnsafe(ref _needed[(group * Lanes) + half]) + Vector256.Create(needed);
            reached |= Vector256.GreaterThanOrEqual(common, least).ExtractMostSignificantBits() << half;
        }

        return reached;
    }

    // Bits in each nibble from 0 to 15.
    private static readonly Vector128<byte> s_ones = Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Common512(ref ulong query, ref ulong words, int word) =>
        (Vector512.Create(Unsafe.Add(ref query, word)) & Vector512.LoadUnsafe(ref Unsafe.Add(ref words, word * Lanes))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Count512(Vector512<byte> bits, Vector512<byte> table, Vector512<byte> low) =>
        Avx512BW.Shuffle(table, bits & low) + Avx512BW.Shuffle(table, (bits.AsUInt16() >> 4).AsByte() & low);

    private static int SetBits(ReadOnlySpan<ulong> filter)
    {
        var set = 0;
        foreach (var word in filter)
        {
            set += BitOperations.PopCount(word);
        }

        return set;
    }
}
