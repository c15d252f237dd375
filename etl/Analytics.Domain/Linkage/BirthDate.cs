using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Analytics.Domain.Linkage;

/// <summary>A date of birth as far as it is known. <see cref="Month"/> without a day is kept; a day without a month is not.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BirthDate(int? Year, int? Month, int? Day)
{
    /// <summary>Month and day in either order, so that an exchanged pair (03.07 for 07.03) is still the same; null when either is unknown.</summary>
    public string? MonthDay => Month is { } m && Day is { } d ? $"{Math.Min(m, d)}/{Math.Max(m, d)}" : null;
}

/// <summary>In what order a source writes the parts of an all-numeric date when the numbers alone do not tell.</summary>
public enum DateOrder
{
    DayMonthYear,
    MonthDayYear,
}

/// <summary>Reads dates of birth in the forms that registers use, whole or in part.</summary>
public static partial class BirthDateReader
{
    private const int EarliestYear = 1890;

    // First letters of month names in ru/ky, en, uz, tg, after transliteration; then the traditional Kyrgyz months.
    private static readonly (string Prefix, int Month)[] s_months =
    [
        ("ian", 1), ("yan", 1), ("jan", 1), ("fev", 2), ("feb", 2), ("mar", 3), ("apr", 4), ("mai", 5), ("may", 5), ("maia", 5), ("iiun", 6), ("iiul", 7), ("iun", 6), ("iul", 7),
        ("jun", 6), ("jul", 7), ("iyun", 6), ("iyul", 7), ("yun", 6), ("yul", 7), ("avg", 8), ("aug", 8), ("sen", 9), ("sep", 9), ("okt", 10), ("oct", 10),
        ("noia", 11), ("noya", 11), ("nov", 11), ("noi", 11), ("dek", 12), ("dec", 12), ("uchtun", 1), ("birdin", 2), ("zhalgan", 3), ("chyn", 4), ("bugu", 5), ("kulzha", 6), ("teke", 7),
        ("bash", 8), ("aiak", 9), ("toguzdun", 10), ("zhetinin", 11), ("beshtin", 12),
    ];

    /// <param name="text">For example 1985-03-12, 12.03.1985, 19850312, 3/1985, 12 марта 1985 г., 00.00.1985, 1985, or an Excel day number.</param>
    /// <param name="order">Used when both day and month are 12 or less.</param>
    /// <param name="thisYear">The current year: a two-digit year never lies after it, nor does any other.</param>
    /// <param name="date">The parts that are known; all null for an empty cell.</param>
    /// <returns>False when the cell holds something that is no date.</returns>
    public static bool TryRead(string? text, DateOrder order, int thisYear, out BirthDate date)
    {
        date = default;
        var cell = (text ?? "").Trim();
        if (cell.Length == 0 || cell.All(c => !char.IsLetterOrDigit(c)))
        {
            return true;
        }

        // A time of day behind the date says nothing about a birth.
        cell = TimeOfDay().Replace(cell, "");
        var words = Latin.Transliterate(cell).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Select(MonthNamed).FirstOrDefault(month => month > 0);
        var numbers = words.Where(word => char.IsAsciiDigit(word[0])).Select(word => word.TrimEnd('g', 'd', 't', 'h', 's', 'n', 'r')).ToArray();
        if (!Array.TrueForAll(numbers, n => n.Length is >= 1 and <= 8 && n.All(char.IsAsciiDigit)))
        {
            return false;
        }

        var read = named > 0 ? WithMonthName(named, numbers, thisYear) : Numeric(numbers, order, thisYear);
        date = read ?? default;
        return read is not null;
    }

    private static BirthDate? WithMonthName(int month, string[] numbers, int thisYear) => numbers switch
    {
        [var year] => Checked(Year(year, thisYear), month, null, thisYear),
        [{ Length: 4 } year, var day] => Checked(Number(year), month, Number(day), thisYear),
        [var day, var year] => Checked(Year(year, thisYear), month, Number(day), thisYear),
        _ => null,
    };

    private static BirthDate? Numeric(string[] numbers, DateOrder order, int thisYear) => numbers switch
    {
        [{ Length: 8 } packed] => Packed(packed, thisYear),
        [{ Length: 6 } packed] => Checked(Number(packed[..4]), Number(packed[4..]), null, thisYear),
        [{ Length: 5 } serial] => FromExcel(Number(serial), thisYear),
        [{ Length: 4 } year] => Checked(Number(year), null, null, thisYear),
        [{ Length: 4 } year, var month] => Checked(Number(year), Number(month), null, thisYear),
        [var month, { Length: 4 } year] => Checked(Number(year), Number(month), null, thisYear),
        [{ Length: 4 } year, var month, var day] => Checked(Number(year), Number(month), Number(day), thisYear),
        [var first, var second, { Length: 4 or 2 } year] => DayAndMonth(Number(first), Number(second), Year(year, thisYear), order, thisYear),
        _ => null,
    };

    private static BirthDate? Packed(string digits, int thisYear) =>
        Checked(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]), thisYear)
        ?? Checked(Number(digits[4..]), Number(digits[2..4]), Number(digits[..2]), thisYear);

    private static BirthDate? DayAndMonth(int first, int second, int year, DateOrder order, int thisYear) =>
        order == DateOrder.DayMonthYear
            ? Checked(year, second, first, thisYear) ?? Checked(year, first, second, thisYear)
            : Checked(year, first, second, thisYear) ?? Checked(year, second, first, thisYear);

    private static BirthDate? FromExcel(int serial, int thisYear)
    {
        var day = new DateOnly(1899, 12, 30).AddDays(serial);
        return Checked(day.Year, day.Month, day.Day, thisYear);
    }

    /// <summary>
    /// Zeros stand for unknown parts. A day that no calendar has (31 June) is a slip and kept as written; one that nobody could
    /// mean (92) is unknown, and so is the month when it is impossible and nothing else reads better.
    /// </summary>
    private static BirthDate? Checked(int year, int? month, int? day, int thisYear)
    {
        if (year < EarliestYear || year > thisYear || month is < 0 or > 12)
        {
            return null;
        }

        var knownMonth = month is 0 ? null : month;
        return new BirthDate(year, knownMonth, knownMonth is null || day is 0 or > 31 ? null : day);
    }

    private static int Year(string digits, int thisYear)
    {
        var year = Number(digits);
        return digits.Length != 2 ? year : year + (year <= thisYear % 100 ? thisYear / 100 * 100 : (thisYear / 100 * 100) - 100);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthNamed(string word) =>
        Array.Find(s_months, m => word.StartsWith(m.Prefix, StringComparison.Ordinal)).Month;

    [GeneratedRegex(@"(?<=\d)[T ]\d{1,2}:\d{2}.*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TimeOfDay();
}
