using Analytics.Domain.Linkage;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Linkage;

public sealed class OneToOneAssignmentTests
{
    private const double Threshold = 0.1;

    [Fact]
    public void Solve_AnyPairs_IsOneToOneAndBest()
    {
        // Against all assignments of up to four by four records.
        var pairs = Gen.Choose(0, 15).ListOf().Select(cells => cells.Distinct().Take(9).Select((cell, i) => Pair(cell / 4, cell % 4, ((cell * 7) + (i * 3)) % 11 - 3)).ToArray());
        Prop.ForAll(pairs.ToArbitrary(), drawn =>
        {
            var links = OneToOneAssignment.Solve(drawn, Threshold);
            var eligible = drawn.Where(p => p.Probability >= Threshold).ToArray();
            return links.Select(l => l.A).Distinct().Count() == links.Count
                && links.Select(l => l.B).Distinct().Count() == links.Count
                && Math.Abs(Value(links) - Best(eligible, 0, [], [])) < 0.02;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Solve_OneStrongAgainstTwoWeak_KeepsTheStrong()
    {
        var links = OneToOneAssignment.Solve([Pair(0, 0, 12), Pair(0, 1, -1), Pair(1, 0, -1)], Threshold);
        Assert.Equal([(0, 0)], links.Select(l => (l.A, l.B)));
    }

    [Fact]
    public void Solve_LargeComponent_IsStillOneToOne()
    {
        var pairs = Enumerable.Range(0, 400).SelectMany(i => new[] { Pair(i, i, 5), Pair(i, i + 1, 4) }).ToArray();
        var links = OneToOneAssignment.Solve(pairs, Threshold);
        Assert.All(links, l => Assert.Equal(l.A, l.B));
        Assert.Equal(400, links.Count);
    }

    private static ScoredPair Pair(int a, int b, double odds) => new(a, b, default, 1 / (1 + Math.Exp(-odds)), odds, 0);

    private static double Value(IEnumerable<ScoredPair> links) => links.Sum(l => l.LogOdds - Math.Log(Threshold / (1 - Threshold)));

    private static double Best(ScoredPair[] pairs, int at, HashSet<int> rows, HashSet<int> columns)
    {
        if (at == pairs.Length)
        {
            return 0;
        }

        var without = Best(pairs, at + 1, rows, columns);
        var pair = pairs[at];
        if (rows.Contains(pair.A) || columns.Contains(pair.B))
        {
            return without;
        }

        return Math.Max(without, Value([pair]) + Best(pairs, at + 1, [.. rows, pair.A], [.. columns, pair.B]));
    }
}
