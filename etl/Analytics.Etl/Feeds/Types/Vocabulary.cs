using System.Buffers.Binary;
using System.Text;
using Analytics.Domain;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// Finds a word by any of its spellings. A spelling seen before is found by its bytes alone; a new one is folded
/// (<paramref name="fold"/>) first and then remembered. Not for use from two threads at once.
/// </summary>
internal sealed class Vocabulary(Func<string, string> fold)
{
    /// <summary>More spellings than this are looked up but not remembered, so that a hostile file cannot fill the memory.</summary>
    private const int MostRemembered = 8192;

    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<byte[], int> _seen = new(Utf8Comparer.Instance);

    /// <summary>A spelling of <paramref name="word"/>; a spelling of two different words finds neither.</summary>
    public void Add(string spelling, int word)
    {
        var key = fold(spelling);
        if (key.Length > 0 && !_folded.TryAdd(key, word) && _folded[key] != word)
        {
            _folded[key] = -1;
        }
    }

    /// <returns>Whether the spelling was not known before.</returns>
    public bool AddIfNew(string spelling, int word)
    {
        var key = fold(spelling);
        return key.Length > 0 && _folded.TryAdd(key, word);
    }

    /// <returns>The word's number, or -1.</returns>
    public int Find(ReadOnlySpan<byte> utf8)
    {
        var seen = _seen.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (seen.TryGetValue(utf8, out var word))
        {
            return word;
        }

        word = _folded.GetValueOrDefault(fold(Encoding.UTF8.GetString(utf8)), -1);
        if (_seen.Count < MostRemembered)
        {
            _seen.Add(utf8.ToArray(), word);
        }

        return word;
    }

    /// <summary>Letters alone count: case, spaces, hyphens, dots and quotation marks are passed over, ё is е.</summary>
    public static string FoldWord(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in UnicodeText.Normalize(text, NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c) || c == '+')
            {
                var lower = char.ToLowerInvariant(c);
                folded.Append(lower switch { 'ё' => 'е', 'ӊ' => 'ң', _ => lower });
            }
        }

        return folded.ToString();
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode((ReadOnlySpan<byte>)obj);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = 0x9E3779B97F4A7C15UL ^ (ulong)alternate.Length;
            while (alternate.Length >= 8)
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate)) * 0xFF51AFD7ED558CCDUL;
                hash ^= hash >> 32;
                alternate = alternate[8..];
            }

            foreach (var b in alternate)
            {
                hash = (hash ^ b) * 0x100000001B3UL;
            }

            return (int)(hash ^ (hash >> 29));
        }
    }
}
