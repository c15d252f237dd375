namespace Analytics.Demo.Crimes;

/// <summary>Makes the registered crimes: those by trafficking articles, and from 2022 those by neighbouring articles.</summary>
internal static class CrimeModel
{
    private static readonly Shares<Region> s_regions = new()
    {
        { Places.Bishkek, 27 }, { Places.Osh, 17 }, { Places.OshCity, 15 }, { Places.JalalAbad, 15 }, { Places.Chui, 12 },
        { Places.Batken, 5 }, { Places.IssykKul, 4.5 }, { Places.Naryn, 2 }, { Places.Talas, 2.5 },
    };

    private static readonly Shares<int> s_victims = new() { { 1, 62 }, { 2, 20 }, { 3, 10 }, { 4, 5 }, { 6, 3 } };

    private static readonly Shares<int?> s_suspects = new() { { 1, 52 }, { 2, 22 }, { 3, 8 }, { 0, 8 }, { null, 10 } };

    private static readonly Shares<string> s_forms = new() { { "sexual_exploitation", 55 }, { "forced_labour", 38 }, { "forced_begging", 7 } };

    /// <returns>The crimes registered in the period with their steps up to its end, by register number.</returns>
    public static IReadOnlyList<Crime> Make(DemoOptions options) =>
    [
        .. Enumerable.Range(options.FirstYear, options.LastYear - options.FirstYear + 1)
            .SelectMany(year => InYear(year, options.Seed))
            .Where(crime => options.Period.Contains(crime.RegisteredAt))
            .Select(crime => crime with { Steps = [.. crime.Steps.Where(step => options.Period.Contains(step.At))] }),
    ];

    private static IEnumerable<Crime> InYear(int year, int seed)
    {
        var random = new SeededRandom(seed, $"crimes/{year}");
        var trafficking = Registrations(random, year, Trafficking(year));
        var outcomes = Outcomes(random, year, trafficking.Length);
        var forms = Forms(random, year, trafficking.Length);
        var regions = random.Deal(trafficking.Length, s_regions);
        var crimes = trafficking
            .Select((day, i) => One(random, Articles.Trafficking(random, day), regions[i], article => CrimeCourse.Of(random, day, article, outcomes[i], forms[i])))
            .ToList();
        foreach (var day in Registrations(random, year, Related(year)))
        {
            crimes.Add(One(random, Articles.Related(random), random.Pick(s_regions), _ => CrimeCourse.OfRelated(random, day)));
        }

        return crimes.OrderBy(c => c.RegisteredAt).Select((c, i) => c with { RegisterNo = $"SYN-{year}-{i + 1:0000}" });
    }

    private static Crime One(SeededRandom random, string article, Region region, Func<string, IReadOnlyList<CrimeStep>> course)
    {
        var suspects = random.Pick(s_suspects);
        var steps = course(article).Select(step => step.Event is "sent_to_court" or "convicted" or "acquitted" ? step with { Persons = Math.Max(1, suspects ?? 1) } : step);
        return new("", article, region, random.Pick(s_victims), suspects, [.. steps]);
    }

    /// <summary>The published figure of 2020 covers January to November; in 2021 every case is opened before the year ends.</summary>
    private static DateOnly[] Registrations(SeededRandom random, int year, int count)
    {
        var last = year switch { 2020 => new DateOnly(2020, 11, 30), 2021 => new DateOnly(2021, 12, 15), _ => new DateOnly(year, 12, 31) };
        var span = new DateSpan(new(year, 1, 1), last);
        return [.. Enumerable.Range(0, count).Select(_ => span.From.AddDays(random.Next(span.Days))).Order()];
    }

    private static int Trafficking(int year) => year switch
    {
        < 2017 => 10,
        2017 => 11,
        2018 => DemoTargets.Crimes2018.Value,
        2019 => DemoTargets.Crimes.Value - DemoTargets.Crimes2018.Value - DemoTargets.Crimes2020.Value,
        2020 => DemoTargets.Crimes2020.Value,
        2021 => DemoTargets.Investigations2021.Value,
        2022 => 12,
        2023 => 16,
        2024 => DemoTargets.Crimes2024.Value,
        2025 => 17,
        _ => 16,
    };

    private static int Related(int year) => year switch
    {
        < 2022 => 0,
        2022 => 92,
        2023 => 98,
        2024 => DemoTargets.Related2024.Value,
        2025 => 101,
        _ => 103,
    };

    /// <summary>
    /// In the study's years every crime ends, and the three prosecuted from April 2020 are all of 2020; the two older
    /// years share what is left of its two totals. Elsewhere some cases stay open.
    /// </summary>
    private static Outcome[] Outcomes(SeededRandom random, int year, int count)
    {
        var late = DemoTargets.Prosecuted2020.Value;
        var early = DemoTargets.SentToCourt.Value - late;
        var early2018 = early * DemoTargets.Crimes2018.Value / (DemoTargets.Crimes.Value - DemoTargets.Crimes2020.Value);
        var sent = year switch { 2018 => early2018, 2019 => early - early2018, 2020 => late, _ => -1 };
        if (sent < 0)
        {
            return random.Deal(count, new Shares<Outcome> { { Outcome.Discontinued, 45 }, { Outcome.SentToCourt, 38 }, { Outcome.Open, 17 } });
        }

        var outcomes = Enumerable.Repeat(Outcome.SentToCourt, sent).Concat(Enumerable.Repeat(Outcome.Discontinued, count - sent)).ToArray();
        random.Shuffle(outcomes);
        return outcomes;
    }

    private static string[] Forms(SeededRandom random, int year, int count)
    {
        if (year != 2021)
        {
            return random.Deal(count, s_forms);
        }

        var sexual = DemoTargets.Investigations2021Sexual.Value;
        var forms = Enumerable.Repeat("sexual_exploitation", sexual).Concat(Enumerable.Repeat("forced_labour", count - sexual)).ToArray();
        random.Shuffle(forms);
        return forms;
    }
}
