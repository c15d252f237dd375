namespace Analytics.Domain.Linkage;

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
