using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Measures;

public class PeriodTreeTests
{
    private static readonly (string, DateOnly, DateOnly)[] s_study = [("2018-2020", new(2018, 1, 1), new(2020, 12, 31))];

    [Fact]
    public void Between_TenYears_EveryPeriodTilesItsParent()
    {
        var periods = PeriodTree.Between(new(2017, 5, 3), new(2026, 10, 31), s_study);
        Assert.Equal(1 + 1 + 10 + 40 + 120, periods.Count);
        foreach (var parent in periods)
        {
            var children = periods.Where(period => period.Parent == parent.Id).OrderBy(period => period.Start).ToArray();
            if (children.Length == 0)
            {
                Assert.Equal(PeriodKind.Month, parent.Kind);
                continue;
            }

            Assert.Equal(parent.Start, children[0].Start);
            Assert.Equal(parent.End, children[^1].End);
            Assert.All(children.Zip(children.Skip(1)), pair => Assert.Equal(pair.First.End.AddDays(1), pair.Second.Start));
        }
    }

    [Fact]
    public void Between_SpanPartlyOutside_IsLeftOut() =>
        Assert.DoesNotContain(PeriodTree.Between(new(2019, 1, 1), new(2021, 1, 1), s_study), period => period.Kind == PeriodKind.Span);
}
