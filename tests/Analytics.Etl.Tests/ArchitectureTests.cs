using Analytics.Testing;

namespace Analytics.Etl.Tests;

/// <summary>Which part may know which.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("etl/Analytics.Etl")]
    [InlineData("etl/Analytics.Domain")]
    [InlineData("etl/Analytics.Demo")]
    [InlineData("sql/Analytics.Database")]
    public void Folders_OfAProject_StandInLayers(string project)
    {
        var graph = FolderGraph.Of(project);
        Assert.NotEmpty(graph.Uses);
        Assert.Equal("", string.Join(Environment.NewLine, graph.Cycles()));
    }
}
