using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>
/// The naive rule, for comparison only: withhold the small cells, then make sure that no sum has just one withheld cell. It looks
/// at one sum at a time, which is what the attack exploits.
/// </summary>
public static class RowColumnRule
{
    /// <returns>The pattern, rounded as the profile says. Not safe to release.</returns>
    public static IReadOnlyList<ProtectedCell> Protect(CountTable table, SuppressionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        var system = CellSystemBuilder.Build(table);
        var withheld = new PrimaryRules(table, system, policy).Primary.Take(system.Listed).ToArray();
        var families = Families.Of(system.Grid, [.. system.Key.Take(system.Listed).Select(key => key!.Value)], Enumerable.Range(0, system.Listed).ToDictionary(i => system.Key[i]!.Value));
        bool changed;
        do
        {
            changed = false;
            foreach (var family in families)
            {
                int[] line = [family.Parent, .. family.Children];
                if (line.Count(i => withheld[i]) != 1 || line.All(i => withheld[i] || system.Count[i] == 0))
                {
                    continue;
                }

                var partner = line.Where(i => !withheld[i] && system.Count[i] > 0).MinBy(i => (i == family.Parent, system.Count[i], i));
                changed = withheld[partner] = true;
            }
        }
        while (changed);

        return [.. table.Cells.Select((cell, i) => withheld[i] ? ProtectedCell.Withheld
            : cell.Count == 0 ? ProtectedCell.Zero
            : new ProtectedCell(CellStatus.Ok, policy.Round(cell.Count)))];
    }
}
