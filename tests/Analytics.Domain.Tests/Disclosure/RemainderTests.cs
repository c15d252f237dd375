using Analytics.Domain.Disclosure;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class RemainderTests
{
    [Fact]
    public void Protect_ManyCellsLeftOut_ProtectsTheirSum()
    {
        // Three of five places are listed; the other two hold 60 − 30 − 17 − 11 = 2 between them.
        var dimension = SpanningVariable.Flat("c", ["c0", "c1", "c2", "c3", "c4"]);
        var table = new CountTable([dimension], [new(["total"], 60), new(["c0"], 30), new(["c1"], 17), new(["c2"], 11)]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.True(protection.Attack.Safe);
        Assert.Equal(1, protection.Withheld());
    }

    [Fact]
    public void Protect_MissingCellsAreZero_TreatsTheSumAsKnown()
    {
        // c3 and c4 are not listed; the three listed places make up the total, so they must be zero.
        var dimension = SpanningVariable.Flat("c", ["c0", "c1", "c2", "c3", "c4"]);
        var table = new CountTable([dimension], [new(["total"], 43), new(["c0"], 30), new(["c1"], 2), new(["c2"], 11)]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.Equal(2, protection.Withheld());
    }

    [Fact]
    public void Protect_ManyMissingAndLarge_NeedsNoSecondCell()
    {
        var dimension = SpanningVariable.Flat("c", ["c0", "c1", "c2", "c3", "c4"]);
        var table = new CountTable([dimension], [new(["total"], 143), new(["c0"], 30), new(["c1"], 2), new(["c2"], 11)]);

        Assert.Equal(1, Suppressor.Protect(table, SuppressionPolicy.Ministry).Withheld());
    }
}
