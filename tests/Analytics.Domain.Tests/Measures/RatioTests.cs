using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Measures;

public class RatioTests
{
    [Fact]
    public void Of_StudyFigures_GivesPublishedRatioAndGap()
    {
        var ratio = Ratio.Of(MeasureCatalogue.Find("crimes_per_100_assisted")!, 55, 355);
        Assert.Equal(15.49, ratio.Value, 0.005);
        Assert.InRange(ratio.Value, ratio.Lower, ratio.Upper);

        var gap = Ratio.Of(MeasureCatalogue.Find("registration_gap")!, 55, 355);
        Assert.Equal(0.845, gap.Value, 0.0005);
        Assert.Equal(1 - (ratio.Upper / 100), gap.Lower, 1e-12);
        Assert.Equal(1 - (ratio.Lower / 100), gap.Upper, 1e-12);
    }

    [Fact]
    public void Of_NoPersons_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratio.Of(MeasureCatalogue.Find("registration_gap")!, 3, 0));
}
