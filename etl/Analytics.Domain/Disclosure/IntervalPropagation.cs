namespace Analytics.Domain.Disclosure;

/// <summary>
/// The range of each variable as far as the relations give it one by one: never narrower than what a linear programme over all of them
/// would find, and much cheaper. What it shows to be too narrow needs no programme.
/// </summary>
/// <remarks>Bound tightening as in the presolve of linear programmes: Andersen and Andersen (1995), in whole numbers.</remarks>
internal sealed class IntervalPropagation
{
    /// <summary>Times that each relation may be looked at, on average: ranges that creep by ones are left wide.</summary>
    private const int Rounds = 8;

    private readonly CellSystem system;
    private readonly long[] lower;
    private readonly long[] upper;
    private readonly bool[] queued;
    private readonly Queue<int> queue = new();

    public IntervalPropagation(CellSystem system)
    {
        this.system = system;
        lower = new long[system.Size];
        upper = new long[system.Size];
        queued = new bool[system.Relations.Count];
    }

    /// <summary>The smallest count left.</summary>
    public long Lowest(int cell) => system.Count[cell] + lower[cell];

    /// <summary>The largest count left; <see cref="APrioriBounds.Infinite"/> and more where nothing limits it.</summary>
    public long Highest(int cell) => system.Count[cell] + upper[cell];

    public void Run(APrioriBounds bounds)
    {
        // As moves from the true counts, which need not add up themselves where they stand for margins that are not listed.
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = bounds.Lower[i] - system.Count[i];
            upper[i] = bounds.Upper[i] >= APrioriBounds.Infinite ? APrioriBounds.Infinite : bounds.Upper[i] - system.Count[i];
        }

        for (var r = 0; r < queued.Length; r++)
        {
            Enqueue(r);
        }

        for (var left = Rounds * queued.Length; left > 0 && queue.TryDequeue(out var relation); left--)
        {
            queued[relation] = false;
            Tighten(system.Relations[relation]);
        }

        queue.Clear();
        Array.Clear(queued);
    }

    /// <summary>In a sum of zero each term is what the others leave it.</summary>
    private void Tighten(Relation relation)
    {
        var (cells, weights) = (relation.Cells, relation.Weights);
        var (least, most, unboundedBelow, unboundedAbove) = (0L, 0L, 0, 0);
        for (var k = 0; k < cells.Length; k++)
        {
            var (low, high) = Term(cells[k], weights[k]);
            unboundedBelow += low is null ? 1 : 0;
            unboundedAbove += high is null ? 1 : 0;
            least += low ?? 0;
            most += high ?? 0;
        }

        if (unboundedBelow > 1 && unboundedAbove > 1)
        {
            return;
        }

        for (var k = 0; k < cells.Length; k++)
        {
            var cell = cells[k];
            if (lower[cell] == upper[cell])
            {
                continue;
            }

            var (low, high) = Term(cell, weights[k]);
            long? othersLeast = unboundedBelow - (low is null ? 1 : 0) == 0 ? least - (low ?? 0) : null;
            long? othersMost = unboundedAbove - (high is null ? 1 : 0) == 0 ? most - (high ?? 0) : null;
            // w·x = −(the others)
            var (from, to) = weights[k] > 0 ? (-othersMost, -othersLeast) : (othersLeast, othersMost);
            if (Narrow(cell, from, to))
            {
                (least, most, unboundedBelow, unboundedAbove) = Again(cells, weights);
            }
        }
    }

    private (long Least, long Most, int UnboundedBelow, int UnboundedAbove) Again(int[] cells, int[] weights)
    {
        var sums = (Least: 0L, Most: 0L, Below: 0, Above: 0);
        for (var k = 0; k < cells.Length; k++)
        {
            var (low, high) = Term(cells[k], weights[k]);
            sums = (sums.Least + (low ?? 0), sums.Most + (high ?? 0), sums.Below + (low is null ? 1 : 0), sums.Above + (high is null ? 1 : 0));
        }

        return sums;
    }

    private (long? Low, long? High) Term(int cell, int weight)
    {
        long? high = upper[cell] >= APrioriBounds.Infinite ? null : upper[cell];
        return weight > 0 ? (lower[cell], high) : (-high, -lower[cell]);
    }

    private bool Narrow(int cell, long? from, long? to)
    {
        var narrower = false;
        if (from > lower[cell])
        {
            lower[cell] = from.Value;
            narrower = true;
        }

        if (to < upper[cell])
        {
            upper[cell] = to.Value;
            narrower = true;
        }

        if (narrower)
        {
            foreach (var relation in system.RelationsOf(cell))
            {
                Enqueue(relation);
            }
        }

        return narrower;
    }

    private void Enqueue(int relation)
    {
        if (!queued[relation])
        {
            queued[relation] = true;
            queue.Enqueue(relation);
        }
    }
}
