using System.Text.RegularExpressions;

namespace Analytics.Dashboard.Tests;

/// <summary>The table of requirements says nothing that the tests do not have, and leaves none out.</summary>
public sealed partial class AsvsTests
{
    /// <summary>Requirements of levels 1 and 2 in ASVS 4.0.3, by chapter.</summary>
    private static readonly int[] s_ofChapter = [38, 53, 18, 9, 30, 13, 12, 15, 7, 5, 8, 15, 13, 23];

    private static readonly string s_table = File.ReadAllText(Path.Combine(ProjectRoot.Path, "docs", "asvs.md"));

    [Fact]
    public void Table_EveryChapter_HasEachOfItsRequirementsOnce()
    {
        var items = Rows().Select(row => row[0]).ToList();
        Assert.Equal(items.Count, items.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(s_ofChapter, Enumerable.Range(1, s_ofChapter.Length).Select(chapter => items.Count(item => item.StartsWith($"{chapter}.", StringComparison.Ordinal))));
    }

    [Fact]
    public void Table_EveryRow_SaysWhetherItAppliesHowItStandsAndWhy() => Assert.All(Rows(), row =>
    {
        var (item, about, applies, state, how) = (row[0], row[1], row[2], row[3], row[4]);
        Assert.NotEmpty(about);
        Assert.Contains(applies, new[] { "yes", "no" });
        Assert.True(applies == "yes" ? state is "met" or "in part" or "not met" : state.Length == 0 && how.Length > 0, $"{item}: {applies}, {state}, {how}");
        Assert.True(how.Length > 0 || row[5].Length > 0, $"{item} names neither a reason nor a test");
    });

    [Fact]
    public void Table_EveryTestNamed_Exists()
    {
        var existing = Directory.EnumerateFiles(Path.Combine(ProjectRoot.Path, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Methods().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups["name"].Value}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Rows().SelectMany(row => Quoted().Matches(row[5])).Select(match => match.Groups["test"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, test => !existing.Contains(test));
    }

    private static IEnumerable<string[]> Rows() => s_table.Split('\n')
        .Where(line => Row().IsMatch(line))
        .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<test>[A-Za-z]+\\.[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:Fact|Theory|InlineData[^\n]*|MemberData[^\n]*)\]\s+public (?:async )?(?:Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Methods();
}
