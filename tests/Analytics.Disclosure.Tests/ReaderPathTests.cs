using Analytics.Dashboard;
using Analytics.Dashboard.Access;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;
using Dapper;
using Npgsql;
using Xunit.Abstractions;

namespace Analytics.Disclosure.Tests;

/// <summary>
/// Every way by which a number reaches a reader, read in three languages by each role over a publication whose withheld counts are
/// known; and read again after a publisher that withholds nothing, to see that the search would find them there.
/// </summary>
public sealed class ReaderPathTests(HeldByOneWarehouse published, ITestOutputHelper output) : IClassFixture<HeldByOneWarehouse>
{
    private static readonly string[] s_languages = ["en", "ru", "ky"];

    // Where a withheld count would stand if it were not withheld.
    private static readonly string[] s_withCounts =
    [
        "/trends?measure=persons_assisted&period=month", "/trends?measure=intakes&period=year&by=region", "/trends?measure=persons_assisted&period=year&by=region",
        "/trends?measure=persons_assisted&by=form", "/trends?measure=persons_assisted&by=destination", "/trends?measure=services_delivered&by=region",
        "/trends?measure=persons_assisted&region=41705000000000", "/trends?measure=intakes&by=region&known_on=" + HeldByOneWarehouse.FirstDay,
        "/trends?measure=intakes&view=regions&period=year", "/trends?measure=intakes&view=pair&by=region&a=2018&b=2020",
        "/regions?measure=persons_assisted&period=2020&region=41705000000000", "/regions?measure=intakes&period=2020&place=origin",
        "/regions?measure=persons_assisted&period=2019", "/regions?measure=persons_assisted&period=2019&per=none", "/regions?measure=intakes&period=2018-2020&per=none",
        "/regions?measure=persons_assisted&period=2018&per=none&sex=female", "/regions?measure=services_delivered&period=2020",
        "/regions?measure=intakes&period=2018&known_on=" + HeldByOneWarehouse.FirstDay,
        "/under-registration?period=2019",
        "/programmes?donor=all&programme=PRG-A&year=2020",
        "/api/v1/cells?measure=persons_assisted&by=region,period&per=population", "/api/v1/cells?measure=persons_assisted&by=region,sex,period", "/api/v1/cells?measure=intakes&by=region&from=2018&to=2020",
        "/api/v1/cells?measure=persons_assisted&by=form,period", "/api/v1/cells?measure=persons_assisted&by=destination,period", "/api/v1/cells?measure=persons_assisted&by=period&period=month",
        "/api/v1/cells?measure=reasons_not_applied&by=reason,period", "/api/v1/cells?measure=intakes&by=programme,period",
        "/api/v1/cells?measure=persons_assisted&by=region,period&format=csv", "/api/v1/cells?measure=persons_assisted&by=region,period&per=population&format=xlsx",
        "/api/v1/cells?measure=intakes&by=region,period&format=csv&known_on=" + HeldByOneWarehouse.FirstDay,
    ];

    // Where no count of persons stands, or only wholes, or ratios of what is shown.
    private static readonly string[] s_withoutCounts =
    [
        "/trends", "/trends?measure=crimes_per_100_assisted&by=region", "/trends?measure=contacts&by=topic", "/regions?measure=registration_gap&period=2019", "/revisions?show=every", "/ledger", "/measures",
        "/api/v1/measures", "/api/v1/ledger", "/api/v1/ledger?format=csv", "/api/v1/cells?measure=crimes_per_100_assisted,registration_gap&by=region,period",
        "/api/v1/cells?measure=persons_first_assisted,assisted_applied,assisted_registered,known_persons,known_registered,under_registration_rate,unregistered_share_of_known&by=region&from=2018&to=2020",
        "/api/v1/cells?measure=hidden_persons,hidden_share,unregistered_share_of_total&by=period", "/api/v1/cells?measure=persons_credited&by=programme,donor,period",
        "/openapi/v1.json", "/metrics", "/healthz", "/readyz",
    ];

    // Pages of the intake, and what stands on them where they have something to tell of the organisations whose counts are withheld.
    private static readonly (string Page, string Has)[] s_heldData = [("/reporting", "NGO-01"), ("/data-in", "Intake before the exploitation")];

    private static readonly string[] s_ofTheMinistry =
    [
        "/lineage?measure=persons_assisted&period=2019&region=41705000000000", "/lineage?measure=intakes&period=2018-01", "/lineage?batch=1", "/lineage?batch=2",
    ];

    [DatabaseFact]
    public async Task Answers_OfEveryPathRoleAndLanguage_HoldNoWithheldCountAndNaiveOnesDo()
    {
        var searchers = new Dictionary<string, Searcher>(StringComparer.Ordinal);
        foreach (var profile in (string[])["ministry", "donor", "public"])
        {
            var secrets = await published.SecretsAsync(profile);
            Assert.True(secrets.Count >= 20, $"{profile}: {secrets.Count} withheld counts in the thousands");
            searchers[profile] = new Searcher(secrets, await CommonAsync(profile), await ShownAsync(profile));
            output.WriteLine($"{profile}: {secrets.Count} withheld counts, {searchers[profile].Forms} ways of writing them");
        }

        await using (var site = await ReaderSite.OpenAsync(published.Warehouse.ConnectionString))
        {
            var (leaks, drawn, withData) = (new List<string>(), 0, new HashSet<string>(StringComparer.Ordinal));
            await foreach (var (account, profile, address, answer) in ReadAsync(site, [.. s_withCounts, .. s_withoutCounts]))
            {
                drawn += site.Figures.Count(figure => figure.Has(CellStatus.Withheld));
                leaks.AddRange(site.Figures.SelectMany(DrawnCheck.Faults).Select(fault => $"{account} {address}: {fault}"));
                withData.UnionWith(s_heldData.Where(data => address.StartsWith(data.Page, StringComparison.Ordinal) && answer.Contains(data.Has, StringComparison.Ordinal)).Select(data => data.Page));
                leaks.AddRange(searchers[profile].Find(answer).Take(3).Select(found => $"{account} {address}: {found}"));
            }

            leaks.AddRange(searchers.Values.SelectMany(searcher => searcher.Find(site.Log)).Select(found => $"log: {found}"));
            var audit = await AuditAsync();
            leaks.AddRange(searchers.Values.SelectMany(searcher => searcher.Find(audit)).Select(found => $"audit: {found}"));
            foreach (var leak in leaks.Take(60))
            {
                output.WriteLine(leak);
            }

            Assert.Empty(leaks);
            Assert.True(drawn > 50, $"{drawn} charts with something withheld");
            Assert.Equal(s_heldData.Select(data => data.Page).Order(StringComparer.Ordinal), withData.Order(StringComparer.Ordinal));
        }

        await published.PublishNaivelyAsync();
        await using (var naive = await ReaderSite.OpenAsync(published.Warehouse.ConnectionString))
        {
            var missed = new List<string>();
            await foreach (var (account, profile, address, answer) in ReadAsync(naive, s_withCounts))
            {
                if (!address.StartsWith("/api/v1/figures", StringComparison.Ordinal) && s_withCounts.Contains(Bare(address), StringComparer.Ordinal) && searchers[profile].Find(answer).Count == 0)
                {
                    missed.Add($"{account} {address}");
                }
            }

            foreach (var miss in missed)
            {
                output.WriteLine("not found though there: " + miss);
            }

            Assert.Empty(missed);
        }
    }

    private static string Bare(string address) => address[..address.LastIndexOf("lang=", StringComparison.Ordinal)].TrimEnd('&', '?');

    private static async IAsyncEnumerable<(string Account, string Profile, string Address, string Answer)> ReadAsync(ReaderSite site, string[] addresses)
    {
        foreach (var (account, profile, role) in new[] { ("donor", "donor", Role.Donor), ("policy", "public", Role.Policy), ("coordinator", "ministry", Role.Coordinator), ("admin", "ministry", Role.Administrator) })
        {
            using var client = await site.SignInAsync(account);
            var ids = new HashSet<string>(StringComparer.Ordinal);
            string[] pages = [.. Routes.Navigation.SelectMany(group => group.Links).Where(link => link.IsFor(role)).Select(link => link.Path), .. addresses, .. profile == "ministry" ? s_ofTheMinistry : []];
            foreach (var language in s_languages)
            {
                foreach (var address in pages.Select(page => $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}"))
                {
                    var answer = await site.ReadAsync(client, address);
                    ids.UnionWith(ReaderSite.FigureIds(answer));
                    yield return (account, profile, address, answer);
                }
            }

            Assert.NotEmpty(ids);
            foreach (var address in ids.Select((id, i) => $"/api/v1/figures/{id}?format={(string[])["json", "csv", "xlsx"] switch { var formats => formats[i % 3] }}&lang={s_languages[i % 2]}"))
            {
                yield return (account, profile, address, await site.ReadAsync(client, address));
            }
        }
    }

    private async Task<HashSet<long>> ShownAsync(string profile)
    {
        await using var connection = await published.Warehouse.Etl.OpenConnectionAsync();
        return [.. await connection.QueryAsync<long>("select distinct round(value)::bigint from pub.cell_version where profile = @profile and value is not null", new { profile })];
    }

    private async Task<CommonKnowledge> CommonAsync(string profile)
    {
        await using var connection = await published.Warehouse.Etl.OpenConnectionAsync();
        var wholes = await connection.QueryAsync<(string Measure, string Period, long Value)>(
            """
            select measure, period, value::bigint from pub.cell
            where profile = @profile and measure in ('intakes', 'services_delivered', 'reasons_not_applied') and status = 'ok' and cut = ''
            """, new { profile });
        var population = await connection.QueryAsync<(string Region, int Year, long Persons)>("select region, year::int, population from pub.population");
        return new CommonKnowledge(
            wholes.ToDictionary(row => (row.Measure, row.Period), row => row.Value),
            population.ToDictionary(row => (row.Region, row.Year), row => row.Persons),
            [CostPerPerson.Budget(HeldByOneWarehouse.Grants, new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31))!.Value.Amount], HeldByOneWarehouse.Targets);
    }

    private async Task<string> AuditAsync()
    {
        // The owner alone reads it past its pages.
        await using var owner = new NpgsqlConnection(published.Warehouse.ConnectionString);
        return string.Join('\n', await owner.QueryAsync<string>("select concat_ws(' ', account, action, subject) from ops.audit"));
    }
}
