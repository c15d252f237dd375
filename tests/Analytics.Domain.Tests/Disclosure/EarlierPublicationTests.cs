using Analytics.Domain.Disclosure;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class EarlierPublicationTests
{
    private static readonly long[][] s_counts = [[2, 40, 12], [30, 22, 18], [25, 31, 9]];

    [Fact]
    public void Protect_CellPrintedBefore_IsNotReliedOnToHideAnother()
    {
        var table = Tables.TwoWay(s_counts);
        // Last time the row r0 was printed in full but for the small cell's column: 40 and 12 are known.
        var before = table with { Cells = [.. table.Cells.Where(cell => cell.Codes[0] == "r0" && cell.Codes[1] is "c1")] };
        var first = new EarlierPublication(before, [new ProtectedCell(CellStatus.Ok, 40)]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry, [first]);

        Assert.True(protection.Attack.Safe);
        Assert.Equal(CellStatus.Withheld, protection.Status(table, "r0", "c2"));
        Assert.Equal(CellStatus.Ok, protection.Status(table, "r0", "c1"));
    }

    [Fact]
    public void Protect_SmallCellPrintedBefore_IsReportedAndNotSafe()
    {
        var table = Tables.TwoWay(s_counts);
        var leak = table with { Cells = [.. table.Cells.Where(cell => cell.Codes[0] == "r0")] };
        var first = new EarlierPublication(leak, [.. leak.Cells.Select(cell => cell.Count == 2 ? ProtectedCell.Withheld : new ProtectedCell(CellStatus.Ok, cell.Count))]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry, [first]);

        Assert.False(protection.Attack.Safe);
        Assert.Contains(protection.Attack.Exposed, exposed => exposed.Codes is ["r0", "c0"]);
    }

    [Fact]
    public void Protect_SamePublicationAgain_KeepsThePattern()
    {
        var table = Tables.TwoWay(s_counts);
        var first = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        var second = Suppressor.Protect(table, SuppressionPolicy.Ministry, [new EarlierPublication(table, first.Cells)]);

        Assert.Equal(first.Cells, second.Cells);
        Assert.True(second.Attack.Safe);
    }

    [Fact]
    public void Protect_CountGrewSinceLastTime_ProtectsBothPublications()
    {
        var table = Tables.TwoWay(s_counts);
        var first = Suppressor.Protect(table, SuppressionPolicy.Ministry);
        var later = Tables.TwoWay([[2, 40, 12], [30, 22, 18], [25, 31, 14]]);

        var second = Suppressor.Protect(later, SuppressionPolicy.Ministry, [new EarlierPublication(table, first.Cells)]);

        Assert.True(second.Attack.Safe);
        Assert.Equal(CellStatus.Withheld, second.Status(later, "r0", "c0"));
    }
}
