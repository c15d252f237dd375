using Analytics.Demo;

namespace Analytics.Etl.Tests.Demo;

/// <summary>The published figures, counted again from the written files.</summary>
public class DemoTotalsTests
{
    private static readonly DateOnly s_reportFrom = new(2021, 4, 1);
    private static readonly DateOnly s_reportTo = new(2022, 3, 31);

    /// <summary>Each published figure beside a count of our own over the files.</summary>
    private static readonly Dictionary<string, (int Published, Func<DemoSources, int> Count)> s_figures = new(StringComparer.Ordinal)
    {
        ["assisted-2018-2020"] = (355, d => DemoSources.Persons(d.Cases.Where(c => DemoSources.OfNgo(c) && c.In("intake_date", 2018, 2020)))),
        ["csos-2018-2020"] = (18, d => d.Cases.Where(c => DemoSources.OfNgo(c) && c.In("intake_date", 2018, 2020)).Select(c => c["organisation"]).Distinct(StringComparer.Ordinal).Count()),
        ["crimes-2018-2020"] = (55, d => d.Trafficking.Count(c => c.In("registered_at", 2018, 2020))),
        ["discontinued-2018-2020"] = (31, d => Steps(d.TraffickingEvents, "discontinued", new(2018, 1, 1), new(2020, 12, 31))),
        ["to-court-2018-2020"] = (24, d => Steps(d.TraffickingEvents, "sent_to_court", new(2018, 1, 1), new(2020, 12, 31))),
        ["registered-2018-police"] = (8, d => d.Trafficking.Count(c => c.In("registered_at", 2018, 2018))),
        ["registered-2020-police"] = (15, d => d.Trafficking.Count(c => c.In("registered_at", 2020, 2020))),
        ["convictions-2019"] = (0, d => Steps(d.TraffickingEvents, "convicted", new(2019, 4, 1), new(2020, 3, 31))),
        ["prosecutions-2020"] = (3, d => Steps(d.TraffickingEvents, "sent_to_court", new(2020, 4, 1), new(2021, 3, 31))),
        ["convictions-2020"] = (3, d => Steps(d.TraffickingEvents, "convicted", new(2020, 4, 1), new(2021, 3, 31))),
        ["prosecutions-2021"] = (0, d => Steps(d.TraffickingEvents, "sent_to_court", s_reportFrom, s_reportTo)),
        ["convictions-2021"] = (0, d => Steps(d.TraffickingEvents, "convicted", s_reportFrom, s_reportTo)),
        ["investigations-2021"] = (6, d => Opened2021(d).Count()),
        ["investigations-2021-sex"] = (1, d => Opened2021(d).Count(e => e["ground"] == "sexual_exploitation")),
        ["investigations-2021-labour"] = (5, d => Opened2021(d).Count(e => e["ground"] == "forced_labour")),
        ["trafficking-crimes-2024"] = (18, d => d.Trafficking.Count(c => c.In("registered_at", 2024, 2024))),
        ["related-crimes-2024"] = (105, d => d.Crimes.Count(c => c.In("registered_at", 2024, 2024) && Articles.Number(c["article"]) == 159)),
        ["hotline-2021"] = (15_000, d => Window(d).Count()),
        ["hotline-victims-2021"] = (1, d => Window(d).Count(c => c["victim_identified"] == "yes")),
        ["hotline-campaign-rise"] = (15, d => (int)Math.Round(100.0 * Contacts(d, 2021, 7, 12) / Contacts(d, 2021, 1, 6) - 100)),
        ["victims-io-ngo-2021"] = (42, d => Report(d).Count(c => c["victim_status"] != "not_victim")),
        ["victims-io-ngo-2021-sex"] = (7, d => Report(d).Count(c => c["forms"] == "sexual_exploitation")),
        ["victims-io-ngo-2021-labour"] = (35, d => Report(d).Count(c => c["forms"] == "forced_labour")),
        ["victims-served-2021"] = (35, d => Report(d).Count(c => c["services"].Length > 0)),
        ["victims-served-2021-women"] = (8, d => Report(d).Count(c => c["services"].Length > 0 && c["sex"] == "female")),
        ["victims-served-2021-men"] = (27, d => Report(d).Count(c => c["services"].Length > 0 && c["sex"] == "male")),
        ["victims-orphans-2021"] = (10, d => Report(d).Count(c => c.Number("age_at_intake") < 18 && c["forms"] == "forced_labour")),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(77)]
    [InlineData(2026)]
    public void Write_AnySeed_ReproducesEveryPublishedFigure(int seed)
    {
        using var run = DemoRun.Of(seed);

        Assert.Equal(DemoTargets.All.Select(t => t.Id).Order(StringComparer.Ordinal), s_figures.Keys.Order(StringComparer.Ordinal));
        Assert.All(s_figures, figure => Assert.Equal(figure.Value.Published, figure.Value.Count(run.Sources)));
        Assert.Equal((34, 8, 10), (
            Report(run.Sources).Count(c => c["sex"] == "male"),
            Report(run.Sources).Count(c => c["sex"] == "female"),
            Report(run.Sources).Count(c => c.Number("age_at_intake") < 18)));
    }

    [Theory]
    [InlineData(2018, 2020)]
    [InlineData(2020, 2022)]
    [InlineData(2021, 2024)]
    [InlineData(2012, 2018)]
    public void Write_FewerYears_ReproducesTheFiguresThatTheyCoverWhole(int from, int to)
    {
        using var run = DemoRun.Of(DemoRun.Defaults with { FirstYear = from, LastYear = to });

        var covered = DemoTargets.Within(run.Options.Period).ToList();
        Assert.NotEmpty(covered);
        Assert.All(covered, target => Assert.Equal(target.Value, s_figures[target.Id].Count(run.Sources)));
    }

    [Fact]
    public void Within_StudyCutShort_LeavesOutItsFigures()
    {
        var options = DemoRun.Defaults with { FirstYear = 2019, LastYear = 2020 };

        var ids = DemoTargets.Within(options.Period).Select(t => t.Id).ToList();

        Assert.DoesNotContain("assisted-2018-2020", ids, StringComparer.Ordinal);
        Assert.Contains("registered-2020-police", ids, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(130)]
    [InlineData(40_000)]
    public void Write_OtherNumberOfContacts_GivesThatNumberInTheWindowAndScalesTheRest(int contacts)
    {
        using var run = DemoRun.Of(DemoRun.Defaults with { Contacts = contacts });

        Assert.Equal(contacts, Window(run.Sources).Count());
        Assert.Equal(1, Window(run.Sources).Count(c => c["victim_identified"] == "yes"));
        Assert.InRange(run.Sources.Contacts.Count(c => c.Year("started_at") == 2018), Math.Floor(contacts * 0.6), Math.Ceiling(contacts * 0.8));
        Assert.Equal(355, s_figures["assisted-2018-2020"].Count(run.Sources));
    }

    private static IEnumerable<DemoRow> Window(DemoSources demo) => demo.Contacts.Where(c => c.In("started_at", new DateOnly(2021, 1, 1), new DateOnly(2022, 1, 31)));

    private static IEnumerable<DemoRow> Report(DemoSources demo) => demo.Cases.Where(c => DemoSources.OfNgo(c) && c.In("intake_date", s_reportFrom, s_reportTo));

    private static IEnumerable<DemoRow> Opened2021(DemoSources demo) =>
        demo.TraffickingEvents.Where(e => e["event"] == "investigation_opened" && e.In("event_at", 2021, 2021));

    private static int Steps(IEnumerable<DemoRow> events, string name, DateOnly from, DateOnly to) => events.Count(e => e["event"] == name && e.In("event_at", from, to));

    private static int Contacts(DemoSources demo, int year, int fromMonth, int toMonth) =>
        demo.Contacts.Count(c => c.Day("started_at") is var day && day.Year == year && day.Month >= fromMonth && day.Month <= toMonth);
}
