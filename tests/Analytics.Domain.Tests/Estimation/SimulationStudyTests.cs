using Analytics.Domain.Estimation.Simulation;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>A small version of the study that runs by night: known populations, and how often the intervals hold them.</summary>
public sealed class SimulationStudyTests
{
    public static TheoryData<int> All => [.. Enumerable.Range(0, SimulationSetting.Study.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void Study_EverySetting_IsADistribution(int setting)
    {
        var probabilities = SimulationSetting.Study[setting].Probabilities;

        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
        Assert.Equal(1, probabilities.Sum(), 1e-12);
    }

    [Theory]
    [InlineData("sparse", "independent")]
    [InlineData("sparse", "one pair 4 times as likely")]
    [InlineData("sparse", "one pair never overlaps")]
    [InlineData("small", "independent")]
    public void Run_StructureTheModelCanHold_IsCoveredAndNearlyUnbiased(string density, string structure)
    {
        var row = SimulationStudy.Run(Find(density, structure), 60, new() { Replicates = 200 });

        // A coverage of 95 % gives fewer than 50 of 60 about once in 10,000.
        Assert.InRange(row.BcaCoverage, 50 / 60.0, 1);
        Assert.InRange(row.MedianRatio, 0.9, 1.12);
        Assert.InRange(row.NoEstimate, 0, 0.02);
    }

    [Fact]
    public void Run_TwoKindsOfPersons_ShowsTheBiasThatNoPairwiseModelRemoves()
    {
        var row = SimulationStudy.Run(Find("sparse", "two kinds of persons"), 60, new() { Replicates = 200 });

        Assert.InRange(row.MedianRatio, 0.6, 0.85);
        Assert.True(row.BcaCoverage < 0.5);
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameRow()
    {
        var setting = Find("tiny", "independent");

        Assert.Equal(SimulationStudy.Run(setting, 20, new() { Replicates = 100 }), SimulationStudy.Run(setting, 20, new() { Replicates = 100, Threads = 1 }));
    }

    private static SimulationSetting Find(string density, string structure) =>
        SimulationSetting.Study.Single(setting => setting.Density == density && setting.Structure == structure);
}
