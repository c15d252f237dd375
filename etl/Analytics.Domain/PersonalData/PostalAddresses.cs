using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>
/// Home addresses: a street word with a capitalised name beside it and a house number, or a house and a flat together.
/// A street, village or district without a number is no address of a person.
/// </summary>
internal static class PostalAddresses
{
    private const int Reach = 48;

    private static readonly string[] s_streets =
    [
        "улиц", "ул.", "ул ", "көчө", "кочо", "көч.", "проспект", "просп.", "пр-т", "пр.", "переул", "пер.", "бульвар", "б-р", "микрорайон", "мкр", "м-н", "м/р", "кичирайон", "кичи район",
        "жилмассив", "жилой массив", "ж/м", "турак жай", "квартал", "тупик", "шоссе", "street", "st.", "str.", "avenue", "ave", "lane", "boulevard", "blvd", "microdistrict",
        "mkr", "ko'cha", "kocha", "kucha", "кӯча", "куча", "кўча", "маҳалла", "махалла", "mahalla", "ulitsa", "ulitsy", "ul.", "prospekt", "pereulok", "road", "köçö", "köchö", "kochosu", "г.", "город ", "шаары,",
    ];

    private static readonly string[] s_houses = ["дом", "д.", "д ", "үй", "уй", "house", "dom", "uy", "хона", "корпус", "подъезд"];
    private static readonly string[] s_flats = ["кв", "батир", "flat", "apt", "apartment", "kv", "xonadon", "хонадон", "офис", "комн"];
    private static readonly string[] s_fillers = ["д", "дом", "кв", "№", "no", "house", "им", "имени", "үй", "уй", "uy", "uyi", "корп", "к", "стр", "apt", "dom", "h", "баатыр", "баатыра", "батыра", "датка", "хана", "ата", "апа", "мырза", "уулу", "кызы"];
    private static readonly string[] s_units = ["чел", "лет", "год", "г.", "сом", "раз", "дел", "person", "people", "victim", "day", "year", "month", "жаш", "киши", "адам", "мигр", "месяц", "дн", "час", "%", "жыл", "ай", "женщ", "мужч", "потерп", "жертв", "трафик", "случ", "этаж", "кварт"];
    private static readonly SearchValues<string> s_anyStreet = SearchValues.Create(s_streets, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> s_anyFlat = SearchValues.Create(s_flats, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> s_anyHouse = SearchValues.Create(s_houses, StringComparison.OrdinalIgnoreCase);

    public static void Scan(ReadOnlySpan<char> text, ref Findings findings)
    {
        Streets(text, ref findings);
        if (!findings.Done)
        {
            Flats(text, ref findings);
        }

        if (!findings.Done)
        {
            NamedFlats(text, ref findings);
        }
    }

    /// <summary>"Горького 186, кв. 84": no street word, but a name, a house and a flat.</summary>
    private static void NamedFlats(ReadOnlySpan<char> text, ref Findings findings)
    {
        var from = 0;
        while (text[from..].IndexOfAny(s_anyFlat) is >= 0 and var step)
        {
            var cue = from + step;
            from = cue + 1;
            if (cue == 0 || char.IsLetter(text[cue - 1]))
            {
                continue;
            }

            var end = Rest(text, cue);
            var house = cue;
            while (house > 0 && text[house - 1] is ' ' or ',')
            {
                house--;
            }

            var number = house;
            while (number > 0 && house - number < 6 && (char.IsAsciiDigit(text[number - 1]) || text[number - 1] is '/' or '-'))
            {
                number--;
            }

            if (number == house || end <= cue + 2 || HouseNumber(text, number) < 0)
            {
                continue;
            }

            var start = Left(text, number, out _);
            if (start < number)
            {
                findings.Add(IdentifierKind.PostalAddress, start, end);
                if (findings.Done)
                {
                    return;
                }

                from = end;
            }
        }
    }

    private static void Streets(ReadOnlySpan<char> text, ref Findings findings)
    {
        var from = 0;
        while (text[from..].IndexOfAny(s_anyStreet) is >= 0 and var step)
        {
            var cue = from + step;
            from = cue + 1;
            if ((cue > 0 && char.IsLetter(text[cue - 1])) || QuartersOfYear.IsAt(text, cue))
            {
                continue;
            }

            var isTown = StartsWithAny(text[cue..], ["г.", "город ", "шаары,"]);
            var isShort = text[cue..Math.Min(text.Length, cue + 6)].ContainsAny('.', '-', '/') || StartsWithAny(text[cue..], ["ул ", "мкр", "mkr", "st", "ave"]);
            var word = cue;
            while (word < text.Length && (char.IsLetter(text[word]) || text[word] is '.' or '\'' or '-' or '/') && (word == cue || text[word - 1] != '.'))
            {
                word++;
            }

            var left = Left(text, cue, out var numberBefore);
            var end = Right(text, word, isTown, isShort && !isTown, !isTown && left < cue);
            if (end < 0 && numberBefore && !isTown)
            {
                end = word;
            }

            if (end > 0)
            {
                findings.Add(IdentifierKind.PostalAddress, isTown ? cue : left, Rest(text, end));
                if (findings.Done)
                {
                    return;
                }

                from = end;
            }
        }
    }

    /// <summary>"дом 5, кв. 12" without a street.</summary>
    private static void Flats(ReadOnlySpan<char> text, ref Findings findings)
    {
        var from = 0;
        while (text[from..].IndexOfAny(s_anyHouse) is >= 0 and var step)
        {
            var cue = from + step;
            from = cue + 1;
            if (cue > 0 && char.IsLetter(text[cue - 1]))
            {
                continue;
            }

            var at = cue;
            while (at < text.Length && at - cue < 12 && !char.IsAsciiDigit(text[at]) && text[at] is not '\n' and not ',')
            {
                at++;
            }

            var number = HouseNumber(text, at);
            if (number < 0)
            {
                continue;
            }

            var flat = number;
            while (flat < text.Length && text[flat] is ' ' or ',' or '-')
            {
                flat++;
            }

            if (StartsWithAny(text[flat..], s_flats) && Rest(text, number) is var end && end > number)
            {
                findings.Add(IdentifierKind.PostalAddress, cue, end);
                if (findings.Done)
                {
                    return;
                }

                from = end;
            }
        }
    }

    /// <summary>Capitalised words right before the cue ("Токтогул көчөсү", "155 Chui Avenue"), with a number before them if there is one.</summary>
    private static int Left(ReadOnlySpan<char> text, int cue, out bool numberBefore)
    {
        numberBefore = false;
        var start = cue;
        for (var words = 0; words < 3; words++)
        {
            var end = start;
            while (end > 0 && (text[end - 1] is ' ' or '-' || (text[end - 1] == ',' && start < cue)))
            {
                end--;
            }

            var word = end;
            while (word > 0 && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '/' or '\''))
            {
                word--;
            }

            if (word == end || end == start)
            {
                break;
            }

            if (char.IsAsciiDigit(text[word]))
            {
                var ofDate = start < cue && OrdinaryWords.IsMonth(text[start..].TrimStart());
                numberBefore = start < cue && end - word <= 4 && !IsYear(text[word..end]) && !ofDate;
                if (ofDate)
                {
                    return word;
                }

                return numberBefore || (start == cue && end - word <= 2) ? word : start;
            }

            if ((!char.IsUpper(text[word]) || IsCommon(text[word..end])) && !(start == cue && IsFiller(text[word..end])) && !(char.IsUpper(text[word]) && OrdinaryWords.IsMonth(text[word..end])))
            {
                break;
            }

            start = word;
        }

        return start;
    }

    /// <summary>Capitalised words, then a house number. -1 when something else comes first.</summary>
    private static int Right(ReadOnlySpan<char> text, int at, bool isTown, bool isShort, bool named)
    {
        var from = at;
        var comma = false;
        while (at < text.Length && at - from < Reach)
        {
            var c = text[at];
            if (c is ' ' or '.' or '"' or '«' or '»' or '-' or '№' or ':' or ',')
            {
                comma |= c == ',';
                at++;
                continue;
            }

            if (char.IsAsciiDigit(c) && DateName(text, at) is > 0 and var dateEnd)
            {
                named = true;
                at = dateEnd;
                continue;
            }

            if (char.IsAsciiDigit(c))
            {
                var end = HouseNumber(text, at);
                return end > 0 && named && (!isTown || comma) ? end : -1;
            }

            if (!char.IsLetter(c))
            {
                return -1;
            }

            var word = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '\''))
            {
                at++;
            }

            var letters = text[word..at];
            if (IsFiller(letters))
            {
                continue;
            }

            if (IsCommon(letters) && !isShort)
            {
                return -1;
            }
            else if (char.IsUpper(c) || isShort)
            {
                named |= !isTown || comma;
            }
            else
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>End of "12", "12а", "12/3", "12-45"; -1 for years, longer numbers and counts of something.</summary>
    private static int HouseNumber(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == at || end - at > 4 || IsYear(text[at..end]))
        {
            return -1;
        }

        var behind = text[end..].TrimStart(' ');
        if (behind.Length < text.Length - end || behind.Length == 0 || !char.IsLetter(behind[0]))
        {
            if (StartsWithAny(behind, s_units))
            {
                return -1;
            }
        }

        if (end + 1 < text.Length && text[end] is '/' or '-' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }

        var letter = end + (end < text.Length && text[end] is '-' or '"' ? 1 : 0);
        return letter < text.Length && char.IsLetter(text[letter]) && (letter + 1 == text.Length || !char.IsLetterOrDigit(text[letter + 1])) ? letter + 1 : end;
    }

    /// <summary>Takes in house, building and flat that follow.</summary>
    private static int Rest(ReadOnlySpan<char> text, int end)
    {
        while (true)
        {
            var at = end;
            while (at < text.Length && at - end < 3 && text[at] is ' ' or ',' or '-' or '.')
            {
                at++;
            }

            var word = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                at++;
            }

            var letters = text[word..at];
            var isPart = letters.Length > 0 && (StartsWithAny(letters, s_flats) || StartsWithAny(letters, s_houses) || IsFiller(letters));
            if (letters.Length > 0 && !isPart)
            {
                return end;
            }

            while (isPart && at < text.Length && text[at] is ' ' or '.' or '№' or '-')
            {
                at++;
            }

            if (at == end || HouseNumber(text, at) is not (> 0 and var next))
            {
                return isPart && at > end ? word + letters.Length : end;
            }

            end = next;
        }
    }

    /// <summary>End of a street's name like "7 Апреля"; 0 when the number is none.</summary>
    private static int DateName(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        at += at < text.Length && text[at] is ' ' or '-' ? 1 : 0;
        var word = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at > word && char.IsUpper(text[word]) && OrdinaryWords.IsMonth(text[word..at]) ? at : 0;
    }

    private static bool IsCommon(ReadOnlySpan<char> word) =>
        OrdinaryWords.Contains(word) && !(char.IsUpper(word[0]) && OrdinaryWords.IsPlace(word));

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits[..2] is "19" or "20";

    private static bool IsFiller(ReadOnlySpan<char> word)
    {
        foreach (var filler in s_fillers)
        {
            if (word.Equals(filler, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
