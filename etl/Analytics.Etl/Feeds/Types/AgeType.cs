using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Domain.Identifiers;

namespace Analytics.Etl.Feeds.Types;

/// <summary>An age in completed years, 0 to 120: a number, a range (<c>30-38</c>, <c>30--38</c>, <c>30–38</c>) or an open range (<c>48+</c>).</summary>
internal sealed partial class AgeType : ColumnType
{
    private const int Oldest = 120;

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

        var match = Range().Match(System.Text.Encoding.UTF8.GetString(value));
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

    [GeneratedRegex(@"^(?<from>[0-9]{1,3})(?:[.,]0)?(?:\s*(?:--?|–|—)\s*(?<to>[0-9]{1,3})|(?<open>\s*\+))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}
