using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class SuppressorPropertyTests
{
    /// <summary>Whatever the counts, an attack from nothing but the printed cells leaves every withheld cell its range.</summary>
    [Theory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public void Protect_AnyThreeWayTable_SurvivesTheExactAttack(string profile) => Check.One(
        Config.QuickThrowOnFailure.WithReplay(11, 3).WithMaxTest(25),
        Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, byte Most)>(), input =>
        {
            Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
            var random = new Random(input.Seed);
            var table = Tables.Cross([3, 4, 3], _ => random.Next(0, 2 + (input.Most % 30)));
            var protection = Suppressor.Protect(table, policy);
            Assert.True(protection.Attack.Safe);
            foreach (var interval in Attack.Intervals(table, policy, protection.Cells))
            {
                Assert.True(interval.Upper - interval.Lower >= policy.Threshold - 1 - 1e-6);
                if (table.Cells[interval.Cell].Count <= policy.Threshold)
                {
                    Assert.True(interval.Upper >= policy.Threshold - 1e-6);
                }
            }
        }));

    /// <summary>The engine never withholds less than the rule and never more than everything.</summary>
    [Fact]
    public void Protect_AnyTable_WithholdsEverySmallCellAndNoZero() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(5, 9).WithMaxTest(60),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var table = Tables.Cross([1 + random.Next(4), 1 + random.Next(4)], _ => random.Next(0, 9));
            var protection = Suppressor.Protect(table, SuppressionPolicy.Donor);
            for (var i = 0; i < table.Cells.Count; i++)
            {
                Assert.Equal(table.Cells[i].Count == 0, protection.Cells[i].Status == CellStatus.Zero);
                Assert.True(table.Cells[i].Count is 0 or > 4 || protection.Cells[i].Status == CellStatus.Withheld);
            }
        }));
}
