using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>What the relations say one by one never goes beyond what they say together.</summary>
public sealed class IntervalPropagationTests
{
    public static TheoryData<string, int> Seeds { get; } = Every();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Run_SomeWithheldCellsShown_HoldsEveryIntervalOfTheLinearProgramme(string profile, int seed)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var random = new Random(seed);
        var table = Tables.Cross([4, 3, 3], _ => random.Next(3) == 0 ? random.Next(0, 5) : random.Next(0, 40));
        var cells = Suppressor.Protect(table, policy).Cells
            .Select((cell, i) => cell.Status == CellStatus.Withheld && random.Next(3) == 0 ? new ProtectedCell(CellStatus.Ok, policy.Round(table.Cells[i].Count)) : cell)
            .ToArray();
        var system = CellSystemBuilder.Build(table);
        var propagation = new IntervalPropagation(system);

        propagation.Run(new APrioriBounds(system, policy, [.. Enumerable.Range(0, system.Size).Select(i => i < cells.Length && cells[i].Status == CellStatus.Withheld)]));

        var intervals = Attack.Intervals(table, policy, cells);
        Assert.NotEmpty(intervals);
        Assert.All(intervals, interval =>
        {
            Assert.True(propagation.Lowest(interval.Cell) <= interval.Lower + 1e-6);
            Assert.True(propagation.Highest(interval.Cell) >= interval.Upper - 1e-6);
        });
    }

    [Fact]
    public void Run_OneWithheldCellInARow_LeavesItsTrueCount()
    {
        var table = Tables.TwoWay([[3, 20, 30], [40, 50, 60]]);
        var system = CellSystemBuilder.Build(table);
        var alone = Array.FindIndex([.. system.Count], count => count == 3);
        var propagation = new IntervalPropagation(system);

        propagation.Run(new APrioriBounds(system, SuppressionPolicy.Ministry, [.. Enumerable.Range(0, system.Size).Select(i => i == alone)]));

        Assert.Equal((3, 3), (propagation.Lowest(alone), propagation.Highest(alone)));
    }

    private static TheoryData<string, int> Every()
    {
        var seeds = new TheoryData<string, int>();
        foreach (var policy in SuppressionPolicy.All)
        {
            for (var seed = 1; seed <= 20; seed++)
            {
                seeds.Add(policy.Profile, seed);
            }
        }

        return seeds;
    }
}
