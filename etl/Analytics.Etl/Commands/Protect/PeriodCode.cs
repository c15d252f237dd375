using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Commands.Protect;

/// <summary>
/// Periods as tables write them (2021, 2021 г., 2021-Q1, I кв. 2021, H1 2021, 2021-01, 01.2021, январь 2021, 15.01.2021) in one form:
/// year, half-year, quarter, month, day.
/// </summary>
internal static partial class PeriodCode
{
    private static readonly string[][] s_months =
    [
        ["jan", "янв", "үчтүн"], ["feb", "фев", "бирдин"], ["mar", "мар", "жалган"], ["apr", "апр", "чын"], ["may", "мая", "май", "бугу"], ["jun", "июн", "кулжа"],
        ["jul", "июл", "теке"], ["aug", "авг", "баш оона"], ["sep", "сен", "аяк оона"], ["oct", "окт", "тогуздун"], ["nov", "ноя", "жетинин"], ["dec", "дек", "бештин"],
    ];

    /// <returns>yyyy, yyyyH1, yyyyQ1, yyyyMM or yyyyMMdd; null where the text is no period.</returns>
    public static string? Parse(string text)
    {
        var plain = Spaces().Replace(text.Trim().ToLower(CultureInfo.InvariantCulture), " ");
        if (Year().Match(plain) is { Success: true } year)
        {
            return year.Groups["y"].Value;
        }

        if (Part().Match(plain) is { Success: true } part)
        {
            var number = part.Groups["n"].Value switch { "i" or "і" => "1", "ii" or "іі" => "2", "iii" or "ііі" => "3", "iv" or "іv" => "4", var digit => digit };
            var half = part.Groups["half"].Success;
            return half && number is not ("1" or "2") ? null : $"{part.Groups["y"].Value}{(half ? 'H' : 'Q')}{number}";
        }

        if (Month().Match(plain) is { Success: true } month)
        {
            return $"{month.Groups["y"].Value}{int.Parse(month.Groups["m"].Value, CultureInfo.InvariantCulture):00}";
        }

        if (Day().Match(plain) is { Success: true } day)
        {
            var (m, d) = (int.Parse(day.Groups["m"].Value, CultureInfo.InvariantCulture), int.Parse(day.Groups["d"].Value, CultureInfo.InvariantCulture));
            return $"{day.Groups["y"].Value}{m:00}{d:00}";
        }

        return Named().Match(plain) is { Success: true } named && MonthNumber(named.Groups["name"].Value) is { } found
            ? $"{named.Groups["y"].Value}{found:00}"
            : null;
    }

    /// <returns>The periods that hold this one, the nearest first.</returns>
    public static IEnumerable<string> Above(string code)
    {
        var year = code[..4];
        var quarter = code.Length switch
        {
            6 when code[4] == 'Q' => code[5] - '0',
            6 when code[4] == 'H' => 0,
            >= 6 => (int.Parse(code.AsSpan(4, 2), CultureInfo.InvariantCulture) + 2) / 3,
            _ => 0,
        };
        if (code.Length == 8)
        {
            yield return code[..6];
        }

        if (quarter > 0 && code[4] != 'Q')
        {
            yield return $"{year}Q{quarter}";
        }

        if (quarter > 0)
        {
            yield return $"{year}H{(quarter + 1) / 2}";
        }

        if (code.Length > 4)
        {
            yield return year;
        }
    }

    private static int? MonthNumber(string name)
    {
        var at = Array.FindIndex(s_months, words => Array.Exists(words, word => name.StartsWith(word, StringComparison.Ordinal)));
        return at < 0 ? null : at + 1;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(за )?(?<y>(19|20)\d\d)[ -]?(г|г\.|год|года|ж|ж\.|жыл|year)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(
        """
        ^(?:
          (?<y>(19|20)\d\d)[ -]?(q(?<n>[1-4])|(?<half>[hs])(?<n>[12]))
        | (q(?<n>[1-4])|(?<half>h)(?<n>[12]))[ \-./]?(?<y>(19|20)\d\d)
        | (?<n>[1-4]|i{1,3}|iv|і{1,3}|іv)[ -]?(?:й|ый|ой)?[ -]?(?:кв\.?|квартал|чейрек|(?<half>полугодие|п/г|жарым\ жылдык))[ ]?(?<y>(19|20)\d\d)(?:[ ]?(г|г\.|года|ж|ж\.))?
        | (?<y>(19|20)\d\d)[ -]?(?:г\.?|года|жылдын|ж\.)?[ ,-]*(?<n>[1-4]|i{1,3}|iv|і{1,3}|іv)[ -]?(?:й|ый|ой|-)?[ ]?(?:кв\.?|квартал|чейрек|чейреги|(?<half>полугодие|п/г|жарым\ жылдыгы))
        )$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?<y>(19|20)\d\d)[-./]?m?(?<m>0[1-9]|1[0-2])|(?<m>0?[1-9]|1[0-2])[-./](?<y>(19|20)\d\d))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:(?<y>(19|20)\d\d)[-./](?<m>0[1-9]|1[0-2])[-./](?<d>0[1-9]|[12]\d|3[01])|(?<d>0?[1-9]|[12]\d|3[01])[./](?<m>0?[1-9]|1[0-2])[./](?<y>(19|20)\d\d))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:(?<name>\p{L}[\p{L} ]{2,15}?)[ ,.-]*(?<y>(19|20)\d\d)(?:[ ]?(г|г\.|года|ж|ж\.))?|(?<y>(19|20)\d\d)[ ,-]*(?:г\.?|года|жылдын|ж\.)?[ ,-]*(?<name>\p{L}[\p{L} ]{2,15}))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
