using Analytics.Domain.Disclosure;
using Analytics.Domain.Estimation;
using Analytics.Etl.Warehouse.Estimate;

namespace Analytics.Etl.Tests.Publish;

/// <summary>What of an estimate may be released to whom.</summary>
public class EstimateReleaseTests
{
    private static readonly CaptureHistories s_large = CaptureHistories.Create(
        ["hotline", "ngo", "register", "government"],
        [(0b0001, 300), (0b0010, 420), (0b0100, 260), (0b1000, 180), (0b0011, 60), (0b0101, 48), (0b1001, 40), (0b0110, 52), (0b1010, 45), (0b1100, 38), (0b0111, 14), (0b1011, 15), (0b1101, 13), (0b1110, 16), (0b1111, 12)]);

    private static readonly CaptureHistories s_small = CaptureHistories.Create(
        ["hotline", "ngo", "register", "government"],
        [(0b0001, 60), (0b0010, 140), (0b0100, 40), (0b1000, 22), (0b0011, 14), (0b0101, 3), (0b1001, 2), (0b0110, 12), (0b1010, 7), (0b1100, 3), (0b0111, 2), (0b1011, 1)]);

    [Fact]
    public void Summarise_NothingWithheld_GivesTheEstimateItself()
    {
        var result = Estimate(s_large);
        var summary = Summarise(result, SuppressionPolicy.Ministry);
        Assert.DoesNotContain(summary.Overlaps, overlap => overlap.Status == "withheld");
        Assert.Equal((1, Math.Round(result.HiddenPersons!.Value, MidpointRounding.AwayFromZero)), (summary.RoundedTo, summary.Hidden));
        Assert.NotNull(summary.Model);
    }

    [Fact]
    public void Summarise_LessTrustedProfile_SeesLess()
    {
        var result = Estimate(s_small);
        var seen = SuppressionPolicy.All.ToDictionary(policy => policy.Profile, policy => Summarise(result, policy), StringComparer.Ordinal);
        int Withheld(string profile) => seen[profile].Overlaps.Count(overlap => overlap.Status == "withheld");
        Assert.True(Withheld("ministry") > 0 && Withheld("ministry") <= Withheld("donor") && Withheld("donor") <= Withheld("public"));
        Assert.All(seen.Values.Where(summary => summary.Hidden is not null), summary =>
        {
            Assert.Equal(0, summary.Hidden!.Value % summary.RoundedTo);
            Assert.Equal(0, summary.Interval95.Lower!.Value % (2 * summary.RoundedTo));
            Assert.True(summary.Interval95.Lower <= result.Interval95.Lower - result.Observed && summary.Interval95.Upper >= result.Interval95.Upper - result.Observed);
        });
        Assert.All(seen.Where(profile => profile.Key != "ministry"), profile =>
        {
            Assert.Null(profile.Value.Model);
            Assert.All(profile.Value.Models, model => Assert.Null(model.Name));
        });
    }

    [Fact]
    public void Rounding_WithheldCellThatNothingElseCanReplace_ReleasesNothing() =>
        Assert.Null(EstimateRelease.Rounding(Estimate(s_small), [0b1011], SuppressionPolicy.Ministry, [], CancellationToken.None));

    [Fact]
    public void Rounding_WithheldCells_IsTheFinestThatHidesThem()
    {
        int[] withheld = [0b0101, 0b1001, 0b0111, 0b1011, 0b1100, 0b0110, 0b1010, 0b0011];
        var result = Estimate(s_small);
        var coarse = EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Public, [], CancellationToken.None);
        Assert.True(coarse is null or >= 5);
        Assert.Equal(coarse, EstimateRelease.Rounding(result, withheld, SuppressionPolicy.Public, [], CancellationToken.None));
    }

    [Fact]
    public void Summarise_Refusal_SaysWhyWithoutCounts()
    {
        var summary = Summarise(Estimate(CaptureHistories.Create(["hotline", "ngo", "register"], [(1, 30), (2, 40), (4, 20)])), SuppressionPolicy.Public);
        Assert.Equal((VerdictLevel.NotEstimable, false, null), (summary.Verdict, summary.Withheld, summary.Hidden));
        Assert.Contains(summary.Reasons, reason => reason.Code == ReasonCode.NoOverlap);
    }

    private static EstimateSummary Summarise(EstimationResult result, SuppressionPolicy policy) => EstimateCells.Summarise(
        result, policy, ProtectedOverlaps.Of(result.Table, policy, OverlapKnowledge.Nothing, CancellationToken.None), [], CancellationToken.None);

    private static EstimationResult Estimate(CaptureHistories table) => Estimator.Estimate(table, new EstimationOptions { Replicates = 200, Seed = 1 });
}
