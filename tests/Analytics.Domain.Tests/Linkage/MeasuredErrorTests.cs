using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class MeasuredErrorTests
{
    [Fact]
    public void Wilson_PublishedExample_Agrees()
    {
        // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        var some = Proportion.Wilson(81, 263);
        Assert.Equal((0.2553, 0.3662), (Math.Round(some.Lower, 4), Math.Round(some.Upper, 4)));
        var none = Proportion.Wilson(0, 20);
        Assert.Equal((0, 0.1611), (none.Lower, Math.Round(none.Upper, 4)));
    }

    [Fact]
    public void Wilson_NothingCounted_SaysNothing()
    {
        var share = Proportion.Wilson(0, 0);
        Assert.True(double.IsNaN(share.Estimate));
        Assert.Equal((0, 1), (share.Lower, share.Upper));
    }

    [Fact]
    public void Review_OfListsWithKnownTruth_CoversTheTruth()
    {
        var truth = Truth.Kyrgyz(seed: 21, people: 3000);
        var encoder = new PersonEncoder(Truth.Key);
        var (fit, scored) = Linker.Score(Linker.Compare(truth.TableA(encoder), truth.TableB(encoder)));
        var bands = ClericalReview.Draw(scored, perBand: 60, seed: 1, Linker.LeastThreshold);
        var reviewed = bands.Select(band => new ReviewedBand(band.Pairs, band.Drawn.Count, band.Drawn.Count(p => truth.MatchOfB[p.B] == p.A), band.From >= Linker.LeastThreshold)).ToArray();
        var error = ClericalReview.Estimate(reviewed, fit.UnseenMatches);

        var linked = scored.Where(p => p.Probability >= Linker.LeastThreshold).ToArray();
        var right = linked.Count(p => truth.MatchOfB[p.B] == p.A);
        Assert.InRange((double)right / linked.Length, error.Precision.Lower, error.Precision.Upper);
        Assert.InRange((double)right / truth.Matches, error.Recall.Lower - 0.01, error.Recall.Upper + 0.01);
        Assert.True(error.Recall.Upper - error.Recall.Lower < 0.1, $"the interval {error.Recall} tells nothing");
    }

    [Fact]
    public void Estimate_BandWithoutReview_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ClericalReview.Estimate([new ReviewedBand(10, 0, 0, Linked: true)], 0));
}
