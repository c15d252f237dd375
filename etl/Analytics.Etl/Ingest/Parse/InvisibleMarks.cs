namespace Analytics.Etl.Ingest.Parse;

/// <summary>
/// Marks that nobody sees and that keep equal values from being equal: byte order marks in the middle of a text, zero-width spaces and
/// joiners, direction marks, soft hyphens. All of them are dropped; none carries meaning in a code, date, number or reference.
/// </summary>
internal static class InvisibleMarks
{
    /// <summary>Whether a text has any. Bytes are compared, since nearly all texts have none.</summary>
    public static bool Any(ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny((byte)0xE2, (byte)0xEF, (byte)0xC2) is var at and >= 0)
        {
            if (Length(utf8[at..]) > 0)
            {
                return true;
            }

            utf8 = utf8[(at + 1)..];
        }

        return false;
    }

    /// <summary>Copies a text without them.</summary>
    /// <returns>Bytes written.</returns>
    public static int Drop(ReadOnlySpan<byte> utf8, Span<byte> kept)
    {
        var written = 0;
        while (!utf8.IsEmpty)
        {
            var mark = Length(utf8);
            if (mark == 0)
            {
                kept[written++] = utf8[0];
            }

            utf8 = utf8[Math.Max(1, mark)..];
        }

        return written;
    }

    private static int Length(ReadOnlySpan<byte> utf8) => utf8 switch
    {
        [0xC2, 0xAD, ..] => 2,                                        // U+00AD soft hyphen
        [0xE2, 0x80, (>= 0x8B and <= 0x8F) or (>= 0xAA and <= 0xAE), ..] => 3, // U+200B–200F, U+202A–202E
        [0xE2, 0x81, >= 0xA0 and <= 0xAF, ..] => 3,                   // U+2060–206F
        [0xEF, 0xBB, 0xBF, ..] => 3,                                  // U+FEFF
        _ => 0,
    };
}
