using Analytics.Domain.LinearProgramming;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.LinearProgramming;

public sealed class BoundedSimplexTests
{
    [Fact]
    public void Minimise_OneSum_GoesToTheBound()
    {
        // x + y = 0, −3 ≤ x ≤ 5, −2 ≤ y ≤ 9.
        var simplex = new BoundedSimplex(SparseMatrix.FromColumns(1, [[(0, 1)], [(0, 1)]]), [-3, -2], [5, 9]);

        var end = simplex.Minimise([1, 0]);

        Assert.Equal(SimplexEnd.Optimal, end);
        Assert.Equal([-3.0, 3.0], simplex.Point.ToArray());
        simplex.Minimise([-1, 0]);
        Assert.Equal([2.0, -2.0], simplex.Point.ToArray());
    }

    [Fact]
    public void Minimise_NothingInTheWay_IsUnbounded()
    {
        var simplex = new BoundedSimplex(SparseMatrix.FromColumns(1, [[(0, 1)], [(0, -1)]]), [0, 0], [double.PositiveInfinity, double.PositiveInfinity]);

        Assert.Equal(SimplexEnd.Unbounded, simplex.Minimise([-1, 0]));
    }

    [Fact]
    public void Minimise_RepeatedRelations_IsNotDisturbed()
    {
        var simplex = new BoundedSimplex(SparseMatrix.FromColumns(3, [[(0, 1), (1, 2), (2, 1)], [(0, -1), (1, -2), (2, -1)]]), [-4, -1], [4, 6]);

        simplex.Minimise([1, 1]);

        Assert.Equal([-1.0, -1.0], simplex.Point.ToArray());
    }

    [Fact]
    public void Minimise_EnoughAlready_StopsEarly()
    {
        var simplex = new BoundedSimplex(SparseMatrix.FromColumns(2, [[(0, 1)], [(0, -1), (1, 1)], [(1, -1)]]), [-9, -9, -9], [9, 9, 9]);

        simplex.Minimise([-1, 0, 0], () => simplex.Point[0] > 0);

        Assert.True(simplex.Point[0] > 0);
    }

    /// <summary>Inner cells of a table with fixed margins lie between the bounds of Fréchet (1940): max(0, r + c − n) and min(r, c).</summary>
    [Fact]
    public void Minimise_TwoWayTableWithKnownMargins_ReachesTheFrechetBounds() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(60),
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Rows, byte Columns, int Seed)>(), input =>
        {
            var (rows, columns) = (2 + (input.Rows % 5), 2 + (input.Columns % 5));
            var random = new Random(input.Seed);
            var count = Enumerable.Range(0, rows * columns).Select(_ => random.Next(0, 20)).ToArray();
            var matrix = SparseMatrix.FromColumns(rows + columns, [.. count.Select((_, j) => (IReadOnlyList<(int, double)>)[(j / columns, 1), (rows + (j % columns), 1)])]);
            var simplex = new BoundedSimplex(matrix, [.. count.Select(n => (double)-n)], [.. count.Select(_ => double.PositiveInfinity)]);
            for (var j = 0; j < count.Length; j++)
            {
                var row = count.Where((_, k) => k / columns == j / columns).Sum();
                var column = count.Where((_, k) => k % columns == j % columns).Sum();
                var cost = new double[count.Length];
                cost[j] = 1;
                simplex.Minimise(cost);
                Assert.Equal(Math.Max(0, row + column - count.Sum()), count[j] + simplex.Point[j], 6);
                cost[j] = -1;
                simplex.Minimise(cost);
                Assert.Equal(Math.Min(row, column), count[j] + simplex.Point[j], 6);
            }
        }));
}
