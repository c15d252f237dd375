using System.Numerics;
using System.Text;

namespace Analytics.Demo;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2018) seeded by SplitMix64. Our own, because the demo files must stay the same
/// across runtimes and <see cref="Random"/> promises a sequence within one runtime version only. No floating-point
/// library function is used on the way from seed to file, for the same reason.
/// </summary>
internal sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <param name="seed">The seed of the whole demo.</param>
    /// <param name="stream">Names an independent sequence, so that one part of the demo never shifts another.</param>
    public SeededRandom(int seed, string stream)
    {
        var state = Fnv1A(stream) ^ ((ulong)(uint)seed * 0x9E3779B97F4A7C15UL);
        s0 = SplitMix(ref state);
        s1 = SplitMix(ref state);
        s2 = SplitMix(ref state);
        s3 = SplitMix(ref state);
    }

    /// <returns>A whole number, evenly spread over 0 to <paramref name="below"/> − 1.</returns>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        // The high half of a 128-bit product: the bias is below/2^64, far under anything a table could show.
        return (int)Math.BigMul(NextBits(), (ulong)below, out _);
    }

    /// <returns>A whole number from <paramref name="from"/> to <paramref name="to"/>, both included.</returns>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <returns>True with probability <paramref name="share"/>.</returns>
    public bool Chance(double share) => Unit() < share;

    /// <returns>An evenly spread number in [0, 1).</returns>
    public double Unit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <returns>One value, drawn in proportion to its weight.</returns>
    public T Pick<T>(Shares<T> shares)
    {
        var left = Unit() * shares.Total;
        foreach (var (value, weight) in shares)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return shares.Last;
    }

    /// <returns>
    /// <paramref name="count"/> values in random order whose tally follows the weights as closely as whole numbers can:
    /// the margins are planned, only who gets what is left to chance.
    /// </returns>
    public T[] Deal<T>(int count, Shares<T> shares)
    {
        var dealt = shares.Apportion(count).SelectMany(s => Enumerable.Repeat(s.Value, s.Count)).ToArray();
        Shuffle(dealt);
        return dealt;
    }

    /// <returns>A list of <paramref name="count"/> flags, of which the planned share is set, in random order.</returns>
    public bool[] Deal(int count, double share) => Deal(count, new Shares<bool> { { true, share }, { false, 1 - share } });

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private static ulong Fnv1A(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }
}
