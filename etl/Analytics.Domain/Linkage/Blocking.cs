using System.Runtime.CompilerServices;

namespace Analytics.Domain.Linkage;

/// <summary>
/// Finds the pairs worth comparing. Small lists are compared in full. Large ones go through locality-sensitive hashing of
/// every filter (bit sampling for Hamming distance: Indyk &amp; Motwani 1998; for linkage: Karapiperis &amp; Verykios 2015): filters
/// that agree in a random sample of bits meet in a bucket, and a pair has one chance per table and per filter that lights up.
/// </summary>
internal static class Blocking
{
    /// <summary>Up to this many pairs nothing is blocked: a second or two of work.</summary>
    public const long ComparedInFull = 100_000_000;

    private const int Tables = 16;
    private const int FewestBits = 10;
    private const int MostBits = 22;

    // Of filters that light up without agreeing, most are strangers' and just above the limit. In filters that are half full the
    // share of equal bits is the Dice coefficient.
    private const double SameBits = TokenComparison.Similar + 0.02;

    // A bucket beyond this is no neighbourhood but one value repeated by the thousand; its pairs are found by other filters.
    private const long LargestBucket = 4_000_000;

    /// <summary>Pairs of rows (first in the upper 32 bits) with at least one filter that lights up, each once, in rising order.</summary>
    public static List<long> Candidates(TokenTable a, TokenTable b, CancellationToken cancellation)
    {
        var bits = SampleSize(Math.Max(a.Count, b.Count));
        var met = new long[TokenSchema.Comparisons.Length][];
        Parallel.For(0, met.Length, new ParallelOptions { CancellationToken = cancellation }, at =>
        {
            var (left, right) = TokenSchema.Comparisons[at];
            // Copied out, the filters of one view lie close together: they are visited in random order.
            var (p, q) = (new FilterColumn(a, left), new FilterColumn(b, right));
            var pairs = new List<long>();
            for (var table = 0; table < Tables; table++)
            {
                cancellation.ThrowIfCancellationRequested();
                Meet(p, q, SampledBits(left, table, bits), pairs);
            }

            met[at] = Distinct(pairs);
        });
        return [.. Distinct([.. met.SelectMany(pairs => pairs)])];
    }

    /// <summary>
    /// Probability that a filter brings two records together in which it is alike and not the same. Filters that agree meet almost
    /// surely; who takes the few pairs of merely similar ones that meet for all there are gives every slip too much weight.
    /// </summary>
    /// <param name="records">Records of the longer list.</param>
    public static double MetWhenAlike(int records) => 1 - Math.Pow(1 - Math.Pow(SameBits, SampleSize(records)), Tables);

    /// <summary>A few dozen filters to a bucket: fewer bits would compare more, more bits would lose more.</summary>
    private static int SampleSize(int records) => Math.Clamp((int)Math.Log2(Math.Max(2, records)) - 2, FewestBits, MostBits);

    /// <summary>By sorting: a hash of row and row is the same for every pair of equal rows, and lists in one order have many.</summary>
    private static long[] Distinct(List<long> pairs)
    {
        pairs.Sort();
        return [.. pairs.Where((pair, at) => at == 0 || pair != pairs[at - 1])];
    }

    // These loops carry the work from their first call on: they are compiled for speed at once, not after many calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Meet(FilterColumn a, FilterColumn b, int[] sample, List<long> pairs)
    {
        var (left, right) = (Keys(a, sample), Keys(b, sample));
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            var (p, q) = (left[i] >> 32, right[j] >> 32);
            if (p != q)
            {
                _ = p < q ? i++ : j++;
                continue;
            }

            var (iEnd, jEnd) = (End(left, i), End(right, j));
            if ((long)(iEnd - i) * (jEnd - j) <= LargestBucket)
            {
                AddAlike(a.Gather(left.AsSpan(i, iEnd - i)), b.Gather(right.AsSpan(j, jEnd - j)), pairs);
            }

            (i, j) = (iEnd, jEnd);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddAlike(GatheredFilters left, GatheredFilters right, List<long> pairs)
    {
        for (var x = 0; x < left.Count; x++)
        {
            for (var y = 0; y < right.Count; y++)
            {
                if (TokenComparison.Dice(left.Filter(x), left.SetBits(x), right.Filter(y), right.SetBits(y)) >= TokenComparison.Similar)
                {
                    pairs.Add(((long)left.Row(x) << 32) | (uint)right.Row(y));
                }
            }
        }
    }

    private static int End(ulong[] keys, int start)
    {
        var end = start + 1;
        while (end < keys.Length && keys[end] >> 32 == keys[start] >> 32)
        {
            end++;
        }

        return end;
    }

    /// <summary>Bucket in the upper half, row in the lower, sorted; rows whose filter is empty are in no bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] Keys(FilterColumn column, int[] sample)
    {
        var keys = new ulong[column.Count];
        var count = 0;
        for (var row = 0; row < column.Count; row++)
        {
            if (column.IsEmpty(row))
            {
                continue;
            }

            var filter = column.Filter(row);
            var key = 0UL;
            foreach (var bit in sample)
            {
                key = (key << 1) | ((filter[bit >> 6] >> bit) & 1);
            }

            keys[count++] = (key << 32) | (uint)row;
        }

        Array.Resize(ref keys, count);
        Array.Sort(keys);
        return keys;
    }

    private static int[] SampledBits(int view, int table, int bits)
    {
        var places = Enumerable.Range(0, TokenSchema.Bits).ToArray();
        // Which bits are sampled is no secret and must not change between runs.
        SplitMix.Shuffle(places, (ulong)((view * 1000) + table));
        return places[..bits];
    }
}
