using System.Buffers;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// Text of at most <paramref name="most"/> bytes of UTF-8, without control characters; runs of white space become one space. A reference is
/// no number that a spreadsheet has rounded (<c>5.7E+16</c>): of more than fifteen digits it keeps fifteen.
/// </summary>
/// <param name="context">Whether it is a reference, a code or sentences.</param>
internal sealed class TextType(int most, ValueContext context) : ColumnType
{
    private readonly Problem _tooLong = new("too_long", new LocalText(
        "at most {0} characters", "не более {0} знаков", "{0} белгиден ашпаган текст").With(most));

    private static readonly Problem s_control = new("control_character", new LocalText(
        "text without control characters", "текст без управляющих символов", "башкаруучу белгилери жок текст"));

    private static readonly Problem s_rounded = new("rounded_number", new LocalText(
        "a number as it is written; a spreadsheet has rounded this one, so keep such numbers as text",
        "номер так, как он написан; электронная таблица его округлила, храните такие номера как текст",
        "номер жазылгандай болсун; электрондук жадыбал аны тегеректеп койгон, мындай номерлерди текст катары сактаңыз"));

    private static readonly SearchValues<byte> s_decimal = SearchValues.Create("0123456789.,"u8);

    public override bool IsOpen => true;

    public override ValueContext Context => context;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (context == ValueContext.Reference && IsRounded(value))
        {
            return s_rounded;
        }

        var fault = value.IndexOfAnyInRange((byte)0, (byte)0x1F);
        if (fault < 0 && value.IndexOf("  "u8) < 0 && value.IndexOf((byte)0x7F) < 0)
        {
            row.Write(value);
        }
        else
        {
            var spaced = false;
            foreach (var b in value)
            {
                if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                {
                    spaced = true;
                    continue;
                }

                if (b is < 0x20 or 0x7F)
                {
                    return s_control;
                }

                if (spaced)
                {
                    row.Write((byte)' ');
                    spaced = false;
                }

                row.Write(b);
            }
        }

        return row.Field.Length > most ? _tooLong : null;
    }

    private static bool IsRounded(ReadOnlySpan<byte> value)
    {
        var e = value.IndexOfAny("eE"u8);
        return e > 0 && e + 2 < value.Length && value[e + 1] == '+' && !value[..e].ContainsAnyExcept(s_decimal) && !value[(e + 2)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
