using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse.Rebuild;
using Analytics.Etl.Warehouse.Reports;
using Dapper;

namespace Analytics.Database.Tests.History;

/// <summary>
/// On 1 July 2021 the organisation with the code A gets the code B. In 2021 A has 10 cases in March, B 10 in September, C two: counted
/// by codes no body has more than half of the 22; in truth one has 20 of them, which is more than the rule of dominance lets be shown.
/// </summary>
public sealed class RenamedOrganisationTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private static readonly string[] s_whole = [.. PublishedTable.Protected.First(table => table.Measures.Contains("intakes")).Dimensions.Select(_ => "total")];

    [DatabaseFact]
    public async Task Rename_KnownLate_MakesOneBodyOfTwoCodesInCountsProtectionAndReports()
    {
        await LoadCasesAsync();
        Assert.Equal([10, 10, 2], await ByOrganisationAsync("2021"));
        await EditedReference.LoadAsync(fixture, "72_organisation", added: "B,ngo,2021-07-01,,A");

        // One contributor; the code is that of the time, also where a case came under the old one.
        Assert.Equal([20, 2], await ByOrganisationAsync("2021"));
        Assert.Equal([25], await ByOrganisationAsync("2022"));
        string[] expected = ["A A 20", "A B 5", "B B 30", "C C 12", "D D 10"];
        Assert.Equal(expected, await CodesAsync());

        // Known before the facts, and made again from raw, it is the same.
        await WarehouseContent.ForgetAsync(fixture);
        await LoadCasesAsync();
        Assert.Equal(expected, await CodesAsync());
        Assert.Equal([20, 2], await ByOrganisationAsync("2021"));
        await new RebuildStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        Assert.Equal(expected, await CodesAsync());

        // One row of the reporting grid: what it owed and sent under either code.
        await fixture.LoadLinesAsync("ngo_monthly", "organisation,month,persons_assisted", "A,2021-05,1", "A,2021-06,1", "B,2021-07,2");
        var reports = new ReportStage(fixture.Etl, fixture.Time);
        await reports.DeclareAsync([Duty("A", 5), Duty("B", 7)], CancellationToken.None);
        await new Analytics.Etl.Warehouse.Quality.QualityStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        await reports.RunAsync(CancellationToken.None);
        fixture.Time.Now += TimeSpan.FromHours(1);
        await new PublishStage(fixture.Etl, fixture.Time).RunAsync(CancellationToken.None);
        Assert.Equal(
            ["A 2021-05 received", "A 2021-06 received", "A 2021-07 received", "A 2021-08 missing"],
            await fixture.ListAsync<string>("select organisation || ' ' || to_char(month, 'YYYY-MM') || ' ' || status from pub.report_status order by month"));
        Assert.Equal(
            ["A 3 of 4"],
            await fixture.ListAsync<string>(
                """
                select expected.members ->> 'organisation' || ' ' || received.value::int || ' of ' || expected.value::int
                from pub.cell as expected
                join pub.cell as received using (profile, period, cut, members)
                where expected.measure = 'reports_expected' and received.measure = 'reports_received' and period = '2021'
                  and profile = 'ministry' and cut = 'organisation,source' and members ->> 'source' = 'ngo_monthly'
                """));
        Assert.Equal(
            ["A is A until 2021-07-01", "A is B until infinity"],
            await fixture.ListAsync<string>("select code || ' is ' || name_en || ' until ' || valid_to from pub.member where dimension = 'organisation' order by valid_from"));

        // The rule of dominance sees the body; the other years have three bodies, or one.
        Assert.Equal(
            ["2020 ok", "2021 withheld", "2022 withheld"],
            await fixture.ListAsync<string>(
                """
                select period || ' ' || status from pub.cell
                where measure = 'intakes' and period_kind = 'year' and profile = 'ministry' and cut = ''
                order by 1
                """));

        // Codes of organisations are for the coordinating body alone.
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        foreach (var (role, members) in new[] { ("ministry", 2), ("donor", 0), ("public", 0) })
        {
            await using var owner = Npgsql.NpgsqlDataSource.Create(fixture.ConnectionString);
            await using var reader = await owner.OpenConnectionAsync();
            await reader.ExecuteAsync($"set role analytics_{role}");
            Assert.Equal(members, await reader.ExecuteScalarAsync<int>("select count(*) from pub.member where dimension = 'organisation'"));
        }
    }

    [DatabaseFact]
    public async Task Rename_TwiceAndTakenBack_FollowsTheFile()
    {
        await WarehouseContent.ForgetAsync(fixture);
        await fixture.LoadLinesAsync("ngo_case", "organisation,case_ref,intake_date", "P,1,2020-01-01", "Q,2,2021-01-01", "R,3,2022-01-01");
        const string Bodies = "select distinct body from mart.fct_assistance join mart.dim_organisation using (organisation_key) order by 1";
        await EditedReference.LoadAsync(fixture, "72_organisation", null, "Q,ngo,2021-01-01,,P", "R,international,2022-01-01,,Q");
        Assert.Equal(["P"], await fixture.ListAsync<string>(Bodies));
        Assert.Equal(
            ["P ngo 2021-01-01", "Q ngo 2022-01-01", "R international infinity"],
            await fixture.ListAsync<string>("select organisation || ' ' || kind || ' ' || valid_to from mart.dim_organisation where body = 'P' order by valid_from"));
        await EditedReference.LoadAsync(fixture, "72_organisation");
        Assert.Equal(["P", "Q", "R"], await fixture.ListAsync<string>(Bodies));
    }

    private async Task LoadCasesAsync()
    {
        await fixture.LoadLinesAsync("ngo_case", [
            "organisation,case_ref,intake_date",
            .. Cases("A", "2020-02", 10), .. Cases("C", "2020-03", 10), .. Cases("D", "2020-04", 10),
            .. Cases("A", "2021-03", 10), .. Cases("C", "2021-04", 2)]);
        await fixture.LoadLinesAsync("ngo_case", ["organisation,case_ref,intake_date", .. Cases("B", "2021-09", 10), .. Cases("B", "2022-02", 20), .. Cases("A", "2022-03", 5)]);
    }

    private static IEnumerable<string> Cases(string organisation, string month, int cases) =>
        Enumerable.Range(1, cases).Select(i => $"{organisation},{month}-{i},{month}-{i:00}");

    private static ReportDuty Duty(string organisation, int from) => new("ngo_monthly", organisation, new DateOnly(2021, from, 1), new DateOnly(2021, 8, 1), 10, "ngo_monthly");

    private async Task<List<long>> ByOrganisationAsync(string year)
    {
        await using var connection = await fixture.Etl.OpenConnectionAsync();
        return [.. (await WarehouseCounts.ReadAsync(connection, CancellationToken.None))["intakes"][year, s_whole].ByOrganisation.OrderDescending()];
    }

    /// <summary>Code as it came, code of the time, cases.</summary>
    private Task<List<string>> CodesAsync() => fixture.ListAsync<string>(
        "select fact.organisation || ' ' || dim.organisation || ' ' || count(*) from mart.fct_assistance as fact join mart.dim_organisation as dim using (organisation_key) group by fact.organisation, dim.organisation order by 1");
}
