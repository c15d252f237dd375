using System.Globalization;
using Analytics.Domain;

namespace Analytics.Dashboard.Localization;

/// <summary>
/// A language of the screens: its words, numbers and dates. Formats are written out here and not taken from the machine, so that a
/// figure reads the same on every server.
/// </summary>
public sealed class Language
{
    public const string Parameter = "lang";

    /// <summary>A percent sign as it stands after a number, from which it is never parted.</summary>
    public const string PercentSign = NoBreakSpace + "%";

    private const string NoBreakSpace = "\u00a0";

    private static readonly string[] s_monthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] s_monthsRu = ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];
    private static readonly string[] s_monthsOfRu = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    private static readonly string[] s_monthsKy = ["янв.", "фев.", "март", "апр.", "май", "июнь", "июль", "авг.", "сен.", "окт.", "ноя.", "дек."];
    private static readonly string[] s_monthsToKy = ["январына", "февралына", "мартына", "апрелине", "майына", "июнуна", "июлуна", "августуна", "сентябрына", "октябрына", "ноябрына", "декабрына"];
    private static readonly string[] s_monthsOfKy = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    public static readonly Language English = new("en", "English", ".", ",");
    public static readonly Language Russian = new("ru", "Русский", ",", NoBreakSpace);
    public static readonly Language Kyrgyz = new("ky", "Кыргызча", ",", NoBreakSpace);
    public static readonly IReadOnlyList<Language> All = [English, Russian, Kyrgyz];

    private readonly NumberFormatInfo _numbers;

    private Language(string code, string ownName, string decimalSeparator, string groupSeparator)
    {
        Code = code;
        OwnName = ownName;
        _numbers = new NumberFormatInfo
        {
            NumberDecimalSeparator = decimalSeparator,
            NumberGroupSeparator = groupSeparator,
            NegativeSign = "−",
        };
    }

    /// <summary>en, ru or ky.</summary>
    public string Code { get; }

    /// <summary>The language's name in itself.</summary>
    public string OwnName { get; }

    /// <summary>Decimal and thousands separators, in the order that a chart's axis wants them.</summary>
    public string Separators => _numbers.NumberDecimalSeparator + _numbers.NumberGroupSeparator;

    public static Language? Find(string? code) => All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    public string Text(LocalText text) => text.In(Code);

    /// <summary>A text with places {0}, {1} …; numbers must already be formatted.</summary>
    public string Text(LocalText text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text.In(Code), values);

    /// <summary>A text in the form that a number asks for: {0} is the number, {1} … are the values.</summary>
    public string Text(PluralText text, decimal number, params ReadOnlySpan<object?> values) =>
        Text(text.For(number), [Number(number), .. values]);

    public string Number(decimal value, int decimals = 0) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A share of one as a percentage: 0.845 is 84.5 %.</summary>
    public string Percent(decimal share, int decimals = 1) => Number(share * 100, decimals) + PercentSign;

    /// <summary>A change with its sign, as a percentage.</summary>
    public string Change(decimal share) => (share > 0 ? "+" : "") + Percent(share, 0);

    public string Date(DateOnly date) => Code switch
    {
        "ru" => $"{date.Day}{NoBreakSpace}{s_monthsOfRu[date.Month - 1]} {date.Year}{NoBreakSpace}г.",
        "ky" => $"{date.Year}-ж. {date.Day}-{s_monthsOfKy[date.Month - 1]}",
        _ => $"{date.Day}{NoBreakSpace}{s_monthsEn[date.Month - 1]}{NoBreakSpace}{date.Year}",
    };

    /// <summary>The day on which something stood as it is shown; in Kyrgyz in the dative, which "as of" asks for.</summary>
    public string AsOf(DateOnly date) => Code == "ky" ? $"{date.Year}-жылдын {date.Day}-{s_monthsToKy[date.Month - 1]}" : Date(date);

    public string Month(int year, int month) => Code switch
    {
        "ru" => $"{s_monthsRu[month - 1]} {year}",
        "ky" => $"{year}-ж. {s_monthsKy[month - 1]}",
        _ => $"{s_monthsEn[month - 1]} {year}",
    };

    public string Quarter(int year, int quarter) => Code switch
    {
        "ru" => $"{quarter}{NoBreakSpace}кв. {year}",
        "ky" => $"{year}-ж. {quarter}-чейрек",
        _ => $"Q{quarter} {year}",
    };

    /// <summary>A month or quarter without its year.</summary>
    public string MonthName(int month) => Code switch { "ru" => s_monthsRu[month - 1], "ky" => s_monthsKy[month - 1], _ => s_monthsEn[month - 1] };

    /// <inheritdoc cref="MonthName"/>
    public string QuarterName(int quarter) => Code switch { "ru" => $"{quarter}{NoBreakSpace}кв.", "ky" => $"{quarter}-чейрек", _ => $"Q{quarter}" };

    /// <summary>A count with its noun in the right form, "55 crimes", "55 преступлений".</summary>
    public string Count(decimal value, PluralText noun) => $"{Number(value)}{NoBreakSpace}{Noun(value, noun)}";

    /// <summary>The form of a noun that stands after a number.</summary>
    public string Noun(decimal value, PluralText noun) => Text(noun.For(value));
}
