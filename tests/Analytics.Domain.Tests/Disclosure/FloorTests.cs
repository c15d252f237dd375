using Analytics.Domain.Disclosure;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>Where printed zeros put a floor under a cell, its range begins there and is as wide as any.</summary>
public sealed class FloorTests
{
    /// <summary>
    /// Rare events by quarter, and by year and region, as they are published: nearly all cells are zero or small, and margins have floors.
    /// </summary>
    [Theory]
    [InlineData("ministry")]
    [InlineData("donor")]
    [InlineData("public")]
    public void Protect_RareEvents_LeavesEveryCellItsWholeRangeAboveTheFloor(string profile)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var raised = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var table = RareEvents(new Random(seed));

            var protection = Suppressor.Protect(table, policy);

            Assert.True(protection.Attack.Safe);
            // A publisher that prints zeros and nothing else: what no pattern can go below.
            var floors = Attack.Intervals(table, policy, [.. table.Cells.Select(cell => cell.Count == 0 ? ProtectedCell.Zero : ProtectedCell.Withheld)])
                .ToDictionary(interval => interval.Cell);
            foreach (var interval in Attack.Intervals(table, policy, protection.Cells))
            {
                var floor = Math.Ceiling(floors[interval.Cell].Lower - 1e-6);
                Assert.Equal(double.PositiveInfinity, floors[interval.Cell].Upper);
                Assert.True(
                    interval.Upper - interval.Lower >= policy.Threshold - 1 - 1e-6,
                    $"seed {seed}: {string.Join(' ', table.Cells[interval.Cell].Codes)} is known to {interval.Lower}–{interval.Upper}, zeros alone leave it from {floor}.");
                if (table.Cells[interval.Cell].Count <= policy.Threshold)
                {
                    Assert.True(interval.Lower <= floor + 1e-6);
                    Assert.True(interval.Upper >= Math.Max(policy.Threshold, floor + policy.Threshold - 1) - 1e-6);
                    raised += floor > 1 ? 1 : 0;
                }
            }
        }

        Assert.True(policy.Threshold < 3 || raised > 50, $"Only {raised} cells had a floor.");
    }

    [Fact]
    public void Raise_MoreRegionsThanQuartersAreNotZero_MovesBothEndsOfTheRange()
    {
        // Seven events in one year: in four quarters, in six regions. The public may know that they are six, and no more than that.
        var table = new CountTable(
            [new SpanningVariable("period", new Dictionary<string, string>(StringComparer.Ordinal) { ["q1"] = SpanningVariable.Total, ["q2"] = SpanningVariable.Total, ["q3"] = SpanningVariable.Total, ["q4"] = SpanningVariable.Total }), SpanningVariable.Flat("region", Enumerable.Range(0, 7).Select(region => $"g{region}"))],
            [
                new([SpanningVariable.Total, SpanningVariable.Total], 7),
                .. new long[] { 2, 3, 1, 1 }.Select((n, quarter) => new CountCell([$"q{quarter + 1}", SpanningVariable.Total], n)),
                .. new long[] { 1, 1, 2, 1, 1, 1, 0 }.Select((n, region) => new CountCell([SpanningVariable.Total, $"g{region}"], n)),
            ]);
        var knowledge = Knowledge.Of(table, SuppressionPolicy.Public, []);

        var need = new Floors(knowledge, SuppressionPolicy.Public).Raise(0, knowledge.Needs[0], CancellationToken.None);

        Assert.Equal((6, 15), (need.Lower, need.Upper));
        Assert.True(Suppressor.Protect(table, SuppressionPolicy.Public).Attack.Safe);
    }

    private static CountTable RareEvents(Random random)
    {
        const int Years = 3, Regions = 7;
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = new Dictionary<(string Period, string Region), long>();
        for (var year = 0; year < Years; year++)
        {
            parents[$"y{year}"] = SpanningVariable.Total;
            for (var quarter = 0; quarter < 4; quarter++)
            {
                var period = $"y{year}q{quarter}";
                parents[period] = $"y{year}";
                for (var region = 0; region < Regions; region++)
                {
                    var n = random.Next(5) == 0 ? random.Next(1, 4) : 0;
                    foreach (var at in new[] { (period, SpanningVariable.Total), ($"y{year}", SpanningVariable.Total), ($"y{year}", $"g{region}"), (SpanningVariable.Total, SpanningVariable.Total), (SpanningVariable.Total, $"g{region}") })
                    {
                        counts[at] = counts.GetValueOrDefault(at) + n;
                    }
                }
            }
        }

        return new CountTable(
            [new SpanningVariable("period", parents), SpanningVariable.Flat("region", Enumerable.Range(0, Regions).Select(region => $"g{region}"))],
            [.. counts.Select(cell => new CountCell([cell.Key.Period, cell.Key.Region], cell.Value))]);
    }
}
