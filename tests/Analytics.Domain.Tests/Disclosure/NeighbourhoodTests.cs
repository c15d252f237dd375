using Analytics.Domain.Disclosure;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class NeighbourhoodTests
{
    /// <summary>A year is its quarters and a quarter its months: with months held where they are, no year could be moved and none be proved safe.</summary>
    [Fact]
    public void Around_SumOfSums_HoldsPartsThatItCanMoveWith()
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var month = 0; month < 24; month++)
        {
            parents[$"y{month / 12}"] = SpanningVariable.Total;
            parents[$"q{month / 3}"] = $"y{month / 12}";
            parents[$"m{month}"] = $"q{month / 3}";
        }

        var random = new Random(3);
        string[] regions = [.. Enumerable.Range(0, 30).Select(region => $"g{region}")];
        var counts = new Dictionary<(string Period, string Region), long>();
        foreach (var region in regions)
        {
            for (var month = 0; month < 24; month++)
            {
                var n = random.Next(1, 9);
                foreach (var period in new[] { $"m{month}", $"q{month / 3}", $"y{month / 12}", SpanningVariable.Total })
                {
                    counts[(period, region)] = counts.GetValueOrDefault((period, region)) + n;
                    counts[(period, SpanningVariable.Total)] = counts.GetValueOrDefault((period, SpanningVariable.Total)) + n;
                }
            }
        }

        var table = new CountTable(
            [new SpanningVariable("period", parents), SpanningVariable.Flat("region", regions)], [.. counts.Select(cell => new CountCell([cell.Key.Period, cell.Key.Region], cell.Value))]);
        var system = CellSystemBuilder.Build(table);
        var bounds = new APrioriBounds(system, SuppressionPolicy.Donor, [.. system.Count.Select(_ => true)]);
        var year = table.Find("y0", "g7");

        var near = new Neighbourhood(system, bounds).Around(year, 40);

        Assert.InRange(near.Length, 8, 80);
        Assert.True(new LinkedBlock(system, bounds, near).Extreme(year, 1, null, CancellationToken.None) > system.Count[year] + 4);
    }
}
