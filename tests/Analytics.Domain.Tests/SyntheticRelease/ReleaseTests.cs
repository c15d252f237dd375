using Analytics.Domain.SyntheticRelease;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace Analytics.Domain.Tests.SyntheticRelease;

public sealed class ReleaseTests(ITestOutputHelper output)
{
    private static readonly PublicVariable[] s_attributes =
    [
        new("year", [.. Enumerable.Range(2018, 6).Select(year => $"{year}")]),
        new("sex", ["female", "male", "other"]),
        new("age_band", ["0-8", "9-17", "18-20", "21-29", "30-47", "48+"]),
        new("form", ["forced_labour", "sexual_exploitation", "forced_marriage", "other"]),
        new("region", [.. Enumerable.Range(1, 9).Select(region => $"417{region:00}")]),
    ];

    [Fact]
    public void UpTo_FiveAttributes_CountsEverySetOfUpToThreeOnce()
    {
        var sets = AttributeSet.UpTo(3, s_attributes);
        Assert.Equal([5, 10, 10], sets.GroupBy(set => set.Order).Select(group => group.Count()));
        var row = new int[5];
        foreach (var set in sets)
        {
            for (var cell = 0; cell < set.Cells; cell++)
            {
                set.Place(cell, row);
                Assert.Equal(cell, set.CellOf(row));
            }
        }
    }

    [Fact]
    public void TrueCounts_OnePersonMore_MovesOneCellOfEachTableByOne()
    {
        var table = Persons(200, seed: 1);
        var more = new PersonTable(s_attributes, [.. table.Rows, [0, 1, 2, 3, 4]]);
        Assert.All(AttributeSet.UpTo(3, s_attributes), set =>
            Assert.Equal(1, NoisyCounts.TrueCounts(set, more).Zip(NoisyCounts.TrueCounts(set, table), (a, b) => Math.Abs(a - b)).Sum()));
    }

    [Fact]
    public void Plan_AnyOrderOfCounting_SpendsExactlyTheBudget()
    {
        var plan = new ReleasePlan(s_attributes, epsilon: 2, delta: 1e-6);
        // Each table of an order costs 1/(2σ²).
        Assert.Equal(plan.Loss.Rho, plan.Orders.Sum(order => order.Tables / (2 * order.Variance)), 9);
        Assert.Equal(2, plan.Loss.EpsilonAt(1e-6), 6);
    }

    [Fact]
    public void Measure_NeighbouringTables_CannotBeToldApartBetterThanPromised()
    {
        // The audit: whether one person is in, read off the one count where they would stand alone. δ is spent on the tails.
        const double Epsilon = 1, Delta = 1e-3;
        const int Runs = 4000;
        PublicVariable[] one = [new("code", ["a", "b"])];
        var plan = new ReleasePlan(one, Epsilon, Delta);
        var set = plan.Sets.Single();
        var chance = UniformIntegers.Seeded(7);
        var noise = new DiscreteGaussian(plan[set].Variance, chance);
        for (long threshold = -2; threshold <= 4; threshold++)
        {
            int without = 0, with = 0;
            for (var i = 0; i < Runs; i++)
            {
                without += noise.Next() >= threshold ? 1 : 0;
                with += 1 + noise.Next() >= threshold ? 1 : 0;
            }

            // Clopper–Pearson at 99.9 %: the least that the odds can be.
            var lower = Beta.InvCDF(with, Runs - with + 1, 0.001);
            var upper = Beta.InvCDF(without + 1, Runs - without, 0.999);
            Assert.True(lower <= (Math.Exp(Epsilon) * upper) + Delta);
        }
    }

    [Fact]
    public void Synthesize_ManyPersons_KeepsTheCountsAndInventsLittle()
    {
        var table = Persons(30_000, seed: 2);
        var plan = new ReleasePlan(s_attributes, epsilon: 4, delta: 1e-6);
        var chance = UniformIntegers.Seeded(3);
        var records = Synthesizer.Synthesize(NoisyCounts.Measure(plan, table, chance), chance);
        var report = UtilityReport.Of(plan, table, records);
        foreach (var order in report.Orders)
        {
            output.WriteLine($"order {order.Order}: present {order.Present}, mean count {order.MeanCount:0.0}, mean error {order.MeanError:0.0}, suppressed {order.Suppressed}, fabricated {order.Fabricated}");
        }

        Assert.InRange(report.Records, 29_800, 30_200);
        Assert.InRange(report.Orders[0].MeanError / report.Orders[0].MeanCount, 0, 0.03);
        Assert.InRange(report.Orders[1].MeanError / report.Orders[1].MeanCount, 0, 0.12);
        Assert.InRange(report.Orders[2].MeanError / report.Orders[2].MeanCount, 0, 0.35);
        Assert.InRange((double)report.Orders[2].Fabricated / report.Orders[2].Shown, 0, 0.02);
        Assert.True(ReleaseAdvice.For(plan, 30_000).Recommended);
    }

    [Fact]
    public void Synthesize_CombinationThatTheCountsDoNotShow_IsInNoRecord()
    {
        var plan = new ReleasePlan(s_attributes, epsilon: 2, delta: 1e-6);
        var chance = UniformIntegers.Seeded(5);
        var counts = NoisyCounts.Measure(plan, Persons(3_000, seed: 4), chance);
        foreach (var record in Synthesizer.Synthesize(counts, chance))
        {
            foreach (var set in plan.Sets.Where(set => set.Attributes.All(a => record[a] != Synthesizer.NoValue)))
            {
                Assert.True(counts[set][set.CellOf(record)] > 0);
            }
        }
    }

    [Fact]
    public void Advice_ThreeHundredFiftyFivePersons_IsNotToReleaseAndSaysHowManyAreNeeded()
    {
        var plan = new ReleasePlan(s_attributes, epsilon: 1, delta: 1e-6);
        var advice = ReleaseAdvice.For(plan, 355);
        output.WriteLine($"355 persons: relative error {string.Join(", ", advice.RelativeError.Select(error => error.ToString("0.00")))}; persons needed {advice.PersonsNeeded}");
        Assert.False(advice.Recommended);
        Assert.True(ReleaseAdvice.For(plan, advice.PersonsNeeded).Recommended);
        Assert.False(ReleaseAdvice.For(plan, advice.PersonsNeeded - 1).Recommended);
    }

    [Fact]
    public void PersonTable_PlaceOutsideItsList_Throws() =>
        Assert.Throws<ArgumentException>(() => new PersonTable(s_attributes, [[0, 3, 0, 0, 0]]));

    // Persons whose attributes depend on each other, some combinations never occurring.
    private static PersonTable Persons(int count, int seed)
    {
        var random = new Random(seed);
        return new PersonTable(s_attributes, [.. Enumerable.Range(0, count).Select(_ =>
        {
            var sex = random.NextDouble() < 0.55 ? 0 : random.NextDouble() < 0.98 ? 1 : 2;
            var form = sex == 1 ? (random.NextDouble() < 0.8 ? 0 : 3) : random.Next(4);
            var age = form == 2 ? 1 + random.Next(3) : 2 + random.Next(4);
            return (int[])[random.Next(6), sex, age, form, (int)(9 * Math.Pow(random.NextDouble(), 2))];
        })]);
    }
}
