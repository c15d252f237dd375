namespace Analytics.Etl.Tests.Demo;

/// <summary>Proceedings run in an order that could be, by articles in force.</summary>
public sealed class DemoCrimesTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private readonly DemoRun run = demo.Run;

    [Fact]
    public void Write_Articles_AreOfTheCodeInForce()
    {
        Assert.All(run.Sources.Crimes, c => Assert.True(
            Articles.IsTrafficking(c["article"], c.Day("registered_at")) || (Articles.Number(c["article"]) == 159 && c.Year("registered_at") >= 2022)));
        Assert.All(run.Sources.Events.Where(e => e["article_to"].Length > 0), e => Articles.Number(e["article_to"]));
    }

    [Fact]
    public void Write_StudyYears_Give8And32And15CrimesTheLastUntilNovember()
    {
        int Registered(int year) => run.Sources.Crimes.Count(c => c.Year("registered_at") == year);

        Assert.Equal((8, 32, 15), (Registered(2018), Registered(2019), Registered(2020)));
        Assert.All(run.Sources.Crimes.Where(c => c.Year("registered_at") == 2020), c => Assert.True(c.Day("registered_at").Month <= 11));
    }

    [Fact]
    public void Write_StudyCrimes_EndOnceWithinItsYears()
    {
        var numbers = run.Sources.Crimes.Where(c => c.In("registered_at", 2018, 2020)).Select(c => c["register_no"]).ToHashSet(StringComparer.Ordinal);
        var ends = run.Sources.Events.Where(e => e["event"] is "discontinued" or "sent_to_court").ToList();

        Assert.Equal(55, ends.Count(e => numbers.Contains(e["register_no"])));
        Assert.Equal(55, ends.Where(e => numbers.Contains(e["register_no"])).Select(e => e["register_no"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ends, e => Assert.Equal(numbers.Contains(e["register_no"]), e.In("event_at", 2018, 2020)));
    }

    [Fact]
    public void Write_Events_AreUniqueAndEachCrimeStartsWithItsRegistration()
    {
        var events = run.Sources.Events;

        Assert.Equal(events.Count, events.Select(e => (e["register_no"], e["event_at"], e["event"])).Distinct().Count());
        Assert.Equal(
            run.Sources.Crimes.Select(c => (c["register_no"], c.Day("registered_at"))).Order(),
            events.Where(e => e["event"] == "registered").Select(e => (e["register_no"], e.Day("event_at"))).Order());
    }

    [Fact]
    public void Write_EventsOfACrime_FollowEachOtherAsTheLawHasIt() =>
        Assert.All(run.Sources.Events.GroupBy(e => e["register_no"], StringComparer.Ordinal), crime =>
        {
            // The files are by year and by day within it, so that the order read is the order of days.
            var steps = crime.ToList();
            Assert.Equal(steps.Select(s => s.Day("event_at")).Order(), steps.Select(s => s.Day("event_at")));
            Assert.Equal("registered", steps[0]["event"]);
            var (opened, suspended, prosecutor, ended, judged) = (false, false, false, false, false);
            foreach (var step in steps.Skip(1).Select(s => s["event"]))
            {
                switch (step)
                {
                    case "investigation_opened":
                        Assert.False(opened || ended);
                        opened = true;
                        break;
                    case "suspended":
                        Assert.True(opened && !suspended && !prosecutor && !ended);
                        suspended = true;
                        break;
                    case "resumed":
                        Assert.True(suspended);
                        suspended = false;
                        break;
                    case "sent_to_prosecutor":
                        Assert.True(opened && !suspended && !ended);
                        prosecutor = true;
                        break;
                    case "sent_to_court":
                        Assert.True(prosecutor && !ended);
                        ended = true;
                        break;
                    case "discontinued":
                        Assert.True(opened && !suspended && !ended);
                        ended = true;
                        break;
                    case "convicted" or "acquitted" or "returned":
                        Assert.True(prosecutor && ended && !judged);
                        judged = true;
                        break;
                    default:
                        Assert.Equal("requalified", step);
                        Assert.True(opened && !ended);
                        break;
                }
            }
        });

    [Fact]
    public void Write_Events_ShowEveryTurnAndLeaveRecentCasesOpen()
    {
        string[] all = ["registered", "investigation_opened", "requalified", "suspended", "discontinued", "resumed", "sent_to_prosecutor", "sent_to_court", "returned", "convicted", "acquitted"];
        var ended = run.Sources.Events.Where(e => e["event"] is "discontinued" or "sent_to_court").Select(e => e["register_no"]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(all.Order(StringComparer.Ordinal), run.Sources.Events.Select(e => e["event"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains(run.Sources.Trafficking.Where(c => c.Year("registered_at") == 2026), c => !ended.Contains(c["register_no"]));
    }

    [Fact]
    public void Write_Crimes_CountPeopleAndKnowTheirRegion() =>
        Assert.All(run.Sources.Crimes, c =>
        {
            Assert.InRange(c.Number("victims_count")!.Value, 1, 6);
            Assert.InRange(c.Number("suspects_count") ?? 0, 0, 3);
            Assert.NotNull(ReferencePlaces.Region(c["region"]));
            Assert.InRange(c.Several("victim_tokens").Length, 0, c.Number("victims_count")!.Value);
        });
}
