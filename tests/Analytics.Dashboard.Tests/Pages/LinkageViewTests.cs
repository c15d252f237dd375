using Analytics.Dashboard.Pages.Linkage;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class LinkageViewTests
{
    [Theory]
    [InlineData(14, 3, false)]
    [InlineData(15, 2, false)]
    [InlineData(15, 3, true)]
    public void Reviewed_TooFewPairsOfABand_IsNotEstimated(int judgedOfForty, int judgedOfThree, bool estimated)
    {
        var pairs = Pairs(0.1, 40, judgedOfForty).Concat(Pairs(0.9, 3, judgedOfThree)).ToList();
        var reviewed = new LinkageView(pairs, [new(0.1, 0.9, 40, false), new(0.9, 1, 3, true)], null).Reviewed;
        Assert.Equal(estimated, reviewed is not null);
        Assert.True(reviewed is null || reviewed.Recall is { Lower: > 0, Upper: < 1 });
    }

    private static IEnumerable<ReviewPair> Pairs(double from, int count, int judged) => Enumerable.Range(0, count).Select(i =>
        new ReviewPair((long)(from * 1000) + (i * 2), (long)(from * 1000) + (i * 2) + 1, from, "hotline", "hotline", "agree agree agree agree agree agree", true, i, i < judged ? (i % 5 == 0 ? "different" : "same") : null, null));
}
