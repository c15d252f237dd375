using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>A whole number between two bounds. Spaces between digits and an empty fraction (<c>12.0</c>, <c>12,0</c>) are passed over, and so is the word for what was counted (<c>3 чел.</c>).</summary>
internal sealed partial class IntType(int least, int most) : ColumnType
{
    private const int MostWithNoun = 40;

    private readonly Problem _problem = new("whole_number", new LocalText(
        "a whole number from {0} to {1}", "целое число от {0} до {1}", "{0} менен {1} ортосундагы бүтүн сан").With(least, most));

    public override ValueContext Context => ValueContext.Number;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (!(TryRead(value, out var number) || TryRead(WithoutNoun(value), out number)) || number < least || number > most)
        {
            return _problem;
        }

        row.WriteDigits((int)number, 1);
        return null;
    }

    private static ReadOnlySpan<byte> WithoutNoun(ReadOnlySpan<byte> value) =>
        value.Length <= MostWithNoun && Counted().Match(Encoding.UTF8.GetString(value)) is { Success: true } match ? Encoding.UTF8.GetBytes(match.Groups["number"].Value) : default;

    private static bool TryRead(ReadOnlySpan<byte> value, out long number)
    {
        number = 0;
        var digits = 0;
        var i = value is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        for (; i < value.Length; i++)
        {
            var b = value[i];
            if (char.IsAsciiDigit((char)b))
            {
                number = (number * 10) + (b - '0');
                digits++;
                if (digits > 12)
                {
                    return false;
                }
            }
            else if (b is (byte)'.' or (byte)',')
            {
                break;
            }
            else if (b == ' ' && digits > 0)
            {
                continue;
            }
            else if (b == 0xC2 && i + 1 < value.Length && value[i + 1] == 0xA0 && digits > 0)
            {
                i++;
            }
            else if (digits > 0 && (value[i..].StartsWith("\u2009"u8) || value[i..].StartsWith("\u202F"u8)))
            {
                // Thin and narrow spaces, as typesetters and newer systems group digits.
                i += 2;
            }
            else
            {
                return false;
            }
        }

        var fraction = i < value.Length ? value[(i + 1)..] : default;
        if (value is [(byte)'-', ..])
        {
            number = -number;
        }

        return digits > 0 && (i >= value.Length || fraction.Length > 0) && !fraction.ContainsAnyExcept((byte)'0') && fraction.Length is not 3;
    }

    [GeneratedRegex(
        @"^\s*(?<number>[0-9]{1,9})\s*(?:чел|человека?|лиц[оа]?|адам|киши|случа[йея]в?|дел[оа]?|раза?|шт|persons?|people|cases?)\.?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Counted();
}
