using System.Numerics;
using System.Runtime.InteropServices;

namespace Analytics.Domain.Estimation;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2021, doi:10.1145/3460772), its state filled by SplitMix64 from a seed and a stream
/// number: each replicate has a stream of its own, so a result does not depend on which thread computed what.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RandomStream
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public RandomStream(long seed, long stream)
    {
        var state = Mix(unchecked((ulong)seed)) ^ Mix(unchecked((ulong)stream * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019));
        a = Mix(state += 0x9E3779B97F4A7C15);
        b = Mix(state += 0x9E3779B97F4A7C15);
        c = Mix(state += 0x9E3779B97F4A7C15);
        d = Mix(state + 0x9E3779B97F4A7C15);
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = BitOperations.RotateLeft(d, 45);
        return (result >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
