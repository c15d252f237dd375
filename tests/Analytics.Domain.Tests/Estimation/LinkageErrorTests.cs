using Analytics.Domain.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Estimation;

public sealed class LinkageErrorTests
{
    [Fact]
    public void Correct_NoError_ChangesNothing() =>
        Assert.Equal(PublishedTables.UnitedKingdom.Counts.ToArray(), new LinkageError(0, 0).Correct(PublishedTables.UnitedKingdom)!.Counts.ToArray());

    [Fact]
    public void Correct_TwoLists_ScalesTheOverlapAndKeepsTheLists() => Check.One(Properties.Usual, Prop.ForAll(
        Gen.Choose(100, 400).ArrayOf(2).ToArbitrary(),
        Gen.Choose(1, 90).ToArbitrary(),
        (alone, both) =>
        {
            var table = CaptureHistories.Create(["a", "b"], [(1, alone[0]), (2, alone[1]), (3, both)]);
            var corrected = new LinkageError(0.2, 0.05).Correct(table)!;

            Assert.Equal(both * 0.95 / 0.8, corrected.OnAll(3), 1e-4);
            Assert.Equal(table.OnAll(1), corrected.OnAll(1), 1e-4);
            Assert.Equal(table.OnAll(2), corrected.OnAll(2), 1e-4);
        }));

    [Fact]
    public void Correct_TableWithKnownMisses_RestoresIt()
    {
        // Break links at 15 % in expectation, then correct for it.
        double[] truth = [0, 300, 250, 80, 400, 60, 50, 20];
        var broken = new double[8];
        Spread(truth, broken, 0.15);
        var corrected = new LinkageError(0.15, 0).Correct(CaptureHistories.Create(["a", "b", "c"], broken.Select((count, history) => (history, count)).Skip(1)))!;

        for (var history = 1; history < 8; history++)
        {
            Assert.Equal(truth[history], corrected.Counts[history], 0.01);
        }
    }

    [Fact]
    public void Correct_MoreMissesThanPersonsAlone_IsNull() =>
        Assert.Null(new LinkageError(0.6, 0).Correct(PublishedTables.Table(["a", "b"], "1:5 2:5 12:90")));

    [Fact]
    public void Estimate_MissedLinks_LowerTheTotal()
    {
        var result = Estimator.Estimate(PublishedTables.UnitedKingdom, new() { Replicates = 0, Sensitivity = false, Linkage = new(0.1, 0) });

        Assert.InRange(result.Linkage!.Total!.Value, 8000, result.Total!.Value * 0.97);
        Assert.True(result.Linkage.Observed < result.Observed);
    }

    [Fact]
    public void Estimate_FalseMatches_RaiseTheTotal()
    {
        var result = Estimator.Estimate(PublishedTables.UnitedKingdom, new() { Replicates = 0, Sensitivity = false, Linkage = new(0, 0.1) });

        Assert.True(result.Linkage!.Total > result.Total * 1.03);
    }

    [Fact]
    public void Estimate_LargeLinkageError_IsAReason()
    {
        var table = PublishedTables.Table(["a", "b", "c"], "1:300 2:250 12:80 3:400 13:60 23:50 123:20");
        var caution = Estimator.Estimate(table, new() { Replicates = 0, Linkage = new(0.15, 0) });
        var refusal = Estimator.Estimate(table, new() { Replicates = 0, Linkage = new(0.0, 0.6) });

        Assert.Contains(caution.Verdict.Reasons, reason => reason is { Code: ReasonCode.LinkageError, Level: VerdictLevel.EstimableWithCaution });
        Assert.Contains(refusal.Verdict.Reasons, reason => reason is { Code: ReasonCode.LinkageError, Level: VerdictLevel.NotEstimable });
    }

    /// <summary>The model of missed links for three lists, written out.</summary>
    private static void Spread(double[] truth, double[] into, double miss)
    {
        for (var history = 1; history < truth.Length; history++)
        {
            int[] lists = [.. Enumerable.Range(0, 3).Where(list => (history >> list & 1) == 1).Select(list => 1 << list)];
            foreach (var anchor in lists)
            {
                int[] others = [.. lists.Where(list => list != anchor)];
                for (var pattern = 0; pattern < 1 << others.Length; pattern++)
                {
                    var freed = others.Where((_, i) => (pattern >> i & 1) == 1).ToList();
                    var share = truth[history] / lists.Length * Math.Pow(miss, freed.Count) * Math.Pow(1 - miss, others.Length - freed.Count);
                    into[history - freed.Sum()] += share;
                    freed.ForEach(list => into[list] += share);
                }
            }
        }
    }
}
