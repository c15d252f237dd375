using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>The slow oracle: tries every table of whole numbers and keeps those that fit what is printed.</summary>
internal static class Enumeration
{
    /// <param name="table">A table of flat dimensions with all margins.</param>
    /// <param name="policy">The profile.</param>
    /// <param name="cells">The printed pattern.</param>
    /// <param name="most">The largest count tried for an inner cell.</param>
    /// <returns>For each cell the range over all tables that fit, and the largest count the search could have found.</returns>
    public static (long Lower, long Upper, long Limit)[] Of(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, long most)
    {
        var bounds = table.Cells.Select((cell, i) => Bounds(cell, policy, cells[i])).ToArray();
        int[] inner = [.. Enumerable.Range(0, bounds.Length).Where(i => table.Cells[i].Codes.All(code => code != SpanningVariable.Total))];
        int[][] above = [.. inner.Select(i => Enumerable.Range(0, bounds.Length).Where(j => Covers(table.Cells[j], table.Cells[i])).ToArray())];
        var ranges = Enumerable.Repeat((Lower: long.MaxValue, Upper: long.MinValue, Limit: 0L), bounds.Length).ToArray();
        for (var k = 0; k < inner.Length; k++)
        {
            foreach (var j in above[k])
            {
                ranges[j].Limit += Math.Min(most, bounds[inner[k]].Upper);
            }
        }

        var sums = new long[bounds.Length];
        void Fill(int k)
        {
            if (k == inner.Length)
            {
                if (Enumerable.Range(0, bounds.Length).All(j => sums[j] >= bounds[j].Lower))
                {
                    for (var j = 0; j < bounds.Length; j++)
                    {
                        ranges[j] = (Math.Min(ranges[j].Lower, sums[j]), Math.Max(ranges[j].Upper, sums[j]), ranges[j].Limit);
                    }
                }

                return;
            }

            var (least, largest) = bounds[inner[k]];
            for (var n = least; n <= Math.Min(most, largest); n++)
            {
                foreach (var j in above[k])
                {
                    sums[j] += n;
                }

                if (above[k].All(j => sums[j] <= bounds[j].Upper))
                {
                    Fill(k + 1);
                }

                foreach (var j in above[k])
                {
                    sums[j] -= n;
                }
            }
        }

        Fill(0);
        return ranges;
    }

    /// <summary>What the profile's rules and the printed value say about a cell, written again from the rules.</summary>
    public static (long Lower, long Upper) Bounds(CountCell cell, SuppressionPolicy policy, ProtectedCell shown) => shown.Status switch
    {
        CellStatus.Zero => (0, 0),
        CellStatus.Withheld => (cell.Count == 0 ? 0 : 1, long.MaxValue / 4),
        _ => (Math.Max(shown.Value!.Value - (policy.RoundingBase / 2), policy.Threshold + 1), shown.Value.Value + (policy.RoundingBase / 2)),
    };

    private static bool Covers(CountCell margin, CountCell inner) =>
        margin.Codes.Zip(inner.Codes).All(pair => pair.First is SpanningVariable.Total || pair.First == pair.Second);
}
