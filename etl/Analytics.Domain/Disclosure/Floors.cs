namespace Analytics.Domain.Disclosure;

/// <summary>
/// The smallest count that each cell could have if nothing were printed but which cells are zero, today and in earlier publications: no
/// pattern that prints those zeros lets the cell go below. Upwards zeros forbid nothing, since twice a table has the same zeros; so a
/// cell's range may start at its floor and must be as wide as any.
/// </summary>
internal sealed class Floors(Knowledge knowledge, SuppressionPolicy policy)
{
    private readonly Dictionary<int, long> known = [];
    private PublishedBounds? zeros;
    private LinkedBlock? whole;

    /// <returns>The need, its range moved up to the cell's floor where it began below.</returns>
    public ProtectionNeed Raise(int cell, ProtectionNeed need, CancellationToken token)
    {
        if (need.Lower == long.MaxValue || Of(cell, token) is var floor && floor <= need.Lower)
        {
            return need;
        }

        return need with { Lower = floor, Upper = Math.Max(need.Upper, floor + policy.Threshold - 1) };
    }

    private long Of(int cell, CancellationToken token)
    {
        if (!known.TryGetValue(cell, out var floor))
        {
            floor = (long)Math.Ceiling(BlockOf(cell).Extreme(cell, -1, null, token) - 1e-6);
            known.Add(cell, floor);
        }

        return floor;
    }

    private LinkedBlock BlockOf(int cell)
    {
        var system = knowledge.System;
        zeros ??= new PublishedBounds(
            system,
            policy,
            [.. system.Count.Select((count, i) => i < system.Listed && count > 0)],
            [.. knowledge.Known.Select(printed => printed is { } some ? (Math.Min(some.Lower, 1), some.Upper == 0 ? 0 : PublishedBounds.Infinite) : ((long, long)?)null)]);
        return system.Listed <= Attack.WholeLimit
            ? whole ??= new LinkedBlock(system, zeros, [.. Enumerable.Range(0, system.Size)])
            : new LinkedBlock(system, zeros, new Neighbourhood(system, zeros).Around(cell, Attack.WholeLimit));
    }
}
