using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>RFC 6238 with SHA-1, 30 seconds and six digits, written for the tests.</summary>
internal static class Totp
{
    public static long Step(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    public static string CodeOf(string secret, DateTimeOffset now)
    {
        var bits = string.Concat(secret.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, Step(now));
#pragma warning disable CA5350 // what authenticator programmes compute
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
