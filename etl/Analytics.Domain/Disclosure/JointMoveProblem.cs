using Analytics.Domain.LinearProgramming;

namespace Analytics.Domain.Disclosure;

/// <summary>
/// The linear programme of <see cref="MoveProblem"/> for many cells at once: they move together, each not much further than it needs, so
/// that one table proves the ranges of many. What it leaves unproved is not impossible; each such cell is then asked for alone.
/// </summary>
internal sealed class JointMoveProblem
{
    /// <summary>How many times as far as it needs a cell may go.</summary>
    private const int Leeway = 4;

    /// <summary>Programmes a side: each moves what the ones before left where it was.</summary>
    private const int Rounds = 3;

    private readonly List<int> cellOf = [];
    private readonly List<double> lower = [];
    private readonly List<double> upper = [];
    private readonly CellSystem system;
    private readonly ProtectionLevel[] needs;
    private readonly BoundedSimplex simplex;
    private readonly double[] cost;
    private readonly int[] columns;

    /// <param name="system">The cells and their relations.</param>
    /// <param name="relations">Writes the relations of the variables.</param>
    /// <param name="bounds">What is printed now.</param>
    /// <param name="near">The variables that may move.</param>
    /// <param name="targets">The cells to move.</param>
    /// <param name="needs">How far each variable must be able to go.</param>
    public JointMoveProblem(
        CellSystem system, RelationMatrix relations, APrioriBounds bounds, int[] near, IReadOnlySet<int> targets, ProtectionLevel[] needs)
    {
        (this.system, this.needs) = (system, needs);
        foreach (var cell in near)
        {
            var (least, most) = (bounds.Lower[cell], bounds.Upper[cell]);
            if (targets.Contains(cell))
            {
                (least, most) = (Math.Max(least, Least(cell)), Math.Min(most, Most(cell)));
            }

            if (least < most)
            {
                cellOf.Add(cell);
                lower.Add(least - system.Count[cell]);
                upper.Add(most >= APrioriBounds.Infinite ? double.PositiveInfinity : most - system.Count[cell]);
            }
        }

        var (matrix, start) = relations.Of(cellOf);
        simplex = new BoundedSimplex(matrix, lower, upper, start);
        cost = new double[cellOf.Count];
        columns = [.. Enumerable.Range(0, cellOf.Count).Where(j => targets.Contains(cellOf[j]))];
    }

    /// <summary>Notes every table found.</summary>
    public void Solve(ProofBook proofs, APrioriBounds bounds, CancellationToken token)
    {
        Solve(1, cell => proofs.Lowest(cell) <= Down(cell));
        Solve(-1, cell => proofs.Highest(cell) >= Up(cell));

        void Solve(int direction, Predicate<int> reached)
        {
            var before = int.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var left = 0;
                foreach (var j in columns)
                {
                    var asked = !proofs.Meets(cellOf[j], needs[cellOf[j]]) && !reached(cellOf[j]);
                    cost[j] = asked ? direction * Weight(cellOf[j], round) : 0;
                    left += asked ? 1 : 0;
                }

                if (left < 2 || left == before)
                {
                    return;
                }

                before = left;
                simplex.Minimise(cost, token: token);
                proofs.Note(Read(), needs, bounds);
            }
        }
    }

    /// <summary>No two cells weigh the same: of two that only move against each other one would not pay for the other.</summary>
    private static double Weight(int cell, int round) => 1 + ((cell + 1) * (round + 1) * 0.618_033_988_75 % 1);

    private long Down(int cell) => needs[cell].Lower == long.MaxValue ? Math.Max(0, system.Count[cell] - needs[cell].Width) : needs[cell].Lower;

    /// <summary>
    /// How far down a cell may go with the others: some further than it needs, since it may have to make way for two, and anywhere where
    /// it needs nothing.
    /// </summary>
    private long Least(int cell) => system.Count[cell] - Down(cell) is > 0 and var need ? system.Count[cell] - (Leeway * need) : 0;

    private long Most(int cell) => Up(cell) - system.Count[cell] is > 0 and var need ? system.Count[cell] + (Leeway * need) : APrioriBounds.Infinite;

    private long Up(int cell) => Math.Max(needs[cell].Upper, system.Count[cell] + needs[cell].Width);

    private Witness Read() => Witness.From(
        Enumerable.Range(0, cellOf.Count).Where(j => Math.Abs(simplex.Point[j]) > 1e-7).Select(j => (cellOf[j], simplex.Point[j])));
}
