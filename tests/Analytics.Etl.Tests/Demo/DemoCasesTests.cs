using Analytics.Domain.Linkage;

namespace Analytics.Etl.Tests.Demo;

/// <summary>The persons assisted hold together, and look like what the reports describe.</summary>
public sealed class DemoCasesTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private readonly DemoRun run = demo.Run;

    private List<DemoRow> Study => [.. run.Sources.Cases.Where(c => c.In("intake_date", 2018, 2020))];

    [Fact]
    public void Write_Cases_HaveTheirOwnReferenceAndNearlyAllAToken()
    {
        var cases = run.Sources.Cases;

        Assert.Equal(cases.Count, cases.Select(c => (c["organisation"], c["case_ref"])).Distinct().Count());
        Assert.All(cases, c => Assert.StartsWith($"{c["organisation"]}/{c.Year("intake_date")}/", c["case_ref"], StringComparison.Ordinal));
        Assert.All(cases.Where(c => c["person_token"].Length > 0), c => Assert.NotNull(PersonToken.Read(c["person_token"], out _)));
        Assert.InRange(cases.Count(c => c["person_token"].Length > 0), cases.Count * 0.94, cases.Count - 1);
        Assert.All(cases, c => Assert.Matches("^(NGO-(0[1-9]|1[0-8])|IO-01|GOV-01)$", c["organisation"]));
    }

    [Fact]
    public void Write_Organisations_SendWorkbooksOrJson()
    {
        Assert.Equal(11, run.Sources.Workbooks.Where(DemoSources.OfNgo).Select(c => c["organisation"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(7, run.Sources.Documents.Where(DemoSources.OfNgo).Select(c => c["organisation"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Write_Origins_CoverNineRegionsWithTheSouthAheadAndSmallCells()
    {
        var origins = Study.Select(c => ReferencePlaces.Region(c["region_origin"])).Where(r => r is not null).ToList();
        string[] south = ["41703000000000", "41705000000000", "41706000000000", "41721000000000"];

        Assert.Equal(9, origins.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(origins.Count(o => south.Contains(o, StringComparer.Ordinal)) / (double)origins.Count, 0.6, 0.8);
        Assert.Contains(Study.GroupBy(c => (ReferencePlaces.Region(c["region_origin"]), c["forms"], c.Year("intake_date"))), cell => cell.Count() <= 2);
    }

    [Fact]
    public void Write_Destinations_AreKnownAndLedByRussia()
    {
        var destinations = run.Sources.Cases.Select(c => ReferencePlaces.Country(c["destination_country"])).Where(d => d is not null)
            .CountBy(d => d!, StringComparer.Ordinal).OrderByDescending(d => d.Value).Select(d => d.Key).ToList();

        Assert.Equal("RUS", destinations[0]);
        Assert.Equal(["ARE", "KAZ", "KGZ", "TUR"], destinations[1..5].Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(run.Sources.Cases, c => ReferencePlaces.Country(c["citizenship"]));
    }

    [Fact]
    public void Write_Ages_AgreeWithBirthYears()
    {
        var both = run.Sources.Cases.Where(c => c["age_at_intake"].Length > 0 && c["birth_year"].Length > 0).ToList();

        Assert.True(both.Count > run.Sources.Cases.Count / 2);
        Assert.True(both.Count < run.Sources.Cases.Count);
        Assert.All(both, c => Assert.InRange(c.Year("intake_date") - c.Number("birth_year")!.Value - c.Number("age_at_intake")!.Value, 0, 1));
    }

    [Fact]
    public void Write_Exploitation_EndsAfterItStartsAndBeforeIntake()
    {
        var known = run.Sources.Cases.Where(c => c["exploitation_start"].Length > 0 && c["exploitation_end"].Length > 0).ToList();

        Assert.Equal([4, 7, 10], known.Select(c => c["exploitation_start"].Length).Distinct().Order());
        Assert.All(known, c =>
        {
            Assert.True(string.CompareOrdinal(c["exploitation_start"], c["exploitation_end"]) <= 0);
            Assert.True(string.CompareOrdinal(c["exploitation_end"], $"{c.Day("intake_date"):yyyy-MM-dd}") <= 0);
        });
    }

    [Fact]
    public void Write_Reasons_AreThoseOfPeopleWhoDidNotApplyInTheStudysOrder()
    {
        Assert.All(run.Sources.Cases.Where(c => c["applied_to_police"] != "no"), c => Assert.Empty(c["reasons_not_applied"]));
        Assert.True(Study.Count(c => c["applied_to_police"] == "no") > 0.75 * Study.Count);

        var reasons = Study.SelectMany(c => c.Several("reasons_not_applied")).CountBy(r => r, StringComparer.Ordinal).OrderByDescending(r => r.Value).ToList();
        Assert.Equal(["confidentiality", "legal_literacy", "fear_of_liability", "distrust", "reconciliation"], reasons.Take(5).Select(r => r.Key), StringComparer.Ordinal);
        Assert.Contains(Study, c => c.Several("reasons_not_applied").Length > 1);
    }

    [Fact]
    public void Write_Forms_AreSeveralOutsideThePublishedWindowsOnly()
    {
        Assert.All(Study, c => Assert.Single(c.Several("forms")));
        Assert.Contains(run.Sources.Cases, c => c.Several("forms").Length > 1);
        Assert.DoesNotContain(Study, c => c["victim_status"] == "not_victim");
    }

    [Fact]
    public void Write_CasesWhileTheHotlineIdentifiedOneVictim_NameItOnce()
    {
        var cases = run.Sources.Cases.Where(c => c.In("intake_date", new DateOnly(2021, 1, 1), new DateOnly(2022, 1, 31)));

        Assert.Single(cases, c => c["identified_by"] == "hotline");
    }

    [Fact]
    public void Write_Cases_NeverReachPastThePeriod() =>
        Assert.All(run.Sources.Cases, c =>
        {
            Assert.InRange(c.Day("intake_date"), run.Options.Period.From, run.Options.Period.To);
            Assert.InRange(c.Day("updated_at"), c.Day("intake_date"), run.Options.Period.To);
        });
}
