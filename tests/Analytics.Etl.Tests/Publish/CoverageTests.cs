using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Tests.Publish;

public sealed class CoverageTests
{
    private static readonly IReadOnlyList<Period> s_periods = PeriodTree.Between(new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31), []);

    /// <summary>In May 2023 organisations counted women in Osh by the month, of whom there is no case.</summary>
    private static readonly Coverage s_cases = new(
        [new CoveredYear(2022, null, null, HasUndated: true), new CoveredYear(2023, new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31), HasUndated: false)],
        [("2023-05", "", ""), ("2023", "", ""), ("2023", "sex", "female"), ("2023", "region_service", "osh"), ("2023", "form", "*")]);

    [Theory]
    [InlineData("2023-04", "", "", true)]
    [InlineData("2023-05", "", "", false)]
    [InlineData("2023", "sex", "female", false)]
    [InlineData("2023", "sex", "male", true)]
    [InlineData("2023", "region_service", "chui", true)]
    [InlineData("2023", "form", "forced_labour", false)]
    [InlineData("2023", "destination", "RUS", false)]
    [InlineData("2022", "destination", "RUS", true)]
    [InlineData("2022-03", "", "", false)]
    public void KnowsZero_CountsByTheMonthBeside_IsKnownOnlyWhereTheyKnowIt(string period, string dimension, string member, bool expected)
    {
        var codes = dimension.Length == 0 ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { [dimension] = member };
        Assert.Equal(expected, s_cases.KnowsZero(s_periods.Single(one => one.Id == period), codes));
    }

    /// <summary>Of women from Osh the counts by the month know nothing, since they say no origin.</summary>
    [Fact]
    public void KnowsZero_CutByMoreThanTheCountsKnow_IsNotKnown() => Assert.False(s_cases.KnowsZero(
        s_periods.Single(one => one.Id == "2023"), new Dictionary<string, string>(StringComparer.Ordinal) { ["region"] = "osh", ["sex"] = "male" }));
}
