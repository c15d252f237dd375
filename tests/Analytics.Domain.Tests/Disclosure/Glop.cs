using Analytics.Domain.Disclosure;
using Google.OrTools.LinearSolver;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>Attacks a printed table with GLOP of OR-Tools, given only what is printed.</summary>
internal static class Glop
{
    // Stands for no upper bound; far from every sum that the tests' tables have.
    private const double Far = 1e7;

    public static (double Lower, double Upper) Interval(
        CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, int cell)
    {
        using var solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("OR-Tools has no GLOP on this machine.");
        var x = table.Cells.Select((count, i) =>
        {
            var (lower, upper) = Enumeration.Bounds(count, policy, cells[i]);
            return solver.MakeNumVar(lower, Math.Min(upper, Far), $"x{i}");
        }).ToArray();
        for (var i = 0; i < x.Length; i++)
        {
            for (var d = 0; d < table.Dimensions.Count; d++)
            {
                var parts = Enumerable.Range(0, x.Length).Where(j => Glpk.IsPart(table, i, j, d)).ToArray();
                if (parts.Length > 0)
                {
                    var sum = solver.MakeConstraint(0, 0, $"sum{i}_{d}");
                    sum.SetCoefficient(x[i], 1);
                    Array.ForEach(parts, j => sum.SetCoefficient(x[j], -1));
                }
            }
        }

        solver.Objective().SetCoefficient(x[cell], 1);
        solver.Objective().SetMinimization();
        var least = Solve(solver);
        solver.Objective().SetMaximization();
        var most = Solve(solver);
        return (least, most > Far / 100 ? double.PositiveInfinity : most);
    }

    private static double Solve(Solver solver) => solver.Solve() is Solver.ResultStatus.OPTIMAL
        ? solver.Objective().Value()
        : throw new InvalidOperationException("GLOP found no optimum of a programme that has one.");
}
