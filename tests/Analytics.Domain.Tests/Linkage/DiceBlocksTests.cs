using System.Numerics;
using System.Runtime.Intrinsics.X86;
using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class DiceBlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(31)]
    public void Find_AnyLength_AgreesWithDefinition(int words)
    {
        var random = new Random(words);
        var filters = Enumerable.Range(0, 101 * words).Select(_ => (ulong)random.NextInt64() & (ulong)random.NextInt64() | (ulong)random.NextInt64(2)).ToArray();
        Array.Clear(filters, 5 * words, words);
        Array.Fill(filters, ulong.MaxValue, 6 * words, words);
        foreach (var threshold in new[] { 0.25, 0.4, 0.5, 0.75 })
        {
            var blocks = new DiceBlocks(filters, words, threshold);
            for (var query = 0; query < 101; query++)
            {
                var hits = new List<int>();
                blocks.Find(filters.AsSpan(query * words, words), 0, 101, hits);
                Assert.Equal(Enumerable.Range(0, 101).Where(row => Dice(query, row) >= threshold), hits);
            }
        }

        double Dice(int a, int b)
        {
            int common = 0, set = 0;
            for (var w = 0; w < words; w++)
            {
                var (x, y) = (filters[(a * words) + w], filters[(b * words) + w]);
                common += BitOperations.PopCount(x & y);
                set += BitOperations.PopCount(x) + BitOperations.PopCount(y);
            }

            return filters.AsSpan(a * words, words).IndexOfAnyExcept(0UL) < 0 || filters.AsSpan(b * words, words).IndexOfAnyExcept(0UL) < 0 ? 0 : 2.0 * common / set;
        }
    }

    [Fact]
    public void Reached_EveryInstructionSet_IsTheSame()
    {
        var random = new Random(9);
        var filters = Enumerable.Range(0, 64 * 16).Select(_ => (ulong)random.NextInt64()).ToArray();
        var blocks = new DiceBlocks(filters, 16, 0.5);
        for (var group = 0; group < 8; group++)
        {
            var plain = blocks.ReachedPlain(filters.AsSpan(0, 16), group, 512 * 500);
            Assert.True(!Avx2.IsSupported || plain == blocks.Reached256(filters.AsSpan(0, 16), group, 512 * 500));
            Assert.True(!Avx512BW.IsSupported || plain == blocks.Reached512(filters.AsSpan(0, 16), group, 512 * 500));
        }
    }
}
