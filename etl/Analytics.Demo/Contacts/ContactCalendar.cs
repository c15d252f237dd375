namespace Analytics.Demo.Contacts;

/// <summary>How many contacts, and how many identified victims among them, fall in one month.</summary>
internal sealed record ContactMonth(DateOnly Month, int Contacts, int Victims);

/// <summary>
/// Contacts by month. January 2021 to January 2022 add up to the published figure, the second half of 2021 standing
/// above the first by the published rise; other years follow the same season at made-up levels, scaled alike.
/// </summary>
internal static class ContactCalendar
{
    // Departures for seasonal work in spring and autumn. Each half-year averages one, so that a season alone never
    // looks like the effect of the campaign between the halves of 2021.
    private static readonly double[] s_season = [0.97, 0.98, 1.03, 1.05, 1.01, 0.96, 0.97, 1.00, 1.06, 1.04, 0.99, 0.94];

    /// <returns>The months of the period, in order.</returns>
    public static IReadOnlyList<ContactMonth> Months(DemoOptions options)
    {
        var months = new List<ContactMonth>();
        for (var year = options.FirstYear; year <= options.LastYear; year++)
        {
            if (year == 2021)
            {
                months.AddRange(Window(options));
            }
            else if (year == 2022)
            {
                months.Add(Window(options)[^1]);
                months.AddRange(Plain(options, DateSpan.Months(2022, 2, 2022, 12)));
            }
            else
            {
                months.AddRange(Plain(options, DateSpan.Year(year)));
            }
        }

        return [.. months.DistinctBy(m => m.Month).Where(m => options.Period.Contains(m.Month))];
    }

    /// <summary>The 13 months of the published figure.</summary>
    private static List<ContactMonth> Window(DemoOptions options)
    {
        var random = new SeededRandom(options.Seed, "contacts/window");
        var rise = 1 + DemoTargets.HotlineRise.Value / 100.0;
        const double nextJanuary = 1.1;
        var halves = new Shares<string> { { "first", 6 }, { "second", 6 * rise }, { "january", nextJanuary } }.Apportion(options.Contacts);
        var counts = Spread(random, DateSpan.Months(2021, 1, 2021, 6), halves[0].Count)
            .Concat(Spread(random, DateSpan.Months(2021, 7, 2021, 12), halves[1].Count))
            .Append((Month: new DateOnly(2022, 1, 1), halves[2].Count))
            .ToList();
        var victims = Victims(random, counts, DemoTargets.HotlineVictims.Value);
        return [.. counts.Select((c, i) => new ContactMonth(c.Month, c.Count, victims[i]))];
    }

    private static IEnumerable<ContactMonth> Plain(DemoOptions options, DateSpan span)
    {
        var random = new SeededRandom(options.Seed, $"contacts/{span.From.Year}");
        var total = Level(span.From.Year) * (span.MonthStarts().Count() / 12.0) * options.Contacts / DemoTargets.HotlineContacts.Value;
        var counts = Spread(random, span, (int)Math.Round(total, MidpointRounding.AwayFromZero)).ToList();
        var victims = Victims(random, counts, random.Between(2, 4));
        return counts.Select((c, i) => new ContactMonth(c.Month, c.Count, victims[i]));
    }

    private static IEnumerable<(DateOnly Month, int Count)> Spread(SeededRandom random, DateSpan span, int total)
    {
        var weights = new Shares<DateOnly>();
        foreach (var month in span.MonthStarts())
        {
            weights.Add(month, s_season[month.Month - 1] * (0.985 + 0.03 * random.Unit()));
        }

        return weights.Apportion(total);
    }

    /// <returns>Victims by month, each falling on a contact picked at random, never more than there are contacts.</returns>
    private static int[] Victims(SeededRandom random, List<(DateOnly Month, int Count)> counts, int victims)
    {
        var total = counts.Sum(c => c.Count);
        var picked = new HashSet<int>();
        while (picked.Count < Math.Min(victims, total))
        {
            picked.Add(random.Next(total));
        }

        var byMonth = new int[counts.Count];
        foreach (var contact in picked)
        {
            var month = 0;
            for (var left = contact; left >= counts[month].Count; month++)
            {
                left -= counts[month].Count;
            }

            byMonth[month]++;
        }

        return byMonth;
    }

    /// <returns>Contacts a year, at 15,000 in the published window.</returns>
    private static int Level(int year) => year switch
    {
        <= 2016 => 9_000,
        2017 => 9_400,
        2018 => 10_300,
        2019 => 11_300,
        2020 => 12_300,
        2022 => 13_400,
        2023 => 12_900,
        2024 => 12_400,
        2025 => 12_100,
        _ => 12_300,
    };
}
