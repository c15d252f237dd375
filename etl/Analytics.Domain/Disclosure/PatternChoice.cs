namespace Analytics.Domain.Disclosure;

/// <summary>Searches for a pattern several times from different sides and keeps the one that loses least.</summary>
internal sealed class PatternChoice(
    Knowledge knowledge, SuppressionPolicy policy, IReadOnlyList<double> importance, CancellationToken token)
{
    /// <summary>A later pattern must lose this much less than an earlier one: a small gain is no reason to reshuffle.</summary>
    private const double Gain = 0.98;

    /// <summary>What a cell of the best pattern so far costs in the next search.</summary>
    private const double Discount = 0.6;

    private readonly CellSystem system = knowledge.System;
    private readonly double[] weights = Weights(knowledge, importance);

    public Floors Floors { get; } = new(knowledge, policy);

    public (APrioriBounds Bounds, PatternSearch Search) Best()
    {
        var down = Order();
        int[] up = [.. down.Reverse()];
        // The first two searches do not know of each other and go on side by side; which is kept does not depend on which ends first.
        var second = Passes() > 1 ? Task.Run(() => Search(up, weights, new Floors(knowledge, policy)), token) : null;
        var (best, search, least) = Search(down, weights, Floors);
        for (var pass = 1; pass < Passes(); pass++)
        {
            var held = best.Withheld;
            var next = pass == 1
                ? second!.GetAwaiter().GetResult()
                : Search(pass % 2 == 1 ? up : down, [.. weights.Select((weight, i) => held[i] ? weight * Discount : weight)], Floors);
            if (next.Loss < Gain * least)
            {
                (best, search, least) = next;
            }
        }

        return (best, search);
    }

    /// <summary>The last pattern again, with what today's small cells need besides; one search, since there is little to choose.</summary>
    /// <param name="habit">Cells withheld last time, and whether their count has changed: only such a cell may be shown again.</param>
    public (APrioriBounds Bounds, PatternSearch Search) Again(IReadOnlyDictionary<int, bool> habit)
    {
        var bounds = new APrioriBounds(system, policy, [.. knowledge.Primary.Select((primary, i) => primary || habit.ContainsKey(i))], knowledge.Known);
        var search = new PatternSearch(system, bounds, [.. knowledge.Needs], weights, Floors, token);
        search.Run(Order().Where(i => bounds.IsOpen(i) && knowledge.Needs[i] != ProtectionLevel.None));
        new PatternTrim(system, bounds, search).Run(Enumerable.Range(0, system.Listed)
            .Where(i => bounds.Withheld[i] && !knowledge.Primary[i] && habit.GetValueOrDefault(i, defaultValue: true))
            .OrderByDescending(i => weights[i]));
        return (bounds, search);
    }

    /// <summary>
    /// The way out where the search found none: readers then learn from today's publication no more than they knew if nothing that
    /// changed is shown. All of it is withheld, and shown again as far as it can be.
    /// </summary>
    /// <param name="exposed">Cells that stand out.</param>
    /// <param name="changed">Shown cells whose count has changed.</param>
    public void Widen(APrioriBounds bounds, PatternSearch search, IReadOnlyList<int> exposed, IReadOnlyList<int> changed)
    {
        foreach (var cell in changed.Where(cell => system.Count[cell] > 0))
        {
            bounds.Withhold(cell);
        }

        search.Run(exposed.Concat(changed.Where(cell => bounds.Withheld[cell])).Where(cell => knowledge.Needs[cell] != ProtectionLevel.None));
        new PatternTrim(system, bounds, search).Run(changed.Where(cell => bounds.Withheld[cell]).OrderByDescending(cell => weights[cell]));
    }

    private int Passes() => system.Counted <= 1_000 ? 6 : system.Counted <= 20_000 ? 2 : 1;

    private (APrioriBounds Bounds, PatternSearch Search, double Loss) Search(int[] order, double[] prices, Floors floors)
    {
        var bounds = new APrioriBounds(system, policy, knowledge.Primary, knowledge.Known);
        var search = new PatternSearch(system, bounds, [.. knowledge.Needs], prices, floors, token);
        search.Run(order.Where(i => bounds.IsOpen(i) && knowledge.Needs[i] != ProtectionLevel.None));
        int[] secondary = [.. order.Where(i => i < system.Listed && bounds.Withheld[i] && !knowledge.Primary[i]).OrderByDescending(i => weights[i])];
        new PatternTrim(system, bounds, search).Run(secondary);
        return (bounds, search, secondary.Where(i => bounds.Withheld[i]).Sum(i => weights[i]));
    }

    /// <summary>Variables from the grand total down, by code; remainders last.</summary>
    private int[] Order() => [.. Enumerable.Range(0, system.Size)
        .OrderBy(i => system.Key[i] is null)
        .ThenBy(i => system.Key[i] ?? UInt128.MaxValue)
        .ThenBy(i => i)];

    /// <summary>
    /// The loss of withholding each cell: grows with the logarithm of the count, so that totals are kept before details and a
    /// small change of a count does not change the order much, times the importance that its owner gives it. A cell that is still
    /// printed elsewhere cannot be withheld at all.
    /// </summary>
    private static double[] Weights(Knowledge knowledge, IReadOnlyList<double> importance)
    {
        double[] losses = [.. knowledge.System.Count.Select((n, i) => knowledge.Known[i] is null ? 1 + Math.Log2(1 + n) : double.PositiveInfinity)];
        for (var i = 0; i < importance.Count; i++)
        {
            losses[i] *= importance[i];
        }

        return losses;
    }
}
