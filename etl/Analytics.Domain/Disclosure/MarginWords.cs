using System.Globalization;
using System.Text;

namespace Analytics.Domain.Disclosure;

/// <summary>The words that tables write where a row counts everybody: total, both sexes, Итого, Бардыгы, SDMX's _T.</summary>
public static class MarginWords
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "total", "totals", "tot", "grand total", "overall", "overall total", "sum", "all", "both", "both sexes", "both genders", "everyone", "everybody",
        "_t", "_total", "∑", "σ",
        "итого", "итог", "итоги", "общий итог", "итого всего", "всего", "всего лиц", "всего человек", "все", "оба", "обе", "оба пола", "обоего пола", "обаполы",
        "в целом", "в целом по стране", "в целом по республике", "итого по стране", "итого по республике", "всего по стране", "всего по республике",
        "по стране", "по республике", "общее", "общее число", "общее количество", "сумма",
        "бардыгы", "баардыгы", "баары", "бардыгы болуп", "жалпы", "жалпысы", "жалпысынан", "жалпы саны", "жалпы жыйынтык", "жыйынтык", "жыйынтыгы", "жыйынды",
        "эки жыныс", "эки жыныс тең", "эки жыныстагылар", "экөө", "экөө тең", "өлкө боюнча", "республика боюнча", "суммасы",
    };

    /// <summary>Words that with a noun behind them mean everybody, such as “all ages”, unless the noun is “other”.</summary>
    private static readonly string[] s_every = ["all ", "все ", "бардык ", "баардык "];

    private static readonly string[] s_others = ["other", "remaining", "rest", "остальн", "проч", "друг", "иные", "башка", "калган"];

    /// <summary>Whether a value of a column stands for its margin. Blank is not a word; see the caller.</summary>
    public static bool Holds(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var word = Plain(value);
        return s_words.Contains(word)
            || (Array.Exists(s_every, every => word.StartsWith(every, StringComparison.Ordinal))
                && word.Count(char.IsWhiteSpace) <= 2
                && !Array.Exists(s_others, other => word.Contains(other, StringComparison.Ordinal)));
    }

    /// <summary>Small letters, ё as е, one blank between words, no marks around.</summary>
    private static string Plain(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in UnicodeText.Normalize(value, NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture))
        {
            var plain = letter == 'ё' ? 'е' : letter;
            if (char.IsWhiteSpace(plain))
            {
                text.Append(text.Length > 0 && text[^1] != ' ' ? " " : string.Empty);
            }
            else
            {
                text.Append(plain);
            }
        }

        return text.ToString().Trim(' ', ':', '.', ',', ';', '*', '-', '–', '—', '(', ')', '[', ']', '=');
    }
}
