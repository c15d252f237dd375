using Analytics.Domain.Quality;

namespace Analytics.Domain.Tests.Quality;

public sealed class ModifiedZScoreTests
{
    [Fact]
    public void Of_OneFarValue_HasTheScoresComputedByHand()
    {
        // Median 6; deviations 2, 1, 0, 1, 34, sorted 0, 1, 1, 2, 34, so that the MAD is 1: 0.6745 × (x − 6).
        Assert.Equal([-1.349, -0.6745, 0, 0.6745, 22.933], ModifiedZScore.Of([4, 5, 6, 7, 40]), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Of_EvenNumberOfValues_TakesTheMeanOfTheTwoInTheMiddle()
    {
        // Median 2.5; deviations 1.5, 0.5, 0.5, 7.5, MAD 1: 0.6745 × (x − 2.5).
        Assert.Equal([-1.01175, -0.33725, 0.33725, 5.05875], ModifiedZScore.Of([1, 2, 3, 10]), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Of_MoreThanHalfEqual_UsesTheMeanDeviation()
    {
        // Median 2, MAD 0; mean deviation 10 ÷ 5 = 2: (12 − 2) ÷ (1.253314 × 2) = 3.989423.
        var scores = ModifiedZScore.Of([2, 2, 2, 2, 12]);
        Assert.Equal([0, 0, 0, 0], scores[..4]);
        Assert.Equal(3.989423, scores[4], 6);
    }

    [Fact]
    public void Of_AllEqual_NothingStandsOut() => Assert.Equal([0, 0, 0], ModifiedZScore.Of([7, 7, 7]));

    [Fact]
    public void Of_NoValues_HasNoScores() => Assert.Empty(ModifiedZScore.Of([]));
}
