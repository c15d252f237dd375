namespace Analytics.Domain.Disclosure;

/// <summary>
/// How far each cell could go if nothing were printed but which cells are zero, today and in earlier publications: what no pattern that
/// prints those zeros can go beyond. Downwards that is the cell's floor, where its range starts. Upwards zeros forbid nothing, since twice
/// a table has the same zeros, so that a range is as wide above a floor as anywhere; unless the counts taken for unlisted margins do not
/// fit each other (steps that are listed for a part of the persons alone), where the relations say more than can be known.
/// </summary>
internal sealed class Floors(Knowledge knowledge, SuppressionPolicy policy)
{
    private readonly Dictionary<int, (long Lower, double Upper)> known = [];
    private APrioriBounds? zeros;
    private LinkedBlock? whole;

    /// <returns>The need, its range moved up to the cell's floor where it began below.</returns>
    public ProtectionLevel Raise(int cell, ProtectionLevel need, CancellationToken token)
    {
        var (lower, upper) = Of(cell, token);
        if (need.Lower != long.MaxValue && lower > need.Lower)
        {
            need = need with { Lower = lower, Upper = Math.Max(need.Upper, lower + policy.Threshold - 1) };
        }

        return double.IsPositiveInfinity(upper) ? need
            : need with { Upper = Math.Min(need.Upper, (long)Math.Floor(upper + 1e-6)), Width = Math.Min(need.Width, (long)Math.Floor(upper - lower + 1e-6)) };
    }

    private (long Lower, double Upper) Of(int cell, CancellationToken token)
    {
        if (!known.TryGetValue(cell, out var limits))
        {
            var block = BlockOf(cell);
            limits = ((long)Math.Ceiling(block.Extreme(cell, -1, null, token) - 1e-6), block.Extreme(cell, 1, null, token));
            known.Add(cell, limits);
        }

        return limits;
    }

    private LinkedBlock BlockOf(int cell)
    {
        var system = knowledge.System;
        zeros ??= new APrioriBounds(
            system,
            policy,
            [.. system.Count.Select((count, i) => i < system.Listed && count > 0)],
            [.. knowledge.Known.Select(printed => printed is { } some ? (Math.Min(some.Lower, 1), some.Upper == 0 ? 0 : APrioriBounds.Infinite) : ((long, long)?)null)]);
        return system.Listed <= Attack.WholeLimit
            ? whole ??= new LinkedBlock(system, zeros, [.. Enumerable.Range(0, system.Size)])
            : new LinkedBlock(system, zeros, new Neighbourhood(system, zeros).Around(cell, Attack.WholeLimit));
    }
}
