using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>Words that say what the number behind them is ("тел.", "passport No").</summary>
internal static class Cues
{
    /// <summary>How far before a number its word may stand, in characters.</summary>
    private const int Window = 28;
    private const int ShortestWord = 2;

    public static readonly SearchValues<string> Phone = Of(
        "тел", "phone", "tel", "whatsapp", "ватсап", "вотсап", "вацап", "viber", "вайбер", "моб", "mob", "сот.", "сотов", "номерлер", "байланыш ном",
        "чалуу ном", "рақами тел", "raqam", "факс", "fax");

    public static readonly SearchValues<string> Document = Of(
        "паспорт", "загранпасп", "заграничн", "passport", "pasport", "id-карт", "id карт", "айди карт", "id-card", "id card", "удостоверен", "свидетельств", "күбөлүк", "күбөлүг",
        "виза №", "визы №", "visa no", "гувоҳнома", "guvohnoma", "шиносном", "document no", "документ №", "документа №", "driver");

    public static readonly SearchValues<string> Personal = Of(
        "пин", "pin", "инн", "inn", "иин", "жсн", "пинфл", "жшшир", "jshshir", "персональный номер", "персонального номера", "жеке ном",
        "personal number", "персоналдык", "снилс", "national id");

    public static readonly SearchValues<string> Account = Of(
        "карт", "card", "счет", "счёт", "account", "эсеп", "эсеб", "р/с", "iban", "karta", "hisob", "корт");

    public static readonly SearchValues<string> Network = Of("ip", "айпи", "адрес хоста");

    /// <summary>Does one of the words begin shortly before <paramref name="start"/>, with no digit and no sentence's end between?</summary>
    public static bool Before(ReadOnlySpan<char> text, int start, SearchValues<string> words)
    {
        var from = Math.Max(0, start - Window);
        var letters = 0;
        for (var at = start - 1; at >= from; at--)
        {
            if (text[at] is '\n' or ';' || char.IsAsciiDigit(text[at]))
            {
                from = at + 1;
                break;
            }

            letters += char.IsLetter(text[at]) ? 1 : 0;
        }

        if (letters < ShortestWord)
        {
            return false;
        }

        var window = text[from..start];
        while (window.IndexOfAny(words) is >= 0 and var at)
        {
            if ((from + at == 0 || !char.IsLetter(text[from + at - 1])) && !ClosesSentence(window[at..]))
            {
                return true;
            }

            from += at + 1;
            window = window[(at + 1)..];
        }

        return false;
    }

    /// <summary>A stop, a space and a capital behind a word of more than four letters end a sentence; "тел. А" does not.</summary>
    private static bool ClosesSentence(ReadOnlySpan<char> words)
    {
        var stop = words.IndexOf(". ");
        return stop > 5 && stop + 2 < words.Length && char.IsUpper(words[stop + 2]);
    }

    private static SearchValues<string> Of(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
