namespace Analytics.Domain.PersonalData;

/// <summary>Does a whole value read as a date, with or without time and offset? Checked by shape and range, not by calendar.</summary>
internal static class Timestamps
{
    /// <param name="value">Plain text.</param>
    /// <param name="compact">Also dates without separators (20210715, 20210715103000): only where a date is expected.</param>
    public static bool Is(ReadOnlySpan<char> value, bool compact)
    {
        value = value.Trim();
        var at = 0;
        if (!Date(value, ref at) && !(compact && CompactDate(value, ref at)))
        {
            return false;
        }

        if (at == value.Length)
        {
            return true;
        }

        while (at < value.Length && value[at] is 'T' or 't' or ' ' or ',')
        {
            at++;
        }

        return Time(value, ref at) && Offset(value, ref at) && at == value.Length;
    }

    private static bool Date(ReadOnlySpan<char> value, ref int at)
    {
        var from = at;
        if (Number(value, ref at, 4, 1900, 2099) && Mark(value, ref at) && Number(value, ref at, 2, 1, 12)
            && (at == value.Length || (Mark(value, ref at) && Number(value, ref at, 2, 1, 31))))
        {
            return true;
        }

        at = from;
        return Number(value, ref at, 2, 1, 31) && Mark(value, ref at) && Number(value, ref at, 2, 1, 31) && Mark(value, ref at)
            && (Number(value, ref at, 4, 1900, 2099) || Number(value, ref at, 2, 0, 99));
    }

    private static bool CompactDate(ReadOnlySpan<char> value, ref int at)
    {
        if (value.Length is not (8 or 12 or 14) || !AreDigits(value) || value[0] is not ('1' or '2')
            || !InRange(value[..4], 1900, 2099) || !InRange(value[4..6], 1, 12) || !InRange(value[6..8], 1, 31))
        {
            return false;
        }

        at = value.Length;
        return (value.Length < 12 || (InRange(value[8..10], 0, 24) && InRange(value[10..12], 0, 59)))
            && (value.Length < 14 || InRange(value[12..14], 0, 60));
    }

    private static bool Time(ReadOnlySpan<char> value, ref int at)
    {
        if (!Number(value, ref at, 2, 0, 24) || at >= value.Length || value[at++] != ':' || !Number(value, ref at, 2, 0, 59))
        {
            return false;
        }

        if (at < value.Length && value[at] == ':')
        {
            at++;
            if (!Number(value, ref at, 2, 0, 60))
            {
                return false;
            }

            if (at < value.Length && value[at] is '.' or ',')
            {
                do
                {
                    at++;
                }
                while (at < value.Length && char.IsAsciiDigit(value[at]));
            }
        }

        return true;
    }

    private static bool Offset(ReadOnlySpan<char> value, ref int at)
    {
        if (at == value.Length)
        {
            return true;
        }

        if (value[at] is 'Z' or 'z')
        {
            at++;
            return true;
        }

        if (value[at] is not ('+' or '-'))
        {
            return value[at..].Trim() is "AM" or "PM" or "am" or "pm" && (at = value.Length) > 0;
        }

        at++;
        if (!Number(value, ref at, 2, 0, 14))
        {
            return false;
        }

        at += at < value.Length && value[at] == ':' ? 1 : 0;
        return at == value.Length || Number(value, ref at, 2, 0, 59);
    }

    private static bool Mark(ReadOnlySpan<char> value, ref int at)
    {
        if (at >= value.Length || value[at] is not ('-' or '.' or '/'))
        {
            return false;
        }

        at++;
        return true;
    }

    private static bool Number(ReadOnlySpan<char> value, ref int at, int digits, int least, int most)
    {
        var end = at;
        while (end < value.Length && char.IsAsciiDigit(value[end]))
        {
            end++;
        }

        var length = end - at;
        if (length == 0 || length > digits || (digits == 4 && length < 4) || !InRange(value[at..end], least, most))
        {
            return false;
        }

        at = end;
        return true;
    }

    /// <summary>Decimal digits and nothing else; true of nothing.</summary>
    public static bool AreDigits(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool InRange(ReadOnlySpan<char> digits, int least, int most)
    {
        var number = 0;
        foreach (var c in digits)
        {
            number = (number * 10) + (c - '0');
        }

        return number >= least && number <= most;
    }
}
