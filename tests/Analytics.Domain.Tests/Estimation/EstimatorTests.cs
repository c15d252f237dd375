using Analytics.Domain.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Estimation;

public sealed class EstimatorTests
{
    /// <summary>Lists from two to five and counts of all sizes, mostly zeros: every answer is a number with its interval, or a refusal with its reason.</summary>
    [Fact]
    public void Estimate_AnyTable_IsFiniteOrRefused() => Check.One(Properties.Usual.WithMaxTest(60), Prop.ForAll(Tables(), table =>
    {
        var method = table.Observed % 2 == 0 ? SelectionMethod.Stepwise : SelectionMethod.Bic;
        var result = Estimator.Estimate(table, new() { Replicates = 60, Selection = method, MaxOrder = 2, Linkage = new(0.05, 0.02) });

        if (result.Verdict.Estimable)
        {
            Assert.True(double.IsFinite(result.Estimate!.Value) && result.Estimate >= result.Observed);
            Assert.True(result.Interval95.Lower >= result.Observed * (1 - 1e-12) && result.Interval95.Upper >= result.Interval95.Lower);
            Assert.InRange(result.HiddenShare!.Value, 0, 1);
        }
        else
        {
            Assert.Contains(result.Verdict.Reasons, reason => reason.Level == VerdictLevel.NotEstimable);
            Assert.Null(result.Estimate);
            Assert.Null(result.HiddenPersons);
        }
    }));

    private static Arbitrary<CaptureHistories> Tables() => (
        from lists in Gen.Choose(2, 5)
        from sizes in Gen.Elements(3, 30, 3000)
        from counts in Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Choose(1, sizes))).ArrayOf((1 << lists) - 1)
        select CaptureHistories.Create(
            [.. Enumerable.Range(1, lists).Select(list => $"list {list}")],
            counts.Select((count, i) => (i + 1, (double)count)))).ToArbitrary();
}
