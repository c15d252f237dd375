using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>
/// Two counts of the same cells in two units, intakes and the persons behind them. The pattern is found on the first, which adds up;
/// the second does not (a person counts once in each cell), yet it bounds the first from below and is bounded by it, so that both
/// together can tell more than either. Here the bounds are passed on along all relations of both, as an intruder would, and further
/// cells are withheld, in both units, until no withheld count is known more tightly than within its range.
/// </summary>
public static class PairedCounts
{
    private const double Unbounded = double.MaxValue / 1e6;

    /// <param name="table">The first counts.</param>
    /// <param name="seconds">The second counts, cell by cell; each at most the first.</param>
    /// <param name="cells">A pattern that is safe for the first counts alone.</param>
    /// <param name="shown">Cells to withhold last, since an earlier publication shows the same count to who kept it.</param>
    /// <returns>The pattern with what else must be withheld.</returns>
    public static IReadOnlyList<ProtectedCell> Protect(
        CountTable table, IReadOnlyList<long> seconds, IReadOnlyList<ProtectedCell> cells, SuppressionPolicy policy, IEnumerable<int> shown)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(seconds);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(policy);
        var pattern = cells.ToArray();
        var grid = new CodeGrid(table.Dimensions);
        var keys = table.Cells.Select(cell => grid.Key(cell.Codes)).ToArray();
        var families = Families.Of(grid, keys, Enumerable.Range(0, keys.Length).ToDictionary(i => keys[i]));
        var last = shown.ToHashSet();
        var tried = new HashSet<int>();
        while (Exposed(table, seconds, pattern, policy, families) is { Count: > 0 } exposed)
        {
            var further = exposed.Select(cell => Partner(table, pattern, families, cell, tried, last)).OfType<int>().Distinct().ToList();
            if (further.Count == 0)
            {
                break;
            }

            foreach (var cell in further)
            {
                tried.Add(cell);
                pattern[cell] = ProtectedCell.Withheld;
            }
        }

        return pattern;
    }

    /// <returns>Withheld cells of which one of the two counts is known too tightly.</returns>
    public static IReadOnlyList<int> Exposed(CountTable table, IReadOnlyList<long> seconds, IReadOnlyList<ProtectedCell> cells, SuppressionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(table);
        var grid = new CodeGrid(table.Dimensions);
        var keys = table.Cells.Select(cell => grid.Key(cell.Codes)).ToArray();
        return Exposed(table, seconds, cells, policy, Families.Of(grid, keys, Enumerable.Range(0, keys.Length).ToDictionary(i => keys[i])));
    }

    private static List<int> Exposed(CountTable table, IReadOnlyList<long> seconds, IReadOnlyList<ProtectedCell> cells, SuppressionPolicy policy, List<Family> families)
    {
        var n = table.Cells.Count;
        var (lower, upper) = (new double[2 * n], new double[2 * n]);
        for (var i = 0; i < n; i++)
        {
            (lower[i], upper[i]) = Printed(table.Cells[i].Count, cells[i], policy);
            (lower[n + i], upper[n + i]) = Printed(seconds[i], cells[i], policy);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var family in families)
            {
                var adds = table.Dimensions[family.Dimension].Additive && family.Children.Sum(child => table.Cells[child].Count) == table.Cells[family.Parent].Count;
                changed |= adds && AtLeastSum(lower, upper, family, 0);
                changed |= adds && AtMostSum(lower, upper, family, 0);
                changed |= adds && AtMostSum(lower, upper, family, n);
                changed |= !adds && EachWithin(lower, upper, family, 0);
                changed |= EachWithin(lower, upper, family, n);
            }

            for (var i = 0; i < n; i++)
            {
                changed |= Narrow(lower, upper, i, lower[n + i], Unbounded);
                changed |= Narrow(lower, upper, n + i, 0, upper[i]);
            }
        }

        return [.. Enumerable.Range(0, n).Where(i => cells[i].Status == CellStatus.Withheld && (IsTight(i) || IsTight(n + i)))];

        bool IsTight(int i) => upper[i] - lower[i] < policy.Threshold - 1 - 1e-9;
    }

    private static (double Lower, double Upper) Printed(long count, ProtectedCell cell, SuppressionPolicy policy)
    {
        var half = policy.RoundingBase / 2;
        return cell.Status == CellStatus.Withheld ? (1, Unbounded)
            : count == 0 ? (0, 0)
            : (Math.Max(policy.Round(count) - half, policy.Threshold + 1), policy.Round(count) + half);
    }

    private static bool AtLeastSum(double[] lower, double[] upper, Family family, int from)
    {
        var least = family.Children.Sum(child => lower[from + child]);
        var changed = Narrow(lower, upper, from + family.Parent, least, Unbounded);
        foreach (var child in family.Children)
        {
            changed |= Narrow(lower, upper, from + child, 0, upper[from + family.Parent] - (least - lower[from + child]));
        }

        return changed;
    }

    private static bool AtMostSum(double[] lower, double[] upper, Family family, int from)
    {
        var most = family.Children.Sum(child => upper[from + child]);
        var changed = Narrow(lower, upper, from + family.Parent, 0, most);
        if (most >= Unbounded)
        {
            // With two open parts nothing follows for either; with one, for that one alone.
            if (family.Children.Where(child => upper[from + child] >= Unbounded).ToList() is [var open])
            {
                changed |= Narrow(lower, upper, from + open, lower[from + family.Parent] - family.Children.Where(child => child != open).Sum(child => upper[from + child]), Unbounded);
            }

            return changed;
        }

        foreach (var child in family.Children)
        {
            changed |= Narrow(lower, upper, from + child, lower[from + family.Parent] - (most - upper[from + child]), Unbounded);
        }

        return changed;
    }

    private static bool EachWithin(double[] lower, double[] upper, Family family, int from)
    {
        var changed = false;
        foreach (var child in family.Children)
        {
            changed |= Narrow(lower, upper, from + family.Parent, lower[from + child], Unbounded);
            changed |= Narrow(lower, upper, from + child, 0, upper[from + family.Parent]);
        }

        return changed;
    }

    private static bool Narrow(double[] lower, double[] upper, int i, double least, double most)
    {
        var changed = least > lower[i] + 1e-9 || most < upper[i] - 1e-9;
        lower[i] = Math.Max(lower[i], least);
        upper[i] = Math.Min(upper[i], most);
        return changed;
    }

    /// <summary>The shown cell beside an exposed one whose loss is least; else the one above it.</summary>
    private static int? Partner(CountTable table, ProtectedCell[] pattern, List<Family> families, int exposed, HashSet<int> tried, HashSet<int> last)
    {
        var around = families.Where(family => family.Children.Contains(exposed)).ToList();
        int[] beside = [.. around.SelectMany(family => family.Children)], above = [.. around.Select(family => family.Parent)];
        return Least(beside.Where(i => !last.Contains(i))) ?? Least(above.Where(i => !last.Contains(i))) ?? Least(beside) ?? Least(above);

        int? Least(IEnumerable<int> some)
        {
            var open = some.Where(i => pattern[i].Status == CellStatus.Ok && !tried.Contains(i)).Distinct().ToList();
            return open.Count == 0 ? null : open.MinBy(i => (table.Cells[i].Importance * (1 + Math.Log2(1 + table.Cells[i].Count)), i));
        }
    }
}
