using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// An age in completed years, 0 to 120: a number, a range (<c>30-38</c>, <c>30--38</c>, <c>18..24</c>, <c>до 18</c>) or an open range
/// (<c>48+</c>, <c>старше 60</c>), with the words for years and months that people write.
/// </summary>
internal sealed partial class AgeType : ColumnType
{
    private const int Oldest = 120;
    private const int Longest = 80;

    private static readonly Problem s_problem = new("age", new LocalText(
        "an age in years from 0 to 120, or a range such as 30-38 or 48+",
        "возраст в годах от 0 до 120 или интервал, например 30-38 или 48+",
        "0дөн 120га чейинки жаш же аралык, мисалы 30-38 же 48+"));

    public override ValueContext Context => ValueContext.Number;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (value.Length <= 3 && TryRead(value, out var plain))
        {
            row.WriteDigits(plain, 1);
            return null;
        }

        if (value.Length > Longest)
        {
            return s_problem;
        }

        var text = System.Text.Encoding.UTF8.GetString(value);
        var match = Range().Match(Plainly(text));
        if (!match.Success || int.Parse(match.Groups["from"].ValueSpan) is var from && from > Oldest)
        {
            return s_problem;
        }

        row.WriteDigits(from, 1);
        if (match.Groups["open"].Success)
        {
            row.Write((byte)'+');
        }
        else if (match.Groups["to"].Success)
        {
            var to = int.Parse(match.Groups["to"].ValueSpan);
            if (to < from || to > Oldest)
            {
                return s_problem;
            }

            if (to > from)
            {
                row.Write((byte)'-');
                row.WriteDigits(to, 1);
            }
        }

        return null;
    }

    /// <summary>Words to the numbers and marks that they stand for.</summary>
    private static string Plainly(string text)
    {
        if (Months().IsMatch(text))
        {
            return "0";
        }

        var plain = Units().Replace(text, "");
        return UpTo().Match(plain) is { Success: true } below && int.Parse(below.Groups["age"].ValueSpan) is > 0 and var limit ? $"0-{limit - 1}"
            : Beyond().Match(plain) is { Success: true } above ? $"{above.Groups["age"].Value}+"
            : Minor().IsMatch(text) ? "0-17"
            : plain;
    }

    private static bool TryRead(ReadOnlySpan<byte> value, out int age)
    {
        age = 0;
        foreach (var b in value)
        {
            if (!char.IsAsciiDigit((char)b))
            {
                return false;
            }

            age = (age * 10) + (b - '0');
        }

        return age <= Oldest;
    }

    [GeneratedRegex(@"^\s*(?<from>[0-9]{1,3})(?:[.,][0-9]{0,2})?(?:\s*(?:--?|–|—|\.\.|…)\s*(?<to>[0-9]{1,3})|(?<open>\s*\+))?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Range();

    // «1 год 3 мес» is one year; «25 лет», «25л.», «25 жаш» and «25 years» are the number.
    [GeneratedRegex(
        @"(?<=[0-9+])\s*(?:лет|года|год|г|л|жашта|жаш|years?|yrs?|y\.?o)\b\.?(?:\s*[0-9]{1,2}\s*(?:мес\w*|ай|months?)\.?)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Units();

    [GeneratedRegex(@"^\s*[0-9]{1,2}\s*(?:мес\w*|айлык|months?)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Months();

    [GeneratedRegex(@"^\s*(?:до|младше|менее|under|below|<)\s*(?<age>[0-9]{1,3})\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"^\s*(?:старше|свыше|от|более|over|above)\s*(?<age>[0-9]{1,3})\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Beyond();

    [GeneratedRegex(@"^\s*(?:несовершеннолетн(?:ий|яя|ие)|minor|жашы жете элек)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Minor();
}
