using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("a", "1:5", ReasonCode.TooFewLists)]
    [InlineData("a b c", "1:0 2:0", ReasonCode.NobodyObserved)]
    [InlineData("a b c", "1:5 2:5 12:3", ReasonCode.EmptyList)]
    [InlineData("a b c", "1:5 2:5 3:9", ReasonCode.NoOverlap)]
    [InlineData("a b", "1:5 2:5", ReasonCode.NoOverlap)]
    [InlineData("a b c", "123:40", ReasonCode.ListHoldsEveryone)]
    [InlineData("a b c", "1:5 12:8 123:4 13:6", ReasonCode.ListHoldsEveryone)]
    [InlineData("a b", "1:5 12:8", ReasonCode.ListHoldsEveryone)]
    public void Estimate_CountsThatTellNothing_AreRefusedWithTheReason(string lists, string cells, ReasonCode reason)
    {
        var result = Estimator.Estimate(PublishedTables.Table(lists.Split(' '), cells), new());

        Assert.False(result.Verdict.Estimable);
        Assert.Contains(result.Verdict.Reasons, found => found.Code == reason && found.Level == VerdictLevel.NotEstimable);
        Assert.Null(result.Estimate);
        Assert.Equal(default, result.Interval95);
        Assert.All(result.Warnings, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Estimate_TwoLists_IsChapmanWithCaution()
    {
        var result = Estimator.Estimate(PublishedTables.Table(["LA", "NG"], "1:76 2:549 12:18"), new());

        Assert.Equal(2839, result.Estimate!.Value, 1e-9);
        Assert.Equal(2961, result.Pairs[3].LincolnPetersen!.Value, 1e-9);
        Assert.Equal(1987.505, result.Interval95.Lower!.Value, 1e-3);
        Assert.Equal(4229.758, result.Interval95.Upper!.Value, 1e-3);
        Assert.Equal(VerdictLevel.EstimableWithCaution, result.Verdict.Level);
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == ReasonCode.TwoListsOnly);
    }

    [Fact]
    public void Estimate_UnitedKingdom_NamesItsWeaknesses()
    {
        var result = Estimator.Estimate(PublishedTables.UnitedKingdom, new());

        Assert.Equal(VerdictLevel.EstimableWithCaution, result.Verdict.Level);
        Assert.InRange(result.Estimate!.Value, 10_000, 13_000);
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == ReasonCode.UnstableSelection);
        Assert.Contains(result.Verdict.Reasons, reason => reason is { Code: ReasonCode.ListDominates, Subject: "PF" });
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == ReasonCode.ModelDependence);
    }

    [Fact]
    public void Estimate_DenseIndependentLists_IsEstimableWithoutReasons()
    {
        var cells = Analytics.Domain.Estimation.Simulation.SimulationSetting.Independent(0.4, 0.5, 0.45, 0.5);
        var table = CaptureHistories.Create(["a", "b", "c", "d"], cells.Select((p, cell) => (cell, Math.Round(p * 2000))).Skip(1));
        var result = Estimator.Estimate(table, new());

        Assert.Equal(VerdictLevel.Estimable, result.Verdict.Level);
        Assert.Equal(2000, result.Estimate!.Value, 10);
    }

    [Fact]
    public void Estimate_NoThreeListsOverlapInPairs_IsCautionOrRefusalByRule()
    {
        var options = new EstimationOptions { Replicates = 200 };
        var lenient = Estimator.Estimate(PublishedTables.Artificial, options);
        var strict = Estimator.Estimate(PublishedTables.Artificial, options with { Rules = new() { RequireOverlappingTriple = true } });

        Assert.Equal(VerdictLevel.EstimableWithCaution, lenient.Verdict.Level);
        Assert.Contains(lenient.Verdict.Reasons, reason => reason.Code == ReasonCode.NoOverlappingTriple);
        Assert.Contains(lenient.Verdict.Reasons, reason => reason.Code == ReasonCode.FewInOverlap);
        Assert.Contains(lenient.Verdict.Reasons, reason => reason.Code == ReasonCode.WideInterval);
        Assert.False(strict.Verdict.Estimable);
        Assert.Null(strict.Estimate);
        Assert.Equal(539.09393, strict.Total!.Value, 1e-4);
    }

    [Fact]
    public void Estimate_OneSharedPerson_IsRefusedForItsResamples()
    {
        var result = Estimator.Estimate(PublishedTables.Table(["a", "b", "c"], "1:40 2:30 3:20 12:1"), new());

        Assert.False(result.Verdict.Estimable);
        Assert.Contains(result.Verdict.Reasons, reason => reason is { Code: ReasonCode.DivergedReplicates, Level: VerdictLevel.NotEstimable });
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == ReasonCode.UnboundedInterval);
    }

    [Fact]
    public void Text_EveryCode_HasWords()
    {
        foreach (var code in Enum.GetValues<ReasonCode>())
        {
            Assert.NotEmpty(new VerdictReason(code, VerdictLevel.NotEstimable, "list", 0.25, 0.1).Text);
        }
    }

    /// <summary>Pairwise models with a better fit give 2,400 to 2,770; the stepwise choice stops early and must not pass without a word.</summary>
    [Fact]
    public void Verdict_ModelThatFitsFarWorseThanOthers_IsCaution()
    {
        var result = Estimator.Estimate(PublishedTables.Diabetes, new() { Replicates = 0 });
        Assert.Equal(VerdictLevel.EstimableWithCaution, result.Verdict.Level);
        Assert.Contains(result.Verdict.Reasons, reason => reason is { Code: ReasonCode.OthersFitBetter, Value: > 10 });
        var best = Estimator.Estimate(PublishedTables.Diabetes, new() { Replicates = 0, Selection = SelectionMethod.Bic, MaxOrder = 2 });
        Assert.DoesNotContain(best.Verdict.Reasons, reason => reason.Code == ReasonCode.OthersFitBetter);
        Assert.InRange(best.Total!.Value, 2300, 2900);
    }

    /// <summary>Hook, Albright and Cross (1980) give 757 with all pairs, 731 with the one dependence that matters.</summary>
    [Fact]
    public void Estimate_SpinaBifida_IsThatOfThePaper() =>
        Assert.InRange(Estimator.Estimate(PublishedTables.SpinaBifida, new() { Replicates = 0 }).Total!.Value, 725, 760);
}
