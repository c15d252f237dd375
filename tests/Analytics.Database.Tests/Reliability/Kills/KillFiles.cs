using Analytics.Demo;

namespace Analytics.Database.Tests.Reliability.Kills;

/// <summary>A few hundred synthetic rows to begin with, and small files that add to them and correct them.</summary>
internal sealed class KillFiles(string folder, Random random)
{
    private static readonly string[] s_topics = ["documents", "trafficking", "legal_advice"];
    private int _number;

    /// <summary>A year of every source, to be put into the inboxes: feed, file.</summary>
    public IReadOnlyList<(string Feed, string Path)> First()
    {
        var demo = Path.Combine(folder, "demo");
        Assert.Null(DemoWriter.Write(demo, DemoOptions.For(TimeProvider.System) with { FirstYear = 2019, LastYear = 2019, Contacts = 150 }, progress: null).Refused);
        return
        [
            .. Directory.EnumerateFiles(demo, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetDirectoryName(file) != demo).Order(StringComparer.Ordinal)
                .Select(file => (DemoFolder.FeedOf(Path.GetFileName(Path.GetDirectoryName(file)!)), file)),
        ];
    }

    /// <summary>Contacts with the helpline, some of which correct those of the file before.</summary>
    public string Contacts() => Write("hotline", "contact_id,started_at,topic,channel", from i in Enumerable.Range((_number * 30) - 10, 40)
        select $"K-{i},2019-0{1 + random.Next(9)}-1{random.Next(10)}T10:00,{s_topics[random.Next(s_topics.Length)]},phone");

    /// <summary>Cases of persons whom other organisations know already.</summary>
    public string Cases(IReadOnlyList<string> tokens) => Write("ngo_case", "organisation,case_ref,intake_date,person_token,sex,forms", from i in Enumerable.Range(0, 12)
        select $"NGO-0{1 + random.Next(9)},L{_number}-{i},2019-0{1 + random.Next(9)}-1{random.Next(10)},{tokens[random.Next(tokens.Count)]},{(random.Next(2) == 0 ? "female" : "male")},forced_labour");

    private string Write(string feed, string header, IEnumerable<string> rows)
    {
        _number++;
        var path = Path.Combine(folder, $"{feed}-{_number:000}.csv");
        File.WriteAllLines(path, rows.Prepend(header));
        return path;
    }
}
