using System.Numerics;
using Analytics.Domain.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>Lists that lie inside others, wholly or nearly, that hold the same persons, or that share nobody.</summary>
public sealed class NestedListsTests
{
    /// <summary>B inside A; A, C and D independent. The total is that of A, C and D alone, however large B is.</summary>
    private const string BInsideA = "1:210 3:40 4:160 12:60 13:14 14:45 34:6 123:5 124:12 134:3 1234:2";

    [Theory]
    [InlineData(SelectionMethod.Stepwise)]
    [InlineData(SelectionMethod.Bic)]
    public void Estimate_OneListInsideAnother_IsThatWithoutTheInnerList(SelectionMethod method)
    {
        var table = PublishedTables.Table(["A", "B", "C", "D"], BInsideA);
        var result = Estimator.Estimate(table, new() { Replicates = 200, Selection = method });
        var without = Estimator.Estimate(table.Without(1), new() { Replicates = 0, Sensitivity = false, Threshold = 0 });

        Assert.Equal([0b0011], result.Model!.Model.Interactions.ToArray());
        Assert.Equal(without.Total!.Value, result.Estimate!.Value, 1e-4 * without.Total.Value);
        Assert.True(result.Model.Deviance < 15);
        Assert.Contains(result.Verdict.Reasons, reason => reason is { Code: ReasonCode.ListInside, Subject: "B", Other: "A" });
        Assert.Equal("[12,3,4]", result.Search!.BestBic.Model.Notation(4));
        Assert.True(result.Interval95.Lower < without.Total && without.Total < result.Interval95.Upper);
        Assert.Contains("A:B in every model", result.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_InnerListLeavesTwo_SaysThatIndependenceCannotBeChecked()
    {
        var result = Estimator.Estimate(PublishedTables.Table(["A", "B", "C"], "1:181 3:37 12:52 13:11 123:7"), new() { Replicates = 0 });

        // Lincoln and Petersen of A and C: 251 × 55 ÷ 18.
        Assert.Equal(251 * 55 / 18.0, result.Estimate!.Value, 1e-4);
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == ReasonCode.TwoListsOnly);
        Assert.Null(result.WithoutList.Single(list => list.What == "C").Total);
    }

    [Fact]
    public void Estimate_InnerListIsTheOnlyOverlap_IsRefusedAndNamesIt()
    {
        var result = Estimator.Estimate(PublishedTables.Table(["A", "B", "C"], "1:80 3:30 12:20"), new());

        Assert.False(result.Verdict.Estimable);
        Assert.Contains(result.Verdict.Reasons, reason => reason is { Code: ReasonCode.ListInside, Subject: "B", Other: "A" });
        Assert.Contains(result.Verdict.Reasons, reason => reason is { Code: ReasonCode.NoEstimate, Level: VerdictLevel.NotEstimable });
    }

    /// <summary>Wholly or nearly inside, the same, apart: whatever the counts, the relation is named, and nothing nested goes without its dependence.</summary>
    [Fact]
    public void Estimate_RelatedLists_AreNamedOrRefused() => Check.One(Properties.Usual.WithMaxTest(60), Prop.ForAll(Related(), made =>
    {
        var (kind, table) = made;
        var relation = ListRelations.Of(table, VerdictRules.Default.NearlyInside).FirstOrDefault(found => found is { First: 1, Second: 0 } or { First: 0, Second: 1 });
        Assert.Equal(kind, relation?.Kind);
        var result = Estimator.Estimate(table, new() { Replicates = 0 });
        var codes = result.Verdict.Reasons.Where(reason => reason.Level == VerdictLevel.NotEstimable || reason.Other is not null || reason.Code == ReasonCode.ListApart).Select(reason => reason.Code).ToList();
        switch (kind)
        {
            case ListRelationKind.Same:
                Assert.Contains(ReasonCode.SameLists, codes);
                Assert.False(result.Verdict.Estimable);
                break;
            case ListRelationKind.Inside:
                Assert.True(codes.Contains(ReasonCode.ListInside) || codes.Contains(ReasonCode.ListHoldsEveryone) || codes.Contains(ReasonCode.NoOverlap));
                Assert.True(result.Model is null || result.Model.Model.Interactions.Contains(0b11));
                break;
            case ListRelationKind.NearlyInside:
                Assert.True(codes.Contains(ReasonCode.ListNearlyInside) || !result.Verdict.Estimable);
                break;
            default:
                Assert.DoesNotContain(ReasonCode.ListInside, codes);
                break;
        }
    }));

    /// <summary>Every hierarchical model up to the order, made here from its definition, fitted by iterative proportional fitting with the hidden cell left out.</summary>
    [Fact]
    public void Search_RelatedLists_LowestIsLowestOfAllHierarchicalModels() => Check.One(Properties.Usual.WithMaxTest(15), Prop.ForAll(Related(), made =>
    {
        var table = made.Table;
        var lists = table.Lists.Length;
        var result = Estimator.Estimate(table, new() { Replicates = 0 });
        if (result.Search is not { } search)
        {
            return;
        }

        var models = AllHierarchical(lists, lists == 3 ? 2 : 3);
        Assert.Equal(lists == 3 ? 8 : 113, models.Count);
        Assert.Equal(models.Count, search.Tried);
        var lowest = models.Min(model => BicByProportionalFitting(table, model));
        var printed = Math.Min(search.BestBic.Bic, search.BestOpen?.Bic ?? double.PositiveInfinity);
        Assert.Equal(lowest, printed, 0.02);
        Assert.True(search.BestBic.Bic <= lowest + 0.02 || result.Verdict.Reasons.Any(reason => reason.Code == ReasonCode.BestLeavesOpen));
    }));

    [Fact]
    public void Search_FiveLists_TriesEveryHierarchicalModelOfThreeLists()
    {
        var models = AllHierarchical(5, 3);
        Assert.Equal(models.Count, models.Select(model => string.Join(' ', model.Order())).Distinct(StringComparer.Ordinal).Count());
        var random = new Random(20_260);
        foreach (var nested in new[] { false, true })
        {
            var table = CaptureHistories.Create(
                ["A", "B", "C", "D", "E"],
                Enumerable.Range(1, 31).Select(cell => (cell, nested && (cell & 3) == 2 ? 0 : Math.Floor(400 * Math.Pow(0.25, BitOperations.PopCount((uint)cell)) * (0.5 + random.NextDouble())))));
            var search = Estimator.Estimate(table, new() { Replicates = 0 }).Search!;

            Assert.Equal(6212, models.Count);
            Assert.Equal(models.Count, search.Tried);
            // No model fits better than the counts themselves: one with too many effects for that is no rival.
            var perfect = -2 * table.Counts[1..].ToArray().Sum(count => (count > 0 ? count * Math.Log(count) : 0) - count - MathNet.Numerics.SpecialFunctions.GammaLn(count + 1));
            var rivals = models.Where(model => perfect + (model.Length + 6) * Math.Log(table.Observed) < search.BestBic.Bic).ToList();
            Assert.NotEmpty(rivals);
            Assert.All(rivals, model => Assert.True(BicByProportionalFitting(table, model) > search.BestBic.Bic - 0.02));
        }
    }

    /// <summary>All sets of interactions of 2 to <paramref name="order"/> lists that hold, with each, every smaller one inside it.</summary>
    private static List<int[]> AllHierarchical(int lists, int order)
    {
        int[] masks = [.. Enumerable.Range(0, 1 << lists).Where(mask => BitOperations.PopCount((uint)mask) is var k && k >= 2 && k <= order).OrderBy(mask => BitOperations.PopCount((uint)mask))];
        List<int[]> models = [[]];
        foreach (var mask in masks)
        {
            int[] needed = [.. masks.Where(smaller => smaller != mask && (smaller & mask) == smaller)];
            models.AddRange([.. models.Where(model => needed.All(model.Contains)).Select(model => (int[])[.. model, mask])]);
        }

        return models;
    }

    private static double BicByProportionalFitting(CaptureHistories table, int[] interactions)
    {
        var cells = Enumerable.Range(1, table.Counts.Length - 1).ToArray();
        var counts = table.Counts.ToArray();
        int[] terms = [.. Enumerable.Range(0, table.Lists.Length).Select(list => 1 << list), .. interactions];
        var groups = terms.Where(term => !terms.Any(other => other != term && (other & term) == term))
            .SelectMany(term => cells.GroupBy(cell => cell & term).Select(group => group.ToArray()))
            .Select(group => (Cells: group, Want: group.Sum(cell => counts[cell]))).ToList();
        var fitted = counts.Select((_, cell) => cell == 0 ? 0.0 : 1.0).ToArray();
        var (before, now) = (double.NegativeInfinity, LogLikelihood());
        for (var round = 0; round < 5000 && now - before > 1e-5; round++)
        {
            foreach (var (group, want) in groups)
            {
                var have = group.Sum(cell => fitted[cell]);
                foreach (var cell in group)
                {
                    fitted[cell] = have > 0 ? fitted[cell] * want / have : 0;
                }
            }

            (before, now) = (now, LogLikelihood());
        }

        return (terms.Length + 1) * Math.Log(table.Observed) - 2 * now;

        double LogLikelihood() => cells.Sum(cell =>
            (counts[cell] > 0 ? counts[cell] * Math.Log(Math.Max(1e-300, fitted[cell])) : 0) - fitted[cell] - MathNet.Numerics.SpecialFunctions.GammaLn(counts[cell] + 1));
    }

    /// <summary>Three or four lists, the second made from the first; null where nothing was made of it.</summary>
    private static Arbitrary<(ListRelationKind? Kind, CaptureHistories Table)> Related() => (
        from lists in Gen.Choose(3, 4)
        from kind in Gen.Elements<ListRelationKind?>(ListRelationKind.Same, ListRelationKind.Inside, ListRelationKind.NearlyInside, ListRelationKind.Disjoint, null)
        from scale in Gen.Elements(60, 400)
        from shares in Gen.Choose(20, 100).ArrayOf(1 << lists)
        let counts = Counts(kind, shares, scale)
        select (kind, CaptureHistories.Create([.. "ABCD"[..lists].Select(letter => letter.ToString())], counts.Select((count, cell) => (cell, count)).Skip(1)))).ToArbitrary();

    private static double[] Counts(ListRelationKind? kind, int[] shares, int scale)
    {
        var counts = shares.Select((share, cell) => Math.Floor(scale * share / 100.0 * Math.Pow(0.4, BitOperations.PopCount((uint)cell) - 1)) + 1).ToArray();
        for (var cell = 1; cell < counts.Length; cell++)
        {
            var onlyOne = (cell & 3) == 1;
            var onlyOther = (cell & 3) == 2;
            counts[cell] = kind switch
            {
                ListRelationKind.Same => onlyOne || onlyOther ? 0 : counts[cell],
                ListRelationKind.Inside => onlyOther ? 0 : counts[cell],
                ListRelationKind.NearlyInside => cell == 2 ? 1 : onlyOther ? 0 : counts[cell] + 20,
                ListRelationKind.Disjoint => (cell & 3) == 3 ? 0 : counts[cell],
                _ => counts[cell],
            };
        }

        counts[0] = 0;
        return counts;
    }
}
