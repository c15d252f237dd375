using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>Dates of cells as text, as much of them as their number format shows.</summary>
internal static partial class ShownDates
{
    private static readonly DateTime s_first1900 = new(1899, 12, 30);

    /// <param name="shown">The number format of the cell.</param>
    public static string Write(DateTime date, string? shown) => date.Year < 1900
        // A time alone lies on the day before the first one.
        ? Rounded(date).ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : date.TimeOfDay.Ticks == 0
        ? date.ToString(DateFormat(shown), CultureInfo.InvariantCulture)
        : Rounded(date).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <returns>Whether a number in that format is shown as a date or time.</returns>
    public static bool IsDate(string? shown) => shown is { Length: > 0 } && !shown.Equals("General", StringComparison.OrdinalIgnoreCase)
        && Literals().Replace(shown, "").IndexOfAny(['y', 'Y', 'd', 'D', 'm', 'M', 'г', 'Г']) >= 0;

    /// <param name="days">Days and parts of days since the turn of 1900, as spreadsheets count.</param>
    public static DateTime? OfSerial(double days) => days is >= 1 and < 200_000 ? s_first1900.AddDays(days) : null;

    /// <summary>Of <c>mmm-yy</c> the month, of <c>yyyy</c> the year. What is in quotes or brackets shows nothing of it.</summary>
    private static string DateFormat(string? shown)
    {
        var format = Literals().Replace(shown ?? "", "").ToLowerInvariant();
        return !format.Contains('y', StringComparison.Ordinal) || format.IndexOfAny(['d', 'h', 's']) >= 0 ? "yyyy-MM-dd"
            : format.Contains('m', StringComparison.Ordinal) ? "yyyy-MM" : "yyyy";
    }

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literals();

    /// <summary>Excel keeps times as fractions of a day, which come back a fraction of a second off.</summary>
    private static DateTime Rounded(DateTime time) => new((time.Ticks + 5_000_000) / 10_000_000 * 10_000_000, DateTimeKind.Unspecified);
}
