using System.Numerics;
using System.Security.Cryptography;

namespace Analytics.Domain.SyntheticRelease;

/// <summary>Where chance comes from: integers, all equally likely.</summary>
public abstract class UniformIntegers
{
    /// <summary>From the operating system; what a real release uses, since noise that can be foretold hides nothing.</summary>
    public static UniformIntegers Secure { get; } = new SecureSource();

    /// <summary>The same integers for the same seed: for tests and benchmarks only.</summary>
    public static UniformIntegers Seeded(int seed) => new SeededSource(seed);

    /// <param name="bound">Above zero.</param>
    /// <returns>From 0 up to but not including <paramref name="bound"/>.</returns>
    public BigInteger Below(BigInteger bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        if (bound <= long.MaxValue)
        {
            return Below((long)bound);
        }

        // Whole bytes, thrown away when they reach the bound: no remainder favours small numbers.
        var bits = bound.GetBitLength();
        var bytes = new byte[(int)((bits + 7) / 8)];
        var mask = (byte)(0xFF >> (int)((8 * bytes.Length) - bits));
        while (true)
        {
            Fill(bytes);
            bytes[^1] &= mask;
            var drawn = new BigInteger(bytes, isUnsigned: true);
            if (drawn < bound)
            {
                return drawn;
            }
        }
    }

    public abstract long Below(long bound);

    protected abstract void Fill(Span<byte> bytes);

    private sealed class SecureSource : UniformIntegers
    {
        public override long Below(long bound)
        {
            if (bound <= int.MaxValue)
            {
                return RandomNumberGenerator.GetInt32((int)bound);
            }

            Span<byte> bytes = stackalloc byte[8];
            var largest = ulong.MaxValue - (ulong.MaxValue % (ulong)bound);
            while (true)
            {
                Fill(bytes);
                var drawn = BitConverter.ToUInt64(bytes);
                if (drawn < largest)
                {
                    return (long)(drawn % (ulong)bound);
                }
            }
        }

        protected override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }

    private sealed class SeededSource(int seed) : UniformIntegers
    {
        private readonly Random _random = new(seed);

        public override long Below(long bound) => _random.NextInt64(bound);

        protected override void Fill(Span<byte> bytes) => _random.NextBytes(bytes);
    }
}
