namespace Analytics.Domain.Disclosure;

/// <summary>
/// What the published pattern says about each variable: the bounds an intruder starts from. A rounded count is known to half the
/// base and to be above the threshold, a zero is exact, and a withheld count is known not to be zero unless zeros are withheld.
/// </summary>
internal sealed class APrioriBounds
{
    public const long Infinite = long.MaxValue / 4;

    private readonly CellSystem system;
    private readonly SuppressionPolicy policy;
    private readonly (long Lower, long Upper)?[]? known;

    /// <param name="system">The cells.</param>
    /// <param name="policy">The profile's rules, which an intruder knows.</param>
    /// <param name="withheld">The pattern.</param>
    /// <param name="known">Bounds from earlier publications, per variable; they hold whatever is withheld now.</param>
    public APrioriBounds(CellSystem system, SuppressionPolicy policy, IReadOnlyList<bool> withheld, (long Lower, long Upper)?[]? known = null)
    {
        (this.system, this.policy, this.known) = (system, policy, known);
        Withheld = [.. withheld];
        Lower = new long[system.Size];
        Upper = new long[system.Size];
        for (var i = 0; i < system.Size; i++)
        {
            Print(i);
        }
    }

    public bool[] Withheld { get; }

    public long[] Lower { get; }

    public long[] Upper { get; }

    /// <summary>True when nothing about the variable is printed.</summary>
    public bool IsOpen(int i) => i >= system.Listed || Withheld[i];

    public void Withhold(int i)
    {
        Withheld[i] = true;
        Print(i);
    }

    public void Release(int i)
    {
        Withheld[i] = false;
        Print(i);
    }

    /// <summary>The bounds a listed cell has when it is shown.</summary>
    public (long Lower, long Upper) Shown(int i)
    {
        var half = policy.RoundingBase / 2;
        var value = policy.Round(system.Count[i]);
        return system.Count[i] == 0 ? (0, 0) : (Math.Min(system.Count[i], Math.Max(value - half, policy.Threshold + 1)), value + half);
    }

    private void Print(int i)
    {
        (Lower[i], Upper[i]) = IsOpen(i)
            ? (system.Kind[i] == CellKind.Listed ? Math.Min(1, system.Count[i]) : 0, Infinite)
            : Shown(i);
        if (known?[i] is { } earlier)
        {
            (Lower[i], Upper[i]) = (Math.Max(Lower[i], earlier.Lower), Math.Min(Upper[i], earlier.Upper));
        }
    }
}
