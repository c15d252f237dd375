using System.Numerics;

namespace Analytics.Domain.Linkage;

/// <summary>Tokens of one list, row by row in two flat arrays, ready for comparison. Rows are numbered from 0.</summary>
public sealed class TokenTable
{
    private static readonly int s_rowWords = TokenSchema.Views.Length * TokenSchema.Words;
    private readonly ulong[] _words;
    private readonly short[] _set;
    private readonly Parts[] _known;

    /// <param name="tokens">Tokens of one round.</param>
    public TokenTable(IReadOnlyList<PersonToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Count = tokens.Count;
        Round = Count > 0 ? tokens[0].Round : "";
        _words = new ulong[Count * s_rowWords];
        _set = new short[Count * TokenSchema.Views.Length];
        _known = new Parts[Count];
        for (var row = 0; row < Count; row++)
        {
            if (!string.Equals(tokens[row].Round, Round, StringComparison.Ordinal))
            {
                throw new ArgumentException("tokens of two rounds are never compared", nameof(tokens));
            }

            _known[row] = tokens[row].Known;
            tokens[row].Words.CopyTo(_words, row * s_rowWords);
            for (var view = 0; view < TokenSchema.Views.Length; view++)
            {
                _set[(row * TokenSchema.Views.Length) + view] = (short)PopCount(Filter(row, view));
            }
        }
    }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>The key fingerprint of all tokens; empty for an empty table.</summary>
    public string Round { get; }

    internal ReadOnlySpan<ulong> Filter(int row, int view) => _words.AsSpan((row * s_rowWords) + (view * TokenSchema.Words), TokenSchema.Words);

    /// <summary>One filter of all rows, copied out.</summary>
    internal ulong[] Column(int view)
    {
        var column = new ulong[Count * TokenSchema.Words];
        for (var row = 0; row < Count; row++)
        {
            Filter(row, view).CopyTo(column.AsSpan(row * TokenSchema.Words));
        }

        return column;
    }

    internal ReadOnlySpan<ulong> Row(int row) => _words.AsSpan(row * s_rowWords, s_rowWords);

    internal ReadOnlySpan<short> SetBits(int row) => _set.AsSpan(row * TokenSchema.Views.Length, TokenSchema.Views.Length);

    internal Parts Known(int row) => _known[row];

    private static int PopCount(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
