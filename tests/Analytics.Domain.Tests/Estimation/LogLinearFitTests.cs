using Analytics.Domain.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Estimation;

public sealed class LogLinearFitTests
{
    private static readonly Arbitrary<int[]> s_sevenCounts = Gen.Choose(1, 400).ArrayOf(7).ToArbitrary();

    [Fact]
    public void Fit_AllPairsOfThreeLists_HasItsClosedForm() => Check.One(Properties.Usual, Prop.ForAll(s_sevenCounts, n =>
    {
        // Without a three-list interaction the odds ratio of two lists is the same on and off the third.
        var expected = (double)n[6] * n[0] * n[1] * n[3] / ((double)n[2] * n[4] * n[5]);
        var fitted = FittedModel.Fit(Three(n), new([0b011, 0b101, 0b110]))!;

        Assert.Equal(expected, fitted.Hidden, expected * 1e-8);
        Assert.Equal(0, fitted.Deviance, 1e-6);
    }));

    [Fact]
    public void Fit_OneListBetweenTwo_HasItsClosedForm() => Check.One(Properties.Usual, Prop.ForAll(s_sevenCounts, n =>
    {
        // Lists 1 and 3 independent given list 2: among persons not on list 2, hidden = (1 only) × (3 only) ÷ (1 and 3).
        var expected = (double)n[0] * n[3] / n[4];
        var fitted = FittedModel.Fit(Three(n), new([0b011, 0b110]))!;

        Assert.Equal(expected, fitted.Hidden, expected * 1e-8);
        Assert.Equal(Math.Sqrt(1.0 / n[0] + 1.0 / n[3] + 1.0 / n[4]), fitted.InterceptStandardError, 1e-7);
    }));

    [Fact]
    public void Fit_AnyHierarchicalModel_ReproducesTheCountsOfItsTerms() => Check.One(Properties.Usual, Prop.ForAll(
        Gen.Choose(0, 30).ArrayOf(15).ToArbitrary(),
        Gen.Choose(0, 112).ToArbitrary(),
        (n, number) =>
        {
            var table = CaptureHistories.Create(["a", "b", "c", "d"], n.Select((count, i) => (i + 1, (double)count)));
            var model = ModelSpace.All(4, 3).ElementAt(number);
            var scorer = new ModelScorer(4);
            scorer.Load(table.Counts);
            if (scorer.Score(model) is not null)
            {
                foreach (var term in scorer.Fitter.Terms)
                {
                    Assert.Equal(table.OnAll(term), scorer.Fitter.Expected(term), 1e-6 * table.Observed);
                }
            }
        }));

    [Fact]
    public void Fit_ListsInAnotherOrder_GivesTheSameTotal() => Check.One(Properties.Usual, Prop.ForAll(s_sevenCounts, n =>
    {
        var table = Three(n);
        var turned = CaptureHistories.Create(["b", "c", "a"], Enumerable.Range(1, 7).Select(h => (h >> 1 | (h & 1) << 2, table.Counts[h])));

        Assert.Equal(Select(table), Select(turned), Select(table) * 1e-8);
    }));

    [Fact]
    public void Fit_PairThatSharesNobody_LeavesItsCellsOut()
    {
        var fitted = FittedModel.Fit(PublishedTables.Artificial, new([0b101, 0b110]))!;

        Assert.Equal([0b101, 0b110], fitted.MinusInfinity.ToArray());
        Assert.Equal(296, fitted.Total, 1e-6);
        Assert.Equal(4, fitted.CellsUsed);
        Assert.Equal(6, fitted.Parameters);
    }

    [Fact]
    public void Fit_MillionsOfPersons_Converges()
    {
        var counts = Simulation(50_000_000, 0.1, 0.2, 0.05, 0.3);
        var table = CaptureHistories.Create(["a", "b", "c", "d"], counts);

        Assert.Equal(50_000_000, FittedModel.Fit(table, LogLinearModel.MainEffects)!.Total, 500.0);
    }

    private static IEnumerable<(int, double)> Simulation(double persons, params double[] probabilities) =>
        Domain.Estimation.Simulation.SimulationSetting.Independent(probabilities).Select((p, cell) => (cell, Math.Round(p * persons))).Skip(1);

    private static double Select(CaptureHistories table)
    {
        var selection = new StepwiseSelection(table.Lists.Length);
        selection.Run(table.Counts, 0.02);
        return selection.Total;
    }

    private static CaptureHistories Three(int[] counts) =>
        CaptureHistories.Create(["a", "b", "c"], counts.Select((count, i) => (i + 1, (double)count)));
}
