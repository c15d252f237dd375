using Analytics.Domain.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Programmes;

public sealed class SharedCreditTests
{
    private static readonly Dictionary<string, decimal>[] s_shares =
    [
        new(StringComparer.Ordinal) { ["D1"] = 0.6m, ["D2"] = 0.4m },
        new(StringComparer.Ordinal) { ["D2"] = 1 },
        new(StringComparer.Ordinal) { ["D1"] = 0.333333m, ["D2"] = 0.333333m, ["D3"] = 0.333334m },
        new(StringComparer.Ordinal) { [SharedCredit.NoDonor] = 1 },
    ];

    private static Gen<CreditPattern> Pattern =>
        from visits in (from programme in Gen.Elements("A", "B", "C", "D")
                        from share in Gen.Choose(0, s_shares.Length - 1)
                        from intakes in Gen.Choose(1, 4)
                        select (programme, share, intakes)).NonEmptyListOf()
        from persons in Gen.Choose(1, 500)
        select new CreditPattern(Visits(visits), persons);

    private static List<CreditedIntakes> Visits(IEnumerable<(string Programme, int Share, int Intakes)> visits) =>
        [.. visits.GroupBy(visit => (visit.Programme, visit.Share)).Select(group => new CreditedIntakes(group.Key.Programme, s_shares[group.Key.Share], group.Sum(visit => visit.Intakes)))];

    [Fact]
    public void Of_AnyPatterns_AddsUpToThePersonsExactly() => Prop.ForAll(
        Pattern.NonEmptyListOf().ToArbitrary(),
        patterns => SharedCredit.Of(patterns).Sum(programme => programme.Credited) == patterns.Sum(pattern => pattern.Persons)).Check(Estimation.Properties.Usual);

    [Fact]
    public void Of_AnyPatterns_NoDonorIsCreditedWithMoreThanItTouched() => Prop.ForAll(
        Pattern.NonEmptyListOf().ToArbitrary(),
        patterns =>
        {
            var credits = SharedCredit.Of(patterns);
            return credits.SelectMany(programme => programme.ByDonor.Keys).Distinct().All(donor =>
                credits.Sum(programme => programme.ByDonor.GetValueOrDefault(donor))
                <= patterns.Where(pattern => pattern.Intakes.Any(intake => intake.Shares.ContainsKey(donor))).Sum(pattern => pattern.Persons))
                && credits.All(programme => programme.Credited <= programme.Reached);
        }).Check(Estimation.Properties.Usual);

    [Fact]
    public void Of_TwoProgrammesAndTwoDonors_GivesTheHandComputedCredit()
    {
        // 30 persons at A alone, 10 at A and B, 5 at B alone; A is paid six to four, B by the second donor.
        var credits = SharedCredit.Of(
        [
            new CreditPattern([new("A", s_shares[0], 1)], 30),
            new CreditPattern([new("A", s_shares[0], 2), new("B", s_shares[1], 1)], 10),
            new CreditPattern([new("B", s_shares[1], 1)], 5),
        ]);
        Assert.Equal((40, 35m, 21m, 14m), (credits[0].Reached, credits[0].Credited, credits[0].ByDonor["D1"], credits[0].ByDonor["D2"]));
        Assert.Equal((15, 10m), (credits[1].Reached, credits[1].ByDonor["D2"]));
        Assert.Equal(s_shares[0], credits[0].Shares);
    }

    [Fact]
    public void Published_EveryCountWithinTheRounding_CouldHaveGivenTheSameCredit()
    {
        // For each published count and mean, each true count that the rounding allows has some overlap with that very mean.
        for (var shown = PublishedCredit.SmallestReach; shown <= 200; shown += 5)
        {
            var means = Enumerable.Range((int)shown - 2, 5).Select(count => Enumerable.Range(0, count + 1).Select(overlap => Mean(count, overlap)).ToHashSet()).ToList();
            Assert.All(means, possible => Assert.Superset(means[0], possible));
            Assert.All(means, possible => Assert.Superset(possible, means[0]));
        }

        static decimal Mean(int count, int overlap) => PublishedCredit.MeanCredit(new ProgrammeCredit(
            "A", count, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["D1"] = count - (overlap / 2m) }, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10L)]
    [InlineData(14L)]
    public void Published_WithheldOrSmallCount_IsWithheld(long? shown) => Assert.Null(PublishedCredit.Of(Exact(40, 36, 4), shown, 2));

    [Fact]
    public void Published_CountGiven_IsSharedInTenths()
    {
        // Mean 0.9; shares changed within the year and are told in steps of 0.05: 0.9 and 0.1.
        var published = PublishedCredit.Of(Exact(40, 32.4m, 3.6m), 40, 2)!;
        Assert.Equal((32.4m, 3.6m), (published["D1"], published["D2"]));
        Assert.Null(PublishedCredit.Of(Exact(40, 32.4m, 3.6m), 40, 4));
    }

    private static ProgrammeCredit Exact(long reached, decimal first, decimal second) =>
        new("A", reached, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["D1"] = first, ["D2"] = second }, null);
}
