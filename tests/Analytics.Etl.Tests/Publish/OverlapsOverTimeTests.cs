using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;
using Analytics.Domain.Measures;
using Analytics.Etl.Warehouse.Estimate;

namespace Analytics.Etl.Tests.Publish;

/// <summary>What was shown of overlaps of lists, and of an estimate, stays known.</summary>
public class OverlapsOverTimeTests
{
    private static readonly (int History, double Count)[] s_first =
        [(0b0001, 60), (0b0010, 140), (0b0100, 40), (0b1000, 22), (0b0011, 14), (0b0101, 3), (0b1001, 2), (0b0110, 12), (0b1010, 7), (0b1100, 3), (0b0111, 2), (0b1011, 1)];

    [Theory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public void Of_SecondPublicationOnePersonLater_IsSafeWithTheFirst(string profile)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var first = ProtectedOverlaps.Of(Table(s_first), policy, OverlapKnowledge.Nothing, CancellationToken.None);
        var shown = new EarlierPublication(first.Table, first.Cells);
        foreach (var (history, _) in s_first)
        {
            // One person more with each history in turn.
            var second = ProtectedOverlaps.Of(
                Table([.. s_first.Select(each => each.History == history ? (history, each.Count + 1) : each)]), policy,
                OverlapKnowledge.Nothing with { Earlier = [shown] }, CancellationToken.None);

            Assert.True(Attack.Run(second.Table, policy, second.Cells, [shown]).Safe);
            Assert.All(second.Table.Cells.Select((cell, at) => (cell, at)).Where(each => first.Cells[each.at].Status == CellStatus.Withheld && first.Table.Cells[each.at].Count == each.cell.Count && each.cell.Count > 0), each =>
                Assert.Equal(CellStatus.Withheld, second.Cells[each.at].Status));
        }
    }

    [Fact]
    public void Of_SecondPatternMadeWithoutTheFirst_IsBrokenByBoth()
    {
        var policy = SuppressionPolicy.Ministry;
        var first = ProtectedOverlaps.Of(Table(s_first), policy, OverlapKnowledge.Nothing, CancellationToken.None);
        var shown = new EarlierPublication(first.Table, first.Cells);
        // A person leaves for another history, and the second publication shows what the first withheld beside the small counts.
        var later = ProtectedOverlaps.Of(Table([.. s_first.Select(each => each.History == 0b0010 ? (0b0010, 141) : each)]), policy, OverlapKnowledge.Nothing, CancellationToken.None);
        ProtectedCell[] naive = [.. later.Table.Cells.Select((cell, at) => first.Cells[at].Status == CellStatus.Withheld && cell.Count > policy.Threshold
            ? new ProtectedCell(CellStatus.Ok, cell.Count) : first.Cells[at].Status == CellStatus.Withheld ? ProtectedCell.Withheld : cell.Count == 0 ? ProtectedCell.Zero : new ProtectedCell(CellStatus.Ok, cell.Count))];

        Assert.Contains(first.Table.Cells.Select((cell, at) => (cell, at)), each => first.Cells[each.at].Status == CellStatus.Withheld && each.cell.Count > policy.Threshold);
        Assert.False(Attack.Run(later.Table, policy, naive, [shown]).Safe);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_ListThatAnotherTableCounts_IsShownWhereThatShowsItAndHiddenWhereThatHidesIt(bool isShown)
    {
        var policy = SuppressionPolicy.Donor;
        var overlaps = ProtectedOverlaps.Of(
            Table(s_first), policy, OverlapKnowledge.Nothing with { Elsewhere = new Dictionary<string, bool>(StringComparer.Ordinal) { ["register"] = isShown } }, CancellationToken.None);

        Assert.Equal(isShown ? "ok" : "withheld", overlaps.Totals[3].Status);
        Assert.True(Attack.Run(overlaps.Table, policy, overlaps.Cells).Safe);
    }

    [Fact]
    public void Rounding_EstimateShownBefore_IsNeverFinerThanWithoutIt()
    {
        int[] withheld = [0b0101, 0b1001, 0b0111, 0b1011, 0b1100, 0b0110, 0b1010, 0b0011];
        var result = Estimate(Table(s_first));
        var alone = EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Ministry, [], CancellationToken.None);
        var before = ReleasedEstimate.Of(Table([.. s_first.Select(each => each.History == 0b0010 ? (0b0010, 139) : each)]), withheld, 10);

        var after = EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Ministry, [before], CancellationToken.None);

        Assert.NotNull(alone);
        Assert.True(after is null || after >= alone);
        // An estimate to the person, of the same unknowns, leaves too little open for another.
        Assert.Null(EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Ministry, [before with { RoundedTo = 1 }], CancellationToken.None));
    }

    [Fact]
    public void Rounding_SameCountsAgain_IsWhatWasShown()
    {
        int[] withheld = [0b0101, 0b1001, 0b0111, 0b1011, 0b1100, 0b0110, 0b1010, 0b0011];
        var result = Estimate(Table(s_first));
        var alone = EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Ministry, [], CancellationToken.None);

        Assert.Equal(alone, EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Ministry, [ReleasedEstimate.Of(result.Table, withheld, alone!.Value)], CancellationToken.None));
    }

    [Fact]
    public void Rounding_TooManyEstimatesOfOnePeriod_GivesNoMore()
    {
        int[] withheld = [0b0101, 0b1001, 0b0111, 0b1011, 0b1100, 0b0110, 0b1010, 0b0011];
        ReleasedEstimate[] earlier = [.. Enumerable.Range(1, 12).Select(less => ReleasedEstimate.Of(Table([.. s_first.Select(each => each.History == 0b0010 ? (0b0010, 140.0 - less) : each)]), withheld, 500))];

        Assert.Null(EstimateRelease.Rounding(Estimate(Table(s_first)), withheld, SuppressionPolicy.Ministry, earlier, CancellationToken.None));
    }

    private static CaptureHistories Table((int History, double Count)[] histories) => CaptureHistories.Create(["hotline", "ngo", "register", "government"], histories);

    private static EstimationResult Estimate(CaptureHistories table) => Estimator.Estimate(table, new EstimationOptions { Replicates = 0, Sensitivity = false, Seed = 1 });
}
