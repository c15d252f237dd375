using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

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

    [Fact]
    public void Run_NaiveSecondPattern_IsSafeAloneAndBrokenByTheFirst()
    {
        var table = Tables.TwoWay(s_counts);
        var first = new EarlierPublication(table, Suppressor.Protect(table, SuppressionPolicy.Ministry).Cells);
        var later = Tables.TwoWay([[2, 40, 12], [30, 22, 18], [25, 31, 14]]);
        // Another complement than last time: what stayed the same is then printed in one of the two.
        string[] other = [.. new[] { "c0", "c1", "c2" }.Where(column => column != "c0" && first.Cells[Index(table, "r0", column)].Status == CellStatus.Ok)];
        var rows = new[] { "r1", "r2" }.First(row => first.Cells[Index(table, row, "c0")].Status == CellStatus.Ok || first.Cells[Index(table, row, other[0])].Status == CellStatus.Ok);
        ProtectedCell[] naive = [.. later.Cells.Select(cell => cell.Codes[0] is "r0" || cell.Codes[0] == rows
            ? cell.Codes[1] is "c0" || cell.Codes[1] == other[0] ? ProtectedCell.Withheld : new ProtectedCell(CellStatus.Ok, cell.Count)
            : new ProtectedCell(CellStatus.Ok, cell.Count))];

        Assert.True(Attack.Run(later, SuppressionPolicy.Ministry, naive).Safe);
        Assert.Contains(Attack.Run(later, SuppressionPolicy.Ministry, naive, [first]).Exposed, exposed => exposed.Codes is ["r0", "c0"]);
        Assert.True(Suppressor.Protect(later, SuppressionPolicy.Ministry, [first]).Attack.Safe);
    }

    [Fact]
    public void Protect_FiveCorrectionsOfALargerTable_WithholdsAgainWhatWasWithheldAndStaysSafe()
    {
        var random = new Random(7);
        var counts = Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 9).Select(_ => (long)random.Next(0, 60)).ToArray()).ToArray();
        List<EarlierPublication> earlier = [];
        for (var round = 0; round < 6; round++)
        {
            var table = Tables.TwoWay(counts);
            var protection = Suppressor.Protect(table, SuppressionPolicy.Donor, earlier);
            Assert.True(protection.Attack.Safe);
            if (earlier is [.., var last])
            {
                Assert.All(
                    Enumerable.Range(0, table.Cells.Count).Where(i => last.Cells[i].Status == CellStatus.Withheld && last.Table.Cells[i].Count == table.Cells[i].Count),
                    i => Assert.Equal(CellStatus.Withheld, protection.Cells[i].Status));
            }

            earlier.Add(new EarlierPublication(table, protection.Cells));
            for (var change = 0; change < 3; change++)
            {
                counts[random.Next(12)][random.Next(9)] += random.Next(1, 4);
            }
        }
    }

    private static int Index(CountTable table, string row, string column) =>
        table.Cells.Select((cell, i) => (cell, i)).First(pair => pair.cell.Codes[0] == row && pair.cell.Codes[1] == column).i;
}
