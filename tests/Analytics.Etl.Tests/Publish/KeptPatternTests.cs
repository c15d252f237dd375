using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Tests.Publish;

public sealed class KeptPatternTests
{
    private static readonly SpanningVariable s_region = SpanningVariable.Flat("region", ["a", "b"]);
    private static readonly ProtectedCell[] s_shown = [new(CellStatus.Ok, 10), ProtectedCell.Withheld, ProtectedCell.Withheld];

    [Fact]
    public void Of_SameCountsInAnotherOrder_KeepsWhatWasShown()
    {
        var now = new CountTable([s_region], [new CountCell(["b"], 9), new CountCell([Dimension.Total], 10), new CountCell(["a"], 1)]);
        Assert.Equal([ProtectedCell.Withheld, s_shown[0], ProtectedCell.Withheld], KeptPattern.Of(now, Before()));
    }

    [Theory]
    [InlineData(2, 9, 11)]
    [InlineData(2, 8, 10)]
    public void Of_OtherCounts_KeepsNothing(int a, int b, int total) =>
        Assert.Null(KeptPattern.Of(new CountTable([s_region], [new CountCell([Dimension.Total], total), new CountCell(["a"], a), new CountCell(["b"], b)]), Before()));

    [Fact]
    public void Of_OtherContributors_KeepsNothing() =>
        Assert.Null(KeptPattern.Of(new CountTable([s_region], [new CountCell([Dimension.Total], 10), new CountCell(["a"], 1), new CountCell(["b"], 9, 1, 9, 0)]), Before()));

    [Fact]
    public void Of_NothingPublishedOrACellMore_KeepsNothing()
    {
        Assert.Null(KeptPattern.Of(Before().Table, null));
        Assert.Null(KeptPattern.Of(new CountTable([s_region], [.. Before().Table.Cells, new CountCell(["c"], 0)]), Before()));
    }

    private static EarlierPublication Before() =>
        new(new CountTable([s_region], [new CountCell([Dimension.Total], 10), new CountCell(["a"], 1), new CountCell(["b"], 9)]), s_shown);
}
