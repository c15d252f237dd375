using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Publish.Cells;

/// <summary>
/// What to show of a table where earlier publications, which can still be read, leave no pattern in which nothing withheld can be
/// recovered. What they gave away cannot be taken back, and to publish nothing ever again would not protect it.
/// </summary>
internal static class GivenAway
{
    private const double Slack = 1e-6;

    /// <param name="found">The best pattern, and what the attack found in it.</param>
    /// <param name="earlier">At least one.</param>
    /// <returns>The pattern where it tells no more of any exposed cell than the earlier publications do by themselves; else nothing is shown.</returns>
    public static IReadOnlyList<ProtectedCell> Pattern(
        CountTable table, SuppressionPolicy policy, Protection found, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var nothing = Nothing(table);
        var before = Attack.Run(table, policy, nothing, earlier, token).Exposed.ToLookup(Key, StringComparer.Ordinal);
        return found.Attack.Exposed.All(cell => cell.Codes.Count == table.Dimensions.Count && before[Key(cell)].Any(known => TellsNoMore(cell, known))) ? found.Cells : nothing;
    }

    /// <summary>Every cell withheld.</summary>
    public static ProtectedCell[] Nothing(CountTable table) => [.. table.Cells.Select(_ => ProtectedCell.Withheld)];

    private static bool TellsNoMore(ExposedCell now, ExposedCell known) =>
        (now.Lower <= known.Lower + Slack || now.Lower <= now.RequiredLower + Slack)
        && (now.Upper >= known.Upper - Slack || now.Upper >= now.RequiredUpper - Slack);

    private static string Key(ExposedCell cell) => string.Join('|', cell.Codes);
}
