using Analytics.Etl.Feeds;
using Analytics.Testing;

namespace Analytics.Etl.Tests.Feeds;

public sealed class SampleTests
{
    public static TheoryData<string> Feeds => [.. FeedList.Names];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Sample_EveryFeed_LoadsWhole(string feed)
    {
        var read = Canonical.Read(Sample(feed, "sample.csv"), feed);
        Assert.Empty(read.Problems);
        Assert.NotEmpty(read.Rows);
    }

    [Fact]
    public void Sample_Hotline_BecomesCanonical()
    {
        var read = Canonical.Read(Sample("hotline", "sample.csv"), "hotline");
        Assert.Equal("2021-03-12T15:10:00+06:00", read.Rows[1]["started_at"]);
        Assert.Equal("41706000000000", read.Rows[1]["caller_region"]);
        Assert.Equal("forced_labour|domestic_servitude", read.Rows[1]["forms"]);
        Assert.Equal(("KAZ", "30-38", "KGZ"), (read.Rows[1]["destination_country"], read.Rows[1]["age"], read.Rows[1]["citizenship"]));
        Assert.Equal("41711000000000", read.Rows[2]["caller_region"]);
        Assert.Equal(("2021-03", "48+"), (read.Rows[3]["started_at"], read.Rows[3]["age"]));
        Assert.Equal("2021-03-15T05:59:59+06:00", read.Rows[4]["started_at"]);
        Assert.Equal(("phone", "relative", "documents", "forced_labour", "female"),
            (read.Rows[4]["channel"], read.Rows[4]["caller_role"], read.Rows[4]["topic"], read.Rows[4]["forms"], read.Rows[4]["sex"]));
    }

    [Fact]
    public void Sample_CanonicalRow_KeepsNothingOfWhatWasReceived()
    {
        var read = Canonical.Read(Sample("hotline", "sample.csv"), "hotline");
        Assert.Equal("", read.Received[0].Replace("{\"destination_country\":\"RUS\"}", ""));
        Assert.Contains("\"caller_region\":\"Ошская область\"", System.Text.RegularExpressions.Regex.Unescape(read.Received[1]));
    }

    [Fact]
    public void Sample_Register_KeepsArticlesAndPartialDates()
    {
        var crimes = Canonical.Read(Sample("register_crime", "sample.csv"), "register_crime");
        Assert.Equal(["124 ч.2 п.1", "171 ч.1", "166", "172-1"], crimes.Rows.Select(r => r["article"]));
        Assert.Equal(["2018-04-02", "2019-02-12", "2021-12-20", "2022-05"], crimes.Rows.Select(r => r["registered_at"]));
        Assert.Equal("2018-04-03T00:00:00+06:00", crimes.Rows[0]["updated_at"]);
        var events = Canonical.Read(Sample("register_event", "sample.csv"), "register_event");
        Assert.Equal(["registered", "investigation_opened", "requalified", "discontinued"], events.Rows.Select(r => r["event"]));
    }

    [Fact]
    public void SampleBad_Hotline_EachRowBreaksItsRule() => AssertProblems("hotline",
    [
        ("contact_id", "required"), ("started_at", "required"), ("started_at", "timestamp"), ("duration_s", "duration"), ("channel", "code"),
        ("caller_region", "region"), ("destination_country", "country"), ("forms", "code"), ("age", "age"), ("victim_identified", "code"),
        ("person_token", "token"), ("started_at", "timestamp"), ("started_at", "future_date"), (null, "field_count"),
    ]);

    [Fact]
    public void SampleBad_NgoCase_EachRowBreaksItsRule() => AssertProblems("ngo_case",
    [
        ("organisation", "required"), ("case_ref", "required"), ("intake_date", "required"), ("intake_date", "date"), ("sex", "code"),
        ("birth_year", "whole_number"), ("age_at_intake", "age"), ("citizenship", "country"), ("region_origin", "region"), ("forms", "code"),
        ("sector", "code"), ("exploitation_start", "date"), ("victim_status", "code"), ("services", "code"), ("reasons_not_applied", "code"),
        ("updated_at", "timestamp"), ("deleted", "code"), ("case_ref", "identifier_phone_number"),
    ]);

    [Fact]
    public void SampleBad_RegisterCrime_EachRowBreaksItsRule() => AssertProblems("register_crime",
    [
        ("register_no", "required"), ("registered_at", "required"), ("article", "required"), ("article", "article"), ("region", "region"),
        ("victims_count", "whole_number"), ("victim_tokens", "token"), ("suspects_count", "whole_number"), ("updated_at", "timestamp"),
    ]);

    [Fact]
    public void SampleBad_RegisterEvent_EachRowBreaksItsRule() => AssertProblems("register_event",
    [
        ("register_no", "required"), ("event_at", "required"), ("event", "required"), ("event", "code"), ("event_at", "date"),
        ("article_to", "article"), ("persons_count", "whole_number"), (null, "field_count"),
    ]);

    [Fact]
    public void SampleBad_NgoMonthly_EachRowBreaksItsRule() => AssertProblems("ngo_monthly",
    [
        ("organisation", "required"), ("month", "required"), ("month", "month"), ("month", "month"), ("region_service", "region"),
        ("sex", "code"), ("form", "code"), ("persons_assisted", "required"), ("services_delivered", "whole_number"), ("nil_report", "code"),
    ]);

    [Fact]
    public void SampleBad_LabourInspection_EachRowBreaksItsRule() => AssertProblems("labour_inspection",
    [
        ("inspection_no", "required"), ("inspected_on", "required"), ("inspected_on", "date"), ("region", "region"), ("sector", "code"),
        ("announced", "code"), ("indicators_found", "whole_number"), ("persons_referred", "whole_number"),
    ]);

    [Fact]
    public void SampleBad_EmploymentAgency_EachRowBreaksItsRule() => AssertProblems("employment_agency",
    [
        ("agency_no", "required"), ("name", "required"), ("name", "natural_person"), ("kind", "code"), ("country", "country"), ("region", "region"),
        ("licensed_from", "date"), ("licensed_to", "date"), ("complaints", "whole_number"), ("violations", "whole_number"), ("sanction", "code"),
        ("updated_at", "required"),
    ]);

    [Fact]
    public void SampleBad_Population_EachRowBreaksItsRule() => AssertProblems("population",
    [
        ("soate", "required"), ("soate", "region"), ("year", "required"), ("year", "whole_number"), ("sex", "required"), ("sex", "code"),
        ("population", "required"), ("population", "whole_number"), ("population", "whole_number"),
    ]);

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Readme_EveryFeed_NamesEveryColumn(string feed)
    {
        var readme = File.ReadAllText(Sample(feed, "README.md"));
        Assert.All(FeedList.Find(feed)!.Columns, column => Assert.Contains($"`{column.Name}`", readme));
    }

    private static void AssertProblems(string feed, (string? Column, string Rule)[] expected)
    {
        var read = Canonical.Read(Sample(feed, "sample_bad.csv"), feed);
        Assert.Empty(read.Rows);
        Assert.Equal(expected.Select((e, i) => (i + 2L, e.Column, e.Rule)), read.Problems);
    }

    private static string Sample(string feed, string file) => Path.Combine(
        ProjectRoot.Path, "etl", "Analytics.Etl", "Feeds", string.Concat(feed.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..])), file);
}
