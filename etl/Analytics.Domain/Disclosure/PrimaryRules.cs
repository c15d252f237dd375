namespace Analytics.Domain.Disclosure;

/// <summary>Which cells are withheld for their own sake, and how uncertain each withheld cell must stay.</summary>
internal sealed class PrimaryRules
{
    private readonly CellSystem system;
    private readonly SuppressionPolicy policy;
    private readonly long[] least;

    public PrimaryRules(CountTable table, CellSystem system, SuppressionPolicy policy)
    {
        (this.system, this.policy) = (system, policy);
        least = LeastCounts(system);
        Primary = new bool[system.Size];
        Needs = new ProtectionLevel[system.Size];
        for (var i = 0; i < system.Size; i++)
        {
            Judge(i, i < system.Listed ? table.Cells[i] : null);
        }

        foreach (var zero in SharedAttributes(table, system))
        {
            Primary[zero] = true;
            Needs[zero] = new ProtectionLevel(0, policy.Threshold, 0);
        }
    }

    /// <summary>Cells withheld by a rule of their own; hidden cells that would be are marked too.</summary>
    public bool[] Primary { get; }

    /// <summary>What each variable needs if it is withheld.</summary>
    public ProtectionLevel[] Needs { get; }

    private void Judge(int i, CountCell? cell)
    {
        var n = system.Count[i];
        Needs[i] = ProtectionLevel.None;
        if (n == 0 || system.Kind[i] == CellKind.Slack)
        {
            return;
        }

        if (n <= policy.Threshold)
        {
            // Published zeros and the counts known not to be zero can put a floor under a margin; the range starts there.
            var floor = Math.Max(1, least[i]);
            Primary[i] = true;
            Needs[i] = new ProtectionLevel(floor, Math.Max(policy.Threshold, floor + policy.Threshold - 1), 0);
        }
        else if (cell is not null && IsConcentrated(cell))
        {
            var margin = Math.Max(policy.Threshold / 2, (long)Math.Ceiling(policy.PriorShare * cell.LargestContribution));
            Primary[i] = true;
            Needs[i] = new ProtectionLevel(Math.Max(least[i], n - margin), n + margin, policy.Threshold - 1);
        }
        else if (cell is not null)
        {
            Needs[i] = new ProtectionLevel(long.MaxValue, long.MinValue, policy.Threshold - 1);
        }
    }

    /// <summary>Single contributor, (n,k) dominance and the p% rule; Hundepool et al. (2012), Statistical Disclosure Control, 4.2.</summary>
    private bool IsConcentrated(CountCell cell)
    {
        if (cell.Contributors < policy.MinimumContributors)
        {
            return true;
        }

        if (cell.LargestContribution <= 0)
        {
            return false;
        }

        var top = cell.LargestContribution + (policy.DominanceCount > 1 ? cell.SecondContribution : 0);
        var others = cell.Count - cell.LargestContribution - cell.SecondContribution;
        return top > policy.DominanceShare * cell.Count
            || (cell.SecondContribution > 0 && others < policy.PriorShare * cell.LargestContribution);
    }

    /// <summary>
    /// Group disclosure: where a margin falls in one code of a sensitive dimension, the first zero beside it is withheld, so
    /// that nobody can tell that the whole group shares the code.
    /// </summary>
    private static IEnumerable<int> SharedAttributes(CountTable table, CellSystem system)
    {
        var keys = system.Key.Take(system.Listed).Select(key => key!.Value).ToArray();
        var known = Enumerable.Range(0, system.Listed).ToDictionary(i => keys[i]);
        foreach (var family in Families.Of(system.Grid, keys, known).Where(family => table.Dimensions[family.Dimension].Sensitive))
        {
            var zeros = family.Children.Where(child => system.Count[child] == 0).OrderBy(child => keys[child]).ToArray();
            if (system.Count[family.Parent] > 0 && zeros.Length > 0 && zeros.Length == family.Children.Count - 1)
            {
                yield return zeros[0];
            }
        }
    }

    /// <summary>
    /// The smallest count each cell can have when all that is known is which cells are zero: a margin counts at least one for
    /// each separate part that is not.
    /// </summary>
    private static long[] LeastCounts(CellSystem system)
    {
        var floor = new long[system.Size];
        var wholes = system.Relations.Where(relation => relation.Whole >= 0).ToLookup(relation => relation.Whole);
        var done = new bool[system.Size];
        long Least(int cell)
        {
            if (done[cell])
            {
                return floor[cell];
            }

            done[cell] = true;
            floor[cell] = system.Kind[cell] == CellKind.Listed ? Math.Min(1, system.Count[cell]) : 0;
            foreach (var relation in wholes[cell])
            {
                floor[cell] = Math.Max(floor[cell], relation.Cells.Skip(1).Sum(Least));
            }

            return floor[cell];
        }

        for (var i = 0; i < system.Size; i++)
        {
            Least(i);
        }

        return floor;
    }
}
