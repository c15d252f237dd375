using Analytics.Domain.LinearProgramming;

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
    public static AttackReport Run(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, CancellationToken token = default)
    {
        var (system, bounds) = View(table, policy, cells);
        return Run(system, bounds, new PrimaryRules(table, system, policy).Needs, [], token).Report;
    }

    /// <summary>Attacks a published pattern together with what the same profile can still read of earlier publications.</summary>
    /// <param name="earlier">Oldest first.</param>
    public static AttackReport Run(
        CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, IReadOnlyList<EarlierPublication> earlier, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(earlier);
        var knowledge = Knowledge.Of(table, policy, earlier);
        bool[] withheld = [.. Enumerable.Range(0, knowledge.System.Size).Select(i => i < cells.Count && cells[i].Status == CellStatus.Withheld)];
        return Run(knowledge.System, new PublishedBounds(knowledge.System, policy, withheld, knowledge.Known), knowledge.Needs, [], token).Report;
    }

    /// <summary>The exact interval of each withheld cell, both ends from a linear programme over the whole set.</summary>
    public static IReadOnlyList<CellInterval> Intervals(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, CancellationToken token = default)
    {
        var (system, bounds) = View(table, policy, cells);
        var block = new Block(system, bounds, [.. Enumerable.Range(0, system.Size)]);
        return [.. Enumerable.Range(0, system.Listed).Where(i => bounds.Withheld[i]).Select(i =>
            new CellInterval(i, block.Extreme(i, -1, null, token), block.Extreme(i, 1, null, token)))];
    }

    /// <summary>
    /// How far a cell could go if nothing were printed but which cells are zero, in any publication: what no pattern can go beyond.
    /// </summary>
    internal static (double Lower, double Upper) Limits(Knowledge knowledge, SuppressionPolicy policy, int cell, CancellationToken token)
    {
        var system = knowledge.System;
        var bounds = new PublishedBounds(
            system,
            policy,
            [.. system.Count.Select((count, i) => i < system.Listed && count > 0)],
            [.. knowledge.Known.Select(known => known is { } printed ? (Math.Min(printed.Lower, 1), printed.Upper == 0 ? 0 : PublishedBounds.Infinite) : ((long, long)?)null)]);
        var block = new Block(system, bounds, system.Listed <= WholeLimit ? [.. Enumerable.Range(0, system.Size)] : new Neighbourhood(system, bounds).Around(cell, WholeLimit));
        return (block.Extreme(cell, -1, null, token), block.Extreme(cell, 1, null, token));
    }

    /// <returns>The report, and the exposed variables.</returns>
    internal static (AttackReport Report, IReadOnlyList<int> Exposed) Run(
        CellSystem system,
        PublishedBounds bounds,
        ProtectionNeed[] needs,
        IEnumerable<Witness> hints,
        CancellationToken token)
    {
        var proofs = new ProofBook(system);
        var fitting = hints.Where(hint => hint.Fits(system, bounds)).ToArray();
        foreach (var hint in fitting)
        {
            proofs.Note(hint, needs, bounds);
        }

        var attacked = Enumerable.Range(0, system.Size).Where(i => bounds.IsOpen(i) && needs[i] != ProtectionNeed.None).ToArray();
        var whole = system.Listed <= WholeLimit ? new Block(system, bounds, [.. Enumerable.Range(0, system.Size)]) : null;
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

            var block = whole ?? new Block(system, bounds, neighbourhood.Around(cell, WholeLimit));
            (blocks, largest) = (whole is null ? blocks + 1 : 1, Math.Max(largest, block.Size));
            var need = needs[cell];
            var lower = block.Extreme(cell, -1, need.Lower == long.MaxValue ? null : need.Lower, token);
            proofs.Note(block.Witness(), needs, bounds);
            var upper = block.Extreme(cell, 1, need.Upper == long.MinValue ? (long)Math.Ceiling(lower) + need.Width : Math.Max(need.Upper, (long)Math.Ceiling(lower) + need.Width), token);
            proofs.Note(block.Witness(), needs, bounds);
            if (!need.IsMet(lower + 1e-6 < need.Lower ? lower : Math.Round(lower, 6), Math.Round(upper, 6)))
            {
                exposed.Add((cell, lower, upper));
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

    private static ExposedCell Tell(CellSystem system, ProtectionNeed[] needs, (int Cell, double Lower, double Upper) item)
    {
        var need = needs[item.Cell];
        var codes = system.Key[item.Cell] is { } key
            ? Enumerable.Range(0, system.Grid.Depth).Select(d => system.Grid.Name(d, system.Grid.Code(key, d))).ToArray()
            : ["(remainder)"];
        var lower = need.Lower == long.MaxValue ? (long)Math.Floor(item.Lower) : need.Lower;
        return new ExposedCell(codes, item.Lower, item.Upper, lower, Math.Max(need.Upper, lower + need.Width));
    }

    private static (CellSystem System, PublishedBounds Bounds) View(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(cells);
        var system = CellSystemBuilder.Build(table);
        return (system, new PublishedBounds(system, policy, [.. Enumerable.Range(0, system.Size).Select(i => i < cells.Count && cells[i].Status == CellStatus.Withheld)]));
    }

    /// <summary>Linked cells as one linear programme, solved for one cell after another.</summary>
    private sealed class Block
    {
        private readonly CellSystem system;
        private readonly int[] cells;
        private readonly Dictionary<int, int> columnOf = [];
        private readonly BoundedSimplex simplex;

        public Block(CellSystem system, PublishedBounds bounds, int[] near)
        {
            this.system = system;
            cells = [.. near.Where(cell => bounds.Lower[cell] < bounds.Upper[cell])];
            for (var j = 0; j < cells.Length; j++)
            {
                columnOf.Add(cells[j], j);
            }

            var (matrix, start) = new RelationMatrix(system).Of(cells);
            simplex = new BoundedSimplex(
                matrix,
                [.. cells.Select(cell => (double)(bounds.Lower[cell] - system.Count[cell]))],
                [.. cells.Select(cell => bounds.Upper[cell] >= PublishedBounds.Infinite ? double.PositiveInfinity : bounds.Upper[cell] - system.Count[cell])],
                start);
        }

        public int Size => cells.Length;

        public Witness Witness()
        {
            var point = simplex.Point.ToArray();
            return Disclosure.Witness.From(cells.Select((cell, j) => (cell, point[j])));
        }

        /// <summary>The cell's extreme count, or any count at least as extreme as <paramref name="enough"/>.</summary>
        public double Extreme(int cell, int direction, long? enough, CancellationToken token)
        {
            if (!columnOf.TryGetValue(cell, out var j))
            {
                return system.Count[cell];
            }

            var cost = new double[cells.Length];
            cost[j] = -direction;
            var n = system.Count[cell];
            bool Reached() => enough is { } goal && direction * (n + simplex.Point[j] - goal) >= 0;
            if (Reached())
            {
                return n + simplex.Point[j];
            }

            var end = simplex.Minimise(cost, Reached, token);
            return end == SimplexEnd.Unbounded ? direction * double.PositiveInfinity : n + simplex.Point[j];
        }
    }
}
