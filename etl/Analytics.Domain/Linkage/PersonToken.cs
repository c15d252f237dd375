using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Analytics.Domain.Linkage;

/// <summary>What is wrong with a text that should be a person token.</summary>
public enum TokenFault
{
    None,
    Empty,

    /// <summary>A name or another plain value, sent by mistake.</summary>
    NotAToken,
    OtherSchema,
    Truncated,
    Damaged,
}

/// <summary>
/// A person without a name: <c>pt1.ROUND.BODY</c>. ROUND is the key's fingerprint, BODY the base64url of one byte that says
/// which parts are known, the filters of <see cref="TokenSchema"/>, and a four-byte checksum that finds truncation.
/// </summary>
public sealed class PersonToken
{
    internal const string Schema = "pt1";
    internal const int FingerprintBytes = 6;
    private const int FingerprintLength = FingerprintBytes * 2;
    private const int ChecksumBytes = 4;
    private static readonly int s_filterBytes = TokenSchema.Views.Length * TokenSchema.Words * sizeof(ulong);
    private static readonly int s_bodyBytes = 1 + s_filterBytes + ChecksumBytes;

    internal PersonToken(string round, Parts known, ulong[] words)
    {
        Round = round;
        Known = known;
        Words = words;
    }

    /// <summary>Characters of every token of this schema.</summary>
    public static int Length { get; } = Schema.Length + 1 + FingerprintLength + 1 + Base64Url.GetEncodedLength(s_bodyBytes);

    /// <summary>Fingerprint of the key that made the token; tokens of two rounds are never compared.</summary>
    public string Round { get; }

    /// <summary>Does the token know enough to be linked with anything?</summary>
    public bool IsLinkable => Array.Exists(Words, word => word != 0);

    internal Parts Known { get; }

    internal ulong[] Words { get; }

    /// <summary>Reads a token. The fault never quotes the text: it may be a name sent by mistake.</summary>
    /// <returns>The token, or null and what is wrong with it.</returns>
    public static PersonToken? Parse(string? text, out string fault)
    {
        var token = Read(text, out var kind);
        fault = kind switch
        {
            TokenFault.None => "",
            TokenFault.Empty => "is empty",
            TokenFault.NotAToken => "is not a person token; names and other plain values do not belong here, encode the list first (analytics encode)",
            TokenFault.OtherSchema => $"has another schema version than {Schema}; encode both lists with the same version of analytics",
            TokenFault.Truncated => $"is truncated or damaged: {(text ?? "").Trim().Length} characters instead of {Length}",
            _ => "is damaged: its checksum does not fit, or it has characters that no token has",
        };
        return token;
    }

    /// <summary>The same, with the fault as a kind.</summary>
    public static PersonToken? Read(string? text, out TokenFault fault)
    {
        var parts = (text ?? "").Trim().Split('.');
        fault = Fault(parts);
        if (fault != TokenFault.None)
        {
            return null;
        }

        var body = Base64Url.DecodeFromChars(parts[2]);
        if (!SHA256.HashData(body.AsSpan(..^ChecksumBytes)).AsSpan(..ChecksumBytes).SequenceEqual(body.AsSpan(^ChecksumBytes..)))
        {
            fault = TokenFault.Damaged;
            return null;
        }

        var words = new ulong[s_filterBytes / sizeof(ulong)];
        body.AsSpan(1, s_filterBytes).CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
        ToLittleEndian(words);
        return new PersonToken(parts[1], (Parts)body[0], words);
    }

    /// <summary>The token as one printable string.</summary>
    public override string ToString()
    {
        var body = new byte[s_bodyBytes];
        body[0] = (byte)Known;
        var words = (ulong[])Words.Clone();
        ToLittleEndian(words);
        MemoryMarshal.AsBytes(words.AsSpan()).CopyTo(body.AsSpan(1));
        SHA256.HashData(body.AsSpan(..^ChecksumBytes)).AsSpan(..ChecksumBytes).CopyTo(body.AsSpan(^ChecksumBytes..));
        return $"{Schema}.{Round}.{Base64Url.EncodeToString(body)}";
    }

    private static TokenFault Fault(string[] parts)
    {
        var length = parts.Sum(p => p.Length) + parts.Length - 1;
        return parts is [""] ? TokenFault.Empty
            : parts.Length == 1 || !IsSchemaName(parts[0]) ? TokenFault.NotAToken
            : !string.Equals(parts[0], Schema, StringComparison.Ordinal) ? TokenFault.OtherSchema
            : length != Length || parts.Length != 3 || parts[1].Length != FingerprintLength ? TokenFault.Truncated
            : parts[1].All(char.IsAsciiHexDigitLower) && Base64Url.IsValid(parts[2], out var decoded) && decoded == s_bodyBytes ? TokenFault.None
            : TokenFault.Damaged;
    }

    private static bool IsSchemaName(string text) =>
        text.Length is >= 3 and <= 5 && text.StartsWith("pt", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    private static void ToLittleEndian(ulong[] words)
    {
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }
}
