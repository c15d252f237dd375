using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Measures;

public class PopulationSeriesTests
{
    [Fact]
    public void Fill_GapWithinABase_IsAStraightLineAndFlagged()
    {
        var filled = PopulationSeries.Fill(new Dictionary<int, long> { [2017] = 100, [2021] = 140 }, 2017, 2021);
        Assert.Equal([100, 110, 120, 130, 140], filled.Select(year => year.Population));
        Assert.Equal([false, true, true, true, false], filled.Select(year => year.Interpolated));
    }

    [Fact]
    public void Fill_AcrossTheCensus_DoesNotJoinTheTwoBases()
    {
        var filled = PopulationSeries.Fill(new Dictionary<int, long> { [2019] = 100, [2023] = 200 }, 2018, 2025);
        Assert.Equal([100, 100, 100, 100, 200, 200, 200, 200], filled.Select(year => year.Population));
        Assert.Equal([2019, 2023], filled.Where(year => !year.Interpolated).Select(year => year.Year));
    }

    [Fact]
    public void Fill_BaseWithoutAnyYear_IsLeftOut() =>
        Assert.Equal([2022, 2023], PopulationSeries.Fill(new Dictionary<int, long> { [2022] = 5 }, 2020, 2023).Select(year => year.Year));
}
