using Analytics.Domain.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Programmes;

public sealed class GrantTests
{
    [Fact]
    public void Shares_OfAnyGrants_AddUpToOneOnEveryDay() => Prop.ForAll(
        (from donor in Gen.Elements("D1", "D2", "D3", "D4")
         from start in Gen.Choose(0, 2000)
         from days in Gen.Choose(1, 900)
         from amount in Gen.Choose(1, 900_000)
         select new Grant("A", donor, new DateOnly(2018, 1, 1).AddDays(start), new DateOnly(2018, 1, 1).AddDays(start + days), amount, "USD", null)).NonEmptyListOf().ToArbitrary(),
        drawn =>
        {
            var grants = drawn.DistinctBy(grant => grant.Donor).ToList();
            var (spells, faults) = GrantShares.Of(grants);
            return faults.Count == 0 && spells.All(spell => spell.Shares.Values.Sum() == 1 && spell.Shares.Values.All(share => share >= 0))
                && spells.Zip(spells.Skip(1)).All(pair => pair.First.Until <= pair.Second.From);
        }).Check(Estimation.Properties.Usual);

    [Fact]
    public void Shares_ThatDoNotAddUp_AreOneLine()
    {
        var (_, faults) = GrantShares.Of([Grant("D1", 0.6m), Grant("D2", 0.3m)]);
        Assert.Equal("A, 2019-01-01 to 2019-12-31: the shares add up to 0.9; they must add up to 1.", Assert.Single(faults));
    }

    [Fact]
    public void Budget_HalfAYear_IsByTheDay()
    {
        var budget = CostPerPerson.Budget([Grant("D1", 1) with { Amount = 36_500 }], new DateOnly(2019, 12, 1), new DateOnly(2020, 12, 31));
        Assert.Equal((3_100m, "USD"), (budget!.Value.Amount, budget.Value.Currency));
        Assert.Null(CostPerPerson.Budget([Grant("D1", 1), Grant("D2", 1) with { Currency = "KGS" }], new DateOnly(2019, 1, 1), new DateOnly(2019, 12, 31)));
    }

    [Fact]
    public void Cost_OfFortyPersons_HasTheExactInterval()
    {
        var cost = CostPerPerson.Of((100_000m, "USD"), 40, roundedTo: 1)!;
        // Garwood limits of 40: 28.577 and 54.469.
        Assert.Equal((2500, 1835.9, 3499.4), ((double)cost.Value, Math.Round((double)cost.Lower, 1), Math.Round((double)cost.Upper, 1)));
        Assert.Null(CostPerPerson.Of((100_000m, "USD"), null, 1));
        var rounded = CostPerPerson.Of((100_000m, "USD"), 40, roundedTo: 5)!;
        Assert.True(rounded.Lower < cost.Lower && rounded.Upper > cost.Upper);
    }

    [Theory]
    [InlineData(45, "2020-12-31", TargetStatus.Reached)]
    [InlineData(44, "2020-12-31", TargetStatus.Behind)]
    [InlineData(21, "2020-06-30", TargetStatus.OnTrack)]
    [InlineData(18, "2020-06-30", TargetStatus.Behind)]
    [InlineData(1, "2020-02-29", TargetStatus.TooEarly)]
    [InlineData(45, "2020-02-29", TargetStatus.Reached)]
    [InlineData(null, "2020-12-31", TargetStatus.NotReported)]
    public void Status_ResultAndDay_FollowsTheRule(int? actual, string knownTo, TargetStatus expected) => Assert.Equal(
        expected,
        TargetProgress.Of(45, actual, withheld: false, new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), DateOnly.Parse(knownTo, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Status_ResultWithheld_IsWithheld() =>
        Assert.Equal(TargetStatus.Withheld, TargetProgress.Of(45, null, withheld: true, new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), new DateOnly(2020, 12, 31)));

    private static Grant Grant(string donor, decimal? share) => new("A", donor, new DateOnly(2019, 1, 1), new DateOnly(2019, 12, 31), 100_000, "USD", share);
}
