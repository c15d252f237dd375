using System.Security.Cryptography;

namespace Analytics.Domain.Linkage;

/// <summary>
/// HMAC-SHA256 (RFC 2104) of short messages under one key, with the padded key blocks prepared once: a filter takes dozens of
/// them, and the framework's one-shot call sets up the key each time.
/// </summary>
internal sealed class KeyedHash
{
    public const int Bytes = SHA256.HashSizeInBytes;
    private const int Block = 64;
    private readonly byte[] _inner = new byte[Block];
    private readonly byte[] _outer = new byte[Block];

    /// <param name="key">At most 64 bytes.</param>
    public KeyedHash(ReadOnlySpan<byte> key)
    {
        key.CopyTo(_inner);
        key.CopyTo(_outer);
        for (var i = 0; i < Block; i++)
        {
            _inner[i] ^= 0x36;
            _outer[i] ^= 0x5C;
        }
    }

    /// <param name="digest">Receives 32 bytes.</param>
    public void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        const int OnStack = 512;
        var length = Block + message.Length;
        Span<byte> padded = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        _inner.CopyTo(padded);
        message.CopyTo(padded[Block..]);
        Span<byte> second = stackalloc byte[Block + Bytes];
        _outer.CopyTo(second);
        SHA256.HashData(padded[..length], second[Block..]);
        SHA256.HashData(second, digest);
    }
}
