namespace Analytics.Domain.PersonalData;

/// <summary>What a word says for or against being part of a person's name.</summary>
[Flags]
internal enum NameSign
{
    None = 0,

    /// <summary>A given name of the list.</summary>
    Given = 1,

    /// <summary>A given name that is a word too, stands in a case, or only ends like one.</summary>
    MaybeGiven = 2,

    /// <summary>-ович, -овна …</summary>
    Patronymic = 4,

    /// <summary>уулу, кызы, o'g'li …</summary>
    Descent = 8,

    /// <summary>-ов, -ова, -ев, -ева …</summary>
    Family = 16,

    /// <summary>-ин, -ская, -енко …: words of other kinds end so as well.</summary>
    MaybeFamily = 32,

    /// <summary>A family name made of a listed given name (Асан-ов).</summary>
    KnownStem = 64,

    /// <summary>One capital letter with a stop.</summary>
    Initial = 128,

    /// <summary>Begins with a capital and is no ordinary word.</summary>
    Capital = 256,

    /// <summary>A place, month, people or common word.</summary>
    Ordinary = 512,

    /// <summary>A word of a body or place that carries names of its own.</summary>
    BodyMark = 1024,

    /// <summary>First word of a sentence.</summary>
    OpensSentence = 2048,

    /// <summary>Stands in quotation marks.</summary>
    Quoted = 4096,

    /// <summary>Only spaces, a comma, a hyphen or an initial's stop between this word and the next.</summary>
    Near = 8192,
}

/// <summary>A word of a text and its signs.</summary>
internal readonly record struct NameWord(int Start, int End, NameSign Signs)
{
    public bool Is(NameSign any) => (Signs & any) != NameSign.None;
}

/// <summary>Splits a text into words and reads the signs of each.</summary>
internal static class NameWords
{
    private const NameSign AnyName = NameSign.Given | NameSign.MaybeGiven | NameSign.Patronymic | NameSign.Descent | NameSign.Family | NameSign.MaybeFamily | NameSign.Initial;
    private const NameSign Place = NameSign.OpensSentence | NameSign.Quoted | NameSign.Near;
    private const int ShortestStem = 3;
    private const int ShortestFamily = 5;
    private const int WidestGap = 3;

    private static readonly string[] s_descent = ["ulu", "uul", "kizi", "kiz", "ugli", "ogli", "uglu", "oglu", "gizi", "uli", "zade", "zoda"];
    private static readonly string[] s_patronymic =
    [
        "oviC", "eviC", "ovna", "evna", "iviC", "ivna", "iniCna", "oviCa", "oviCu", "oviCem", "oviCom", "oviCe", "eviCa", "eviCu", "eviCem", "eviCe", "ovni", "ovne", "ovnu", "ovnoi",
        "evni", "evne", "evnu", "evnoi",
    ];

    private static readonly string[] s_family = ["ov", "ova", "ev", "eva", "of", "ef", "ovu", "evu", "ovim", "evim", "ovoi", "evoi", "ove", "eve"];

    private static readonly string[] s_plainFamily = ["ov", "ova", "ev", "eva"];
    private static readonly string[] s_callings = ["nik", "ist", "ant", "ent", "tor", "ik", "Cik", "Sik", "el", "its", "on", "ekt", "ok"];

    /// <summary>Korean family names of Central Asia.</summary>
    private static readonly string[] s_shortFamily = ["li", "kim", "pak", "tsoi", "ten", "Sin", "iugai", "nam", "tshai", "hegai", "kogai"];

    /// <summary>Behind -ов/-ова in Kyrgyz: the cases, as keys.</summary>
    private static readonly string[] s_kyrgyzCases = ["dun", "nun", "nin", "din", "go", "ga", "ge", "du", "nu", "ni", "di", "don", "dan", "den", "do", "da", "de", "lar", "dor"];

    private static readonly string[] s_maybeFamily = ["in", "ina", "ski", "skii", "ska", "skaia", "enko", "Cuk", "dze", "Svili", "ian", "bai", "baeva", "tegin", "kulov", "inoi", "inu", "inim", "skogo", "skomu", "skoi"];

    /// <summary>Endings that make names of almost any stem.</summary>
    private static readonly string[] s_compounds = ["bek", "gul", "bubu", "mirza", "Jan", "nur", "bai", "alu", "ali", "kul", "kan", "han", "hon", "rahman", "rakman", "Jon", "mat", "din", "zat", "zada"];

    private static readonly string[] s_russianCases = ["u", "e", "i", "a", "oi", "ei", "em", "om", "iu", "ami", "oiu"];

    /// <param name="text">Plain text.</param>
    /// <param name="words">Room for as many words as half the text's length and one more.</param>
    /// <returns>Words written.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<NameWord> words)
    {
        var count = 0;
        var at = 0;
        var opens = true;
        var quoted = false;
        var all = NameSign.None;
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]))
            {
                opens |= text[at] is '.' or '!' or '?' or '\n' or ';';
                quoted = text[at] switch { '«' or '“' => true, '»' or '”' => false, '"' => !quoted, _ => quoted };
                at++;
                continue;
            }

            var start = at;
            do
            {
                at++;
            }
            while (at < text.Length && (char.IsLetter(text[at]) || IsInner(text, at)) && !IsCamel(text, at));

            var signs = Signs(text, start, at) | (opens ? NameSign.OpensSentence : NameSign.None) | (quoted ? NameSign.Quoted : NameSign.None);
            opens = false;
            if (IsNear(text, at, (signs & NameSign.Initial) != NameSign.None))
            {
                signs |= NameSign.Near;
            }

            words[count++] = new(start, at, signs);
            all |= signs;
        }

        return (all & AnyName) == NameSign.None ? 0 : Sober(text, words[..count]);
    }

    /// <summary>Takes the signs of a name from ordinary words: only needed where some word has one.</summary>
    private static int Sober(ReadOnlySpan<char> text, Span<NameWord> words)
    {
        foreach (ref var word in words)
        {
            var letters = text[word.Start..word.End];
            if (letters.Length == 1 || word.Is(NameSign.Descent))
            {
                continue;
            }

            var isMark = OrdinaryWords.IsBodyMark(letters);
            if (isMark || OrdinaryWords.Contains(letters))
            {
                word = word with { Signs = (word.Signs & Place) | NameSign.Ordinary | (isMark ? NameSign.BodyMark : NameSign.None) };
            }
        }

        return words.Length;
    }

    private static bool IsInner(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '`' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsCamel(ReadOnlySpan<char> text, int at) => char.IsUpper(text[at]) && char.IsLower(text[at - 1]);

    private static bool IsNear(ReadOnlySpan<char> text, int at, bool initial)
    {
        var end = at;
        while (end < text.Length && end - at <= WidestGap && !char.IsLetter(text[end]))
        {
            var c = text[end];
            var joins = c is ' ' or '_' or '-' || (c == ',' && end == at) || (c == '.' && (initial || end - at == 0) && IsJoiningStop(text, end, initial));
            if (!joins)
            {
                return false;
            }

            end++;
        }

        return end < text.Length && end - at <= WidestGap && char.IsLetter(text[end]);
    }

    /// <summary>A stop joins behind an initial, and in "asanova.aigul".</summary>
    private static bool IsJoiningStop(ReadOnlySpan<char> text, int at, bool initial) => initial || (at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static NameSign Signs(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        var capital = char.IsUpper(word[0]);
        if (word.Length == 1)
        {
            var stop = end < text.Length && text[end] == '.';
            return !stop ? NameSign.None
                : capital ? NameSign.Initial
                : word[0] is 'у' or 'к' && end + 2 < text.Length && char.IsUpper(text[text[end + 1] == ' ' ? end + 2 : end + 1]) ? NameSign.Descent
                : NameSign.None;
        }

        Span<char> room = stackalloc char[NameKey.Room];
        ReadOnlySpan<char> key = room[..NameKey.Write(word, room)];
        if (key.Length >= 3 && IsOneOf(key, s_descent))
        {
            return NameSign.Descent;
        }

        if (key.Length < 2)
        {
            return NameSign.None;
        }

        var signs = capital ? NameSign.Capital : NameSign.None;
        var cyrillic = word[^1] > '\u03FF';
        return IsAdjective(word) ? signs : signs | Given(key, capital && cyrillic) | Family(word, key, capital);
    }

    /// <summary>Долговая, уголовный, трудовое: no family name of these ends so, but for -ский and -ская.</summary>
    private static bool IsAdjective(ReadOnlySpan<char> word) =>
        word.Length > 5
        && (word.EndsWith("вая", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ная", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ный", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("вый", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ное", StringComparison.OrdinalIgnoreCase) || word.EndsWith("вое", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("ные", StringComparison.OrdinalIgnoreCase) || word.EndsWith("вые", StringComparison.OrdinalIgnoreCase));

    private static NameSign Given(ReadOnlySpan<char> key, bool inflects)
    {
        if (GivenNames.Contains(key))
        {
            return GivenNames.IsAmbiguous(key) ? NameSign.MaybeGiven : NameSign.Given;
        }

        if (key.Length < 5)
        {
            return NameSign.None;
        }

        foreach (var ending in s_compounds)
        {
            if (key.Length >= ending.Length + ShortestStem && key[^1] == ending[^1] && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return (ending is "bek" or "gul" or "bubu" or "mirza" && key.Length >= 6) || GivenNames.Contains(key[..^ending.Length]) ? NameSign.Given : NameSign.MaybeGiven;
            }
        }

        return inflects && IsInflected(key) ? NameSign.Given : NameSign.None;
    }

    /// <summary>A listed name in a Russian or Kyrgyz case.</summary>
    private static bool IsInflected(ReadOnlySpan<char> key)
    {
        Span<char> whole = stackalloc char[NameKey.Room + 1];
        foreach (var ending in s_russianCases)
        {
            if (key.Length - ending.Length >= ShortestStem && key[^1] == ending[^1] && key.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = key[..^ending.Length];
                stem.CopyTo(whole);
                whole[stem.Length] = 'a';
                if (IsSure(stem) || (ending is not ("em" or "om" or "a" or "ami") && IsSure(whole[..(stem.Length + 1)])))
                {
                    return true;
                }
            }
        }

        foreach (var ending in s_kyrgyzCases)
        {
            if (key.Length - ending.Length > ShortestStem && key[^1] == ending[^1] && key.EndsWith(ending, StringComparison.Ordinal) && IsSure(key[..^ending.Length]))
            {
                return true;
            }
        }

        // The genitive of the west: Айгүл-дүн, Асанбек-тин.
        return key.Length > 6 && key[^3] is 't' or 'k' && IsSure(key[..^3]) && key.EndsWith("n", StringComparison.Ordinal);
    }

    private static bool IsSure(ReadOnlySpan<char> key) => key.Length >= 4 && GivenNames.Contains(key) && !GivenNames.IsAmbiguous(key);

    private static NameSign Family(ReadOnlySpan<char> word, ReadOnlySpan<char> key, bool capital)
    {
        if (key.Length >= ShortestFamily + 1 && EndsWith(key, s_patronymic, out _))
        {
            return NameSign.Patronymic;
        }

        if (key.Length >= 7 && (key.EndsWith("ulu", StringComparison.Ordinal) || key.EndsWith("kizi", StringComparison.Ordinal) || key.EndsWith("ogli", StringComparison.Ordinal)))
        {
            return NameSign.Patronymic;
        }

        if (key.Length >= ShortestFamily)
        {
            if (EndsWith(key, s_family, out var stem))
            {
                return FamilyOf(stem, key[stem.Length..], word);
            }

            foreach (var ending in s_kyrgyzCases)
            {
                if (capital && key[^1] == ending[^1] && key.EndsWith(ending, StringComparison.Ordinal) && EndsWith(key[..^ending.Length], s_plainFamily, out stem) && IsStem(stem))
                {
                    return NameSign.Family | NameSign.KnownStem;
                }
            }

            if (capital && (key.EndsWith("enko", StringComparison.Ordinal) || key.EndsWith("zoda", StringComparison.Ordinal) || key.EndsWith("zade", StringComparison.Ordinal)))
            {
                return NameSign.Family;
            }

            if (EndsWith(key, s_maybeFamily, out stem))
            {
                return NameSign.MaybeFamily | (IsStem(stem) && key.EndsWith("in", StringComparison.Ordinal) ? NameSign.KnownStem : NameSign.None);
            }
        }

        return capital && IsOneOf(key, s_shortFamily) ? NameSign.MaybeFamily : NameSign.None;
    }

    /// <summary>Adjectives end in -овой and -ове, and plurals of callings in -ников: those need a neighbour, or a known stem.</summary>
    private static NameSign FamilyOf(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending, ReadOnlySpan<char> word)
    {
        if (IsStem(stem))
        {
            return NameSign.Family | NameSign.KnownStem;
        }

        if (stem.Length < 2 || word[^1] is 'w' or 'W')
        {
            return NameSign.None;
        }

        var isWeak = ending is "ovoi" or "evoi" or "ove" or "eve" or "of" or "ef" or "ovim" or "evim"
            || (ending is "ov" or "ev" && EndsWith(stem, s_callings, out _));
        return isWeak ? NameSign.MaybeFamily : NameSign.Family;
    }

    private static bool IsStem(ReadOnlySpan<char> stem)
    {
        Span<char> whole = stackalloc char[NameKey.Room + 1];
        stem.CopyTo(whole);
        whole[stem.Length] = 'a';
        return stem.Length >= ShortestStem
            && (GivenNames.Contains(stem) || GivenNames.Contains(whole[..(stem.Length + 1)])
                || (stem.Length >= 6 && (stem.EndsWith("bek", StringComparison.Ordinal) || stem.EndsWith("kul", StringComparison.Ordinal) || stem.EndsWith("bai", StringComparison.Ordinal) || stem.EndsWith("ba", StringComparison.Ordinal) || stem.EndsWith("ali", StringComparison.Ordinal))));
    }

    private static bool EndsWith(ReadOnlySpan<char> key, string[] endings, out ReadOnlySpan<char> stem)
    {
        stem = key;
        foreach (var ending in endings)
        {
            if (key.Length - ending.Length >= 2 && key.Length - ending.Length < stem.Length && key[^1] == ending[^1] && key.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = key[..^ending.Length];
            }
        }

        return stem.Length < key.Length;
    }

    private static bool IsOneOf(ReadOnlySpan<char> key, string[] keys)
    {
        foreach (var one in keys)
        {
            if (key[0] == one[0] && key.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
