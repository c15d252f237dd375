using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// Code of an organisation: Latin letters and digits, in parts joined by a hyphen, underscore, point or slash, at most <see cref="Most"/>
/// characters, with a letter. Without a digit it is one word of at most <see cref="MostLetters"/> capital letters, so that nobody's name
/// and no free text becomes a member of lists that others read. Small letters are kept as capitals: ngo-07 is NGO-07; Asanova1990, where a
/// run of three or more letters has both, is written like a name.
/// </summary>
internal sealed class OrganisationType : ColumnType
{
    private const int Most = 32;
    private const int MostLetters = 8;

    /// <summary>A run of letters in both cases that is too short for a name: T13m is a code.</summary>
    private const int ShortRun = 2;

    private static readonly Problem s_problem = new("organisation_code", new LocalText(
        "an organisation's code such as NGO-07: Latin letters, digits and - _ . / between them, at most 32 characters, no name; a mapping translates others",
        "код организации, например NGO-07: латинские буквы, цифры и между ними - _ . /, не более 32 знаков, не название и не имя; другие переводит файл соответствий",
        "уюмдун коду, мисалы NGO-07: латын тамгалары, сандар жана алардын ортосунда - _ . /, 32 белгиден ашпаган, аталыш же ысым эмес; башкасын шайкештик файлы которот"));

    // A number of a document or a telephone is looked for here too.
    public override bool IsOpen => true;

    public override ValueContext Context => ValueContext.Code;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (!IsCode(value))
        {
            return s_problem;
        }

        Span<byte> capitals = stackalloc byte[value.Length];
        Ascii.ToUpper(value, capitals, out _);
        row.Write(capitals);
        return null;
    }

    internal static bool IsCode(ReadOnlySpan<byte> value)
    {
        var (hasCapital, hasSmall, hasDigit, hasMark, joined) = (false, false, false, false, true);
        var (run, runCapital, runSmall, isNameLike) = (0, false, false, false);
        foreach (var sign in value)
        {
            var isMark = sign is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'/';
            // A mark stands between two parts.
            if ((isMark && joined) || !(isMark || char.IsAsciiLetterOrDigit((char)sign)))
            {
                return false;
            }

            (hasMark, joined) = (hasMark || isMark, isMark);
            hasCapital |= char.IsAsciiLetterUpper((char)sign);
            hasSmall |= char.IsAsciiLetterLower((char)sign);
            hasDigit |= char.IsAsciiDigit((char)sign);
            (run, runCapital, runSmall) = char.IsAsciiLetter((char)sign)
                ? (run + 1, runCapital || char.IsAsciiLetterUpper((char)sign), runSmall || char.IsAsciiLetterLower((char)sign))
                : (0, false, false);
            isNameLike |= run > ShortRun && runCapital && runSmall;
        }

        return !joined && (hasCapital || hasSmall) && !isNameLike && (hasCapital != hasSmall || hasDigit) && value.Length <= Most && (hasDigit || (!hasMark && !hasSmall && value.Length <= MostLetters));
    }
}
