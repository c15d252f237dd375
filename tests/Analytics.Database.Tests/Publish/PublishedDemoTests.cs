using Analytics.Database.Tests.Etl;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Demo;
using Analytics.Etl.Hosting;
using Analytics.Etl.Programmes;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Settings;
using Analytics.Etl.Warehouse.Reports;
using Dapper;

namespace Analytics.Database.Tests.Publish;

/// <summary>The demonstration files, loaded and published once for all tests that read them.</summary>
public sealed class PublishedDemo : IAsyncLifetime
{
    internal EtlFixture Warehouse { get; } = new();

    internal PublishReport Report { get; private set; } = null!;

    internal TimeSpan FirstTook { get; private set; }

    public async Task InitializeAsync()
    {
        await Warehouse.InitializeAsync();
        var folder = Path.Combine(Warehouse.Folder, "demo");
        Assert.Null(DemoWriter.Write(folder, DemoOptions.For(Warehouse.Time) with { Contacts = 600 }, progress: null).Refused);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != folder).Order(StringComparer.Ordinal))
        {
            var source = Path.GetFileName(Path.GetDirectoryName(file)!);
            var feed = DemoFolder.FeedOf(source);
            var batch = await Warehouse.LoadAsync(feed, file, source, datedNames: feed == "ngo_monthly");
            Assert.Equal((null, 0), (batch.Refused, batch.Rejected));
        }

        await using (var connection = await Warehouse.Etl.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("update ops.source set synthetic = true");
        }

        await new ReportStage(Warehouse.Etl, Warehouse.Time).DeclareAsync(JobSettings.Read(new DataFolder(Warehouse.Folder), demo: true).Duties, CancellationToken.None);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        DemoProgrammes.WriteOnce(Path.Combine(Warehouse.Folder, "programmes"));
        Assert.Empty(await new ProgrammeStore(Warehouse.Etl, Warehouse.Time).LoadAsync(Path.Combine(Warehouse.Folder, "programmes"), CancellationToken.None));
        Report = await new Refresh(Warehouse.Etl, Warehouse.Time).RunAsync(CancellationToken.None);
        FirstTook = clock.Elapsed;
    }

    public Task DisposeAsync() => Warehouse.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class ReadsPublishedDemo : ICollectionFixture<PublishedDemo>
{
    public const string Name = "published demo";
}

[Collection(ReadsPublishedDemo.Name)]
public sealed partial class PublishedDemoTests(PublishedDemo demo)
{
    private const string Whole = "cut = ''";

    [DatabaseTheory]
    [InlineData("persons_assisted", 355)]
    [InlineData("crimes_registered", 55)]
    [InlineData("crimes_discontinued", 31)]
    [InlineData("crimes_sent_to_court", 24)]
    public async Task Study_EveryProfile_SeesThePublishedFigure(string measure, int expected) =>
        Assert.Equal(
            [expected, expected, expected],
            await demo.Warehouse.ListAsync<int>($"select value::int from pub.cell where measure = '{measure}' and period = '2018-2020' and {Whole}"));

    [DatabaseFact]
    public async Task Gap_OfTheStudy_Is845PermilleWithItsInterval()
    {
        var (value, lower, upper) = (await demo.Warehouse.ListAsync<(double, double, double)>(
            $"select value, lower, upper from pub.cell where measure = 'registration_gap' and period = '2018-2020' and profile = 'ministry' and {Whole}")).Single();
        var expected = Ratio.Of(MeasureCatalogue.Find("registration_gap")!, 55, 355);
        Assert.Equal(0.845, value, 0.0005);
        Assert.Equal(expected.Lower, lower, 1e-9);
        Assert.Equal(expected.Upper, upper, 1e-9);
    }

    [DatabaseFact]
    public async Task LinkedSteps_OfTheStudy_AreOfTheSamePersonsAndNeverGrow()
    {
        string[] steps = [.. LinkedMeasures.Steps];
        foreach (var profile in SuppressionPolicy.All.Select(policy => policy.Profile))
        {
            var values = await demo.Warehouse.ListAsync<(string Measure, double? Value)>(
                $"select measure, value::float8 from pub.cell where profile = '{profile}' and period = '2018-2020' and {Whole} and measure in ('{string.Join("', '", steps)}')");
            Assert.Equal(steps.Length, values.Count);
            var known = steps.Select(step => values.Single(value => value.Measure == step).Value).OfType<double>().ToList();
            Assert.InRange(known[0], 350, 355);
            Assert.Equal(known.OrderDescending(), known);
        }
    }

    [DatabaseFact]
    public async Task Rates_OfTheStudy_ComeFromPublishedCountsWithIntervalsThatHoldThem()
    {
        foreach (var profile in SuppressionPolicy.All.Select(policy => policy.Profile))
        {
            var cells = (await demo.Warehouse.ListAsync<(string Measure, double Value, double? Lower, double? Upper)>(
                $"select measure, value::float8, lower::float8, upper::float8 from pub.cell where profile = '{profile}' and period = '2018-2020' and {Whole} and value is not null"))
                .ToDictionary(cell => cell.Measure);
            var rate = cells["under_registration_rate"];
            Assert.Equal(1 - (cells["assisted_registered"].Value / cells["persons_first_assisted"].Value), rate.Value, 1e-9);
            Assert.InRange(rate.Value, rate.Lower!.Value, rate.Upper!.Value);
            Assert.True(rate.Upper - rate.Lower > 0.02);
            var share = cells["unregistered_share_of_known"];
            Assert.Equal(1 - (cells["known_registered"].Value / cells["known_persons"].Value), share.Value, 1e-9);
            var persons = cells["persons_assisted"];
            Assert.True(persons.Lower <= 355 && persons.Upper >= 355 && persons.Lower < persons.Upper, $"{profile}: {persons}");
            Assert.True(cells["intakes"].Value > persons.Value);
        }
    }

    [DatabaseFact]
    public async Task Cells_OfEachProfile_KeepItsRule()
    {
        foreach (var policy in SuppressionPolicy.All)
        {
            Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
                $"select count(*) from pub.cell where profile = '{policy.Profile}' and measure in ('persons_assisted', 'intakes', 'persons_reported', 'victims_registered', 'contacts', 'services_delivered') and status = 'ok' and (value < {policy.Threshold} or value % {policy.RoundingBase} <> 0)"));
        }

        Assert.True(demo.Report.Withheld["ministry"] < demo.Report.Withheld["public"]);
    }

    /// <summary>The counts by the month are of much the same people as the intakes: what is withheld of these is not open next door.</summary>
    [DatabaseFact]
    public async Task PersonsReported_OfTheDemo_AreShownOnlyWhereTheIntakesAre()
    {
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
            """
            select count(*)
            from pub.cell as intakes
            join pub.cell as reported using (profile, period, cut, members)
            where intakes.measure = 'intakes' and reported.measure = 'persons_reported' and intakes.status = 'withheld' and reported.status in ('ok', 'zero')
            """));
        Assert.Equal(["donor", "ministry", "public"], await demo.Warehouse.ListAsync<string>(
            "select distinct profile from pub.cell where measure = 'persons_reported' and status = 'ok' and cut = '' order by 1"));
    }

    [DatabaseFact]
    public async Task Acts_EveryProfile_AreOpenWithZeros()
    {
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>("select count(*) from pub.cell where measure like 'crimes_registered' and status = 'withheld'"));
        Assert.NotEqual(0, await demo.Warehouse.ScalarAsync<int>("select count(*) from pub.cell where measure = 'crimes_convicted' and status = 'zero' and profile = 'public'"));
    }

    [DatabaseFact]
    public async Task Reports_OfTheDemo_HaveALateOneAQuietOneGapsNilsAndALateJoiner()
    {
        const string monthly = "from pub.report_status where feed = 'ngo_monthly' and";
        Assert.Equal(17, await demo.Warehouse.ScalarAsync<int>($"select count(*) {monthly} month = '2025-06-01'"));
        Assert.Equal(18, await demo.Warehouse.ScalarAsync<int>($"select count(*) {monthly} month = '2025-07-01'"));
        Assert.Equal(["NGO-05"], await demo.Warehouse.ListAsync<string>($"select distinct organisation {monthly} status = 'late'"));
        Assert.True(await demo.Warehouse.ScalarAsync<int>($"select count(*) {monthly} status = 'late'") > 10);
        Assert.Equal(["2025-05", "2026-02"], await demo.Warehouse.ListAsync<string>($"select to_char(month, 'YYYY-MM') {monthly} organisation = 'NGO-11' and status = 'missing' order by 1"));
        Assert.True(await demo.Warehouse.ScalarAsync<int>($"select count(*) {monthly} nil and status = 'on_time'") > 20);
        var quiet = Assert.Single(await demo.Warehouse.ListAsync<string>($"select distinct organisation {monthly} organisation <> 'NGO-11' and status = 'missing'"));
        Assert.Contains($"ngo_monthly/{quiet}", await demo.Warehouse.ListAsync<string>("select subject from ops.alert where kind = 'quiet' and closed_at is null"));
        Assert.Equal(22 + (17 * 22) - 6, await demo.Warehouse.ScalarAsync<int>($"select count(*) {monthly} true"));
    }

    [DatabaseFact]
    public async Task Reports_ByOrganisation_AreForTheMinistryAlone()
    {
        Assert.Equal(["ministry"], await demo.Warehouse.ListAsync<string>("select distinct profile from pub.cell where members ? 'organisation'"));
        Assert.Equal(3, await demo.Warehouse.ScalarAsync<int>(
            "select count(distinct profile) from pub.cell where measure = 'reporting_rate' and cut = 'source' and members ->> 'source' = 'ngo_monthly' and period = '2025'"));
    }

    [DatabaseFact]
    public async Task Reports_EveryCell_ExpectedIsReceivedAndMissing() => Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
        """
        select count(*)
        from pub.cell as expected
        join pub.cell as received using (profile, period_kind, period, cut, members)
        cross join lateral (
            select count(*) as missing from pub.report_status
            where status = 'missing' and month between expected.period_start and expected.period_end
              and feed = coalesce(members ->> 'source', feed) and report_status.organisation = coalesce(members ->> 'organisation', report_status.organisation)) as status
        where expected.measure = 'reports_expected' and received.measure = 'reports_received' and expected.value <> received.value + status.missing
        """));

    [DatabaseFact]
    public async Task Quality_OfTheDemo_FindsNoErrorAndExaminesEveryBatch()
    {
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>("select count(*) from ops.batch where state = 'loaded' and examined_at is null and feed <> 'ngo_case'"));
        Assert.Equal([], await demo.Warehouse.ListAsync<string>("select batch_id || ' ' || rule from ops.quality_result where severity = 'error' and found > 0"));
    }

    [DatabaseFact]
    public async Task Publication_OfDemoData_SaysSynthetic() =>
        Assert.True(await demo.Warehouse.ScalarAsync<bool>("select synthetic from pub.publication where current"));

    [DatabaseFact]
    public async Task Checks_OverTheLoadedWarehouse_FindNothing()
    {
        await using var connection = await demo.Warehouse.Etl.OpenConnectionAsync();
        Assert.Empty(await Checks.FailuresAsync(connection, CancellationToken.None));
    }

    [DatabaseFact]
    public async Task Publish_WarehouseThatFailsACheck_IsBlockedAndTheLastPublicationStays()
    {
        await using var connection = await demo.Warehouse.Etl.OpenConnectionAsync();
        var before = await demo.Warehouse.ScalarAsync<long>("select publication_id from pub.publication where current");
        await connection.ExecuteAsync("update mart.fct_crime set known_until = now() where known_until = 'infinity' and register_no = (select min(register_no) from mart.fct_crime where known_until = 'infinity')");
        try
        {
            var blocked = await Assert.ThrowsAsync<PublicationBlockedException>(() => new Refresh(demo.Warehouse.Etl, demo.Warehouse.Time).RunAsync(CancellationToken.None));
            Assert.Contains("fct_crime_matches_core", blocked.Message);
            Assert.Equal(before, await demo.Warehouse.ScalarAsync<long>("select publication_id from pub.publication where current"));
        }
        finally
        {
            await connection.ExecuteAsync("update mart.fct_crime set known_until = 'infinity' where known_until = (select max(known_until) from mart.fct_crime where known_until < 'infinity')");
        }
    }

    /// <summary>A licence may be older than every record: no page begins with the years before them for it.</summary>
    [DatabaseFact]
    public async Task Years_OfEveryMeasure_BeginWithTheFirstRecordOfAny()
    {
        Assert.True(await demo.Warehouse.ScalarAsync<bool>("select min(nullif(licensed_from_date_key, 0)) < min(entry_date_key / 10000 * 10000) from mart.fct_agency"));
        Assert.Equal(
            await demo.Warehouse.ScalarAsync<int>(
                """
                select min(date_key) / 10000
                from (select nullif(intake_date_key, 0) as date_key from mart.fct_assistance where known_until = 'infinity'
                      union all select nullif(month_key, 0) from mart.contact_count
                      union all select nullif(registered_date_key, 0) from mart.fct_crime where known_until = 'infinity'
                      union all select entry_date_key from mart.fct_agency where known_until = 'infinity') as recorded
                """),
            await demo.Warehouse.ScalarAsync<int>("select min(period)::integer from pub.cell where period_kind = 'year' and measure in ('crimes_registered', 'agencies_licensed')"));
    }

    [DatabaseFact]
    public async Task YearOnlyDates_AreInTheirYearAndInNoMonth()
    {
        await demo.Warehouse.LoadLinesAsync("ngo_case", ["organisation,case_ref,intake_date", .. Enumerable.Range(1, 30).Select(i => $"NGO-{1 + (i % 3):00},Y-{i},2010")]);
        await new Refresh(demo.Warehouse.Etl, demo.Warehouse.Time).RunAsync(CancellationToken.None);
        var cells = await demo.Warehouse.ListAsync<string>(
            $"select distinct period_kind || ':' || status from pub.cell where measure = 'persons_assisted' and profile = 'ministry' and period like '2010%' and {Whole} order by 1");
        Assert.Equal(["month:not_reported", "quarter:not_reported", "year:ok"], cells);
        Assert.Equal("not_reported", await demo.Warehouse.ScalarAsync<string>($"select status from pub.cell where measure = 'persons_assisted' and profile = 'ministry' and period = '2014' and {Whole}"));

        // Some cases are known to the year alone: of no month without a case can be said that there was none.
        await demo.Warehouse.LoadLinesAsync("ngo_case", ["organisation,case_ref,intake_date", .. Enumerable.Range(1, 60).Select(i => $"NGO-{1 + (i % 3):00},Z-{i},2012{(i > 30 ? "-05" : "")}")]);
        await new Refresh(demo.Warehouse.Etl, demo.Warehouse.Time).RunAsync(CancellationToken.None);
        Assert.Equal(["month:not_reported", "month:ok", "quarter:not_reported", "quarter:ok", "year:ok"], await demo.Warehouse.ListAsync<string>(
            $"select distinct period_kind || ':' || status from pub.cell where measure = 'intakes' and profile = 'ministry' and period like '2012%' and {Whole} order by 1"));

        // All time has grown for every cell, whether or not what is shown of it has changed.
        Assert.Equal(1, await demo.Warehouse.ScalarAsync<long>(
            "select count(distinct (period_start, period_end)) from pub.cell where measure in ('intakes', 'persons_assisted') and period_kind = 'all'"));
    }
}
