using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// Dates and times as people write them: months as words in Russian, Kyrgyz and English or as Roman numerals, the word for a year behind it,
/// the year first with points or slashes, the time first, in twelve hours or with a zone. What may be read in two ways is not read.
/// </summary>
internal static partial class WrittenTime
{
    private const string Year = @"(?<year>(?:19|20)[0-9]{2})";
    private const string YearWord = @"\s*-?\s*(?:г|год|года|году|ж|жыл|жылы|жылдын)?\.?";
    private const string Month = @"(?<month>\p{L}+)\.?";
    private const string Day = @"(?<day>[0-9]{1,2})";
    private const string Number = "(?<number>[0-9]{1,2})";
    private const string Zone = @"\s*(?<zone>z|utc|gmt|(?:utc|gmt)?[+-][0-9]{1,2}(?::?[0-9]{2})?)?";
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Patience = 10_000;
    private const int Longest = 80;

    // A stem with the endings of its cases in Russian and Kyrgyz (марта, марте; мартынан, мартында, марты), and what else stands for the month.
    private static readonly (string Stem, string Others)[] s_names =
    [
        ("январ", "янв january jan i"), ("феврал", "фев february feb ii"), ("март", "мар march mar iii"), ("апрел", "апр april apr iv"),
        ("май", "мая мае маю may v"), ("июн", "june jun vi"), ("июл", "july jul vii"), ("август", "авг august aug viii"),
        ("сентябр", "сен сент september sept sep ix"), ("октябр", "окт october oct x"), ("ноябр", "ноя нояб november nov xi"), ("декабр", "дек december dec xii"),
    ];

    private static readonly string[] s_endings = ["", "а", "я", "е", "ь", "ы", "и", "у", "ынан", "инен", "унан", "үнөн", "нан", "нен", "ында", "инде", "унда", "дан", "ден", "тан", "тен"];

    private static readonly FrozenDictionary<string, int> s_months = s_names
        .SelectMany((name, i) => s_endings.Select(ending => name.Stem + ending).Concat(name.Others.Split(' ')).Select(word => (word, Month: i + 1)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Month, StringComparer.Ordinal);

    private static readonly Func<Regex>[] s_dates = [DayWordYear, YearDayWord, WordYear, YearWordAlone, WordDayYear, DottedWithWord, YearFirst, SameEitherWay, MonthAndYear, YearAndMonth, YearAlone];

    private static readonly string[] s_englishMonths = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(name => name.Length > 0)];

    /// <returns>Whether the text is a date, or a date with a time, in one of these forms.</returns>
    public static bool TryRead(string text, out PartialTime time)
    {
        time = default;
        if (text.Length > Longest)
        {
            return false;
        }

        var plain = Plainly(text);
        return TryDate(plain, out time) || TryDateAndTime(plain, out time);
    }

    /// <summary>The months that are written in Russian or Kyrgyz, in English, so that a format with MMM or MMMM of a mapping reads them.</summary>
    public static string WithEnglishMonths(string text, bool abbreviated) => Words().Replace(text, word =>
        word.Value[0] > 'z' && s_months.TryGetValue(word.Value.ToLowerInvariant(), out var month)
            ? abbreviated ? s_englishMonths[month - 1][..3] : s_englishMonths[month - 1]
            : word.Value);

    private static string Plainly(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.Trim().ToLowerInvariant())
        {
            plain.Append(sign switch { '«' or '»' or '"' or '“' or '”' or '„' or '\u00A0' or '\u202F' => ' ', '–' or '—' or '−' => '-', 'ё' => 'е', _ => sign });
        }

        return WeekDay().Replace(Spaces().Replace(plain.ToString(), " ").Trim(), "");
    }

    private static bool TryDate(string text, out PartialTime time)
    {
        foreach (var form in s_dates)
        {
            if (form().Match(text) is not { Success: true } match)
            {
                continue;
            }

            var (word, number, day) = (match.Groups["month"], match.Groups["number"], match.Groups["day"]);
            int? month = word.Success ? s_months.GetValueOrDefault(word.Value, -1) : number.Success ? Int(number) : null;
            if (month is null or (>= 1 and <= 12))
            {
                time = new PartialTime(Int(match.Groups["year"]), month ?? 0, day.Success ? Int(day) : 0);
                return time.IsValid && (!day.Success || time.Day > 0);
            }
        }

        time = default;
        return false;
    }

    private static bool TryDateAndTime(string text, out PartialTime time)
    {
        time = default;
        foreach (var form in (ReadOnlySpan<Regex>)[TimeLast(), TimeFirst(), Compact()])
        {
            if (form.Match(text) is { Success: true } match && Clock(match) is { } seconds
                && (PartialTime.TryRead(Encoding.UTF8.GetBytes(match.Groups["date"].Value), out time) || TryDate(match.Groups["date"].Value.Trim(' ', ','), out time))
                && time is { Day: > 0, Seconds: null })
            {
                time = time with { Seconds = seconds, OffsetMinutes = Offset(match.Groups["zone"].Value) };
                return time.IsValid;
            }
        }

        return false;
    }

    private static int? Clock(Match match)
    {
        var (hour, minute, second) = (Int(match.Groups["hour"]), Int(match.Groups["minute"]), match.Groups["second"].Success ? Int(match.Groups["second"]) : 0);
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (match.Groups["half"].Value[0] == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 && second <= 60 ? (hour * 3600) + (minute * 60) + Math.Min(second, 59) : null;
    }

    private static int? Offset(string zone)
    {
        var signed = zone.Replace("utc", "", StringComparison.Ordinal).Replace("gmt", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        if (zone.Length == 0)
        {
            return null;
        }

        if (signed is "" or "z")
        {
            return 0;
        }

        var number = int.Parse(signed.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = signed.Length > 3 ? (number / 100 * 60) + (number % 100) : number * 60;
        return signed[0] == '-' ? -minutes : minutes;
    }

    private static int Int(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex($@"^{Day}(?:[\s.-]|-го)+{Month}[\s.,-]*{Year}{YearWord}$", Plain, Patience)]
    private static partial Regex DayWordYear();

    [GeneratedRegex($@"^{Year}{YearWord}[\s,-]*{Day}\s*-?\s*{Month}$", Plain, Patience)]
    private static partial Regex YearDayWord();

    [GeneratedRegex($@"^{Month}[\s.,-]*{Year}{YearWord}$", Plain, Patience)]
    private static partial Regex WordYear();

    [GeneratedRegex($@"^{Year}\s*-?\s*(?:ж|жыл|жылы|жылдын|г|год|года)?\.?[\s-]*{Month}$", Plain, Patience)]
    private static partial Regex YearWordAlone();

    [GeneratedRegex($@"^{Month}\s+{Day}(?:st|nd|rd|th)?,?\s+{Year}$", Plain, Patience)]
    private static partial Regex WordDayYear();

    [GeneratedRegex($@"^{Day}\.{Number}\.{Year}\s*-?\s*(?:г|год|года|ж)\.?$", Plain, Patience)]
    private static partial Regex DottedWithWord();

    [GeneratedRegex($@"^{Year}[./]{Number}[./]{Day}$", Plain, Patience)]
    private static partial Regex YearFirst();

    // The fifth of May, whichever of the two comes first.
    [GeneratedRegex($@"^0?(?<day>[0-9]{{1,2}})(?<mark>[/-])0?(?<number>\k<day>)\k<mark>{Year}$", Plain, Patience)]
    private static partial Regex SameEitherWay();

    [GeneratedRegex($"^{Number}[/-]{Year}$", Plain, Patience)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex($"^{Year}(?:[/.]|m){Number}$", Plain, Patience)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex($@"^{Year}\s*-?\s*(?:г|год|года|ж|жыл|жылы)\.?$", Plain, Patience)]
    private static partial Regex YearAlone();

    [GeneratedRegex($@"^(?<date>.{{6,50}}?)(?:,\s*|\s+)(?<hour>[0-9]{{1,2}})[:.](?<minute>[0-9]{{2}})(?:[:.](?<second>[0-9]{{2}})(?:[.,][0-9]{{1,7}})?)?\s*(?<half>am|pm)?{Zone}$", Plain, Patience)]
    private static partial Regex TimeLast();

    [GeneratedRegex($@"^(?<hour>[0-9]{{1,2}}):(?<minute>[0-9]{{2}})(?::(?<second>[0-9]{{2}}))?,?\s+(?<date>.{{6,50}}){Zone}$", Plain, Patience)]
    private static partial Regex TimeFirst();

    [GeneratedRegex($"^(?<date>[0-9]{{8}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})t(?<hour>[0-9]{{2}}):?(?<minute>[0-9]{{2}}):?(?<second>[0-9]{{2}})?(?:[.,][0-9]{{1,7}})?{Zone}$", Plain, Patience)]
    private static partial Regex Compact();

    [GeneratedRegex(@"\p{L}+", Plain, Patience)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс)\p{L}*\.?,?\s+", Plain, Patience)]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"\s+", Plain, Patience)]
    private static partial Regex Spaces();
}
