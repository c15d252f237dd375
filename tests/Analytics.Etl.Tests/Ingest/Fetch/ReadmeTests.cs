using Analytics.Etl.Feeds;
using Analytics.Etl.Hosting;
using Analytics.Etl.Settings;
using Analytics.Testing;

namespace Analytics.Etl.Tests.Ingest.Fetch;

public sealed class ReadmeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Example_AsWritten_IsTakenAndFitsItsFeed()
    {
        var readme = File.ReadAllText(Path.Combine(ProjectRoot.Path, "etl", "Analytics.Etl", "Ingest", "Fetch", "README.md"));
        var query = Block(readme, "sql");
        _folder.Write("appsettings.json", Block(readme, "json"));
        _folder.Write("register_crime.sql", query);
        var sources = JobSettings.Read(new DataFolder(_folder.Path), demo: false).Sources;
        Assert.Equal(["crisis_centre", "register"], sources.Where(s => s.Fetch is not null).Select(s => s.Id));
        var columns = query[("select ".Length)..query.IndexOf("\nfrom", StringComparison.Ordinal)].Split(", ");
        Assert.Subset(FeedList.Find("register_crime")!.Columns.Select(c => c.Name).ToHashSet(), columns.ToHashSet());
    }

    private static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
