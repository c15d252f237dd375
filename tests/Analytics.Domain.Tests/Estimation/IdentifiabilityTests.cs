using Analytics.Domain.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Domain.Tests.Estimation;

public sealed class IdentifiabilityTests
{
    [Theory]
    [InlineData("A:B", 1)]
    [InlineData("A:C", 0)]
    [InlineData("B:C", 0)]
    [InlineData("A:C B:C", 0)]
    [InlineData("A:B A:C", 1)]
    [InlineData("A:B B:C", 1)]
    [InlineData("A:B A:C B:C", 2)]
    [InlineData("", 0)]
    public void Check_ArtificialTable_GivesPublishedCode(string interactions, int code)
    {
        var table = PublishedTables.Artificial;
        LogLinearModel model = new([.. interactions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Reference.Mask(table, name))]);

        Assert.Equal(code, (int)Identifiability.Check(table.Counts, model));
    }

    [Theory]
    [InlineData("b:c b:d", 1)]
    [InlineData("b:d c:d", 0)]
    [InlineData("b:c b:d c:d", 1)]
    public void Check_KoreanTable_GivesPublishedCode(string interactions, int code)
    {
        var table = PublishedTables.Korea;
        LogLinearModel model = new([.. interactions.Split(' ').Select(name => Reference.Mask(table, name))]);

        Assert.Equal(code, (int)Identifiability.Check(table.Counts, model));
    }

    /// <summary>
    /// The facets of the polytope of non-empty histories are x_i ≥ 0, x_i ≤ 1 and Σ x_i ≥ 1: main effects fail exactly when
    /// a list is empty, a list holds everybody, or nobody is on two lists.
    /// </summary>
    [Fact]
    public void Check_MainEffects_FailsExactlyOnAFacet() => FsCheck.Check.One(Properties.Many, Prop.ForAll(Sparse(4), n =>
    {
        var table = Table(n);
        var lists = Enumerable.Range(0, 4).Select(i => table.OnAll(1 << i)).ToList();
        var fails = lists.Exists(persons => persons <= 0 || persons >= table.Observed) || table.OnExactly(1) >= table.Observed;

        Assert.Equal(fails, Identifiability.Check(table.Counts, LogLinearModel.MainEffects).HasFlag(CheckCode.NoEstimate));
    }));

    [Fact]
    public void SupportRank_Full_ImpliesThatTheExactCheckPasses() => FsCheck.Check.One(Properties.Many, Prop.ForAll(
        Sparse(4),
        Gen.Choose(0, 112).ToArbitrary(),
        (n, number) =>
        {
            var table = Table(n);
            var model = ModelSpace.All(4, 3).ElementAt(number);
            var rank = new SupportRank();
            rank.Load(table.Counts);
            foreach (var term in model.Interactions.Where(term => table.OnAll(term) > 0).Concat([0, 1, 2, 4, 8]))
            {
                rank.Add(term);
            }

            Assert.True(!rank.Full || Identifiability.Check(table.Counts, model) == CheckCode.Fine);
        }));

    [Fact]
    public void Fit_AnyTable_SucceedsExactlyWhereTheCheckPasses() => FsCheck.Check.One(Properties.Many, Prop.ForAll(
        Sparse(3),
        Gen.Choose(0, 7).ToArbitrary(),
        (n, number) =>
        {
            var table = CaptureHistories.Create(["a", "b", "c"], n.Select((count, i) => (i + 1, (double)count)));
            var model = ModelSpace.All(3, 2).ElementAt(number);
            var fitted = FittedModel.Fit(table, model);
            // A list inside another has a check of its own: its histories leave the fit.
            if (Enumerable.Range(0, 3).Any(list => table.OnAll(1 << list) <= 0)
                || ListRelations.Inside(table).Any(inclusion => model.Interactions.Contains(inclusion.Pair)))
            {
                return;
            }

            Assert.Equal(Identifiability.Check(table.Counts, model) == CheckCode.Fine, fitted is not null);
            Assert.True(fitted is null || (double.IsFinite(fitted.Total) && fitted.InterceptStandardError < 1e4));
        }));

    private static CaptureHistories Table(int[] counts) =>
        CaptureHistories.Create(["a", "b", "c", "d"], counts.Select((count, i) => (i + 1, (double)count)));

    private static Arbitrary<int[]> Sparse(int lists) =>
        Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 9))).ArrayOf((1 << lists) - 1).Where(n => n.Sum() > 0).ToArbitrary();
}
