namespace Analytics.Domain.Disclosure;

/// <summary>Says what is wrong with a table before it is protected.</summary>
public static class TableCheck
{
    /// <returns>Faults in the order of the cells; empty when the table can be protected.</returns>
    public static IReadOnlyList<TableFault> Faults(CountTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var faults = new List<TableFault>();
        foreach (var dimension in table.Dimensions)
        {
            if (Cycle(dimension) is { } code)
            {
                faults.Add(new TableFault(-1, $"in {dimension.Name} the code {code} does not lead up to {SpanningVariable.Total}; give every code one parent and no circle."));
            }
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        var grid = new CodeGrid(table.Dimensions);
        var seen = new Dictionary<UInt128, int>();
        for (var i = 0; i < table.Cells.Count; i++)
        {
            if (Problem(table, grid, seen, i) is { } problem)
            {
                faults.Add(new TableFault(i, problem));
            }
        }

        return faults.Count > 0 ? faults : [.. Families.Mismatches(table)];
    }

    private static string? Problem(CountTable table, CodeGrid grid, Dictionary<UInt128, int> seen, int i)
    {
        var cell = table.Cells[i];
        if (cell.Codes.Count != table.Dimensions.Count)
        {
            return $"{cell.Codes.Count} codes where {table.Dimensions.Count} dimensions are declared.";
        }

        for (var d = 0; d < cell.Codes.Count; d++)
        {
            if (grid.Find(d, cell.Codes[d]) < 0)
            {
                return $"the code '{cell.Codes[d]}' is not in the hierarchy of {table.Dimensions[d].Name}.";
            }
        }

        if (cell.Count < 0)
        {
            return $"the count is {cell.Count}; a count is not negative.";
        }

        if (cell.Count > CellSystem.LargestCount)
        {
            return $"the count is {cell.Count}; the largest that can be protected is {CellSystem.LargestCount}.";
        }

        var key = grid.Key(cell.Codes);
        return seen.TryAdd(key, i) ? null : "the same cell was already given; list each cell once.";
    }

    private static string? Cycle(SpanningVariable dimension)
    {
        foreach (var code in dimension.Parents.Keys)
        {
            var at = code;
            for (var steps = 0; !string.Equals(at, SpanningVariable.Total, StringComparison.Ordinal); steps++)
            {
                if (steps > dimension.Parents.Count || !dimension.Parents.TryGetValue(at, out at!))
                {
                    return code;
                }
            }
        }

        return dimension.Parents.ContainsKey(SpanningVariable.Total) ? SpanningVariable.Total : null;
    }
}
