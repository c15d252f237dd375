using System.Collections.Frozen;

namespace Analytics.Domain.PersonalData;

/// <summary>The cheap first pass over a value: which classes of characters it has, so that most values need no further one.</summary>
internal readonly struct FirstLook
{
    private const byte Digit = 1;
    private const byte Letter = 2;
    private const byte AtSign = 4;
    private const byte Strange = 8;
    private const byte Slash = 16;
    private const byte Stop = 32;
    private const byte Colon = 64;
    private static readonly byte[] s_classes = Classes();
    private readonly byte _seen;

    private FirstLook(byte seen, int digits)
    {
        _seen = seen;
        Digits = digits;
    }

    public int Digits { get; }

    public bool HasLetter => (_seen & Letter) != 0;

    public bool HasAtSign => (_seen & AtSign) != 0;

    public bool HasSlash => (_seen & Slash) != 0;

    public bool HasStop => (_seen & Stop) != 0;

    public bool HasColon => (_seen & Colon) != 0;

    /// <summary>Has characters outside plain Latin, Cyrillic and ASCII marks: <see cref="PlainText"/> must be made first.</summary>
    public bool IsStrange => (_seen & Strange) != 0;

    public static FirstLook At(ReadOnlySpan<char> value)
    {
        byte seen = 0;
        var digits = 0;
        var classes = s_classes;
        foreach (var c in value)
        {
            var found = c < classes.Length ? classes[c] : Strange;
            seen |= found;
            digits += found & Digit;
        }

        return new(seen, digits);
    }

    private static byte[] Classes()
    {
        var classes = new byte[0x500];
        var plain = "\t\n\r !\"#$&'()*+,-./:;<=>?@[]^_`{|}~\\«»".ToFrozenSet();
        for (var c = 0; c < classes.Length; c++)
        {
            classes[c] = (char)c switch
            {
                >= '0' and <= '9' => Digit,
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Letter,
                (>= '\u0400' and <= '\u0481') or (>= '\u048A' and <= '\u04FF') => Letter,
                '@' => AtSign,
                '/' or '\\' => Slash,
                '.' => Stop,
                ':' => Colon,
                var other => plain.Contains(other) ? (byte)0 : Strange,
            };
        }

        return classes;
    }
}
