using Analytics.Database.Tests.Etl;
using Analytics.Etl.Publish;
using Analytics.Etl.Warehouse.Quality;

namespace Analytics.Database.Tests.Publish;

/// <summary>Counts by the month beside cases: published as reported, never added, and no reason to call anything zero.</summary>
public sealed class ReportedPersonsTests
{
    private const string Monthly = "organisation,month,region_service,sex,persons_assisted";
    private const string Case = "organisation,case_ref,intake_date,region_service,sex";

    /// <summary>What is made of cases, and zero where there were none.</summary>
    private const string OfCases =
        "measure in ('persons_assisted', 'intakes', 'services_delivered', 'reasons_not_applied', 'persons_first_assisted', 'known_persons', 'assisted_registered')";

    [DatabaseFact]
    public async Task Publish_CountsByTheMonthAlone_AreReportedPersonsAndNothingOfCasesIsZero()
    {
        await using var warehouse = await LoadedWarehouse.OpenAsync();
        await warehouse.LoadAsync("ngo_monthly", Monthly, "N-1,2023-05,KG-O,female,8", "N-2,2023-05,KG-O,,8", "N-3,2023-05,KG-C,male,6", "N-4,2023-06,,,0");
        await warehouse.PublishAsync();
        Assert.Equal(["ministry 22", "donor 20", "public 20"], await warehouse.ListAsync(
            "select profile || ' ' || value::int from pub.cell where measure = 'persons_reported' and period = '2023-05' and cut = '' order by value desc, profile"));
        Assert.Equal(["2023 22", "2023-05 22", "2023-Q2 22", "all 22"], await warehouse.ListAsync(
            "select period || ' ' || value::int from pub.cell where measure = 'persons_reported' and profile = 'ministry' and cut = '' and value > 0 order by period"));
        Assert.Equal(["2023-06 zero"], await warehouse.ListAsync(
            "select period || ' ' || status from pub.cell where measure = 'persons_reported' and profile = 'ministry' and cut = '' and status = 'zero'"));
        Assert.Equal(["intakes not_reported", "persons_assisted not_reported"], await warehouse.ListAsync(
            "select distinct measure || ' ' || status from pub.cell where measure in ('persons_assisted', 'intakes') order by 1"));
        Assert.Equal([], await warehouse.ListAsync($"select measure || ' ' || period || ' ' || members from pub.cell where {OfCases} and status = 'zero'"));

        // Eight persons of whom the sex was not stated may be of any; only what nobody reported in any way is left.
        Assert.Equal([], await warehouse.ListAsync("select period || ' ' || members from pub.cell where measure = 'persons_reported' and cut = 'sex' and period = '2023' and status = 'zero'"));
    }

    [DatabaseFact]
    public async Task Publish_CasesAndCountsOfOthers_LeaveNoZeroWhereOnlyCountsAre()
    {
        await using var warehouse = await LoadedWarehouse.OpenAsync();
        await warehouse.LoadAsync(
            "ngo_case", Case, [.. new[] { "2022-02", "2023-02", "2023-08" }.SelectMany(month => new[] { "N-4", "N-5", "N-6" }.SelectMany(organisation => Cases(organisation, month, 6)))]);
        await warehouse.PublishAsync();
        const string zeros = $"select distinct measure || ' ' || period || ' ' || members from pub.cell where {OfCases} and status = 'zero' and period in ('2022', '2023', '2023-05') order by 1";
        var before = await warehouse.ListAsync(zeros);
        Assert.Contains("intakes 2023-05 {}", before);
        Assert.Contains("intakes 2023 {\"sex\": \"male\"}", before);
        Assert.Contains("intakes 2023 {\"region_service\": \"41703000000000\"}", before);

        await warehouse.LoadAsync("ngo_monthly", Monthly, "N-1,2023-05,KG-O,female,8", "N-2,2023-05,KG-O,male,8", "N-3,2023-05,KG-O,male,6");
        await warehouse.PublishAsync();
        var after = await warehouse.ListAsync(zeros);

        // A year of which there are no counts stays as it was; of 2023 is zero only what the counts too know to be nothing.
        Assert.Equal(before.Where(cell => cell.Contains(" 2022 ", StringComparison.Ordinal)), after.Where(cell => cell.Contains(" 2022 ", StringComparison.Ordinal)));
        Assert.DoesNotContain("intakes 2023-05 {}", after);
        Assert.DoesNotContain("intakes 2023 {\"sex\": \"male\"}", after);
        Assert.Contains("intakes 2023 {\"sex\": \"other\"}", after);
        Assert.Contains("intakes 2023 {\"region_service\": \"41703000000000\"}", after);
        Assert.DoesNotContain("intakes 2023 {\"region_service\": \"41706000000000\"}", after);
        Assert.Equal([], after.Where(cell => cell.Contains(" 2023", StringComparison.Ordinal) && !cell.Contains("\"sex\"", StringComparison.Ordinal) && !cell.Contains("region_service", StringComparison.Ordinal) && !cell.Contains("form", StringComparison.Ordinal)));

        // Nothing is added: 36 intakes in 2023, and 22 persons reported.
        Assert.Equal(["intakes 36", "persons_reported 22"], await warehouse.ListAsync(
            "select measure || ' ' || value::int from pub.cell where measure in ('intakes', 'persons_reported') and period = '2023' and cut = '' and profile = 'ministry' order by 1"));
    }

    [DatabaseFact]
    public async Task Quality_BothOfTheSameMonth_FindsTheMonthsThatDifferAndAddsNothing()
    {
        await using var warehouse = await LoadedWarehouse.OpenAsync();
        await warehouse.LoadAsync("ngo_case", Case, [.. Cases("N-1", "2023-05", 10), .. Cases("N-2", "2023-05", 12), .. Cases("N-3", "2023-05", 8), .. Cases("N-4", "2023-05", 9)]);
        var counts = await warehouse.LoadAsync("ngo_monthly", Monthly, "N-1,2023-05,KG-O,female,10", "N-2,2023-05,KG-O,female,13", "N-3,2023-05,KG-O,female,9", "N-4,2023-05,KG-O,female,10", "N-5,2023-05,KG-O,female,8");
        Assert.Equal(["4 3 {3,4,5}"], await warehouse.FoundAsync(counts));
        await warehouse.PublishAsync();
        Assert.Equal(["intakes 39", "persons_assisted 39", "persons_reported 50"], await warehouse.ListAsync(
            "select measure || ' ' || coalesce(value::int::text, status) from pub.cell where measure in ('intakes', 'persons_assisted', 'persons_reported') and period = '2023-05' and cut = '' and profile = 'ministry' order by 1"));

        // A file of cases is held against the counts that came before it; a case found to be none is none.
        var cases = await warehouse.LoadAsync("ngo_case", $"{Case},victim_status", "N-1,99,2023-05-20,KG-O,female,not_victim", "N-2,99,2023-05-20,KG-O,female,", "N-3,99,2023-05-20,KG-O,female,", "N-3,98,2023-05-20,KG-O,female,");
        Assert.Equal(["3 1 {4}"], await warehouse.FoundAsync(cases));
    }

    /// <summary>One organisation counts by the month alone: its number is what is left of the persons reported without the intakes.</summary>
    [DatabaseFact]
    public async Task Publish_OneOrganisationWithCountsAlone_IsNotTheDifferenceOfTwoShownCells()
    {
        await using var warehouse = await LoadedWarehouse.OpenAsync();
        foreach (var month in new[] { "2023-01", "2023-02", "2023-03" })
        {
            await warehouse.LoadAsync("ngo_case", Case, [.. Cases("N-1", month, 12), .. Cases("N-2", month, 13), .. Cases("N-3", month, 11)]);
            await warehouse.LoadAsync("ngo_monthly", Monthly, $"N-1,{month},KG-O,female,12", $"N-2,{month},KG-O,female,13", $"N-3,{month},KG-O,female,11");
        }

        await warehouse.LoadAsync("ngo_monthly", Monthly, "N-9,2023-02,KG-O,female,14");
        await warehouse.PublishAsync();
        foreach (var profile in new[] { "ministry", "donor", "public" })
        {
            Assert.Equal(
                ["2023 withheld", "2023-01 ok", "2023-02 withheld", "2023-03 ok", "2023-Q1 withheld"],
                await warehouse.ListAsync($"select period || ' ' || status from pub.cell where measure = 'persons_reported' and profile = '{profile}' and cut = '' and period like '2023%' and status not in ('not_reported', 'zero') order by 1"));
            Assert.Equal(["ok"], await warehouse.ListAsync($"select distinct status from pub.cell where measure = 'intakes' and profile = '{profile}' and cut = '' and period in ('2023', '2023-Q1', '2023-02')"));
        }
    }

    /// <summary>Where the intakes of a month are withheld, the persons reported of it are, though many more organisations may have counted there.</summary>
    [DatabaseFact]
    public async Task Publish_IntakesWithheld_ArePersonsReportedWithheld()
    {
        await using var warehouse = await LoadedWarehouse.OpenAsync();
        await warehouse.LoadAsync("ngo_case", Case, [.. Cases("N-1", "2023-01", 20), .. Cases("N-2", "2023-01", 20), .. Cases("N-3", "2023-01", 20), .. Cases("N-1", "2023-02", 2), .. Cases("N-1", "2023-03", 20), .. Cases("N-2", "2023-03", 20), .. Cases("N-3", "2023-03", 20)]);
        await warehouse.LoadAsync("ngo_monthly", Monthly, [.. new[] { "2023-01", "2023-02", "2023-03" }.SelectMany(month => Enumerable.Range(1, 4).Select(i => $"N-{i},{month},KG-O,female,{20 + i}"))]);
        await warehouse.PublishAsync();
        Assert.Equal("withheld", (await warehouse.ListAsync("select status from pub.cell where measure = 'intakes' and profile = 'ministry' and cut = '' and period = '2023-02'")).Single());
        Assert.Equal([], await warehouse.ListAsync(
            """
            select intakes.profile || ' ' || intakes.period || ' ' || intakes.members
            from pub.cell as intakes
            join pub.cell as reported using (profile, period, cut, members)
            where intakes.measure = 'intakes' and reported.measure = 'persons_reported' and intakes.status = 'withheld' and reported.value is not null
            """));
    }

    private static IEnumerable<string> Cases(string organisation, string month, int count) =>
        Enumerable.Range(1, count).Select(i => $"{organisation},{month}-{i},{month}-{i:00},KG-O,female");

    private sealed class LoadedWarehouse : IAsyncDisposable
    {
        private readonly EtlFixture _fixture = new();

        public static async Task<LoadedWarehouse> OpenAsync()
        {
            var warehouse = new LoadedWarehouse();
            await warehouse._fixture.InitializeAsync();
            return warehouse;
        }

        public async Task<long> LoadAsync(string feed, string header, params string[] lines)
        {
            var batch = await _fixture.LoadLinesAsync(feed, [header, .. lines]);
            Assert.Equal((null, 0), (batch.Refused, batch.Rejected));
            return batch.BatchId;
        }

        public async Task PublishAsync()
        {
            _fixture.Time.Now += TimeSpan.FromHours(1);
            await new PublishStage(_fixture.Etl, _fixture.Time).RunAsync(CancellationToken.None);
        }

        public async Task<IReadOnlyList<string>> FoundAsync(long batch)
        {
            await new QualityStage(_fixture.Etl, _fixture.Time).RunAsync(CancellationToken.None);
            return await ListAsync($"select checked || ' ' || found || ' ' || lines::text from ops.quality_result where batch_id = {batch} and rule = 'counts_against_cases'");
        }

        public async Task<IReadOnlyList<string>> ListAsync(string sql) => await _fixture.ListAsync<string>(sql);

        public async ValueTask DisposeAsync() => await _fixture.DisposeAsync();
    }
}
