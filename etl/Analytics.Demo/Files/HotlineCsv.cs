using System.Globalization;
using Analytics.Demo.Contacts;
using Analytics.Demo.People;

namespace Analytics.Demo.Files;

/// <summary>
/// `demo_hotline`: one CSV a year as a telephone exchange in Bishkek would export it: Windows-1251, semicolons, CRLF,
/// the date format changing with the operator who made the file.
/// </summary>
internal static class HotlineCsv
{
    public const string Source = "demo_hotline";

    private static readonly string[] s_dateFormats = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss+06:00", "dd.MM.yyyy HH:mm"];

    private static readonly string[] s_header =
    [
        "contact_id", "started_at", "duration_s", "channel", "language", "caller_role", "caller_region", "topic", "destination_country",
        "suspected_trafficking", "forms", "sex", "age", "citizenship", "referred_to", "victim_identified", "person_token",
    ];

    public static IEnumerable<DemoFile> Files(Population people, DemoOptions options) => ContactCalendar.Months(options)
        .GroupBy(month => month.Month.Year)
        .Select(year => new DemoFile(Source, $"synthetic_hotline_{year.Key}.csv", year.Sum(m => m.Contacts), stream => Write(stream, year.Key, [.. year], people, options.Seed)));

    private static void Write(Stream stream, int year, IReadOnlyList<ContactMonth> months, Population people, int seed) =>
        CsvFile.Write(stream, Places.Windows1251Encoding, ';', quoteSpaces: year % 2 == 0, Rows(year, months, people, seed));

    private static IEnumerable<string?[]> Rows(int year, IReadOnlyList<ContactMonth> months, Population people, int seed)
    {
        yield return s_header;
        foreach (var month in months)
        {
            var spelling = new SeededRandom(seed, $"contacts/{month.Month:yyyy-MM}/spelling");
            var callers = new Queue<Caller>(people.Callers(month.Month));
            foreach (var contact in ContactModel.Month(month, seed))
            {
                var named = contact.Suspected is "yes" && callers.TryDequeue(out var caller)
                    ? contact with { CallerRole = "self", Sex = caller.Sex, PersonToken = caller.Token }
                    : contact;
                yield return Fields(named, s_dateFormats[year % s_dateFormats.Length], spelling);
            }
        }
    }

    private static string?[] Fields(Contact c, string dateFormat, SeededRandom spelling) =>
    [
        c.Id,
        c.StartedAt.ToString(dateFormat, CultureInfo.InvariantCulture),
        c.DurationSeconds?.ToString(CultureInfo.InvariantCulture),
        c.Channel,
        c.Language,
        c.CallerRole,
        c.CallerRegion is { } region ? Places.Spell(region, spelling, Places.Windows1251Encoding) : null,
        c.Topic,
        c.Destination is { } destination ? Places.Spell(destination, spelling, Places.Windows1251Encoding) : null,
        c.Suspected,
        c.Forms,
        c.Sex,
        c.Age?.ToString(CultureInfo.InvariantCulture),
        c.Citizenship is { } citizenship ? Places.Spell(citizenship, spelling, Places.Windows1251Encoding) : null,
        c.ReferredTo,
        c.VictimIdentified,
        c.PersonToken,
    ];
}
