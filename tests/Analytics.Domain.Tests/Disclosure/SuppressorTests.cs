using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class SuppressorTests
{
    private static readonly long[][] s_small = [[3, 40, 12], [30, 22, 18], [25, 31, 9]];

    [Fact]
    public void Protect_NoSmallCell_PublishesEverythingRounded()
    {
        var table = Tables.TwoWay([[11, 42], [37, 23]]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Donor);

        Assert.All(protection.Cells, cell => Assert.Equal(CellStatus.Ok, cell.Status));
        Assert.Equal(10, protection.Cells[table.Find("r0", "c0")].Value);
        Assert.Equal(115, protection.Cells[table.Find("total", "total")].Value);
        Assert.Equal(0, protection.Withheld());
    }

    [Fact]
    public void Protect_ExactProfile_WithholdsARectangleAroundOneSmallCell()
    {
        var table = Tables.TwoWay([[2, 40, 12], [30, 22, 18], [25, 31, 9]]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.True(protection.Attack.Safe);
        Assert.Equal(4, protection.Withheld());
        Assert.Equal(1, protection.Loss.Primary);
        Assert.Equal(3, protection.Loss.Secondary);
        Assert.Equal(0, protection.Loss.WithheldTotals);
    }

    [Theory]
    [InlineData("ministry", 2)]
    [InlineData("donor", 4)]
    [InlineData("public", 10)]
    public void Protect_AnyProfile_ShowsNoCountUpToTheThreshold(string profile, int threshold)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var random = new Random(7);
        var table = Tables.Cross([5, 4, 3], _ => random.Next(0, 14));

        var protection = Suppressor.Protect(table, policy);

        for (var i = 0; i < table.Cells.Count; i++)
        {
            var (count, shown) = (table.Cells[i].Count, protection.Cells[i]);
            Assert.Equal(count == 0, shown.Status == CellStatus.Zero);
            Assert.True(shown.Status != CellStatus.Ok || count > threshold);
            Assert.True(shown.Value is null || Math.Abs(shown.Value.Value - count) <= policy.RoundingBase / 2);
            Assert.Equal(shown.Status == CellStatus.Withheld, shown.Value is null);
        }
    }

    [Fact]
    public void Protect_CellsInAnotherOrder_GivesTheSamePattern()
    {
        var random = new Random(3);
        var table = Tables.Cross([4, 5, 3], _ => random.Next(0, 12));
        var order = Enumerable.Range(0, table.Cells.Count).OrderBy(_ => random.Next()).ToArray();

        var straight = Suppressor.Protect(table, SuppressionPolicy.Donor);
        var shuffled = Suppressor.Protect(table with { Cells = [.. order.Select(i => table.Cells[i])] }, SuppressionPolicy.Donor);

        Assert.Equal(order.Select(i => straight.Cells[i]), shuffled.Cells);
    }

    [Fact]
    public void Protect_OneLargeCountChangesALittle_KeepsThePattern()
    {
        var table = Tables.TwoWay(s_small);
        var later = Tables.TwoWay([[3, 41, 12], [30, 22, 18], [25, 31, 9]]);

        bool[] Pattern(CountTable counts) => [.. Suppressor.Protect(counts, SuppressionPolicy.Ministry with { Threshold = 4 }).Cells.Select(cell => cell.Status == CellStatus.Withheld)];

        Assert.Equal(Pattern(table), Pattern(later));
    }

    [Fact]
    public void Protect_SingleOrganisation_WithholdsALargeCell()
    {
        var table = Tables.TwoWay([[50, 40], [30, 60]], (r, c, cell) => r == 0 && c == 0 ? cell with { Contributors = 1 } : cell);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.Equal(CellStatus.Withheld, protection.Status(table, "r0", "c0"));
        Assert.Equal(4, protection.Withheld());
    }

    [Theory]
    [InlineData(90, 5, true)]
    [InlineData(60, 38, true)]
    [InlineData(60, 20, false)]
    [InlineData(0, 0, false)]
    public void Protect_DominantOrganisation_WithholdsTheCell(long largest, long second, bool withheld)
    {
        var table = Tables.TwoWay([[100, 40], [30, 60]], (r, c, cell) =>
            r == 0 && c == 0 ? cell with { Contributors = 4, LargestContribution = largest, SecondContribution = second } : cell);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Donor);

        Assert.Equal(withheld, protection.Status(table, "r0", "c0") == CellStatus.Withheld);
    }

    [Fact]
    public void Protect_GroupSharesASensitiveCode_WithholdsAZeroBesideIt()
    {
        var table = Tables.TwoWay([[20, 0, 0], [15, 18, 30], [14, 12, 25]]);
        table = table with { Dimensions = [table.Dimensions[0], table.Dimensions[1] with { Sensitive = true }] };

        var protection = Suppressor.Protect(table, SuppressionPolicy.Donor);

        Assert.Equal(CellStatus.Withheld, protection.Status(table, "r0", "c1"));
        Assert.Equal(CellStatus.Zero, protection.Status(table, "r0", "c2"));
        Assert.True(protection.Attack.Safe);
        var zero = Attack.Intervals(table, SuppressionPolicy.Donor, protection.Cells).Single(interval => interval.Cell == table.Find("r0", "c1"));
        Assert.Equal(0, zero.Lower, 6);
        Assert.True(zero.Upper >= 4);
    }

    [Fact]
    public void Protect_MultiValuedDimension_KnowsOnlyThatMembersAreNoLarger()
    {
        // One of 50 persons may have several forms: 3 is not 50 − 30 − 40.
        var forms = SpanningVariable.Flat("form", ["a", "b", "c"], additive: false);
        var table = new CountTable([forms], [new(["total"], 50), new(["a"], 30), new(["b"], 40), new(["c"], 3)]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry with { Threshold = 4 });

        Assert.Equal((CellStatus[])[CellStatus.Ok, CellStatus.Ok, CellStatus.Ok, CellStatus.Withheld], protection.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public void Protect_OneCellLeftOut_DoesNotLetItBeComputed()
    {
        // c2 = 60 − 30 − 28 = 2 although it is not in the table.
        var dimension = SpanningVariable.Flat("c", ["c0", "c1", "c2"]);
        var table = new CountTable([dimension], [new(["total"], 60), new(["c0"], 30), new(["c1"], 28)]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.Equal(1, protection.Withheld());
        Assert.Equal(2, protection.Attack.Withheld);
    }

    [Fact]
    public void Protect_MarginsNotListed_StillTiesCellsToTheGrandTotal()
    {
        var full = Tables.TwoWay([[2, 20], [30, 40]]);
        var table = full with { Cells = [.. full.Cells.Where(cell => cell.Codes.All(code => code == "total") || cell.Codes.All(code => code != "total"))] };

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.True(protection.Attack.Safe);
        Assert.Equal(2, protection.Withheld());
    }

    [Fact]
    public void Protect_MonthsQuartersYears_ProtectsAlongTheTree()
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal) { ["2020"] = "total", ["2021"] = "total", ["2020-Q1"] = "2020", ["2020-Q2"] = "2020", ["2021-Q1"] = "2021", ["2021-Q2"] = "2021" };
        long[] counts = [120, 52, 68, 50, 2, 40, 28];
        string[] codes = ["total", "2020", "2021", "2020-Q1", "2020-Q2", "2021-Q1", "2021-Q2"];
        var table = new CountTable([new SpanningVariable("period", parents)], [.. codes.Zip(counts, (code, count) => new CountCell([code], count))]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.Equal("2020-Q1 2020-Q2", string.Join(" ", codes.Where((_, i) => protection.Cells[i].Status == CellStatus.Withheld)));
    }

    [Fact]
    public void Protect_EverythingSmall_WithholdsAllButZeros()
    {
        var table = Tables.TwoWay([[1, 0], [0, 1]]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Public);

        Assert.Equal(table.Cells.Select(cell => cell.Count == 0 ? CellStatus.Zero : CellStatus.Withheld), protection.Cells.Select(cell => cell.Status));
        Assert.True(protection.Attack.Safe);
    }

    [Fact]
    public void Protect_NoCells_GivesNone() =>
        Assert.Empty(Suppressor.Protect(new CountTable([], []), SuppressionPolicy.Donor).Cells);

    [Fact]
    public void Protect_TableDoesNotAddUp_Throws()
    {
        var table = Tables.TwoWay([[5, 6], [7, 8]]);
        var wrong = table with { Cells = [.. table.Cells.Select((cell, i) => i == table.Find("r0", "total") ? cell with { Count = 12 } : cell)] };

        Assert.Throws<ArgumentException>(() => Suppressor.Protect(wrong, SuppressionPolicy.Donor));
    }

    [Fact]
    public void Protect_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Suppressor.Protect(Tables.TwoWay(s_small), SuppressionPolicy.Donor, source.Token));
    }

    [Fact]
    public void Protect_Loss_CountsEachCut()
    {
        var table = Tables.TwoWay([[2, 40, 12], [30, 22, 18], [25, 31, 9]]);

        var loss = Suppressor.Protect(table, SuppressionPolicy.Ministry).Loss;

        Assert.Equal([new CutLoss("", 1, 0), new CutLoss("c", 3, 0), new CutLoss("r", 3, 0), new CutLoss("r×c", 9, 4)], loss.Cuts);
    }
}
