using System.Buffers;

namespace Analytics.Domain.Linkage;

/// <summary>
/// Names as they are compared: phonetic Latin without the endings that carry only gender or descent
/// (-ова/-ов, -ович/-овна, уулу/кызы, o'g'li/qizi), so that one person's spellings meet.
/// </summary>
internal static class NameForm
{
    private static readonly string[] s_descent = ["uulu", "ulu", "uul", "kyzy", "kizi", "kyz", "kizy", "gyzy", "gizi", "qizi", "qyzy", "ogly", "ogli", "ugli", "ugly", "oglu", "uly", "zade", "zoda"];
    private static readonly string[] s_attachedDescent = ["uulu", "kyzy", "kizi", "qizi", "gyzy"];
    private static readonly string[] s_patronymic = ["ovich", "evich", "ovna", "evna", "ivna", "ichna", "inichna", "owich", "ewich", "owna", "ewna", "ovic", "evic", "yevich", "yevna", "ievich", "ievna"];
    private static readonly string[] s_family = ["ova", "eva", "ov", "ev", "off", "eff", "ow", "owa", "yeva", "yev"];
    private static readonly HashSet<string> s_none = new(StringComparer.Ordinal)
    {
        "", "net", "n a", "na", "n d", "nd", "none", "null", "nil", "unknown", "neizvestno", "neizv", "ne izvestno", "belgisiz", "zhok", "jok", "test", "0", "nomalum", "nan",
    };

    private static readonly SearchValues<char> s_breaks = SearchValues.Create(" ");

    /// <summary>The phonetic form of a given name; null when the cell says nothing.</summary>
    public static string? Given(string? text) => Join(Words(text));

    /// <summary>The phonetic form of a family name without its gender or descent ending; null when the cell says nothing.</summary>
    public static string? Family(string? text) => Join(Words(text)
        .Where(word => Array.IndexOf(s_descent, word) < 0)
        .Select(word => Strip(Strip(word, s_attachedDescent), s_family))
        .Select(FeminineIn));

    /// <summary>The phonetic form of the father's name inside a patronymic; null when the cell says nothing.</summary>
    public static string? Patronymic(string? text) => Join(Words(text)
        .Where(word => Array.IndexOf(s_descent, word) < 0)
        .Select(word => Strip(Strip(Strip(word, s_attachedDescent), s_patronymic), s_family)));

    /// <summary>Does a word carry the ending of a family name (and so sits in the wrong column when it stands as a given name)?</summary>
    public static bool LooksLikeFamily(string? text)
    {
        var words = Words(text);
        return words.Any(word => Array.IndexOf(s_descent, word) >= 0)
            || (words.Count == 1 && (Ends(words[0], s_family) || Ends(words[0], s_attachedDescent)));
    }

    /// <summary>Takes a patronymic that was written behind the given name ("Айгүл Асановна") into its own field.</summary>
    public static (string? Given, string? Patronymic) SplitPatronymic(string? given)
    {
        var words = Words(given);
        var at = words.FindIndex(word => Ends(word, s_patronymic));
        return at <= 0 ? (given, null) : (string.Join(' ', words[..at]), string.Join(' ', words[at..]));
    }

    private static List<string> Words(string? text)
    {
        var latin = Latin.Transliterate(text ?? "");
        return s_none.Contains(latin)
            ? []
            : [.. latin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.AsSpan().ContainsAnyExcept(s_breaks))];
    }

    private static bool Ends(string word, string[] endings) => Strip(word, endings).Length < word.Length;

    private static string Strip(string word, string[] endings)
    {
        // At least three letters must stay, or short names (Лев, Kiev) would vanish.
        var ending = endings.Where(e => word.Length - e.Length >= 3 && word.EndsWith(e, StringComparison.Ordinal)).MaxBy(e => e.Length);
        return ending is null ? word : word[..^ending.Length];
    }

    private static string FeminineIn(string word) =>
        word.Length > 5 && word.EndsWith("ina", StringComparison.Ordinal) ? word[..^1]
        : word.Length > 6 && word.EndsWith("skaia", StringComparison.Ordinal) ? word[..^3] + "ii"
        : word.Length > 6 && word.EndsWith("skaya", StringComparison.Ordinal) ? word[..^3] + "ii"
        : word;

    private static string? Join(IEnumerable<string> words)
    {
        var form = Latin.Phonetic(string.Concat(words));
        return form.Length == 0 ? null : form;
    }
}
