namespace Analytics.Domain.Disclosure;

/// <summary>Where a variable of a <see cref="CellSystem"/> comes from.</summary>
internal enum CellKind
{
    /// <summary>A cell of the table.</summary>
    Listed,

    /// <summary>A cell or remainder that is not listed but follows from listed ones.</summary>
    Hidden,

    /// <summary>A cell as it was in an earlier publication, where its count has changed since.</summary>
    Earlier,

    /// <summary>How much a parent exceeds a child along a multi-valued dimension; nobody's count.</summary>
    Slack,
}

/// <summary>One linear relation: the weighted counts add up to zero.</summary>
/// <param name="Whole">The variable that is the sum of the others and that this relation may define, or −1.</param>
/// <param name="Cells">The variables.</param>
/// <param name="Weights">+1 for the whole, −1 for its parts.</param>
internal sealed record Relation(int Whole, int[] Cells, int[] Weights);

/// <summary>
/// The cells of a set of linked tables as variables of a linear system with everything an intruder knows about how they add up.
/// Variables 0 … <see cref="Listed"/> − 1 are the table's cells in their order.
/// </summary>
internal sealed class CellSystem
{
    /// <summary>Sums of a few thousand such counts stay exact in floating point.</summary>
    public const long LargestCount = 1_000_000_000_000;

    private readonly int[] relationStart;
    private readonly int[] relationIndex;
    private readonly int[] relationWeight;
    private readonly int[][] placeless;

    public CellSystem(CodeGrid grid, int listed, long[] count, CellKind[] kind, UInt128?[] key, IReadOnlyList<Relation> relations, bool complete)
    {
        (Grid, Listed, Count, Kind, Key, Relations, Complete) = (grid, listed, count, kind, key, relations, complete);
        Counted = listed - count.AsSpan(0, listed).Count(0L);
        ByKey = new Dictionary<UInt128, int>(count.Length);
        for (var i = 0; i < count.Length; i++)
        {
            if (key[i] is { } k)
            {
                ByKey[k] = i;
            }
        }

        placeless = [.. relations.Select(relation => Array.FindAll(relation.Cells, cell => key[cell] is null))];
        relationStart = new int[count.Length + 1];
        foreach (var cell in relations.SelectMany(relation => relation.Cells))
        {
            relationStart[cell + 1]++;
        }

        for (var i = 0; i < count.Length; i++)
        {
            relationStart[i + 1] += relationStart[i];
        }

        relationIndex = new int[relationStart[^1]];
        relationWeight = new int[relationStart[^1]];
        var next = relationStart.AsSpan(0, count.Length).ToArray();
        for (var r = 0; r < relations.Count; r++)
        {
            for (var k = 0; k < relations[r].Cells.Length; k++)
            {
                var at = next[relations[r].Cells[k]]++;
                (relationIndex[at], relationWeight[at]) = (r, relations[r].Weights[k]);
            }
        }
    }

    public CodeGrid Grid { get; }

    public int Listed { get; }

    public int Size => Count.Length;

    /// <summary>Listed cells that are not zero: what the work grows with, since a zero is printed and stands still.</summary>
    public int Counted { get; }

    /// <summary>True counts.</summary>
    public long[] Count { get; }

    public CellKind[] Kind { get; }

    /// <summary>A variable's place in the table; null for remainders, slacks and earlier counts.</summary>
    public UInt128?[] Key { get; }

    public Dictionary<UInt128, int> ByKey { get; }

    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>False when margins that are not listed were too many to derive all relations through them.</summary>
    public bool Complete { get; }

    /// <summary>The relations a variable takes part in.</summary>
    public ReadOnlySpan<int> RelationsOf(int cell) =>
        relationIndex.AsSpan(relationStart[cell], relationStart[cell + 1] - relationStart[cell]);

    /// <summary>The variable's weight in each of <see cref="RelationsOf"/>.</summary>
    public ReadOnlySpan<int> WeightsOf(int cell) =>
        relationWeight.AsSpan(relationStart[cell], relationStart[cell + 1] - relationStart[cell]);

    /// <summary>A relation's variables that have no place in the table: remainders, slacks and counts as they were earlier.</summary>
    public int[] Placeless(int relation) => placeless[relation];
}
