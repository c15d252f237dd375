using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Disclosure.Tests;

/// <summary>What else a reader knows, to put a withheld count in relation to.</summary>
/// <param name="Wholes">Shown counts of a period that a withheld one is a part of, by measure and period.</param>
/// <param name="Population">Persons by region and year.</param>
/// <param name="Budgets">Money of a programme's year.</param>
internal sealed record CommonKnowledge(
    IReadOnlyDictionary<(string Measure, string Period), long> Wholes, IReadOnlyDictionary<(string Region, int Year), long> Population, IReadOnlyList<decimal> Budgets, IReadOnlyList<decimal> Targets);

/// <summary>
/// Looks in an answer for withheld counts: as they are, rounded as the profile rounds, as the rest of a shown whole, as a share of it, per
/// 100,000 population, per unit of money and per target; written in every language and as a machine writes them.
/// </summary>
internal sealed partial class Searcher
{
    private const int Digits = 6;
    private const long Fewest = 1000;
    private readonly Dictionary<string, Secret> _forms = new(StringComparer.Ordinal);

    public Searcher(IEnumerable<Secret> secrets, CommonKnowledge common, IReadOnlySet<long> shown)
    {
        foreach (var secret in secrets)
        {
            Whole(secret, secret.Count);
            Whole(secret, secret.Rounded);
            foreach (var count in new[] { secret.Count, secret.Rounded }.Distinct())
            {
                Derive(secret, count, common, shown);
            }
        }
    }

    /// <summary>Ways of writing that are looked for.</summary>
    public int Forms => _forms.Count;

    /// <returns>What was found, and whose it is.</returns>
    public IReadOnlyList<string> Find(string answer)
    {
        // Every separator of thousands is dropped and every decimal comma made a point, so that one form serves all languages.
        var found = new List<string>();
        foreach (Match number in Number().Matches(answer))
        {
            var text = number.Value.Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal);
            foreach (var reading in Readings(text))
            {
                if (_forms.TryGetValue(reading, out var secret))
                {
                    found.Add($"{number.Value} is {secret.Count} of {secret.Measure} {string.Join(' ', secret.Codes)}: …{Around(answer, number.Index)}…");
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Readings(string text)
    {
        foreach (var reading in new[] { text.Replace(",", "", StringComparison.Ordinal), text.Replace(',', '.') }.Distinct(StringComparer.Ordinal))
        {
            if (decimal.TryParse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                yield return Form(value, Decimals(reading));
            }
        }
    }

    private static int Decimals(string reading) => reading.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Math.Min(reading.Length - point - 1, Digits) : 0;

    // A number of more decimals than six is looked for by its first six.
    private static string Form(decimal value, int decimals) => decimals >= Digits
        ? (Math.Truncate(value * 1_000_000) / 1_000_000).ToString("F6", CultureInfo.InvariantCulture)
        : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Around(string answer, int at) => Space().Replace(answer[Math.Max(0, at - 90)..Math.Min(answer.Length, at + 50)], " ");

    private void Derive(Secret secret, long count, CommonKnowledge common, IReadOnlySet<long> shown)
    {
        var period = secret.Codes[0];
        if (common.Wholes.TryGetValue((secret.Measure, period == "total" ? "all" : period), out var whole) && whole > count)
        {
            // What is smaller comes up in the geometry of a drawing by chance.
            if (whole - count >= Fewest && !shown.Contains(whole - count))
            {
                Whole(secret, whole - count);
            }

            Exact(secret, count / (decimal)whole);
            Exact(secret, 100m * count / whole);
        }

        if (int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && secret.Codes.Length > 1 && common.Population.TryGetValue((secret.Codes[1], year), out var persons))
        {
            Exact(secret, 100_000m * count / persons);
            Written(secret, 100_000m * count / persons, 1);
            Written(secret, 100_000m * count / persons, 3);
        }

        if (secret.Measure == "intakes" && secret.Codes[^1] != "total")
        {
            foreach (var budget in common.Budgets)
            {
                Whole(secret, (long)Math.Round(budget / count, MidpointRounding.AwayFromZero));
            }

            foreach (var target in common.Targets)
            {
                Whole(secret, (long)Math.Round(100 * count / target, MidpointRounding.AwayFromZero));
            }
        }
    }

    private void Whole(Secret secret, long count)
    {
        _forms.TryAdd(Form(count, 0), secret);
        _forms.TryAdd(Form(count, 1), secret);
    }

    private void Exact(Secret secret, decimal value) => _forms.TryAdd(Form(value, Digits), secret);

    private void Written(Secret secret, decimal value, int decimals) => _forms.TryAdd(Form(Math.Round(value, decimals, MidpointRounding.AwayFromZero), decimals), secret);

    // Digits in groups of three or none, and a fraction; not a part of a word, a code or a date.
    [GeneratedRegex(@"(?<![\w.\-/#&])(\d{1,3}([,\u00a0\u202f]\d{3})+|\d+)([.,]\d+)?(?![\w\-]|[.,]\d)", RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
