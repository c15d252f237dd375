namespace Analytics.Dashboard.Tests;

/// <summary>Which part may know which.</summary>
public sealed class ArchitectureTests
{
    private static readonly string s_source = Path.Combine(ProjectRoot.Path, "dashboard", "Analytics.Dashboard");

    [Fact]
    public void Dashboard_References_NotTheWorker() =>
        Assert.DoesNotContain(typeof(Routes).Assembly.GetReferencedAssemblies(), name => name.Name == "Analytics.Etl");

    [Fact]
    public void Folders_StandInLayers()
    {
        var graph = FolderGraph.Of("dashboard/Analytics.Dashboard");
        Assert.NotEmpty(graph.Uses);
        Assert.Equal("", string.Join(Environment.NewLine, graph.Cycles()));
    }

    [Fact]
    public void Folders_BesideThePages_NameNoPage()
    {
        var naming = FolderGraph.Of("dashboard/Analytics.Dashboard").Uses
            .Where(folder => folder.Key != "Analytics.Dashboard" && !folder.Key.StartsWith("Analytics.Dashboard.Pages", StringComparison.Ordinal))
            .SelectMany(folder => folder.Value.Where(used => used.StartsWith("Analytics.Dashboard.Pages", StringComparison.Ordinal)).Select(used => $"{folder.Key} -> {used}"));
        Assert.Empty(naming);
        Assert.DoesNotContain(".Pages", File.ReadAllText(Path.Combine(s_source, "_Imports.razor")), StringComparison.Ordinal);
    }

    [Fact]
    public void Source_OutsidePlotlyFigure_DoesNotKnowPlotly()
    {
        var knowing = Sources("*.cs").Concat(Sources("*.razor"))
            .Where(file => !Path.GetFileName(file).StartsWith("PlotlyFigure", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file)
                .Replace("PlotlyFigure", "", StringComparison.Ordinal)
                .Contains("plotly", StringComparison.OrdinalIgnoreCase))
            .Select(Path.GetFileName);
        Assert.Empty(knowing);
    }

    [Fact]
    public void Source_SqlText_StandsInSqlFilesOnly()
    {
        var splicing = Sources("*.cs")
            .Where(file => File.ReadLines(file).Any(line => line.Contains("\"select ", StringComparison.OrdinalIgnoreCase) || line.Contains("\"insert ", StringComparison.OrdinalIgnoreCase)))
            .Select(Path.GetFileName);
        Assert.Empty(splicing);
    }

    [Fact]
    public void Source_SqlFiles_SayGrainReadsAndWrites() => Assert.All(Sources("*.sql"), file =>
    {
        var text = File.ReadAllText(file);
        Assert.Contains("grain:", text, StringComparison.Ordinal);
        Assert.Contains("reads:", text, StringComparison.Ordinal);
        Assert.Contains("writes:", text, StringComparison.Ordinal);
    });

    private static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(s_source, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
