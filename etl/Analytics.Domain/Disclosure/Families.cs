namespace Analytics.Domain.Disclosure;

/// <summary>A parent cell and its known children along one dimension.</summary>
/// <param name="Parent">Variable of the parent.</param>
/// <param name="Dimension">The dimension along which the children lie.</param>
/// <param name="Children">Variables of the children that are known.</param>
internal sealed record Family(int Parent, int Dimension, List<int> Children);

/// <summary>Finds the families of a table.</summary>
internal static class Families
{
    /// <returns>Every family with at least one known child, ordered by parent and dimension.</returns>
    public static List<Family> Of(CodeGrid grid, IReadOnlyList<UInt128> keys, Dictionary<UInt128, int> known)
    {
        var families = new Dictionary<(int Parent, int Dimension), Family>();
        for (var cell = 0; cell < keys.Count; cell++)
        {
            for (var d = 0; d < grid.Depth; d++)
            {
                if (Above(grid, keys[cell], d, known) is { } parent)
                {
                    if (!families.TryGetValue((parent, d), out var family))
                    {
                        families.Add((parent, d), family = new Family(parent, d, []));
                    }

                    family.Children.Add(cell);
                }
            }
        }

        return [.. families.Values.OrderBy(family => keys[family.Parent]).ThenBy(family => family.Dimension)];
    }

    /// <returns>Families that are listed in full and do not add up, and children larger than their parent.</returns>
    public static IEnumerable<TableFault> Mismatches(CountTable table)
    {
        var grid = new CodeGrid(table.Dimensions);
        var keys = table.Cells.Select(cell => grid.Key(cell.Codes)).ToArray();
        var known = Enumerable.Range(0, keys.Length).ToDictionary(i => keys[i]);
        foreach (var family in Of(grid, keys, known).OrderBy(family => family.Parent))
        {
            var parent = table.Cells[family.Parent];
            var dimension = table.Dimensions[family.Dimension];
            var sum = family.Children.Sum(child => table.Cells[child].Count);
            if (!dimension.Additive)
            {
                foreach (var child in family.Children.Where(child => table.Cells[child].Count > parent.Count))
                {
                    yield return new TableFault(child, $"{dimension.Name} {table.Cells[child].Codes[family.Dimension]} counts {table.Cells[child].Count}, more than the {parent.Count} of {parent.Codes[family.Dimension]}.");
                }
            }
            else if (sum > parent.Count || (sum < parent.Count && IsFull(grid, keys, family)))
            {
                yield return new TableFault(family.Parent, $"the margin over {dimension.Name} counts {parent.Count}, its {family.Children.Count} parts add up to {sum}; correct the counts, or give the levels of {dimension.Name} if it has any.");
            }
        }
    }

    /// <summary>True when every child of the parent's code is known and directly below it.</summary>
    public static bool IsFull(CodeGrid grid, IReadOnlyList<UInt128> keys, Family family) =>
        family.Children.Count == grid.Children(family.Dimension, grid.Code(keys[family.Parent], family.Dimension)).Length
        && family.Children.All(child => grid.Up(keys[child], family.Dimension) == keys[family.Parent]);

    /// <summary>The nearest known cell above along a dimension.</summary>
    private static int? Above(CodeGrid grid, UInt128 key, int dimension, Dictionary<UInt128, int> known)
    {
        while (grid.Up(key, dimension) is { } up)
        {
            if (known.TryGetValue(up, out var parent))
            {
                return parent;
            }

            key = up;
        }

        return null;
    }
}
