using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class AttackTests
{
    public static TheoryData<string, int> Profiles { get; } = new()
    {
        { "ministry", 1 }, { "ministry", 2 }, { "ministry", 3 }, { "donor", 1 }, { "donor", 2 }, { "donor", 3 }, { "public", 1 }, { "public", 2 },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Intervals_TwoWayTable_MatchEnumerationOfEveryTableThatFits(string profile, int seed)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var random = new Random(seed);
        var table = Tables.TwoWay([[random.Next(1, 9), random.Next(0, 9)], [random.Next(1, 9), random.Next(1, 9)]]);
        var protection = Suppressor.Protect(table, policy);

        var intervals = Attack.Intervals(table, policy, protection.Cells);

        var enumerated = Enumeration.Of(table, policy, protection.Cells, most: 40);
        Assert.Equal(protection.Withheld(), intervals.Count);
        foreach (var interval in intervals)
        {
            // Two-way tables are totally unimodular, so whole-number tables reach the ends of the linear programme.
            Assert.Equal(enumerated[interval.Cell].Lower, interval.Lower, 6);
            Assert.Equal(enumerated[interval.Cell].Upper, Math.Min(interval.Upper, enumerated[interval.Cell].Limit), 6);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Protect_TwoWayTable_LeavesWholeNumberTablesOverTheWithheldRange(string profile, int seed)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var random = new Random(100 + seed);
        var table = Tables.TwoWay([[random.Next(1, 13), random.Next(1, 13), random.Next(0, 4)], [random.Next(1, 13), random.Next(1, 13), random.Next(1, 5)]]);
        var protection = Suppressor.Protect(table, policy);

        var possible = Enumeration.Of(table, policy, protection.Cells, most: 24);

        for (var i = 0; i < table.Cells.Count; i++)
        {
            if (protection.Cells[i].Status == CellStatus.Withheld)
            {
                Assert.True(possible[i].Upper - possible[i].Lower >= policy.Threshold - 1, string.Join('/', table.Cells[i].Codes));
            }
        }
    }

    [Fact]
    public void Run_RowColumnRule_IsBrokenWhereTheEngineIsNot()
    {
        // One small cell in three dimensions, and pairs that satisfy every single sum.
        var random = new Random(5);
        var table = Tables.Cross([4, 4, 3], _ => random.Next(0, 25));

        var naive = Attack.Run(table, SuppressionPolicy.Ministry, RowColumnRule.Protect(table, SuppressionPolicy.Ministry));
        var engine = Suppressor.Protect(table, SuppressionPolicy.Ministry);

        Assert.False(naive.Safe);
        Assert.True(engine.Attack.Safe);
        Assert.True(Attack.Run(table, SuppressionPolicy.Ministry, engine.Cells).Safe);
    }

    [Fact]
    public void Run_SmallCellsOnlyWithheld_FindsThem()
    {
        var table = Tables.TwoWay([[2, 40], [30, 22]]);
        ProtectedCell[] cells = [.. table.Cells.Select(cell => cell.Count == 2 ? ProtectedCell.Withheld : new ProtectedCell(CellStatus.Ok, cell.Count))];

        var exposed = Assert.Single(Attack.Run(table, SuppressionPolicy.Ministry, cells).Exposed);

        Assert.Equal((2, 2, 1L, 2L), (exposed.Lower, exposed.Upper, exposed.RequiredLower, exposed.RequiredUpper));
    }

    [Fact]
    public void Run_Rounding_WidensWhatASumTells()
    {
        // 42 prints as 40 and the sum 45 as 45: what is left between them is 1 to 9, and one withheld cell is enough for a donor.
        var table = Tables.TwoWay([[3, 42], [30, 25]]);

        var protection = Suppressor.Protect(table, SuppressionPolicy.Donor);

        Assert.Equal(1, protection.Withheld());
        var interval = Assert.Single(Attack.Intervals(table, SuppressionPolicy.Donor, protection.Cells));
        Assert.True(interval.Lower <= 1 && interval.Upper >= 4);
    }

    [GlpkFact]
    public void Intervals_ThreeWayTables_MatchGlpk() => MatchOutsideSolver(Glpk.Interval);

    [Fact]
    public void Intervals_ThreeWayTables_MatchGlop() => MatchOutsideSolver(Glop.Interval);

    private static void MatchOutsideSolver(Func<CountTable, SuppressionPolicy, IReadOnlyList<ProtectedCell>, int, (double Lower, double Upper)> solve)
    {
        foreach (var (policy, seed) in SuppressionPolicy.All.SelectMany(policy => Enumerable.Range(1, 3).Select(seed => (policy, seed))))
        {
            var random = new Random(seed);
            var table = Tables.Cross([4, 3, 3], _ => random.Next(0, 16));
            var protection = Suppressor.Protect(table, policy);

            var intervals = Attack.Intervals(table, policy, protection.Cells);

            foreach (var interval in intervals.Take(12))
            {
                var (lower, upper) = solve(table, policy, protection.Cells, interval.Cell);
                Assert.Equal(lower, interval.Lower, 4);
                Assert.Equal(upper, interval.Upper, 4);
            }
        }
    }
}
