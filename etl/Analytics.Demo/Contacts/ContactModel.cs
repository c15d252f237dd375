using Analytics.Demo.Cases;

namespace Analytics.Demo.Contacts;

/// <summary>Makes the contacts of one month. Shares are made up: most callers ask about work and papers abroad.</summary>
internal static class ContactModel
{
    private static readonly Shares<string> s_topics = new()
    {
        { "migration_info", 38 }, { "employment_abroad", 27 }, { "legal_advice", 14 }, { "documents", 12 },
        { "missing_person", 1.5 }, { "trafficking", 1.5 }, { "domestic_violence", 2.5 }, { "other", 3.5 },
    };

    private static readonly Shares<string> s_languages = new()
    {
        { "ky", 52 }, { "ru", 37 }, { "uz", 8 }, { "tg", 1 }, { "en", 0.5 }, { "other", 0.5 }, { "", 1 },
    };

    private static readonly Shares<string> s_roles = new()
    {
        { "self", 62 }, { "relative", 22 }, { "friend", 6 }, { "ngo", 2 }, { "official", 1.5 }, { "employer", 1 }, { "other", 2 }, { "unknown", 3.5 },
    };

    private static readonly Shares<Region?> s_regions = new()
    {
        { Places.Osh, 19 }, { Places.JalalAbad, 16 }, { Places.Batken, 9 }, { Places.OshCity, 7 }, { Places.Bishkek, 18 },
        { Places.Chui, 12 }, { Places.IssykKul, 5 }, { Places.Naryn, 3 }, { Places.Talas, 2.5 }, { null, 8.5 },
    };

    private static readonly Shares<Country?> s_destinations = new()
    {
        { Places.Russia, 60 }, { Places.Kazakhstan, 11 }, { Places.Turkiye, 8 }, { Places.Emirates, 3 }, { Places.SouthKorea, 3 },
        { Places.Poland, 1.5 }, { Places.Germany, 1.5 }, { Places.SaudiArabia, 1 }, { null, 11 },
    };

    private static readonly Shares<string> s_sexes = new() { { "male", 55 }, { "female", 38 }, { "unknown", 5 }, { "", 2 } };

    private static readonly Shares<Country?> s_citizenships = new()
    {
        { Places.Kyrgyzstan, 88 }, { Places.Uzbekistan, 2 }, { Places.Tajikistan, 1 }, { null, 9 },
    };

    private static readonly Shares<int> s_hours = new()
    {
        { 8, 4 }, { 9, 10 }, { 10, 12 }, { 11, 12 }, { 12, 8 }, { 13, 8 }, { 14, 11 }, { 15, 10 }, { 16, 9 }, { 17, 7 },
        { 18, 3 }, { 19, 2 }, { 20, 2 }, { 21, 1 }, { 22, 0.5 }, { 23, 0.3 },
    };

    /// <returns>The month's contacts in the order in which they came in.</returns>
    public static IReadOnlyList<Contact> Month(ContactMonth month, int seed)
    {
        var random = new SeededRandom(seed, $"contacts/{month.Month:yyyy-MM}");
        var starts = new DateTime[month.Contacts];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = Start(random, month.Month);
        }

        Array.Sort(starts);
        var victims = new bool[month.Contacts];
        Array.Fill(victims, value: true, 0, month.Victims);
        random.Shuffle(victims);
        return [.. starts.Select((start, i) => One(random, $"HL-{month.Month:yyMM}-{i + 1:00000}", start, victims[i]))];
    }

    private static Contact One(SeededRandom random, string id, DateTime start, bool victim)
    {
        var topic = victim ? "trafficking" : random.Pick(s_topics);
        var channel = Channel(random, start.Year);
        var suspected = victim ? "yes" : Suspected(random, topic);
        var destination = topic is "migration_info" or "employment_abroad" or "trafficking" or "missing_person" || random.Chance(0.3)
            ? random.Pick(s_destinations)
            : null;
        return new()
        {
            Id = id,
            StartedAt = start,
            DurationSeconds = channel is "phone" or "in_person" && !random.Chance(0.04) ? Duration(random) : null,
            Channel = channel,
            Language = random.Pick(s_languages),
            CallerRole = random.Pick(s_roles),
            CallerRegion = random.Pick(s_regions),
            Topic = topic,
            Destination = destination,
            Suspected = suspected,
            Forms = suspected is "yes" ? Forms(random) : "",
            Sex = random.Pick(s_sexes),
            Age = random.Chance(0.45) ? Math.Clamp(random.Between(15, 40) + random.Between(0, 25), 15, 70) : null,
            Citizenship = random.Pick(s_citizenships),
            ReferredTo = victim || (suspected is "yes" && random.Chance(0.6)) || (topic is "domestic_violence" && random.Chance(0.4))
                ? random.Pick(CaseShares.Organisations).Code
                : "",
            VictimIdentified = victim ? "yes" : random.Chance(0.97) ? "no" : "",
        };
    }

    private static DateTime Start(SeededRandom random, DateOnly month)
    {
        var day = month.AddDays(random.Next(DateTime.DaysInMonth(month.Year, month.Month)));
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && random.Chance(0.6))
        {
            day = month.AddDays(random.Next(DateTime.DaysInMonth(month.Year, month.Month)));
        }

        return day.ToDateTime(new(random.Pick(s_hours), random.Next(60), random.Next(60)));
    }

    private static string Channel(SeededRandom random, int year)
    {
        // Messengers took over from the telephone year by year.
        var messenger = Math.Clamp((year - 2016) * 3.5, 1, 35);
        return random.Pick(new Shares<string>
        {
            { "phone", 84 - messenger }, { "messenger", messenger }, { "web", 5 }, { "email", 3 }, { "in_person", 6 }, { "other", 1 }, { "", 1 },
        });
    }

    private static string Suspected(SeededRandom random, string topic)
    {
        var (yes, unknown) = topic switch
        {
            "trafficking" => (0.55, 0.25),
            "missing_person" => (0.12, 0.4),
            "employment_abroad" => (0.01, 0.02),
            _ => (0.002, 0.01),
        };
        var draw = random.Unit();
        return draw < yes ? "yes" : draw < yes + unknown ? "unknown" : "no";
    }

    private static string Forms(SeededRandom random)
    {
        var first = random.Pick(CaseShares.Forms);
        var second = random.Pick(CaseShares.Forms);
        return !string.Equals(first, second, StringComparison.Ordinal) && random.Chance(0.12) ? $"{first}|{second}" : first;
    }

    private static int Duration(SeededRandom random) => random.Between(25, 200) + random.Between(0, 250) + (random.Chance(0.15) ? random.Between(0, 1800) : 0);
}
