using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Files;

namespace Analytics.Etl.Pipeline;

/// <summary>
/// Recognises direct identifiers of people, in column names and in values, in English, Russian and Kyrgyz. Whatever it finds is
/// neither stored nor quoted. Types with a closed set of values need no check: only free text does.
/// </summary>
internal static partial class IdentifierFirewall
{
    private const int FewestPhoneDigits = 9;
    private const int MostPhoneDigits = 15;

    private static readonly char[] s_between = ['+', '(', ')', '-', '.', ' ', '\t', '\r', '\n', '\u00A0'];

    private static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789"u8);

    /// <summary>Words that name an identifier wherever they stand in a column name.</summary>
    private static readonly HashSet<string> s_strong = new(StringComparer.Ordinal)
    {
        "surname", "lastname", "firstname", "fullname", "forename", "patronymic", "fio", "phone", "telephone", "cellphone", "mobile", "whatsapp",
        "telegram", "viber", "email", "passport", "address", "pin", "inn", "ssn", "surnames",
        "фио", "фамилия", "отчество", "телефон", "телефона", "моб", "мобильный", "паспорт", "паспорта", "адрес", "инн", "пин", "почта", "емейл",
        "фамилиясы", "телефону", "паспорту", "дареги", "дарек", "почтасы",
    };

    /// <summary>Column names, folded, that name an identifier as a whole.</summary>
    private static readonly HashSet<string> s_whole = new(StringComparer.Ordinal)
    {
        "name", "names", "full_name", "first_name", "last_name", "given_name", "family_name", "middle_name", "maiden_name", "victim_name", "client_name",
        "person_name", "caller_name", "tel", "cell", "e_mail", "mail", "contact_number", "contact_no", "street", "residence", "home", "document", "document_no",
        "document_number", "id_number", "id_card", "id_no", "national_id", "personal_number", "personal_id", "personal_no",
        "имя", "ф_и_о", "имя_отчество", "полное_имя", "имя_пострадавшего", "имя_жертвы", "тел", "номер_телефона", "контактный_номер", "контакты", "эл_почта", "электронная_почта",
        "место_жительства", "улица", "документ", "номер_документа", "серия_и_номер", "удостоверение", "персональный_номер", "личный_номер", "идентификационный_номер",
        "аты", "аты_жөнү", "толук_аты", "атасынын_аты", "аты_фамилиясы", "телефон_номери", "жашаган_жери", "электрондук_почта", "документ_номери", "жеке_номери", "жеке_номер", "көчө",
    };

    private static readonly Problem s_pin = new("identifier_personal_number", new LocalText(
        "no personal number (PIN): people are told apart by person_token", "без персонального номера (ПИН): лица различаются по person_token",
        "жеке номерсиз (ПИН): адамдар person_token боюнча ажыратылат"));

    private static readonly Problem s_email = new("identifier_email", new LocalText(
        "no e-mail address", "без адреса электронной почты", "электрондук почта дареги жок"));

    private static readonly Problem s_phone = new("identifier_phone", new LocalText(
        "no telephone number", "без номера телефона", "телефон номери жок"));

    /// <summary>Whether a column of that name would hold a direct identifier.</summary>
    public static bool IsIdentifierName(string header)
    {
        var folded = HeaderName.Fold(CamelCase().Replace(header, "${low}_${high}"));
        return s_whole.Contains(folded) || s_whole.Contains(HeaderName.Fold(header))
            || s_whole.Any(name => name.Contains('_', StringComparison.Ordinal) && folded.EndsWith($"_{name}", StringComparison.Ordinal))
            || NonWord().Split(folded).Any(s_strong.Contains);
    }

    /// <summary>Looks for a direct identifier anywhere in a text.</summary>
    /// <param name="value">UTF-8.</param>
    /// <returns>The kind of identifier, or null.</returns>
    public static Problem? Find(ReadOnlySpan<byte> value)
    {
        var mayBeMail = value.IndexOf((byte)'@') >= 0;
        if (!mayBeMail && !HasDigits(value, FewestPhoneDigits))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(value);
        if (mayBeMail && Email().IsMatch(text))
        {
            return s_email;
        }

        foreach (Match run in DigitRun().Matches(text))
        {
            var groups = run.Value.Split(s_between, StringSplitOptions.RemoveEmptyEntries);
            var digits = string.Concat(groups);
            if (IsPersonalNumber(digits))
            {
                return s_pin;
            }

            if (IsPhone(run.Value[0] == '+', digits, string.Join(' ', groups.Select(g => g.Length))))
            {
                return s_phone;
            }
        }

        return null;
    }

    private static bool HasDigits(ReadOnlySpan<byte> value, int fewest)
    {
        var count = 0;
        while (value.IndexOfAny(s_digits) is var at and >= 0)
        {
            if (++count >= fewest)
            {
                return true;
            }

            value = value[(at + 1)..];
        }

        return false;
    }

    /// <summary>The personal identification number of the Kyrgyz Republic: a digit for sex, date of birth as ddMMyyyy, five more digits.</summary>
    private static bool IsPersonalNumber(ReadOnlySpan<char> digits) =>
        digits.Length == 14
        && digits[0] is '1' or '2'
        && int.Parse(digits[1..3]) is >= 1 and <= 31
        && int.Parse(digits[3..5]) is >= 1 and <= 12
        && int.Parse(digits[5..9]) is >= 1900 and <= 2100;

    /// <summary>
    /// International with a plus or 00; Kyrgyz with 996, or with an operator's or area's code in the groups that people write;
    /// Russian and Kazakh with 7 or 8.
    /// </summary>
    /// <param name="groups">Lengths of the groups of digits as written.</param>
    private static bool IsPhone(bool isInternational, string digits, string groups)
    {
        if (digits.Length is < FewestPhoneDigits or > MostPhoneDigits)
        {
            return false;
        }

        return isInternational || digits switch
        {
            ['9', '9', '6', ..] => digits.Length == 12,
            ['0', '0', '9', '9', '6', ..] => digits.Length == 14,
            ['0', '2' or '3' or '5' or '7' or '9', ..] => digits.Length == 10 && groups is "10" or "4 6" or "4 3 3" or "4 2 2 2" or "1 3 6" or "1 3 3 3" or "1 3 2 2 2",
            ['7' or '8', '7' or '9', ..] when digits.Length == 11 => true,
            ['5' or '7' or '9', ..] => digits.Length == 9 && groups is "3 3 3" or "3 2 2 2",
            _ => false,
        };
    }

    [GeneratedRegex("(?<low>[a-zа-яёөүң])(?<high>[A-ZА-ЯЁӨҮҢ])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CamelCase();

    [GeneratedRegex("[^\\p{L}\\p{Nd}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NonWord();

    [GeneratedRegex(@"[^\s@]{1,64}@[^\s@]{1,190}\.\p{L}{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])\+?\(?[0-9](?:[0-9]|[\s\u00A0().-]{1,2}(?=[0-9(])){7,24}(?![\p{L}\p{Nd}])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigitRun();
}
