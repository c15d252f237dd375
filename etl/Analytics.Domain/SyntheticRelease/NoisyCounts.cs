namespace Analytics.Domain.SyntheticRelease;

/// <summary>
/// The only thing that is ever taken from the true records: counts of every combination of up to three values, each with noise of its
/// own. Whatever is made of it afterwards gives nothing more away (post-processing).
/// </summary>
public sealed class NoisyCounts
{
    private readonly Dictionary<AttributeSet, long[]> _counts;

    private NoisyCounts(ReleasePlan plan, Dictionary<AttributeSet, long[]> counts, long total)
    {
        Plan = plan;
        _counts = counts;
        Total = total;
    }

    public ReleasePlan Plan { get; }

    /// <summary>About how many persons there are: the mean of the sums of the single attributes, before small counts were dropped.</summary>
    public long Total { get; }

    /// <summary>Counts of a set's cells; zero where nothing is shown.</summary>
    public ReadOnlySpan<long> this[AttributeSet set] => _counts[set];

    /// <summary>Spends the plan's privacy on a table.</summary>
    public static NoisyCounts Measure(ReleasePlan plan, PersonTable table, UniformIntegers chance, CancellationToken token = default)
    {
        var counts = new Dictionary<AttributeSet, long[]>();
        foreach (var set in plan.Sets)
        {
            var noise = new DiscreteGaussian(plan[set].Variance, chance);
            var cells = TrueCounts(set, table);
            for (var cell = 0; cell < cells.Length; cell++)
            {
                cells[cell] += noise.Next();
            }

            counts[set] = cells;
            token.ThrowIfCancellationRequested();
        }

        var total = (long)Math.Round(plan.Sets.Where(set => set.Order == 1).Average(set => (double)counts[set].Sum()));
        Drop(plan, counts);
        return new NoisyCounts(plan, counts, Math.Max(0, total));
    }

    public static long[] TrueCounts(AttributeSet set, PersonTable table)
    {
        var cells = new long[set.Cells];
        foreach (var row in table.Rows)
        {
            cells[set.CellOf(row)]++;
        }

        return cells;
    }

    /// <summary>Small counts go, and with a pair that is gone every triple that holds it.</summary>
    private static void Drop(ReleasePlan plan, Dictionary<AttributeSet, long[]> counts)
    {
        var row = new int[plan.Attributes.Count];
        foreach (var set in plan.Sets)
        {
            var threshold = plan[set].Threshold;
            var parts = plan.Sets.Where(part => part.Order == set.Order - 1 && part.Attributes.All(set.Attributes.Contains)).ToList();
            var cells = counts[set];
            for (var cell = 0; cell < cells.Length; cell++)
            {
                set.Place(cell, row);
                if (cells[cell] < threshold || parts.Exists(part => counts[part][part.CellOf(row)] == 0))
                {
                    cells[cell] = 0;
                }
            }
        }
    }
}
