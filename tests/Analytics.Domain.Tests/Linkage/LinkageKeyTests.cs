using System.Security.Cryptography;
using System.Text;
using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class LinkageKeyTests
{
    [Fact]
    public void Read_NewKey_IsGood() => Assert.NotNull(LinkageKey.Read(Encoding.ASCII.GetBytes(LinkageKey.NewText() + "\n"), out _));

    [Fact]
    public void Read_HexBase64AndRaw_AreOneKey()
    {
        var raw = RandomNumberGenerator.GetBytes(48);
        var keys = new[] { raw, Encoding.ASCII.GetBytes(Convert.ToHexString(raw)), Encoding.ASCII.GetBytes(Convert.ToBase64String(raw) + "\r\n") }
            .Select(content => LinkageKey.Read(content, out _)!.Fingerprint);
        Assert.Single(keys.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("passwordpasswordpasswordpasswordpassword")]
    public void Read_WeakKey_IsRefused(string content)
    {
        Assert.Null(LinkageKey.Read(Encoding.ASCII.GetBytes(content), out var fault));
        Assert.NotEmpty(fault);
    }

    [Fact]
    public void Hash_IsHmacSha256()
    {
        var (key, message) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(700));
        foreach (var length in new[] { 0, 20, 64, 448, 449, 700 })
        {
            var digest = new byte[KeyedHash.Bytes];
            new KeyedHash(key).Hash(message.AsSpan(..length), digest);
            Assert.Equal(HMACSHA256.HashData(key, message.AsSpan(..length)), digest);
        }
    }
}
