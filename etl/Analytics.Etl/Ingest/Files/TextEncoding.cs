using System.Buffers;
using System.Text;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Tells the encoding of a text file: byte order mark, then UTF-16 by its zero bytes, then UTF-8 if it is mostly well formed, else one of Cyrillic.</summary>
internal static class TextEncoding
{
    private const int Sample = 64 * 1024;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1251 => Encoding.GetEncoding(1251);

    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of that name (IANA or a common spelling such as <c>cp1251</c>), or null.</summary>
    public static Encoding? Named(string name)
    {
        var folded = name.Trim().ToLowerInvariant().Replace("_", "-", StringComparison.Ordinal);
        try
        {
            return folded switch
            {
                "utf8" or "utf-8" or "utf-8-sig" => Utf8,
                "cp1251" or "1251" or "win-1251" or "ansi" or "windows-1251" => Windows1251,
                "utf16" or "utf-16" => Encoding.Unicode,
                "cp866" or "866" or "ibm866" or "dos" or "oem" => Encoding.GetEncoding(866),
                "koi8" or "koi8-r" or "koi8r" => Encoding.GetEncoding(20866),
                "mac" or "mac-cyrillic" or "x-mac-cyrillic" or "maccyrillic" => Encoding.GetEncoding(10007),
                _ => Encoding.GetEncoding(folded),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads as much of the stream as it takes to be sure: up to the first byte that is not ASCII and a sample after it.</summary>
    public static Encoding Detect(Stream stream)
    {
        var buffer = new byte[Sample];
        var length = stream.ReadAtLeast(buffer, Sample, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, length);
        if (FromMark(head) is { } marked)
        {
            return marked;
        }

        if (Utf16ByZeros(head) is { } wide)
        {
            return wide;
        }

        while (length > 0)
        {
            var firstWide = buffer.AsSpan(0, length).IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (firstWide >= 0)
            {
                buffer.AsSpan(firstWide, length - firstWide).CopyTo(buffer);
                length -= firstWide;
                length += stream.ReadAtLeast(buffer.AsSpan(length), Sample - length, throwOnEndOfStream: false);
                return IsUtf8(buffer.AsSpan(0, length)) ? Utf8 : CyrillicText.Encoding(buffer.AsSpan(0, length));
            }

            length = stream.ReadAtLeast(buffer, Sample, throwOnEndOfStream: false);
        }

        return Utf8;
    }

    /// <summary>The encoding that a web page declares for itself; null where it declares none.</summary>
    public static Encoding? OfMarkup(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)'<') is < 0 or > 100 || FromMark(head) is not null)
        {
            return null;
        }

        var text = Encoding.Latin1.GetString(head);
        var at = text.Contains("<meta", StringComparison.OrdinalIgnoreCase) ? text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) : -1;
        return at < 0 ? null : Named(new string([.. text[(at + "charset=".Length)..].TrimStart('"', '\'').TakeWhile(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')]));
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Header names are mostly ASCII, so UTF-16 text without a mark shows zeros on one side of most of its pairs.</summary>
    private static Encoding? Utf16ByZeros(ReadOnlySpan<byte> head)
    {
        var pairs = Math.Min(head.Length, 512) / 2;
        int even = 0, odd = 0;
        for (var i = 0; i < pairs; i++)
        {
            even += head[2 * i] == 0 ? 1 : 0;
            odd += head[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return pairs < 2 ? null
            : odd > pairs / 2 && even == 0 ? Encoding.Unicode
            : even > pairs / 2 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>
    /// Whether the sample is UTF-8: it has more well-formed sequences than stray bytes. A single damaged byte does not make a
    /// file Windows-1251, where Cyrillic gives hardly a well-formed sequence.
    /// </summary>
    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        int sequences = 0, strays = 0;
        while (sample.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at and >= 0)
        {
            sample = sample[at..];
            if (Rune.DecodeFromUtf8(sample, out _, out var length) == OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                strays++;
            }

            sample = sample[length..];
        }

        return sequences > strays;
    }
}
