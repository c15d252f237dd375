using Analytics.Etl.Programmes;

namespace Analytics.Database.Tests.Publish;

/// <summary>Programmes over the published demonstration: target against result, shared credit, before and after.</summary>
public sealed partial class PublishedDemoTests
{
    [DatabaseFact]
    public async Task Target_OfEveryProgramme_HasTheCountOfTheFactsAsItsActual()
    {
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
            """
            select count(*)
            from mart.fct_target as target
            join mart.dim_programme as programme using (programme_key)
            where target.indicator = 'persons_assisted'
              and target.actual is distinct from (
                select count(distinct fact.person_key)
                from mart.fct_assistance as fact
                where fact.programme_key = target.programme_key and fact.known_until = 'infinity' and fact.victim_status <> 'not_victim'
                  and fact.organisation like 'NGO-%' and fact.intake_date_key / 10000 = target.period::int)
              and target.entered_on = (
                select max(other.entered_on) from mart.fct_target as other
                where (other.programme_key, other.indicator, other.period) = (target.programme_key, target.indicator, target.period))
            """));
        Assert.Equal([40m, 25m], await demo.Warehouse.ListAsync<decimal>(
            "select target from pub.target where programme = 'PRG-A' and measure = 'persons_assisted' and period = '2024' order by entered_on"));
    }

    [DatabaseFact]
    public async Task Programme_CellsOfTheMinistry_AreTheCountsOrWithheld() => Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
        """
        select count(*)
        from pub.cell
        join mart.dim_programme as programme on programme.programme = cell.members ->> 'programme'
        cross join lateral (
            select count(distinct fact.person_key) as persons from mart.fct_assistance as fact
            where fact.programme_key = programme.programme_key and fact.known_until = 'infinity' and fact.victim_status <> 'not_victim'
              and fact.organisation like 'NGO-%' and fact.intake_date_key / 10000 = cell.period::int) as counted
        where profile = 'ministry' and measure = 'persons_assisted' and period_kind = 'year' and programme.programme <> 'unknown' and cut = 'programme'
          and case when status in ('ok', 'zero') then value <> persons else status = 'withheld' and persons = 0 end
        """));

    [DatabaseFact]
    public async Task Credit_OfEveryProfile_IsThereAndWithinReach()
    {
        Assert.Equal(["donor", "ministry", "public"], await demo.Warehouse.ListAsync<string>(
            "select distinct profile from pub.cell where measure = 'persons_credited' and status = 'ok' order by 1"));
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
            """
            select count(*)
            from pub.cell as credit
            left join pub.cell as reached on (reached.profile, reached.period, reached.members ->> 'programme', reached.measure, reached.cut)
                = (credit.profile, credit.period, credit.members ->> 'programme', 'persons_assisted', 'programme')
            where credit.measure = 'persons_credited' and credit.members ? 'programme'
              and (credit.value > reached.value or credit.status = 'ok' and reached.status <> 'ok' or reached.value < 15 and credit.value is not null)
            """));
        // Two donors share programme A by six to four in 2020.
        var shares = await demo.Warehouse.ListAsync<decimal>(
            "select value from pub.cell where profile = 'ministry' and measure = 'persons_credited' and members ->> 'programme' = 'PRG-A' and period = '2020' and members ? 'donor' order by members ->> 'donor'");
        Assert.Equal(2, shares.Count);
        Assert.Equal(1.5, (double)(shares[0] / shares[1]), 0.15);
    }

    [DatabaseFact]
    public async Task BeforeAfter_OfEveryProfile_IsAnsweredOrRefusedWithAReason()
    {
        var answers = await demo.Warehouse.ListAsync<(string Profile, string Outcome, int Answers)>(
            "select profile, outcome, count(*)::int from pub.evaluation group by 1, 2");
        Assert.Equal(["donor", "ministry", "public"], answers.Select(answer => answer.Profile).Distinct().Order());
        Assert.Contains(answers, answer => answer.Outcome != "cannot_be_told");
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
            "select count(*) from pub.evaluation where outcome = 'cannot_be_told' and (jsonb_array_length(body -> 'reasons') = 0 or body ->> 'ratio' is not null)"));
        Assert.Equal(0, await demo.Warehouse.ScalarAsync<int>(
            """
            select count(*)
            from pub.evaluation as answer
            cross join lateral jsonb_array_elements(answer.body -> 'points') as point
            left join pub.cell as cell on cell.profile = answer.profile and cell.measure = answer.measure and cell.period_kind = answer.frequency
                and cell.period_start = (point ->> 'start')::date and cell.cut = ''
            where jsonb_array_length(answer.body -> 'regions') = 0
              and (point ->> 'count')::numeric is distinct from cell.value
            """));
    }

    [DatabaseFact]
    public async Task Load_TargetEditedInPlace_IsRefusedInOneLineAndNothingChanges()
    {
        var folder = Directory.CreateDirectory(Path.Combine(demo.Warehouse.Folder, "edited")).FullName;
        DemoProgrammes.WriteOnce(folder);
        var file = Path.Combine(folder, "targets.csv");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("PRG-B,persons_assisted,2021,15,", "PRG-B,persons_assisted,2021,10,", StringComparison.Ordinal));
        var fault = Assert.Single(await new ProgrammeStore(demo.Warehouse.Etl, demo.Warehouse.Time).LoadAsync(folder, CancellationToken.None));
        Assert.Contains("PRG-B, persons_assisted, 2021, entered 2020-11-15, was 15 when it was loaded", fault, StringComparison.Ordinal);
        Assert.Equal(15m, await demo.Warehouse.ScalarAsync<decimal>(
            "select target from mart.fct_target join mart.dim_programme using (programme_key) where programme = 'PRG-B' and indicator = 'persons_assisted' and period = '2021'"));
    }

    [DatabaseFact]
    public async Task Load_FaultyFiles_AreRefusedWithOneLineAFault()
    {
        var folder = Directory.CreateDirectory(Path.Combine(demo.Warehouse.Folder, "faulty")).FullName;
        DemoProgrammes.WriteOnce(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "grants.csv"), string.Join('\n',
            "programme,donor,from,to,amount,currency,share",
            "PRG-A,DONOR-1,2019-01-01,2021-12-31,234000,USD,0.6",
            "PRG-A,DONOR-2,2019-01-01,2021-12-31,156000,USD,0.3",
            "PRG-B,DONOR-9,2020-01-01,2020-12-31,x,usd,"));
        var faults = await new ProgrammeStore(demo.Warehouse.Etl, demo.Warehouse.Time).LoadAsync(folder, CancellationToken.None);
        Assert.Contains("grants.csv, PRG-A, 2019-01-01 to 2021-12-31: the shares add up to 0.9; they must add up to 1.", faults);
        Assert.Contains("grants.csv, line 4, donor: is not declared; give one of donors.csv.", faults);
        Assert.Contains("grants.csv, line 4, amount: is not a number above 0; write it as 120000 or 0.6.", faults);
        Assert.Contains("grants.csv, line 4, currency: is not a currency; give the three letters of ISO 4217, such as USD.", faults);
        Assert.Equal(4, faults.Count);
    }
}
