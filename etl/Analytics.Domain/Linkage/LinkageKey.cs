using System.Security.Cryptography;
using System.Text;

namespace Analytics.Domain.Linkage;

/// <summary>
/// The secret of one linkage round. All sides of a round encode with the same key; the centre that links never has it.
/// Sub-keys come from it by HKDF-SHA256 (RFC 5869), one for each purpose, so that no two filters share a hash function.
/// </summary>
public sealed class LinkageKey
{
    /// <summary>Fewest bytes of key material.</summary>
    public const int LeastBytes = 32;

    private const int LeastTextBits = 96;
    private readonly byte[] _secret;

    private LinkageKey(byte[] secret)
    {
        _secret = secret;
        Fingerprint = Convert.ToHexStringLower(Derive("fingerprint")[..PersonToken.FingerprintBytes]);
    }

    /// <summary>Names the round in every token (12 hexadecimal digits) and tells nothing about the key.</summary>
    public string Fingerprint { get; }

    /// <summary>A fresh key as text for a key file: 64 hexadecimal digits.</summary>
    public static string NewText() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(LeastBytes));

    /// <summary>
    /// Reads the content of a key file: hexadecimal digits, base64, or raw bytes. What can be caught is caught — short,
    /// repeated and regular keys; a passphrase that somebody can guess cannot be told from a good key by looking at it.
    /// </summary>
    /// <returns>The key, or null and the fault in words that quote nothing of the content.</returns>
    public static LinkageKey? Read(ReadOnlySpan<byte> content, out string fault)
    {
        var trimmed = content.Trim(" \t\r\n"u8);
        var isText = !trimmed.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E);
        // Raw bytes may end in what looks like a space: only text is trimmed.
        var material = isText ? trimmed.ToArray() : content.ToArray();
        var text = isText ? Encoding.ASCII.GetString(material) : "";
        if (isText && text.Length > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit))
        {
            material = Convert.FromHexString(text);
            isText = false;
        }
        else if (isText && TryBase64(text, out var decoded))
        {
            material = decoded;
            isText = false;
        }

        fault = material.Length < LeastBytes ? $"is too short: {material.Length} bytes of key, at least {LeastBytes} are needed"
            : IsRegular(material) || (isText && Bits(material) < LeastTextBits) ? "is too regular to be secret: it repeats itself or follows a pattern"
            : "";
        return fault.Length == 0 ? new LinkageKey(material) : null;
    }

    /// <summary>The sub-key (32 bytes) for a purpose.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, 32, salt: Encoding.ASCII.GetBytes(PersonToken.Schema), info: Encoding.ASCII.GetBytes(purpose));

    private static bool TryBase64(string text, out byte[] bytes)
    {
        // 43 characters are 32 bytes; a padded or letter-digit-mixed text only, so that words are not taken for base64.
        bytes = [];
        if (text.Length < 43 || !text.Any(char.IsAsciiDigit) || !text.Any(char.IsAsciiLetterUpper) || !text.Any(char.IsAsciiLetterLower))
        {
            return false;
        }

        var padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var buffer = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, buffer, out var length))
        {
            return false;
        }

        bytes = buffer[..length];
        return true;
    }

    /// <summary>Few different bytes, few different steps from byte to byte, or a short period: what random bytes never show.</summary>
    private static bool IsRegular(byte[] bytes)
    {
        var steps = bytes.Zip(bytes.Skip(1), (a, b) => (byte)(b - a)).Distinct().Count();
        var period = Enumerable.Range(1, bytes.Length / 2).Any(p => !bytes.Where((b, i) => i >= p && bytes[i - p] != b).Any());
        return bytes.Distinct().Count() < 10 || steps < 10 || period;
    }

    /// <summary>Shannon entropy of the characters used, in bits over the whole text: an upper bound of what a typed key holds.</summary>
    private static double Bits(byte[] text) =>
        -text.CountBy(b => b).Sum(c => c.Value * Math.Log2((double)c.Value / text.Length));
}
