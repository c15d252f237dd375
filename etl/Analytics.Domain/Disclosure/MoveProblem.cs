using Analytics.Domain.LinearProgramming;

namespace Analytics.Domain.Disclosure;

/// <summary>
/// The linear programme behind both sides: how far can a cell move from its true count while everything printed still fits, and
/// which printed cells would have to be withheld, at least loss, for it to move further?
/// </summary>
/// <remarks>
/// Kelly, Golden and Assad (1992) and Fischetti and Salazar (2001): withheld cells move freely, printed ones within their
/// rounding; beyond that each unit costs the cell's weight.
/// </remarks>
internal sealed class MoveProblem
{
    /// <summary>Worth of moving the target by one unit: more than any chain of cells can cost.</summary>
    public const double Reward = 1e6;

    private const int Rescalings = 3;

    private readonly List<int> cellOf = [];
    private readonly List<double> lower = [];
    private readonly List<double> upper = [];
    private readonly List<double> cost = [];
    private readonly CellSystem system;
    private readonly int target;
    private readonly BoundedSimplex simplex;
    private readonly double[] price;
    private readonly int targetColumn;

    /// <param name="system">The cells and their relations.</param>
    /// <param name="relations">Writes the relations of the variables.</param>
    /// <param name="bounds">What is printed now.</param>
    /// <param name="weights">Loss per unit of withholding each printed cell; null where nothing more may be withheld.</param>
    /// <param name="near">The variables that may move.</param>
    /// <param name="target">The cell to move, up to <paramref name="goal"/>.</param>
    /// <param name="goal">The count it should be able to take.</param>
    public MoveProblem(CellSystem system, RelationMatrix relations, APrioriBounds bounds, double[]? weights, int[] near, int target, long goal)
    {
        (this.system, this.target) = (system, target);
        foreach (var cell in near)
        {
            AddColumns(cell, bounds, weights, goal);
        }

        targetColumn = cellOf.IndexOf(target);
        var (matrix, start) = relations.Of(cellOf);
        simplex = new BoundedSimplex(matrix, lower, upper, start);
        if (targetColumn >= 0)
        {
            cost[targetColumn] = goal > system.Count[target] ? -Reward : Reward;
        }

        price = [.. cost];
    }

    /// <returns>The move that brings the target nearest to its goal at least cost, and the printed cells it breaks.</returns>
    public (Witness Witness, IReadOnlyList<int> Broken) Solve(CancellationToken token)
    {
        if (targetColumn < 0)
        {
            return (new Witness([], []), []);
        }

        simplex.Minimise(cost, token: token);
        var (best, least) = (Read(), Charge());
        // What withholding costs does not depend on how far the cell moves. Charging each cell in use by the unit it moved
        // (slope scaling, Kim and Pardalos 1999) turns the linear cost into that fixed one step by step.
        for (var round = 0; round < Rescalings && least > 0; round++)
        {
            for (var j = 0; j < cost.Count; j++)
            {
                cost[j] = Breaks(j) ? price[j] / Math.Max(1, Math.Abs(simplex.Point[j])) : price[j];
            }

            simplex.Minimise(cost, token: token);
            var charge = Charge();
            if (charge >= least)
            {
                break;
            }

            (best, least) = (Read(), charge);
        }

        return best;
    }

    private bool Breaks(int j) => j != targetColumn && price[j] != 0 && Math.Abs(simplex.Point[j]) > 1e-7;

    private double Charge() => Enumerable.Range(0, price.Length).Where(Breaks).Sum(j => Math.Abs(price[j]));

    private (Witness Witness, IReadOnlyList<int> Broken) Read()
    {
        var moves = new Dictionary<int, double>();
        var broken = new SortedSet<int>();
        for (var j = 0; j < cellOf.Count; j++)
        {
            if (Math.Abs(simplex.Point[j]) > 1e-7)
            {
                moves[cellOf[j]] = moves.GetValueOrDefault(cellOf[j]) + simplex.Point[j];
                if (Breaks(j))
                {
                    broken.Add(cellOf[j]);
                }
            }
        }

        return (Witness.From(moves.Select(move => (move.Key, move.Value))), [.. broken]);
    }

    private void AddColumns(int cell, APrioriBounds bounds, double[]? weights, long goal)
    {
        var n = system.Count[cell];
        var (least, most) = (bounds.Lower[cell], bounds.Upper[cell]);
        if (cell == target)
        {
            (least, most) = goal > n ? (least, Math.Min(most, goal)) : (Math.Max(least, goal), most);
        }

        if (least < most)
        {
            Add(cell, least - n, most >= APrioriBounds.Infinite ? double.PositiveInfinity : most - n, 0);
        }

        if (weights is not null && !bounds.IsOpen(cell) && weights[cell] < double.PositiveInfinity && n > 0)
        {
            Add(cell, 0, double.PositiveInfinity, weights[cell]);
            Add(cell, Math.Min(0, 1 - least), 0, -weights[cell]);
        }
    }

    private void Add(int cell, double least, double most, double weight)
    {
        cellOf.Add(cell);
        lower.Add(least);
        upper.Add(most);
        cost.Add(weight);
    }
}
