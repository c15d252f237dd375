using System.Globalization;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;

namespace Analytics.Database.Tests.History;

/// <summary>Three loads on three days, and what was known of each month on each of them, counted by hand.</summary>
public sealed class RevisionTriangleTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    [DatabaseFact]
    public async Task Triangle_ThreeLoadsOnThreeDays_IsTheOneCountedByHand()
    {
        // 30 June: two crimes in January, one in February; a case each in January and February.
        await LoadAsync("2024-06-30", "register_crime", "register_no,registered_at,article", "C-1,2024-01-05,166", "C-2,2024-01-20,166", "C-3,2024-02-02,166");
        await LoadAsync("2024-06-30", "ngo_case", "organisation,case_ref,intake_date,updated_at,deleted", "N,1,2024-01-10,2024-06-01,no", "N,2,2024-02-10,2024-06-01,no");
        await PublishAsync();
        // 31 July: one of January's turns out to be February's, and March's first comes; a January case comes late.
        await LoadAsync("2024-07-31", "register_crime", "register_no,registered_at,article", "C-2,2024-02-20,166", "C-4,2024-03-03,166");
        await LoadAsync("2024-07-31", "ngo_case", "organisation,case_ref,intake_date,updated_at,deleted", "N,3,2024-01-15,2024-07-01,no");
        await PublishAsync();
        // 31 August: C-3 was no trafficking after all; the case of February is withdrawn.
        await LoadAsync("2024-08-31", "register_crime", "register_no,registered_at,article", "C-3,2024-02-02,159");
        await LoadAsync("2024-08-31", "ngo_case", "organisation,case_ref,intake_date,updated_at,deleted", "N,2,2024-02-10,2024-08-01,yes");
        await PublishAsync();

        Assert.Equal(["2024-01: 2 1 1", "2024-02: 1 2 1", "2024-03: - 1 1"], await TriangleAsync("crimes_registered"));
        Assert.Equal(["2024-01: 1 2 2", "2024-02: 1 1 -"], await TriangleAsync("intakes"));
        Assert.Equal(
            ["2024-01 2024-06-30 2", "2024-01 2024-07-31 1", "2024-01 2024-08-31 1", "2024-02 2024-06-30 1", "2024-02 2024-07-31 2", "2024-02 2024-08-31 1", "2024-03 2024-07-31 1", "2024-03 2024-08-31 1"],
            await fixture.ListAsync<string>("select to_char(month, 'YYYY-MM') || ' ' || known_on || ' ' || crimes from pub.crime_triangle order by month, known_on"));

        // What was published on a day stays readable as it was, for each profile.
        Assert.Equal(
            ["2 1 1", "2 1 1", "2 1 1"],
            await fixture.ListAsync<string>(
                """
                select string_agg(version.value::int::text, ' ' order by publication.publication_id)
                from pub.publication as publication
                join pub.cell_version as version
                    on version.published_from <= publication.publication_id and (version.published_to is null or version.published_to > publication.publication_id)
                where version.measure = 'crimes_registered' and version.period = '2024-01' and version.cut = ''
                group by version.profile
                """));
    }

    private async Task<List<string>> TriangleAsync(string counted) => await fixture.ListAsync<string>(
        $"""
        select to_char(months.month, 'YYYY-MM') || ': ' || string_agg(coalesce(known.amount::text, '-'), ' ' order by moments.moment)
        from (values ('2024-06-30T23:59+06'::timestamptz), ('2024-07-31T23:59+06'), ('2024-08-31T23:59+06')) as moments (moment)
        cross join (select distinct month from mart.revision_triangle('{counted}', array['2024-06-30T23:59+06', '2024-07-31T23:59+06', '2024-08-31T23:59+06']::timestamptz[])) as months
        left join mart.revision_triangle('{counted}', array['2024-06-30T23:59+06', '2024-07-31T23:59+06', '2024-08-31T23:59+06']::timestamptz[]) as known
            on known.month = months.month and known.moment = moments.moment
        group by months.month
        order by months.month
        """);

    private async Task LoadAsync(string day, string feed, params string[] lines)
    {
        fixture.Time.Now = DateTimeOffset.Parse(day + "T10:00:00+06:00", CultureInfo.InvariantCulture).ToUniversalTime() + TimeSpan.FromMinutes(feed.Length);
        await fixture.LoadLinesAsync(feed, lines);
    }

    private async Task PublishAsync()
    {
        fixture.Time.Now += TimeSpan.FromHours(1);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
    }
}
