using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// A duration in whole seconds: a number of seconds, <c>00:13:30</c>, minutes and seconds (<c>13:30</c>), words (<c>13 мин 30 с</c>) or ISO 8601
/// (<c>PT13M30S</c>). Canonical: seconds.
/// </summary>
/// <param name="most">Longest duration, in seconds.</param>
internal sealed partial class DurationType(int most) : ColumnType
{
    private const int Longest = 80;
    private const int SecondsOfMinute = 60;
    private const int SecondsOfHour = 3600;

    private readonly IntType _seconds = new(0, most);

    private readonly Problem _problem = new("duration", new LocalText(
        "a duration up to {0} s: seconds, 00:13:30 or 13 min 30 s",
        "длительность до {0} с: секунды, 00:13:30 или 13 мин 30 с",
        "{0} с чейинки узактык: секунд, 00:13:30 же 13 мүн 30 с").With(most));

    public override ValueContext Context => ValueContext.Number;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (_seconds.Write(value, row) is null)
        {
            return null;
        }

        if (value.Length > Longest || Seconds(Encoding.UTF8.GetString(value).Trim().ToLowerInvariant()) is not { } seconds || seconds < 0 || seconds > most)
        {
            return _problem;
        }

        row.WriteDigits((int)seconds, 1);
        return null;
    }

    private static decimal? Seconds(string text)
    {
        foreach (var form in (ReadOnlySpan<Regex>)[Clock(), Words(), Iso()])
        {
            if (form.Match(text) is { Success: true } match && (match.Groups["h"].Success || match.Groups["m"].Success || match.Groups["s"].Success))
            {
                return decimal.Floor((Part(match, "h") * SecondsOfHour) + (Part(match, "m") * SecondsOfMinute) + Part(match, "s"));
            }
        }

        return null;
    }

    private static decimal Part(Match match, string name) => match.Groups[name].Success
        ? decimal.Parse(match.Groups[name].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,2}):(?<m>[0-5]?[0-9])|(?<m>[0-9]{1,3})):(?<s>[0-5][0-9])(?:[.,]0{1,7})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?:(?<h>[0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*(?:ч|час|часа|часов|саат|h|hr|hrs|hours?)\.?\s*)?(?:(?<m>[0-9]{1,4}(?:[.,][0-9]{1,3})?)\s*(?:м|мин|минута|минуты|минут|мүн|мүнөт|m|min|mins|minutes?)\.?\s*)?(?:(?<s>[0-9]{1,6})\s*(?:с|сек|секунда|секунды|секунд|s|sec|secs|seconds?)\.?)?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();

    [GeneratedRegex("^pt(?:(?<h>[0-9]{1,3})h)?(?:(?<m>[0-9]{1,4})m)?(?:(?<s>[0-9]{1,6})(?:[.,][0-9]{1,7})?s)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Iso();
}
