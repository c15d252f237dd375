namespace Analytics.Domain.Disclosure;

/// <summary>Derives the linear system of a table: its cells, the unlisted cells that follow from them, and their relations.</summary>
internal sealed class CellSystemBuilder
{
    private readonly CodeGrid grid;
    private readonly int listed;
    private readonly List<long> count;
    private readonly List<CellKind> kind;
    private readonly List<UInt128?> key;
    private readonly Dictionary<UInt128, int> known;
    private bool complete = true;

    private CellSystemBuilder(CountTable table)
    {
        grid = new CodeGrid(table.Dimensions);
        listed = table.Cells.Count;
        count = [.. table.Cells.Select(cell => cell.Count)];
        kind = [.. Enumerable.Repeat(CellKind.Listed, listed)];
        key = [.. table.Cells.Select(cell => (UInt128?)grid.Key(cell.Codes))];
        known = Enumerable.Range(0, listed).ToDictionary(i => key[i]!.Value);
    }

    public static CellSystem Build(CountTable table)
    {
        var builder = new CellSystemBuilder(table);
        builder.AddMargins();
        builder.AddDifferences();
        // First, since it adds slacks and remainders to the cells.
        var relations = builder.Relations();
        return new CellSystem(
            builder.grid,
            builder.listed,
            [.. builder.count],
            [.. builder.kind],
            [.. builder.key],
            relations,
            builder.complete);
    }

    /// <summary>
    /// Adds the margins that are not listed but lie between listed cells, so that a table printed without its one-way margins
    /// is still tied to its grand total.
    /// </summary>
    private void AddMargins()
    {
        var budget = (2 * listed) + 1000;
        var below = new Dictionary<UInt128, bool>();
        var work = new Queue<UInt128>(key.Where((_, i) => count[i] > 0).Select(k => k!.Value).Order());
        var added = new List<UInt128>();
        while (work.TryDequeue(out var at))
        {
            for (var d = 0; d < grid.Depth; d++)
            {
                if (!grid.Dimensions[d].Additive || grid.Up(at, d) is not { } up || known.ContainsKey(up) || !HasListedAbove(up, below))
                {
                    continue;
                }

                if (added.Count == budget)
                {
                    complete = false;
                    return;
                }

                known.Add(up, Add(0, CellKind.Hidden, up));
                added.Add(up);
                work.Enqueue(up);
            }
        }

        if (added.Count > 0)
        {
            CountMargins(added);
        }
    }

    /// <summary>A margin that is not listed is at least the largest sum of its known parts.</summary>
    private void CountMargins(List<UInt128> added)
    {
        var keys = key.Select(k => k!.Value).ToArray();
        var families = Families.Of(grid, keys, known).Where(family => grid.Dimensions[family.Dimension].Additive).ToLookup(family => family.Parent);
        foreach (var margin in added.OrderByDescending(Level).Select(k => known[k]))
        {
            count[margin] = families[margin].Select(family => family.Children.Sum(child => count[child])).DefaultIfEmpty(0).Max();
        }
    }

    private int Level(UInt128 cell)
    {
        var level = 0;
        for (var d = 0; d < grid.Depth; d++)
        {
            for (var code = grid.Code(cell, d); code > 0; code = grid.Parent(d, code))
            {
                level++;
            }
        }

        return level;
    }

    private bool HasListedAbove(UInt128 at, Dictionary<UInt128, bool> memo)
    {
        if (memo.TryGetValue(at, out var found))
        {
            return found;
        }

        for (var d = 0; d < grid.Depth && !found; d++)
        {
            found = grid.Up(at, d) is { } up && ((known.TryGetValue(up, out var i) && i < listed) || HasListedAbove(up, memo));
        }

        memo[at] = found;
        return found;
    }

    /// <summary>Adds each cell that is the only one missing from a family and therefore equal to a difference of known ones.</summary>
    private void AddDifferences()
    {
        for (var more = true; more;)
        {
            more = false;
            foreach (var family in Families.Of(grid, [.. key.Select(k => k!.Value)], known))
            {
                var rest = count[family.Parent] - family.Children.Sum(child => count[child]);
                var parent = key[family.Parent]!.Value;
                var codes = grid.Children(family.Dimension, grid.Code(parent, family.Dimension));
                if (!grid.Dimensions[family.Dimension].Additive || rest <= 0 || codes.Length != family.Children.Count + 1)
                {
                    continue;
                }

                var missing = codes.Select(code => grid.With(parent, family.Dimension, code)).Where(k => !known.ContainsKey(k)).ToArray();
                if (missing.Length == 1)
                {
                    known.Add(missing[0], Add(rest, CellKind.Hidden, missing[0]));
                    more = true;
                }
            }
        }
    }

    private List<Relation> Relations()
    {
        var keys = key.Select(k => k!.Value).ToArray();
        var relations = new List<Relation>();
        foreach (var family in Families.Of(grid, keys, known).Where(family => count[family.Parent] > 0))
        {
            if (grid.Dimensions[family.Dimension].Additive)
            {
                relations.Add(Sum(family));
                continue;
            }

            foreach (var child in family.Children.Where(child => count[child] > 0))
            {
                var slack = Add(count[family.Parent] - count[child], CellKind.Slack, null);
                relations.Add(new Relation(-1, [family.Parent, child, slack], [1, -1, -1]));
            }
        }

        return Independent(relations);
    }

    private Relation Sum(Family family)
    {
        var rest = count[family.Parent] - family.Children.Sum(child => count[child]);
        int[] parts = rest > 0 ? [.. family.Children, Add(rest, CellKind.Hidden, null)] : [.. family.Children];
        return new Relation(family.Parent, [family.Parent, .. parts], [1, .. Enumerable.Repeat(-1, parts.Length)]);
    }

    /// <summary>
    /// Drops relations that follow from the others. The first sum of each cell defines it; expanding definitions writes every
    /// relation in terms of undefined cells, and it is implied when that expansion cancels. Cancellation is tested on a random
    /// 64-bit value per cell, so that a relation that does not cancel is dropped with probability 2⁻⁶⁴.
    /// </summary>
    private List<Relation> Independent(List<Relation> relations)
    {
        var definition = new Dictionary<int, Relation>();
        foreach (var relation in relations.Where(relation => relation.Whole >= 0))
        {
            definition.TryAdd(relation.Whole, relation);
        }

        var value = new ulong?[count.Count];
        ulong Value(int cell)
        {
            if (value[cell] is not { } known)
            {
                known = Mix((ulong)cell);
                if (definition.TryGetValue(cell, out var relation))
                {
                    known = 0;
                    for (var k = 1; k < relation.Cells.Length; k++)
                    {
                        known = unchecked(known + Value(relation.Cells[k]));
                    }
                }

                value[cell] = known;
            }

            return known;
        }

        var kept = new List<Relation>();
        foreach (var relation in relations)
        {
            if (relation.Whole >= 0 && ReferenceEquals(definition[relation.Whole], relation))
            {
                kept.Add(relation);
                continue;
            }

            var sum = 0UL;
            for (var k = 0; k < relation.Cells.Length; k++)
            {
                sum = unchecked(sum + ((ulong)relation.Weights[k] * Value(relation.Cells[k])));
            }

            if (sum != 0)
            {
                kept.Add(relation with { Whole = -1 });
            }
        }

        return kept;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): a fixed random-looking value per number.</summary>
    private static ulong Mix(ulong z)
    {
        z = unchecked((z + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    private int Add(long value, CellKind of, UInt128? at)
    {
        count.Add(value);
        kind.Add(of);
        key.Add(at);
        return count.Count - 1;
    }
}
