using Analytics.Domain.LinearProgramming;

namespace Analytics.Domain.Disclosure;

/// <summary>Linked cells as one linear programme, solved for one cell after another.</summary>
internal sealed class LinkedBlock
{
    private readonly CellSystem system;
    private readonly int[] cells;
    private readonly Dictionary<int, int> columnOf = [];
    private readonly BoundedSimplex simplex;

    public LinkedBlock(CellSystem system, APrioriBounds bounds, int[] near)
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
            [.. cells.Select(cell => bounds.Upper[cell] >= APrioriBounds.Infinite ? double.PositiveInfinity : bounds.Upper[cell] - system.Count[cell])],
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
