using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

public sealed class CaptureHistoriesTests
{
    [Fact]
    public void Without_OneList_SumsOverItAndDropsThoseOnItAlone()
    {
        var reduced = PublishedTables.Korea.Without(1);

        Assert.Equal(["b", "d"], reduced.Lists.ToArray(), StringComparer.Ordinal);
        Assert.Equal([0, 59, 41, 18], reduced.Counts.ToArray());
    }

    [Fact]
    public void Within_OneList_KeepsItsPersonsByTheirOtherLists()
    {
        var within = PublishedTables.Korea.Within(0);

        Assert.Equal(["c", "d"], within.Lists.ToArray(), StringComparer.Ordinal);
        Assert.Equal([0, 54, 6, 12], within.Counts.ToArray());
    }

    [Fact]
    public void Estimate_KnownLists_ArePredictedFromTheOthers()
    {
        var known = Estimator.Estimate(PublishedTables.Korea, new() { Replicates = 0 }).KnownLists[0];

        Assert.Equal("b", known.List);
        Assert.Equal(77, known.Known);
        Assert.Equal(66.0 * 18 / 12, known.Predicted!.Value, 1e-9);
    }

    [Fact]
    public void WithoutEmptyLists_ListWithNobody_LeavesIt()
    {
        var kept = PublishedTables.Table(["a", "b", "c"], "1:5 3:7 13:2").WithoutEmptyLists();

        Assert.Equal(["a", "c"], kept.Lists.ToArray(), StringComparer.Ordinal);
        Assert.Equal([0, 5, 7, 2], kept.Counts.ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 1)]
    [InlineData(3, -1)]
    [InlineData(3, double.NaN)]
    public void Create_HistoryOrCountOutOfRange_Throws(int history, double count) =>
        Assert.Throws<ArgumentException>(() => CaptureHistories.Create(["a", "b", "c"], [(history, count)]));

    [Fact]
    public void Create_SameHistoryTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => CaptureHistories.Create(["a", "b"], [(1, 3), (1, 4)]));

    [Fact]
    public void Notation_MaximalTermsOnly_AreShown()
    {
        Assert.Equal("[123,25,34]", new LogLinearModel([0b11, 0b101, 0b110, 0b111, 0b10010, 0b1100]).Notation(5));
        Assert.Equal("[1,2,3]", LogLinearModel.MainEffects.Notation(3));
    }
}
