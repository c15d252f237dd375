using System.Globalization;
using System.Text.Json;
using Analytics.Database.Tests.Etl;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Programmes;
using Analytics.Etl.Programmes;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse.Reports;
using Dapper;

namespace Analytics.Disclosure.Tests;

/// <summary>
/// Invented intakes in which some regions, months, reasons, a form, a destination and a programme belong to one organisation each, so
/// that counts in the thousands are withheld: numbers that stand out wherever they come up. Published twice, one intake apart.
/// </summary>
public sealed class HeldByOneWarehouse : IAsyncLifetime
{
    public const string FirstDay = "2026-11-21";

    private static readonly int[] s_years = [2018, 2019, 2020];

    // Region, its only organisation, intakes by year: primes, so that none is a sum of a few others.
    private static readonly (string Region, string Organisation, int[] Intakes)[] s_held =
    [
        ("KG-B", "NGO-01", [1301, 1409, 1511]), ("KG-T", "NGO-02", [1327, 1423, 1523]), ("KG-N", "NGO-03", [1361, 1433, 1531]), ("KG-GO", "NGO-04", [1373, 1447, 1543]),
    ];

    internal static IReadOnlyList<Grant> Grants { get; } =
    [
        new("PRG-A", "DONOR-1", new DateOnly(2018, 1, 1), new DateOnly(2026, 12, 31), 987_654_321, "USD", 0.6m),
        new("PRG-A", "DONOR-2", new DateOnly(2018, 1, 1), new DateOnly(2026, 12, 31), 123_456_789, "USD", 0.4m),
    ];

    /// <summary>Persons and intakes of the programme in 2020.</summary>
    internal static IReadOnlyList<decimal> Targets { get; } = [7, 13];

    private static readonly string[] s_shared = ["KG-O", "KG-J", "KG-C", "KG-GB", "KG-Y"];

    internal EtlFixture Warehouse { get; } = new();

    internal PublishReport First { get; private set; } = null!;

    internal PublishReport Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Warehouse.InitializeAsync();
        await LoadAsync("ngo_case", ["organisation,case_ref,intake_date,sex,age_at_intake,region_origin,destination_country,forms,services,applied_to_police,reasons_not_applied,programme", .. Cases()]);
        await LoadAsync("register_crime", ["register_no,registered_at,article,region,victims_count", .. Crimes()]);
        await LoadAsync("hotline", ["contact_id,started_at,caller_region,topic,suspected_trafficking", .. Contacts()]);
        var programmes = Path.Combine(Warehouse.Folder, "programmes");
        DemoProgrammes.WriteOnce(programmes);
        await File.WriteAllLinesAsync(Path.Combine(programmes, "grants.csv"), ["programme,donor,from,to,amount,currency,share", .. Grants.Select(grant => string.Create(CultureInfo.InvariantCulture, $"{grant.Programme},{grant.Donor},{grant.From:yyyy-MM-dd},{grant.To:yyyy-MM-dd},{grant.Amount},{grant.Currency},{grant.Share}"))]);
        await File.WriteAllLinesAsync(Path.Combine(programmes, "targets.csv"), ["programme,indicator,period,target,entered_on", .. new[] { "persons_assisted", "intakes" }.Zip(Targets, (measure, target) => string.Create(CultureInfo.InvariantCulture, $"PRG-A,{measure},2020,{target},2019-11-15"))]);
        Assert.Empty(await new ProgrammeStore(Warehouse.Etl, Warehouse.Time).LoadAsync(programmes, CancellationToken.None));
        await new ReportStage(Warehouse.Etl, Warehouse.Time).DeclareAsync(
            [.. s_held.Select(held => new ReportDuty("ngo_case", held.Organisation, new DateOnly(2018, 1, 1), null, 10, "ngo_case"))], CancellationToken.None);
        First = await PublishAsync();
        Warehouse.Time.Now += TimeSpan.FromDays(1);
        await LoadAsync("ngo_case", ["organisation,case_ref,intake_date,sex,age_at_intake,region_origin,exploitation_start", "NGO-01,LATE-1,2018-05-17,female,24,KG-B,2018-09-01"]);
        Second = await PublishAsync();
    }

    public Task DisposeAsync() => Warehouse.DisposeAsync();

    private async Task LoadAsync(string feed, string[] lines)
    {
        var batch = await Warehouse.LoadLinesAsync(feed, lines);
        Assert.Equal((null, 0), (batch.Refused, batch.Rejected));
    }

    private Task<PublishReport> PublishAsync() => new Refresh(Warehouse.Etl, Warehouse.Time).RunAsync(CancellationToken.None);

    private static IEnumerable<string> Cases()
    {
        foreach (var (region, organisation, intakes) in s_held)
        {
            foreach (var (year, count) in s_years.Zip(intakes))
            {
                for (var i = 0; i < count; i++)
                {
                    yield return HeldCase(region, organisation, year, i);
                }
            }
        }

        for (var i = 0; i < s_shared.Length * s_years.Length * 240; i++)
        {
            var (region, year, n) = (s_shared[i % 5], s_years[i / 5 % 3], i / 15);
            yield return Line($"NGO-{5 + (n % 4):00}", $"S-{i}", year, 3 + (n % 10), 1 + (n % 27), n % 3 == 0, 18 + (n % 40), region, n % 2 == 0 ? "RUS" : "KAZ", n % 3 == 0 ? "sexual_exploitation" : "forced_labour", "legal|medical", n % 2 == 0 ? "confidentiality" : "legal_literacy", "");
        }
    }

    private static string HeldCase(string region, string organisation, int year, int i) => (region, year) switch
    {
        // A month of one organisation each.
        ("KG-B", 2018) => Line(organisation, $"B-{year}-{i}", year, i < 1117 ? 1 : 5, 1 + (i % 27), i % 9 != 0, 20 + (i % 30), region, "RUS", "forced_labour", "legal", "confidentiality", ""),
        ("KG-T", 2018) => Line(organisation, $"T-{year}-{i}", year, i < 1223 ? 2 : 5, 1 + (i % 27), i % 9 != 0, 20 + (i % 30), region, "RUS", "forced_labour", "legal", "confidentiality", ""),
        ("KG-B", 2019) => Line(organisation, $"B-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "RUS", "forced_labour", "legal", i < 1031 ? "security" : "confidentiality", ""),
        ("KG-T", 2019) => Line(organisation, $"T-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "RUS", "forced_labour", "legal", i < 1039 ? "distrust" : "confidentiality", ""),
        ("KG-B", 2020) => Line(organisation, $"B-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "TUR", "forced_labour", "legal", "confidentiality", ""),
        ("KG-T", 2020) => Line(organisation, $"T-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "ARE", "forced_labour", "legal", "confidentiality", ""),
        ("KG-N", 2020) => Line(organisation, $"N-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "RUS", "forced_labour", "legal|shelter", "confidentiality", "PRG-A"),
        ("KG-GO", 2019) => Line(organisation, $"G-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "KAZ", "slavery_practices", "legal", "confidentiality", ""),
        ("KG-GO", 2020) => Line(organisation, $"G-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "KAZ", "forced_begging", "legal", "confidentiality", ""),
        _ => Line(organisation, $"{region}-{year}-{i}", year, 1 + (i % 12), 3, i % 9 != 0, 20 + (i % 30), region, "RUS", "forced_labour", "legal", "confidentiality", ""),
    };

    private static string Line(
        string organisation, string reference, int year, int month, int day, bool female, int age, string region, string destination, string form, string services, string reason, string programme) =>
        string.Create(CultureInfo.InvariantCulture, $"{organisation},{reference},{year}-{month:00}-{day:00},{(female ? "female" : "male")},{age},{region},{destination},{form},{services},no,{reason},{programme}");

    private static IEnumerable<string> Crimes() => s_years.SelectMany(year => Enumerable.Range(0, 27).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"R-{year}-{i},{year}-{1 + (i % 12):00}-11,{(year < 2019 ? "124" : "171")},{(i % 3 == 0 ? s_held[i % 4].Region : s_shared[i % 5])},2")));

    private static IEnumerable<string> Contacts() => s_years.SelectMany(year => Enumerable.Range(0, 240).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"H-{year}-{i},{year}-{1 + (i % 12):00}-14T10:00:00,{s_shared[i % 5]},{(i % 2 == 0 ? "legal_advice" : "documents")},{(i % 4 == 0 ? "yes" : "no")}")));

    /// <summary>Counts in the thousands that a profile may not see, as they stood in either publication.</summary>
    internal async Task<IReadOnlyList<Secret>> SecretsAsync(string profile)
    {
        var policy = SuppressionPolicy.TryParse(profile, out var known) ? known : throw new ArgumentException($"There is no profile {profile}.", nameof(profile));
        await using var connection = await Warehouse.Etl.OpenConnectionAsync();
        var shown = (await connection.QueryAsync<long>(
            """
            select distinct round(value)::bigint from pub.cell_version where profile = @profile and value >= 1000
            union select distinct population from pub.population
            """, new { profile })).ToHashSet();
        var withheld = await connection.QueryAsync<(string Measure, string Members, long Count)>(
            "select distinct measure, members::text, count from ops.protected_count where profile = @profile and withheld and count >= 1000", new { profile });
        return [.. withheld.Where(cell => !shown.Contains(cell.Count)).Select(cell => new Secret(cell.Measure, CodesOf(cell.Measure, cell.Members), cell.Count, policy.Round(cell.Count) is var rounded && shown.Contains(rounded) ? cell.Count : rounded))];
    }

    // A district is region/district among the counts.
    private const string RememberedAs =
        "case when cell.members ? 'district' then cell.members - 'district' || jsonb_build_object('region', cell.members ->> 'region' || '/' || (cell.members ->> 'district')) else cell.members end";

    /// <returns>The period's code, then one of each dimension of the table that a measure decides.</returns>
    internal static string[] CodesOf(string measure, string members)
    {
        if (PublishedTable.Protected.FirstOrDefault(table => table.Measures[0] == measure) is { } table)
        {
            return table.CodesOf(members)!;
        }

        // Linked persons and the overlaps of lists are tables of their own; the members that are no period come in no order that matters.
        var codes = JsonSerializer.Deserialize<Dictionary<string, string>>(members)!;
        return [codes.GetValueOrDefault("period", "total"), codes.GetValueOrDefault("region", "total"), .. codes.Where(code => code.Key is not ("period" or "region")).Select(code => code.Value)];
    }

    /// <summary>A publisher that withholds nothing: every cell gets its true count.</summary>
    internal async Task PublishNaivelyAsync()
    {
        await using var connection = await Warehouse.Etl.OpenConnectionAsync();
        foreach (var table in PublishedTable.Protected)
        {
            await connection.ExecuteAsync(
                $"""
                update pub.cell_version as cell
                set status = 'ok', value = known.count
                from ops.protected_count as known
                where known.measure = @measure and cell.measure = any(@measures) and known.profile = cell.profile and known.withheld and known.count > 0
                  and known.published_from <= cell.published_from and (known.published_to is null or known.published_to > cell.published_from)
                  and cell.status = 'withheld' and cell.period = coalesce(known.members ->> 'period', 'all')
                  and {RememberedAs} = known.members - 'period'
                """,
                new { measure = table.Measures[0], measures = table.Measures });
        }
    }
}

/// <summary>A count that a profile may not see.</summary>
/// <param name="Measure">The measure that decides its table.</param>
/// <param name="Codes">The period, then its members in the order of the table's dimensions.</param>
/// <param name="Rounded">As the profile would have seen it; the count again where something shown has that number.</param>
internal sealed record Secret(string Measure, string[] Codes, long Count, long Rounded);
