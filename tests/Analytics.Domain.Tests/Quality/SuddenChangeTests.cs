using Analytics.Domain.Quality;

namespace Analytics.Domain.Tests.Quality;

public sealed class SuddenChangeTests
{
    // Median of the six before: 100. Half is 50, twice is 200, three times the root is 30.
    private static readonly double[] s_steady = [100, 98, 103, 100, 97, 101];

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(0, true)]
    public void In_MonthAfterSixSteadyOnes_IsFoundBeyondHalfAndTwice(double month, bool found) =>
        Assert.Equal(found ? [6] : [], SuddenChange.In([.. s_steady, month]));

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void In_SmallCounts_ADifferenceOfTenIsNeeded(double month, bool found) =>
        Assert.Equal(found ? [6] : [], SuddenChange.In([3, 3, 3, 3, 3, 3, month]));

    [Fact]
    public void In_FewerThanSixMonthsBefore_SaysNothing() => Assert.Empty(SuddenChange.In([100, 0, 100, 0, 100, 0]));

    [Theory]
    [InlineData(30, 100, 10, 100, true)]
    [InlineData(24, 100, 10, 100, false)]
    [InlineData(29, 29, 0, 1000, false)]
    [InlineData(100, 100, 0, 99, false)]
    [InlineData(10, 30, 15, 100, false)]
    public void HasRisen_SharesOfEmptyValues_NeedsFifteenPointsAndThreeErrors(long now, long rows, long before, long rowsBefore, bool risen) =>
        Assert.Equal(risen, UnknownShare.HasRisen(now, rows, before, rowsBefore));

    [Fact]
    public void Catalogue_Ids_AreUnique() =>
        Assert.Equal(QualityCatalogue.All.Count, QualityCatalogue.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
}
