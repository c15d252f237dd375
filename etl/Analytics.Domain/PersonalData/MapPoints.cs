namespace Analytics.Domain.PersonalData;

/// <summary>
/// Pairs of latitude and longitude with three decimals or more (about a hundred metres; four outside Kyrgyzstan, where a pair of
/// decimals may be anything), in either order, with decimal points or commas; and degrees with minutes.
/// </summary>
internal static class MapPoints
{
    private const int WidestGap = 14;

    /// <returns>Groups that make the pair; 0 when there is none here.</returns>
    public static int At(NumberPlace place)
    {
        if (place.Groups.Length < 4 || !IsDecimal(place, 0, out var first, out var firstPlaces) || !IsDecimal(place, 2, out var second, out var secondPlaces))
        {
            return 0;
        }

        var between = place.Text[place.Groups[1].End..place.Groups[2].Start];
        if (between.Length > WidestGap || between.Contains('\n') || (between is "," && place.Text[place.Group.End] == ','))
        {
            return 0;
        }

        var (low, high) = first < second ? (first, second) : (second, first);
        var here = low is > 39 and < 44 && high is > 69 and < 81;
        var places = Math.Min(firstPlaces, secondPlaces);
        var earth = low < 90 && high < 180 && low >= 1;
        return earth && (here ? places >= 3 : places >= 4) ? 4 : 0;
    }

    /// <summary>Finds 42°52'29"N 74°34'11"E: degrees followed by minutes, twice.</summary>
    public static void Scan(ReadOnlySpan<char> text, ref Findings findings)
    {
        var from = -1;
        for (var at = text.IndexOf('°'); at >= 0 && at < text.Length; at++)
        {
            if (text[at] != '°')
            {
                continue;
            }

            var minutes = at + 1;
            while (minutes < text.Length && text[minutes] == ' ')
            {
                minutes++;
            }

            var isDegree = at > 0 && char.IsAsciiDigit(text[at - 1]) && minutes < text.Length && char.IsAsciiDigit(text[minutes]);
            if (isDegree && from >= 0 && at - from < 40)
            {
                var end = Math.Min(text.Length, minutes);
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '\'' or '"' or '.' or '″' or ',' or 'E' or 'W' or 'N' or 'S' or 'В' or 'С'))
                {
                    end++;
                }

                findings.Add(IdentifierKind.Coordinates, from, end);
                if (findings.Done)
                {
                    return;
                }

                from = -1;
            }
            else if (isDegree)
            {
                from = at;
                while (from > 0 && char.IsAsciiDigit(text[from - 1]))
                {
                    from--;
                }
            }
        }
    }

    private static bool IsDecimal(NumberPlace place, int at, out double value, out int places)
    {
        var (whole, fraction) = (place.Groups[at], place.Groups[at + 1]);
        (value, places) = (0, fraction.Length);
        if (whole.Length > 3 || fraction.Start != whole.End + 1 || place.Text[whole.End] is not ('.' or ',') || places < 3)
        {
            return false;
        }

        if (!int.TryParse(place.Text[whole.Start..whole.End], out var integer))
        {
            return false;
        }

        value = integer;
        return true;
    }
}
