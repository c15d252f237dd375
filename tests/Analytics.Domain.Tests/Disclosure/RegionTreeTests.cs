using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>Country, regions and districts over years, beside the regions by sex: what hangs together only through the tree.</summary>
public sealed class RegionTreeTests
{
    private static readonly string[] s_years = ["2019", "2020"];
    private static readonly string[] s_sexes = ["female", "male"];
    private static readonly (string Region, string[] Districts)[] s_regions = [("A", ["A/1", "A/2", "A/3", "A/unknown"]), ("B", ["B/1", "B/2", "B/unknown"]), ("C", [])];

    private static readonly SpanningVariable[] s_dimensions =
    [
        SpanningVariable.Flat("period", s_years),
        new("region", s_regions.SelectMany(region => region.Districts.Select(district => (district, region.Region)).Prepend((region.Region, SpanningVariable.Total)))
            .ToDictionary(code => code.Item1, code => code.Item2, StringComparer.Ordinal)),
        SpanningVariable.Flat("sex", s_sexes),
    ];

    /// <summary>Whatever the counts, nothing can be told of a region from its districts, of a district from its region, or of either from the country.</summary>
    [Theory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public void Protect_AnyTree_SurvivesTheExactAttackAtEveryLevel(string profile) => Check.One(
        Config.QuickThrowOnFailure.WithReplay(8, 5).WithMaxTest(25),
        Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, byte Most)>(), input =>
        {
            Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
            var table = Table(new Random(input.Seed), 2 + (input.Most % 25));
            var protection = Suppressor.Protect(table, policy);
            Assert.True(protection.Attack.Safe);
            AssertRanges(table, policy, protection);
        }));

    [Fact]
    public void Protect_OneSmallDistrict_TakesAnotherOfItsRegionAndLeavesTheRegionOpen()
    {
        var table = Table((year, district, sex) => district == "A/1" && year == "2019" ? sex == "male" ? 0 : 1 : 20);
        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);
        Assert.Equal(CellStatus.Withheld, protection.Status(table, "2019", "A/1", SpanningVariable.Total));
        Assert.Equal(CellStatus.Ok, protection.Status(table, "2019", "A", SpanningVariable.Total));
        Assert.Equal(CellStatus.Ok, protection.Status(table, "2019", SpanningVariable.Total, SpanningVariable.Total));
        Assert.True(protection.Cells.Zip(table.Cells).Count(cell => cell.First.Status == CellStatus.Withheld && cell.Second.Codes[1].StartsWith("A/", StringComparison.Ordinal)) > 1);
        AssertRanges(table, SuppressionPolicy.Ministry, protection);
    }

    /// <summary>Districts come to a table of which readers keep publications without them.</summary>
    [Theory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public void Protect_DistrictsAddedLater_GiveNothingAwayOfEarlierPublications(string profile)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        for (var seed = 0; seed < 25; seed++)
        {
            var table = Table(new Random(seed), 12);
            var without = new CountTable(
                [s_dimensions[0], SpanningVariable.Flat("region", s_regions.Select(region => region.Region)), s_dimensions[2]],
                [.. table.Cells.Where(cell => !cell.Codes[1].Contains('/', StringComparison.Ordinal))]);
            var earlier = new EarlierPublication(without, Suppressor.Protect(without, policy).Cells);
            var protection = Suppressor.Protect(table, policy, [earlier]);
            Assert.True(protection.Attack.Safe);
            Assert.True(Attack.Run(table, policy, protection.Cells, [earlier]).Safe);
            AssertRanges(table, policy, protection);
        }
    }

    private static void AssertRanges(CountTable table, SuppressionPolicy policy, Protection protection)
    {
        foreach (var interval in Attack.Intervals(table, policy, protection.Cells))
        {
            Assert.True(interval.Upper - interval.Lower >= policy.Threshold - 1 - 1e-6, string.Join(' ', table.Cells[interval.Cell].Codes));
        }
    }

    private static CountTable Table(Random random, int most) => Table((_, _, _) => random.Next(0, most));

    private static CountTable Table(Func<string, string, string, long> count)
    {
        var sums = new Dictionary<(string Period, string Region, string Sex), long>();
        foreach (var year in s_years)
        {
            foreach (var (region, district) in s_regions.SelectMany(region => region.Districts.DefaultIfEmpty(region.Region).Select(district => (region.Region, district))))
            {
                foreach (var sex in s_sexes)
                {
                    var n = count(year, district, sex);
                    foreach (var period in (string[])[year, SpanningVariable.Total])
                    {
                        foreach (var place in new HashSet<string>(StringComparer.Ordinal) { district, region, SpanningVariable.Total })
                        {
                            Add(period, place, SpanningVariable.Total, n);
                            // By sex for regions and country alone.
                            if (!place.Contains('/', StringComparison.Ordinal))
                            {
                                Add(period, place, sex, n);
                            }
                        }
                    }
                }
            }
        }

        return new CountTable(s_dimensions, [.. sums.Select(sum => new CountCell([sum.Key.Period, sum.Key.Region, sum.Key.Sex], sum.Value))]);

        void Add(string period, string place, string sex, long n) => sums[(period, place, sex)] = sums.GetValueOrDefault((period, place, sex)) + n;
    }
}
