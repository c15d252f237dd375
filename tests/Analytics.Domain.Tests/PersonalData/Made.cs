using System.Globalization;
using System.Text;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>Synthetic numbers with right structure and check digits; nobody's.</summary>
internal sealed class Made(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int most) => _random.Next(most);

    public int From(int least, int most) => _random.Next(least, most + 1);

    public T Of<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    public T Of<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    public string Digits(int count) => string.Create(count, _random, (span, random) =>
    {
        foreach (ref var c in span)
        {
            c = (char)('0' + random.Next(10));
        }
    });

    public string Date(string format) => new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
        .AddSeconds(_random.NextDouble() * 26 * 365 * 86400).ToString(format, CultureInfo.InvariantCulture);

    public string Pin() => $"{From(1, 2)}{From(1, 28):00}{From(1, 12):00}{From(1940, 2019)}{Digits(5)}";

    /// <summary>Three digits of a Kyrgyz operator and six more.</summary>
    public string National() => Of("555", "550", "700", "707", "777", "770", "999", "990", "220", "500", "501", "502", "509", "559", "556", "775") + Of("1", "2", "3", "4", "6", "8") + Digits(5);

    public string Card()
    {
        var body = Of("4169", "4000", "5200", "5555", "6212", "2200", "9417") + Digits(11);
        for (var check = 0; ; check++)
        {
            var card = body + check.ToString(CultureInfo.InvariantCulture);
            var sum = card.Reverse().Select((c, i) => (c - '0') * (i % 2 == 1 ? 2 : 1)).Sum(d => d > 9 ? d - 9 : d);
            if (sum % 10 == 0)
            {
                return card;
            }
        }
    }

    public string Iban()
    {
        var (country, body) = (Of("DE", "KZ", "TR", "LV"), "");
        body = country switch { "DE" => Digits(18), "KZ" => Digits(3) + "KZTX" + Digits(9), "TR" => Digits(5) + "0" + Digits(16), _ => "HABA" + Digits(13) };
        var number = string.Concat((body + country + "00").Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var remainder = number.Aggregate(0, (r, c) => ((r * 10) + (c - '0')) % 97);
        return $"{country}{98 - remainder:00}{body}";
    }

    public string Uuid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        return new Guid(bytes).ToString();
    }

    public string Token()
    {
        var bytes = new byte[400];
        _random.NextBytes(bytes);
        var round = Convert.ToHexStringLower(bytes.AsSpan(0, 6));
        return $"pt1.{round}.{Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=')}";
    }

    public static string Grouped(string digits, string mark, params ReadOnlySpan<int> sizes)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var size in sizes)
        {
            text.Append(at == 0 ? "" : mark).Append(digits, at, size);
            at += size;
        }

        return text.ToString();
    }

    /// <summary>Digits of another script, or full-width ones.</summary>
    public static string InScript(string text, char nought) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + nought) : c));

    public static string Spread(string text, string mark) => string.Join(mark, text.AsEnumerable());
}
