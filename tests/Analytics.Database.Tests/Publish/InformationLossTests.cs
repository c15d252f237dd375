using System.Diagnostics;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Xunit.Abstractions;

namespace Analytics.Database.Tests.Publish;

/// <summary>What the demonstration publication withholds, beside a naive rule on the same counts.</summary>
[Collection(ReadsPublishedDemo.Name)]
public sealed class InformationLossTests(PublishedDemo demo, ITestOutputHelper output)
{
    [DatabaseFact]
    public async Task Loss_OfEveryTableAndProfile_IsKeptAndReported()
    {
        var kept = await demo.Warehouse.ListAsync<(string Profile, string Measure, string Cut, int Cells, int Small, int Withheld, decimal Share)>(
            $"select profile, measure, cut, cells, small, withheld, share_withheld from ops.information_loss where publication_id = {demo.Report.PublicationId}");
        Assert.Equal(
            demo.Report.Loss.Select(cut => (cut.Profile, cut.Measure, cut.Cut, cut.Cells, cut.Small, cut.Withheld, cut.ShareWithheld)).Order(),
            kept.Order());
        Assert.All(PublishedTable.Protected, table => Assert.Equal(table.Cuts.Length * SuppressionPolicy.All.Count, kept.Count(cut => cut.Measure == table.Measures[0])));
        var counted = await demo.Warehouse.ListAsync<(string Profile, string Measure, int Cells, int Withheld)>(
            $"select profile, measure, count(*)::int, count(*) filter (where withheld)::int from ops.protected_count where published_from <= {demo.Report.PublicationId} and (published_to is null or published_to > {demo.Report.PublicationId}) group by profile, measure");
        Assert.Equal(counted.Order(), kept.GroupBy(cut => (cut.Profile, cut.Measure)).Select(table => (table.Key.Profile, table.Key.Measure, table.Sum(cut => cut.Cells), table.Sum(cut => cut.Withheld))).Order());
        output.WriteLine($"loaded to published in {demo.FirstTook.TotalSeconds:F1} s; processor time so far {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1} s");
        foreach (var cut in demo.Report.Loss)
        {
            output.WriteLine($"{cut.Profile} {cut.Measure} [{cut.Cut}] {cut.Cells} cells, withheld {cut.Withheld} ({cut.Small} small), {cut.ShareWithheld:P0} of the count");
        }
    }

    [DatabaseFact]
    public async Task Loss_OfTheRowColumnRuleOnTheSameCounts_IsNoProtection()
    {
        var (exposed, engineAll, naiveAll) = (0, 0, 0);
        foreach (var policy in SuppressionPolicy.All)
        {
            foreach (var table in PublishedTable.Protected)
            {
                var (counts, pattern) = await ReadAsync(table, policy);
                var naive = RowColumnRule.Protect(counts, policy);
                var clock = Stopwatch.StartNew();
                var attack = Attack.Run(counts, policy, naive);
                var found = attack.Exposed.Count;
                exposed += found;
                // A fresh attack asks for the whole range of every cell, from the floor that printed zeros put under it.
                Assert.Empty(Attack.Run(counts, policy, pattern).Exposed);
                Assert.All(Attack.Intervals(counts, policy, pattern), interval => Assert.True(interval.Upper - interval.Lower >= policy.Threshold - 1 - 1e-6));
                (engineAll, naiveAll) = (engineAll + pattern.Count(Hidden), naiveAll + naive.Count(Hidden));
                output.WriteLine($"{policy.Profile} {table.Measures[0]}: engine {pattern.Count(Hidden)}, row-column {naive.Count(Hidden)} of which the attack finds {found}; {clock.Elapsed.TotalSeconds:F1} s");
            }
        }

        output.WriteLine($"all: engine {engineAll}, row-column {naiveAll} of which the attack finds {exposed}");
        Assert.True(exposed > 0, "The attack breaks nothing of a naive pattern.");

        static bool Hidden(ProtectedCell cell) => cell.Status == CellStatus.Withheld;
    }

    private async Task<(CountTable Counts, IReadOnlyList<ProtectedCell> Pattern)> ReadAsync(PublishedTable table, SuppressionPolicy policy)
    {
        var rows = (await demo.Warehouse.ListAsync<(string Members, long Count, int Contributors, long Largest, long Second, bool Withheld)>(
            $"select members::text, count, contributors, largest, second, withheld from ops.protected_count where profile = '{policy.Profile}' and measure = '{table.Measures[0]}' and published_to is null order by members"))
            .ConvertAll(row => (Codes: table.CodesOf(row.Members)!, row.Count, row.Contributors, row.Largest, row.Second, row.Withheld));
        var spans = await demo.Warehouse.ListAsync<(string Id, DateOnly Start, DateOnly End)>("select period, starts_on, ends_on from mart.dim_reporting_period");
        var (first, last) = (rows.Select(row => row.Codes[0]).Where(code => code.Length == 4).Min()!, rows.Select(row => row.Codes[0]).Where(code => code.Length == 4).Max()!);
        var periods = Analytics.Domain.Measures.PeriodTree.Between(
            new DateOnly(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture), 1, 1), new DateOnly(int.Parse(last, System.Globalization.CultureInfo.InvariantCulture), 12, 31), spans);
        return (
            new CountTable(
                TableProtection.Dimensions(table, periods, [.. rows.Select(row => row.Codes)]),
                [.. rows.Select(row => new CountCell(row.Codes, row.Count, row.Contributors, row.Largest, row.Second))]),
            [.. rows.Select(row => row.Withheld ? ProtectedCell.Withheld : row.Count == 0 ? ProtectedCell.Zero : new ProtectedCell(CellStatus.Ok, policy.Round(row.Count)))]);
    }
}
