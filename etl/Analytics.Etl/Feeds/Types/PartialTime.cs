using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Etl.Feeds.Types;

/// <summary>A date or time as exactly as it was given: 0 for a month or day, and null for a time or offset, that was not.</summary>
/// <param name="Seconds">Seconds since midnight.</param>
/// <param name="OffsetMinutes">East of UTC.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartialTime(int Year, int Month = 0, int Day = 0, int? Seconds = null, int? OffsetMinutes = null)
{
    public const int FirstYear = 1950;
    public const int LastYear = 2050;

    internal bool IsValid => Year is >= FirstYear and <= LastYear
        && (Month == 0 ? Day == 0 : Month <= 12 && (Day == 0 || Day <= DateTime.DaysInMonth(Year, Month)))
        && (Seconds is null || (Day > 0 && Seconds is >= 0 and < 86_400))
        && OffsetMinutes is null or (>= -14 * 60 and <= 14 * 60);

    /// <summary>
    /// Reads ISO 8601 (<c>2021</c>, <c>2021-03</c>, <c>2021-03-12</c>, <c>2021-03-12T14:05:00+06:00</c>), <c>20210312</c>, and
    /// the day-first form with dots (<c>12.03.2021</c>, <c>12.03.2021 14:05</c>, <c>03.2021</c>).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out PartialTime time)
    {
        var rest = text;
        time = default;
        if (!TryDigits(ref rest, out var first, out var length))
        {
            return false;
        }

        switch (length)
        {
            case 4 when rest.IsEmpty:
                time = new PartialTime(first);
                return time.IsValid;
            case 4 when rest[0] == '-':
                if (!TryIsoDate(first, ref rest, out time))
                {
                    return false;
                }

                break;
            case 5 when rest.IsEmpty || rest[0] is (byte)'.' or (byte)',':
                return TryReadSerial(text, out time);
            case 8 when rest.IsEmpty:
                time = new PartialTime(first / 10_000, first / 100 % 100, first % 100);
                return time.Month > 0 && time.Day > 0 && time.IsValid;
            case 1 or 2 when rest is [(byte)'.', ..]:
                if (!TryDottedDate(first, ref rest, out time))
                {
                    return false;
                }

                break;
            default:
                return false;
        }

        return (rest.IsEmpty || TryTime(rest, ref time)) && time.IsValid;
    }

    /// <summary>A date as a spreadsheet counts it, in days since the turn of 1900, with its time as a fraction of the day: what a cell without a format gives.</summary>
    private static bool TryReadSerial(ReadOnlySpan<byte> text, out PartialTime time)
    {
        const int SecondsOfDay = 86_400;
        time = default;
        Span<byte> plain = stackalloc byte[Math.Min(text.Length, 32)];
        if (text.Length > plain.Length)
        {
            return false;
        }

        text.CopyTo(plain);
        plain.Replace((byte)',', (byte)'.');
        if (!System.Buffers.Text.Utf8Parser.TryParse(plain, out double days, out var read) || read != plain.Length)
        {
            return false;
        }

        var moment = new DateTime(1899, 12, 30).AddSeconds(Math.Round(days * SecondsOfDay));
        var hasTime = text.ContainsAny((byte)'.', (byte)',');
        time = new PartialTime(moment.Year, moment.Month, moment.Day, hasTime ? (int)moment.TimeOfDay.TotalSeconds : null);
        return time.IsValid;
    }

    /// <summary>Reads by the formats of a mapping first, then as <see cref="TryRead(ReadOnlySpan{byte}, out PartialTime)"/>, then as people write.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, IReadOnlyList<string> formats, out PartialTime time) =>
        (formats.Count > 0 && TryFormats(text, formats, out time)) || TryRead(text, out time) || WrittenTime.TryRead(Encoding.UTF8.GetString(text), out time);

    /// <summary>Reads by formats of .NET, with months in three languages; those without a day or month give a date without one.</summary>
    private static bool TryFormats(ReadOnlySpan<byte> text, IReadOnlyList<string> formats, out PartialTime time)
    {
        var received = Encoding.UTF8.GetString(text);
        foreach (var format in formats)
        {
            var readable = format.Contains("MMM", StringComparison.Ordinal)
                ? WrittenTime.WithEnglishMonths(received, abbreviated: !format.Contains("MMMM", StringComparison.Ordinal)) : received;
            if (!DateTime.TryParseExact(readable, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            {
                continue;
            }

            var hasDay = format.Contains('d', StringComparison.Ordinal);
            var hasTime = format.Contains('H', StringComparison.Ordinal) || format.Contains('h', StringComparison.Ordinal);
            time = new PartialTime(
                exact.Year,
                hasDay || format.Contains('M', StringComparison.Ordinal) ? exact.Month : 0,
                hasDay ? exact.Day : 0,
                hasTime ? (int)exact.TimeOfDay.TotalSeconds : null);
            return time.IsValid;
        }

        time = default;
        return false;
    }

    /// <summary>The first day of what is known.</summary>
    public DateOnly FirstDay => new(Year, Math.Max(1, Month), Math.Max(1, Day));

    public void WriteDate(CanonicalRow row)
    {
        row.WriteDigits(Year, 4);
        if (Month > 0)
        {
            row.Write((byte)'-');
            row.WriteDigits(Month, 2);
        }

        if (Day > 0)
        {
            row.Write((byte)'-');
            row.WriteDigits(Day, 2);
        }
    }

    private static bool TryIsoDate(int year, ref ReadOnlySpan<byte> rest, out PartialTime time)
    {
        time = default;
        rest = rest[1..];
        if (!TryDigits(ref rest, out var month, out var length) || length > 2 || month == 0)
        {
            return false;
        }

        time = new PartialTime(year, month);
        if (rest is not [(byte)'-', ..])
        {
            return rest.IsEmpty;
        }

        rest = rest[1..];
        if (!TryDigits(ref rest, out var day, out length) || length > 2 || day == 0)
        {
            return false;
        }

        time = new PartialTime(year, month, day);
        return true;
    }

    private static bool TryDottedDate(int first, ref ReadOnlySpan<byte> rest, out PartialTime time)
    {
        time = default;
        rest = rest[1..];
        if (!TryDigits(ref rest, out var second, out var length))
        {
            return false;
        }

        if (length == 4)
        {
            time = new PartialTime(second, first);
            return first > 0 && rest.IsEmpty;
        }

        if (length > 2 || rest is not [(byte)'.', ..])
        {
            return false;
        }

        rest = rest[1..];
        if (!TryDigits(ref rest, out var year, out length) || length != 4 || first == 0 || second == 0)
        {
            return false;
        }

        time = new PartialTime(year, second, first);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> rest, ref PartialTime time)
    {
        if (rest[0] is not ((byte)'T' or (byte)'t' or (byte)' '))
        {
            return false;
        }

        rest = rest[1..];
        if (!TryDigits(ref rest, out var hour, out var length) || length > 2 || rest is not [(byte)':', ..])
        {
            return false;
        }

        rest = rest[1..];
        if (!TryDigits(ref rest, out var minute, out length) || length != 2 || hour > 23 || minute > 59)
        {
            return false;
        }

        var second = 0;
        if (rest is [(byte)':', ..])
        {
            rest = rest[1..];
            if (!TryDigits(ref rest, out second, out length) || length != 2 || second > 60)
            {
                return false;
            }

            if (rest is [(byte)'.' or (byte)',', ..])
            {
                rest = rest[1..];
                if (!TryDigits(ref rest, out _, out _))
                {
                    return false;
                }
            }
        }

        time = time with { Seconds = (hour * 3600) + (minute * 60) + Math.Min(second, 59) };
        return rest.IsEmpty || TryOffset(rest, ref time);
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, ref PartialTime time)
    {
        if (rest is [(byte)'Z' or (byte)'z'])
        {
            time = time with { OffsetMinutes = 0 };
            return true;
        }

        if (rest[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        var sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        if (!TryDigits(ref rest, out var hour, out var length))
        {
            return false;
        }

        var minute = 0;
        if (length == 4)
        {
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (length != 2)
        {
            return false;
        }
        else if (rest is [(byte)':', ..])
        {
            rest = rest[1..];
            if (!TryDigits(ref rest, out minute, out length) || length != 2)
            {
                return false;
            }
        }

        time = time with { OffsetMinutes = sign * ((hour * 60) + minute) };
        return rest.IsEmpty && minute < 60;
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> rest, out int number, out int length)
    {
        (number, length) = (0, 0);
        while (length < rest.Length && length < 9 && char.IsAsciiDigit((char)rest[length]))
        {
            number = (number * 10) + (rest[length++] - '0');
        }

        rest = rest[length..];
        return length > 0;
    }
}
