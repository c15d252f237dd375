using System.Buffers;
using System.Globalization;
using System.Text;

namespace Analytics.Domain.PersonalData;

/// <summary>
/// A value without disguise: invisible marks and accents dropped, digits of every script and full-width forms in ASCII, every
/// dash a hyphen and every space a space. Each character remembers where it stood, so that a finding can be cut out of the
/// original. Never longer than the original.
/// </summary>
internal static class PlainText
{
    /// <summary>Writes the plain form.</summary>
    /// <param name="value">The value as received.</param>
    /// <param name="plain">At least as long as <paramref name="value"/>.</param>
    /// <param name="origins">For each plain character the index of its first character in <paramref name="value"/>; as long, or empty when not wanted.</param>
    /// <returns>Characters written.</returns>
    public static int Write(ReadOnlySpan<char> value, Span<char> plain, Span<int> origins)
    {
        var length = 0;
        var at = 0;
        while (at < value.Length)
        {
            var c = value[at];
            var width = 1;
            char form;
            if (c == '%' && IsPercentCode(value[at..], out var decoded))
            {
                form = decoded;
                width = 3;
            }
            else if (c is >= ' ' and < '\u007F')
            {
                form = c;
            }
            else if (Rune.DecodeFromUtf16(value[at..], out var rune, out width) == OperationStatus.Done)
            {
                form = Form(rune);
            }
            else
            {
                form = '\uFFFD';
            }

            if (form != '\0')
            {
                plain[length] = form;
                if (!origins.IsEmpty)
                {
                    origins[length] = at;
                }

                length++;
            }

            at += width;
        }

        return length;
    }

    /// <summary>The Latin letter that a Cyrillic or Greek one is drawn like, lower case; other letters only in lower case.</summary>
    public static char LookAlike(char c) => char.ToLowerInvariant(c) switch
    {
        'а' or 'α' or 'ә' => 'a',
        'в' or 'β' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' or 'ё' or 'ε' => 'e',
        'һ' or 'н' => 'h',
        'і' or 'ї' or 'ι' or 'ı' => 'i',
        'ј' => 'j',
        'к' or 'κ' => 'k',
        'м' or 'μ' => 'm',
        'о' or 'ο' or 'ө' => 'o',
        'р' or 'ρ' => 'p',
        'ѕ' => 's',
        'т' or 'τ' => 't',
        'у' or 'ү' or 'υ' => 'y',
        'ԝ' => 'w',
        'х' or 'χ' => 'x',
        'ν' => 'v',
        'п' => 'n',
        var other => other,
    };

    /// <summary>%40 and the like, as addresses on the web write their marks and digits.</summary>
    private static bool IsPercentCode(ReadOnlySpan<char> value, out char decoded)
    {
        decoded = '\0';
        return value.Length >= 3 && char.IsAsciiDigit(value[1]) && char.IsAsciiHexDigit(value[2])
            && byte.TryParse(value[1..3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            && (decoded = (char)code) is >= ' ' and < '\u007F';
    }

    private static char Form(Rune rune)
    {
        var code = rune.Value;
        switch (code)
        {
            case '\t' or '\n':
                return (char)code;
            case '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029:
                return '\n';
            case >= 0xFF01 and <= 0xFF5E:
                return (char)(code - 0xFEE0);
            case >= 0x1D400 and <= 0x1D6A3:
                var letter = (code - 0x1D400) % 52;
                return (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
            case 0x2212 or 0x2043:
                return '-';
            case 0xFE6B:
                return '@';
            case 0x2024 or 0x3002 or 0xFF61 or 0x00B7:
                return '.';
            case 0xFE62 or 0x207A:
                return '+';
            case 0x2018 or 0x2019 or 0x02BC or 0x02BB or 0x00B4 or 0x2032:
                return '\'';
            // Drawn as nothing, though Unicode calls them letters or symbols.
            case 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800:
                return '\0';
            default:
                break;
        }

        if (code < 0x500 && code > 0xFF && Rune.IsLetter(rune))
        {
            return (char)code;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => '\0',
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
            UnicodeCategory.OtherNumber when Rune.GetNumericValue(rune) is >= 0 and <= 9 and var digit && double.IsInteger(digit) => (char)('0' + (int)digit),
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            _ => rune.IsBmp ? (char)code : '\uFFFD',
        };
    }
}
