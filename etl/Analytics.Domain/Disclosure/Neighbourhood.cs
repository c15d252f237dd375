namespace Analytics.Domain.Disclosure;

/// <summary>Picks the variables that may move together with a cell.</summary>
/// <remarks>
/// All relations of the picked variables are kept and everything else stays at its true count, so that a move found here is a
/// move of the whole set of tables.
/// </remarks>
internal sealed class Neighbourhood(CellSystem system, APrioriBounds bounds)
{
    private readonly int[] everything = [.. Enumerable.Range(0, system.Size)];

    /// <summary>Sizes to try in turn: the larger the set of tables, the smaller the first, to bound the work.</summary>
    public IReadOnlyList<int> Sizes { get; } = system.Counted <= 2_000 ? [6000] : system.Counted <= 5_000 ? [900, 6000] : system.Counted <= 20_000 ? [700, 2000, 6000] : [400, 1500, 6000];

    /// <returns>Variables around a cell, about <paramref name="size"/> of them, the cell among them.</returns>
    public int[] Around(int cell, int size)
    {
        if (system.Size <= size || system.Key[cell] is not { } key)
        {
            return system.Size <= size ? everything : Ring(cell, size);
        }

        var picks = Enumerable.Range(0, system.Grid.Depth).Select(d => Candidates(cell, key, d)).ToArray();
        var take = picks.Select(pick => pick.Must).ToArray();
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var d in Enumerable.Range(0, take.Length).OrderBy(d => take[d]))
            {
                var product = 1.0;
                for (var e = 0; e < take.Length; e++)
                {
                    product *= e == d ? take[e] + 1 : take[e];
                }

                if (take[d] < picks[d].Codes.Length && product <= 1.5 * size)
                {
                    take[d]++;
                    grew = true;
                    break;
                }
            }
        }

        var found = new List<int>();
        Collect(key, 0, picks, take, found);
        return WithPlaceless(found);
    }

    /// <summary>
    /// Codes along a dimension: the cell's own, all above it and a way down from it first, then the rest by how readily they can move, each
    /// with a way down from it: a sum whose parts stay where they are cannot move either.
    /// </summary>
    private (int[] Codes, int Must) Candidates(int cell, UInt128 key, int d)
    {
        var grid = system.Grid;
        var own = grid.Code(key, d);
        var chain = new List<int>();
        for (var code = own; code >= 0; code = grid.Parent(d, code))
        {
            chain.Add(code);
        }

        int[] must = [.. chain, .. WayDown(key, d, own).Skip(1)];
        var beside = ByRank(key, d, chain.SelectMany(code => grid.Children(d, code))).Where(code => !must.Contains(code)).ToArray();
        var others = beside.SelectMany(code => WayDown(key, d, code)).ToArray();
        return ([.. must, .. others.Concat(Below(d, own)).Concat(beside.SelectMany(code => Below(d, code))).Distinct().Except(must)], must.Length);
    }

    private IEnumerable<int> ByRank(UInt128 key, int d, IEnumerable<int> codes) => codes
        .Select((code, order) => (code, order, rank: Rank(system.Grid.With(key, d, system.Grid.Code(key, d), code))))
        .OrderBy(item => item.rank)
        .ThenBy(item => item.order)
        .Select(item => item.code);

    /// <summary>A code, its most movable part, the most movable part of that, and so on.</summary>
    private IEnumerable<int> WayDown(UInt128 key, int d, int code)
    {
        yield return code;
        while (system.Grid.Children(d, code) is { Length: > 0 } parts)
        {
            code = ByRank(key, d, parts).First();
            yield return code;
        }
    }

    private IEnumerable<int> Below(int d, int code) => system.Grid.Children(d, code).SelectMany(part => Below(d, part).Prepend(part));

    private double Rank(UInt128 key)
    {
        if (!system.ByKey.TryGetValue(key, out var i))
        {
            return double.MaxValue;
        }

        return bounds.Lower[i] == bounds.Upper[i] && bounds.Upper[i] == 0 ? 1e18 : bounds.IsOpen(i) ? 0 : system.Count[i];
    }

    private void Collect(UInt128 key, int d, (int[] Codes, int Must)[] picks, int[] take, List<int> found)
    {
        if (d == picks.Length)
        {
            if (system.ByKey.TryGetValue(key, out var i) && (bounds.Upper[i] > 0 || system.Count[i] > 0))
            {
                found.Add(i);
            }

            return;
        }

        for (var k = 0; k < take[d]; k++)
        {
            Collect(system.Grid.With(key, d, picks[d].Codes[0], picks[d].Codes[k]), d + 1, picks, take, found);
        }
    }

    /// <summary>Adds the variables without a place, which move with the relations of those that have one.</summary>
    private int[] WithPlaceless(List<int> found)
    {
        var all = new HashSet<int>(found);
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var r in system.RelationsOf(found[next]))
            {
                foreach (var other in system.Placeless(r))
                {
                    if (all.Add(other))
                    {
                        found.Add(other);
                    }
                }
            }
        }

        return [.. found.Order()];
    }

    /// <summary>Breadth first through the relations, for a variable that has no place of its own.</summary>
    private int[] Ring(int cell, int size)
    {
        var found = new List<int> { cell };
        var seen = new HashSet<int>(found);
        for (var next = 0; next < found.Count && found.Count < size; next++)
        {
            foreach (var r in system.RelationsOf(found[next]))
            {
                found.AddRange(system.Relations[r].Cells.Where(seen.Add));
            }
        }

        return WithPlaceless(found);
    }
}
