using Analytics.Domain;
using Analytics.Domain.Identifiers;

namespace Analytics.Etl.Feeds.Types;

/// <summary>Text of at most <paramref name="most"/> bytes of UTF-8, without control characters; runs of white space become one space.</summary>
/// <param name="context">Whether it is a reference, a code or sentences.</param>
internal sealed class TextType(int most, ValueContext context) : ColumnType
{
    private readonly Problem _tooLong = new("too_long", new LocalText(
        "at most {0} characters", "не более {0} знаков", "{0} белгиден ашпаган текст").With(most));

    private static readonly Problem s_control = new("control_character", new LocalText(
        "text without control characters", "текст без управляющих символов", "башкаруучу белгилери жок текст"));

    public override bool IsOpen => true;

    public override ValueContext Context => context;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
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
}
