namespace Analytics.Etl.Tests.Demo;

/// <summary>The hotline's contacts by year and month.</summary>
public sealed class DemoContactsTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private readonly DemoRun run = demo.Run;

    [Fact]
    public void Write_OtherYears_HaveNineToFourteenThousandContacts() =>
        Assert.All(
            run.Sources.Contacts.CountBy(c => c.Year("started_at")).Where(year => year.Key < DemoRun.Today.Year),
            year => Assert.InRange(year.Value, 9_000, 14_000));

    [Fact]
    public void Write_Months_ChangeSmoothlyButForTheCampaign()
    {
        var months = run.Sources.Contacts.CountBy(c => c.Day("started_at") is var day ? new DateOnly(day.Year, day.Month, 1) : default).OrderBy(m => m.Key).ToList();

        Assert.Equal(118, months.Count);
        Assert.All(months.Zip(months.Skip(1)).Where(pair => pair.Second.Key != new DateOnly(2021, 7, 1)), pair =>
            Assert.InRange(pair.Second.Value / (double)pair.First.Value, 0.88, pair.Second.Key.Month == 1 ? 1.16 : 1.12));
        Assert.InRange(months.Single(m => m.Key == new DateOnly(2021, 7, 1)).Value / (double)months.Single(m => m.Key == new DateOnly(2021, 6, 1)).Value, 1.12, 1.21);
    }

    [Fact]
    public void Write_Contacts_AreUniqueAndWithinThePeriod()
    {
        Assert.Equal(run.Sources.Contacts.Count, run.Sources.Contacts.Select(c => c["contact_id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(run.Sources.Contacts, c => Assert.InRange(c.Day("started_at"), run.Options.Period.From, run.Options.Period.To));
    }

    [Fact]
    public void Write_Places_AreKnownHoweverTheyAreSpelled()
    {
        var regions = run.Sources.Contacts.Select(c => c["caller_region"]).Distinct(StringComparer.Ordinal).ToList();
        var countries = run.Sources.Contacts.SelectMany(c => new[] { c["destination_country"], c["citizenship"] }).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(9, regions.Select(ReferencePlaces.Region).Where(r => r is not null).Distinct(StringComparer.Ordinal).Count());
        Assert.True(regions.Count > 40);
        Assert.True(countries.Count > 20);
        Assert.All(countries, c => ReferencePlaces.Country(c));
        Assert.All(new[] { "caller_region", "destination_country", "age", "duration_s" }, column => Assert.Contains(run.Sources.Contacts, c => c[column].Length == 0));
    }

    [Fact]
    public void Write_IdentifiedVictims_AreSuspectedReferredAndFewEveryYear()
    {
        var victims = run.Sources.Contacts.Where(c => c["victim_identified"] == "yes").ToList();

        Assert.All(victims, c => Assert.Equal(("trafficking", "yes"), (c["topic"], c["suspected_trafficking"])));
        Assert.All(victims, c => Assert.NotEmpty(c["forms"]));
        Assert.All(victims, c => Assert.NotEmpty(c["referred_to"]));
        Assert.All(victims.CountBy(c => c.Year("started_at")), year => Assert.InRange(year.Value, 1, 5));
        Assert.All(run.Sources.Contacts.Where(c => c["suspected_trafficking"] != "yes"), c => Assert.Empty(c["forms"]));
    }
}
