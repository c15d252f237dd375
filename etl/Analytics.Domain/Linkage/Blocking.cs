using System.Collections.Concurrent;

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

    private const int Tables = 12;
    private const int FewestBits = 12;
    private const int MostBits = 22;

    // A bucket beyond this is no neighbourhood but one value repeated by the thousand; its pairs are found by other filters.
    private const long LargestBucket = 4_000_000;

    /// <summary>Pairs of rows (first in the upper 32 bits) with at least one filter that lights up, each once, in rising order.</summary>
    public static List<long> Candidates(TokenTable a, TokenTable b, CancellationToken cancellation)
    {
        var bits = Math.Clamp((int)Math.Log2(Math.Max(2, Math.Max(a.Count, b.Count))), FewestBits, MostBits);
        var found = new List<long>();
        foreach (var (left, right) in TokenSchema.Comparisons)
        {
            var inView = new ConcurrentBag<List<long>>();
            Parallel.For(0, Tables, new ParallelOptions { CancellationToken = cancellation }, table =>
                inView.Add(Meet(a, left, b, right, SampledBits(left, table, bits))));
            found.AddRange(inView.SelectMany(pairs => pairs).Distinct());
        }

        found.Sort();
        var unique = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
            {
                found[unique++] = found[i];
            }
        }

        found.RemoveRange(unique, found.Count - unique);
        return found;
    }

    private static List<long> Meet(TokenTable a, int leftView, TokenTable b, int rightView, int[] sample)
    {
        var (left, right) = (Keys(a, leftView, sample), Keys(b, rightView, sample));
        var pairs = new List<long>();
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
                for (var x = i; x < iEnd; x++)
                {
                    AddAlike(a, (int)left[x], leftView, b, right.AsSpan(j, jEnd - j), rightView, pairs);
                }
            }

            (i, j) = (iEnd, jEnd);
        }

        return pairs;
    }

    private static void AddAlike(TokenTable a, int row, int leftView, TokenTable b, ReadOnlySpan<ulong> bucket, int rightView, List<long> pairs)
    {
        var left = a.Row(row);
        var leftSet = a.SetBits(row);
        foreach (var entry in bucket)
        {
            var other = (int)entry;
            if (TokenComparison.Dice(left, leftSet, leftView, b.Row(other), b.SetBits(other), rightView) >= TokenComparison.Similar)
            {
                pairs.Add(((long)row << 32) | (uint)other);
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
    private static ulong[] Keys(TokenTable table, int view, int[] sample)
    {
        var keys = new ulong[table.Count];
        var count = 0;
        for (var row = 0; row < table.Count; row++)
        {
            if (table.SetBits(row)[view] == 0)
            {
                continue;
            }

            var filter = table.Filter(row, view);
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

/// <summary>A small repeatable generator (SplitMix64: Steele, Lea &amp; Flood 2014) for sampling that must not change between runs or runtimes.</summary>
internal static class SplitMix
{
    public static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Fisher–Yates.</summary>
    public static void Shuffle<T>(T[] items, ulong seed)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(Next(ref seed) % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
