using System.Net;

namespace Analytics.Domain.PersonalData;

/// <summary>IP addresses of version 4 and 6, MAC addresses.</summary>
internal static class DeviceAddresses
{
    private const int Longest = 45;

    /// <summary>Four numbers to 255 with stops between. One of them must be more than a day or a section has, or the word IP stand before.</summary>
    /// <returns>Groups that make the address; 0 when there is none here.</returns>
    public static int At(NumberPlace place)
    {
        if (place.Groups.Length < 4 || (place.Before & (Gap.Stop | Gap.Break)) == Gap.Stop)
        {
            return 0;
        }

        var most = 0;
        for (var i = 0; i < 4; i++)
        {
            var group = place.Groups[i];
            if (group.Length > 3 || (group.Length > 1 && place.Text[group.Start] == '0') || (i < 3 && (group.Gap != Gap.Stop || place.Groups[i + 1].Start != group.End + 1))
                || !int.TryParse(place.Text[group.Start..group.End], out var part) || part > 255)
            {
                return 0;
            }

            most = Math.Max(most, part);
        }

        var end = place.Groups[3].End;
        var follows = end + 1 < place.Text.Length && place.Text[end] == '.' && char.IsAsciiDigit(place.Text[end + 1]);
        return follows || char.IsLetter(place.Back(1)) || (most <= 31 && !Cues.Before(place.Text, place.Group.Start, Cues.Network)) ? 0 : 4;
    }

    /// <summary>Finds runs of hexadecimal digits and colons that parse as an address.</summary>
    public static void Scan(ReadOnlySpan<char> text, ref Findings findings)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var colons = 0;
            while (at < text.Length && (char.IsAsciiHexDigit(text[at]) || text[at] is ':' or '-'))
            {
                colons += text[at] == ':' ? 1 : 0;
                at++;
            }

            var run = text[start..at];
            var bounded = (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (at == text.Length || !char.IsLetterOrDigit(text[at]));
            if (bounded && run.Length <= Longest && (IsMac(run) || (colons >= 2 && IsVersion6(run, colons))))
            {
                findings.Add(IdentifierKind.DeviceAddress, start, at);
                if (findings.Done)
                {
                    return;
                }
            }

            at = Math.Max(at, start + 1);
        }
    }

    private static bool IsVersion6(ReadOnlySpan<char> run, int colons) =>
        run.Length >= 6 && (colons == 7 || run.IndexOf("::") >= 0) && !run.Contains('-') && IPAddress.TryParse(run, out _);

    private static bool IsMac(ReadOnlySpan<char> run)
    {
        if (run.Length != 17 || run[2] is not (':' or '-'))
        {
            return false;
        }

        for (var i = 0; i < run.Length; i++)
        {
            if (i % 3 == 2 ? run[i] != run[2] : !char.IsAsciiHexDigit(run[i]))
            {
                return false;
            }
        }

        return true;
    }
}
