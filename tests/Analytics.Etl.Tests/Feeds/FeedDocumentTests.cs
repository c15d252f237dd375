using System.Globalization;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Templates;
using Analytics.Testing;

namespace Analytics.Etl.Tests.Feeds;

/// <summary><c>docs/feeds.md</c> is made of the declarations of the feeds.</summary>
public sealed class FeedDocumentTests
{
    [Fact]
    public void Document_OfTheFeeds_IsWhatTheirDeclarationsSay()
    {
        var text = Document();
        var path = Path.Combine(ProjectRoot.Path, "docs", "feeds.md");
        if (Environment.GetEnvironmentVariable("ANALYTICS_WRITE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
    }

    private static string Document()
    {
        var text = new StringBuilder(
            """
            # Feeds

            What the warehouse takes in. Written from each `etl/Analytics.Etl/Feeds/<Feed>/feed.yml`:
            `ANALYTICS_WRITE=1 dotnet test tests/Analytics.Etl.Tests --filter FeedDocument`. A test fails when it is stale.
            `./analytics template` gives a workbook of each feed to fill in. **Bold** columns are the key by which a row is found again.

            """);
        foreach (var feed in FeedList.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## `{feed.Name}`\n\n{feed.Title.En} · {feed.Title.Ru} · {feed.Title.Ky}. One row is {feed.Grain.En}. Sent by: {feed.Sender.En}.\n\n");
            text.Append(CultureInfo.InvariantCulture, $"A file is refused when more than {feed.Limits.BadShare:P0} or more than {feed.Limits.BadRows} of its rows are bad.{(feed.Reports ? " Its sources owe a report for each period." : "")}{Question(feed)}\n\n");
            text.Append("| column | title | required | what it takes |\n|---|---|---|---|\n");
            foreach (var column in feed.Columns)
            {
                var name = feed.Key.Contains(column.Name) ? $"**`{column.Name}`**" : $"`{column.Name}`";
                var takes = column.Codes.Count > 0 ? $"{ColumnHint.Of(column).En}: {string.Join(", ", column.Codes)}" : ColumnHint.Of(column).En;
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {column.Title.En} · {column.Title.Ru} · {column.Title.Ky} | {(column.Required ? "yes" : "")} | {takes.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Question(Feed feed) => feed.Identity.Count == 0 ? ""
        : $" A row that differs in most of {string.Join(", ", feed.Identity.Select(column => $"`{column}`"))}, its date among them, from the record of its key is a question and no correction.";
}
