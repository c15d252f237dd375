using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>Every table that cells moved together leave behind fits what is printed.</summary>
public sealed class JointMoveProblemTests
{
    [Theory]
    [MemberData(nameof(IntervalPropagationTests.Seeds), MemberType = typeof(IntervalPropagationTests))]
    public void Solve_SafePattern_ProvesByTablesThatFit(string profile, int seed)
    {
        Assert.True(SuppressionPolicy.TryParse(profile, out var policy));
        var random = new Random(seed);
        var table = Tables.Cross([5, 4, 3], _ => random.Next(3) == 0 ? random.Next(0, 5) : random.Next(0, 40));
        var knowledge = Knowledge.Of(table, policy, []);
        var system = knowledge.System;
        var withheld = Suppressor.Protect(table, policy).Cells;
        var bounds = new APrioriBounds(system, policy, [.. Enumerable.Range(0, system.Size).Select(i => i < withheld.Count && withheld[i].Status == CellStatus.Withheld)]);
        var asked = Enumerable.Range(0, system.Size).Where(i => bounds.IsOpen(i) && knowledge.Needs[i] != ProtectionLevel.None).ToHashSet();
        var proofs = new ProofBook(system);

        new JointMoveProblem(system, new RelationMatrix(system), bounds, [.. Enumerable.Range(0, system.Size)], asked, knowledge.Needs).Solve(proofs, bounds, default);

        Assert.All(proofs.Witnesses, witness => Assert.True(witness.Fits(system, bounds)));
        Assert.True(asked.Count < 2 || asked.Any(cell => proofs.Meets(cell, knowledge.Needs[cell])), $"{asked.Count} asked, none proved");
    }
}
