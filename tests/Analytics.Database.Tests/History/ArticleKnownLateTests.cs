using Analytics.Database.Tests.Etl;
using Analytics.Etl.Warehouse.Rebuild;

namespace Analytics.Database.Tests.History;

/// <summary>
/// Crimes come before the crosswalk knows their articles: article 127, to which two of them are requalified, is added later, and article 171
/// turns out to have changed in June 2021. Registered and current article of every version and the article of every step, by hand.
/// </summary>
public sealed class ArticleKnownLateTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private static readonly string[] s_crimes =
    [
        "register_no,registered_at,article,region,victims_count,updated_at",
        "A-1,2020-03-01,171,KG-O,1,2020-03-01", "A-2,2021-09-01,171,KG-O,1,2021-09-01", "A-3,2022-03-01,166,KG-O,1,2022-03-01", "A-4,2022-05-01,127,KG-O,1,2022-05-01",
    ];

    [DatabaseFact]
    public async Task Article_KnownLate_IsFoundByEveryFactAsIfItHadBeenKnown()
    {
        await LoadAsync();
        Assert.Equal(
            [
                "A-1 171/2019 171/2019", "A-1 171/2019 unknown", "A-2 171/2019 171/2019", "A-3 166/2021-12 159/2021-12", "A-3 166/2021-12 166/2021-12", "A-3 166/2021-12 unknown",
                "A-4 unknown unknown",
            ],
            await CrimesAsync());

        await EditedReference.LoadAsync(
            fixture,
            "75_article",
            new Dictionary<string, string[]>
            {
                ["171"] = ["171,trafficking,2019-01-01,2021-06-01,Old,Old,Old", "171,related,2021-06-01,2021-12-01,Changed,Changed,Changed"],
            },
            "127,related,2021-12-01,infinity,Kept,Kept,Kept");
        string[] crimes =
        [
            "A-1 171/2019 127/2021-12", "A-1 171/2019 171/2019", "A-2 171/2021-06 171/2021-06", "A-3 166/2021-12 127/2021-12", "A-3 166/2021-12 159/2021-12", "A-3 166/2021-12 166/2021-12",
            "A-4 127/2021-12 127/2021-12",
        ];
        string[] steps = ["A-1 127/2021-12", "A-3 127/2021-12", "A-3 159/2021-12"];
        Assert.Equal(crimes.Order(StringComparer.Ordinal), await CrimesAsync());
        Assert.Equal(steps, await StepsAsync());

        // Known before the facts, and made again from raw, it is the same.
        await WarehouseContent.ForgetAsync(fixture);
        await LoadAsync();
        Assert.Equal(crimes.Order(StringComparer.Ordinal), await CrimesAsync());
        Assert.Equal(steps, await StepsAsync());
        await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(default);
        Assert.Equal(crimes.Order(StringComparer.Ordinal), await CrimesAsync());
        Assert.Equal(steps, await StepsAsync());
    }

    private async Task LoadAsync()
    {
        await fixture.LoadLinesAsync("register_crime", s_crimes);
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event,article_to", "A-1,2022-02-01,requalified,127", "A-3,2022-04-01,requalified,159");

        // A later version of A-3: requalified once more.
        await fixture.LoadLinesAsync("register_event", "register_no,event_at,event,article_to", "A-3,2022-06-01,requalified,127");
    }

    /// <summary>Of every version: register number, article under which it was registered, and the one it then had.</summary>
    private async Task<IEnumerable<string>> CrimesAsync() => (await fixture.ListAsync<string>(
        $"""
        select distinct register_no || ' ' || {State("registered")} || ' ' || {State("present")}
        from mart.fct_crime as fact
        join mart.dim_article as registered on registered.article_key = fact.registered_article_key
        join mart.dim_article as present on present.article_key = fact.current_article_key
        """)).Order(StringComparer.Ordinal);

    private Task<List<string>> StepsAsync() => fixture.ListAsync<string>(
        $"""
        select register_no || ' ' || {State("article")}
        from mart.fct_crime_event as fact
        join mart.dim_article as article on article.article_key = fact.article_to_key
        where fact.event = 'requalified' and fact.known_until = 'infinity'
        order by 1
        """);

    private static string State(string article) =>
        $"case when {article}.article_key = 0 then 'unknown' else {article}.article || '/' || regexp_replace(to_char({article}.valid_from, 'YYYY-MM'), '-01$', '') end";
}
