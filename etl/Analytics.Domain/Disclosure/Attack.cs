using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>What can be computed about a withheld cell.</summary>
/// <param name="Cell">Index into the table's cells.</param>
/// <param name="Lower">Smallest count that fits everything printed.</param>
/// <param name="Upper">Largest, infinity when unbounded.</param>
public sealed record CellInterval(int Cell, double Lower, double Upper);

/// <summary>The intruder: knows the relations, the profile's rules and everything printed, and solves for what is withheld.</summary>
public static class Attack
{
    /// <summary>Up to this many cells the whole set is one linear programme; above, one per block of linked cells.</summary>
    public const int WholeLimit = 5000;

    /// <summary>Attacks a published pattern, whoever made it.</summary>
    public static AttackReport Run(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, CancellationToken token = default) =>
        Run(table, policy, cells, [], token);

    /// <summary>Attacks a published pattern together with what the same profile can still read of earlier publications.</summary>
    /// <param name="earlier">Oldest first.</param>
    public static AttackReport Run(
        CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, IReadOnlyList<EarlierPublication> earlier, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(earlier);
        var knowledge = Knowledge.Of(table, policy, earlier);
        bool[] withheld = [.. Enumerable.Range(0, knowledge.System.Size).Select(i => i < cells.Count && cells[i].Status == CellStatus.Withheld)];
        return Run(knowledge.System, new APrioriBounds(knowledge.System, policy, withheld, knowledge.Known), knowledge.Needs, [], new Floors(knowledge, policy), token).Report;
    }

    /// <summary>The exact interval of each withheld cell, both ends from a linear programme over the whole set.</summary>
    public static IReadOnlyList<CellInterval> Intervals(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, CancellationToken token = default)
    {
        var (system, bounds) = View(table, policy, cells);
        var block = new LinkedBlock(system, bounds, [.. Enumerable.Range(0, system.Size)]);
        return [.. Enumerable.Range(0, system.Listed).Where(i => bounds.Withheld[i]).Select(i =>
            new CellInterval(i, block.Extreme(i, -1, null, token), block.Extreme(i, 1, null, token)))];
    }

    /// <param name="needs">Raised where printed zeros put a floor under a cell.</param>
    /// <returns>The report, and the exposed variables.</returns>
    internal static (AttackReport Report, IReadOnlyList<int> Exposed) Run(
        CellSystem system,
        APrioriBounds bounds,
        ProtectionLevel[] needs,
        IEnumerable<Witness> hints,
        Floors floors,
        CancellationToken token)
    {
        var proofs = new ProofBook(system);
        var fitting = hints.Where(hint => hint.Fits(system, bounds)).ToArray();
        foreach (var hint in fitting)
        {
            proofs.Note(hint, needs, bounds);
        }

        var attacked = Enumerable.Range(0, system.Size).Where(i => bounds.IsOpen(i) && needs[i] != ProtectionLevel.None).ToArray();
        var whole = system.Listed <= WholeLimit ? new LinkedBlock(system, bounds, [.. Enumerable.Range(0, system.Size)]) : null;
        var neighbourhood = new Neighbourhood(system, bounds);
        var (blocks, largest) = (whole is null ? 0 : 1, whole?.Size ?? 0);
        var exposed = new List<(int Cell, double Lower, double Upper)>();
        foreach (var cell in attacked.Where(cell => !proofs.Meets(cell, needs[cell])))
        {
            // An earlier programme may have proved this cell on the way.
            if (proofs.Meets(cell, needs[cell]))
            {
                continue;
            }

            var block = whole ?? new LinkedBlock(system, bounds, neighbourhood.Around(cell, WholeLimit));
            (blocks, largest) = (whole is null ? blocks + 1 : 1, Math.Max(largest, block.Size));
            var need = needs[cell];
            var lower = block.Extreme(cell, -1, need.Lower == long.MaxValue ? null : need.Lower, token);
            proofs.Note(block.Witness(), needs, bounds);
            var upper = Highest();
            if (!IsMet())
            {
                need = needs[cell] = floors.Raise(cell, need, token);
                upper = Highest();
            }

            if (!IsMet())
            {
                exposed.Add((cell, lower, upper));
            }

            bool IsMet() => need.IsMet(Math.Round(lower, 6), Math.Round(upper, 6));

            double Highest()
            {
                var least = (long)Math.Ceiling(lower) + need.Width;
                var highest = block.Extreme(cell, 1, need.Upper == long.MinValue ? least : Math.Max(need.Upper, least), token);
                proofs.Note(block.Witness(), needs, bounds);
                return highest;
            }
        }

        return (new AttackReport(attacked.Length, blocks, largest, [.. exposed.Select(item => Tell(system, needs, item))], Coverage(system, attacked.Length, blocks, largest, fitting)), [.. exposed.Select(item => item.Cell)]);
    }

    private static string Coverage(CellSystem system, int attacked, int blocks, int largest, Witness[] proofs)
    {
        var how = system.Listed <= WholeLimit
            ? $"one linear programme over all {system.Listed} cells"
            : $"{blocks} linear programmes over blocks of up to {largest} linked cells where no table was at hand";
        var gaps = system.Complete ? string.Empty : " Relations through margins that are not listed were too many and were not all used.";
        return $"{attacked} withheld or derivable cells attacked in both directions: {how}. {proofs.Length} tables that fit everything printed prove the ranges, {proofs.Count(proof => proof.IsWhole)} of them in whole numbers.{gaps}";
    }

    private static ExposedCell Tell(CellSystem system, ProtectionLevel[] needs, (int Cell, double Lower, double Upper) item)
    {
        var need = needs[item.Cell];
        var codes = system.Key[item.Cell] is { } key
            ? Enumerable.Range(0, system.Grid.Depth).Select(d => system.Grid.Name(d, system.Grid.Code(key, d))).ToArray()
            : ["(remainder)"];
        var lower = need.Lower == long.MaxValue ? (long)Math.Floor(item.Lower) : need.Lower;
        return new ExposedCell(codes, item.Lower, item.Upper, lower, Math.Max(need.Upper, lower + need.Width));
    }

    private static (CellSystem System, APrioriBounds Bounds) View(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(cells);
        var system = CellSystemBuilder.Build(table);
        return (system, new APrioriBounds(system, policy, [.. Enumerable.Range(0, system.Size).Select(i => i < cells.Count && cells[i].Status == CellStatus.Withheld)]));
    }
}
