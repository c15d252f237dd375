using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

public sealed class StepwiseSelectionTests
{
    [Theory]
    [InlineData("UKdat", 11417.991092, "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO")]
    [InlineData("UKdat_5", 11312.990289, "LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO")]
    [InlineData("Korea", 268.777778, "b:c")]
    [InlineData("Artificial_3", 539.09393, "")]
    [InlineData("New Orleans", 1110.488, "D:E")]
    [InlineData("New Orleans, five", 981.4314, "")]
    [InlineData("Western", 2483.384, "A:E")]
    public void Run_PublishedTable_GivesReferenceEstimateAndOrder(string name, double expected, string order)
    {
        var table = PublishedTables.ByName(name);
        var selection = new StepwiseSelection(table.Lists.Length);

        Assert.Equal(FitOutcome.Finite, selection.Run(table.Counts, 0.02));

        Assert.Equal(expected, selection.Total, expected * 1e-6);
        Assert.Equal(order, string.Join(' ', selection.Chosen.Select(table.Name)));
    }

    [Fact]
    public void Estimate_WesternSite_IsNearThePublishedInterval()
    {
        var result = Estimator.Estimate(PublishedTables.Western, new() { Replicates = 4000, Sensitivity = false });

        // Chan, Silverman and Vincent (2021), section 4.2: 2483, 95 % interval 1293 to 3670 from 1,000 resamples.
        Assert.Equal(1293, result.Interval95.Lower!.Value, 130.0);
        Assert.Equal(3670, result.Interval95.Upper!.Value, 370.0);
    }
}
