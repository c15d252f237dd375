using Analytics.Testing;

namespace Analytics.Database.Tests.Migrations;

/// <summary>The documents of the schema say what the schema is.</summary>
public sealed class CatalogueDocumentsTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseTheory]
    [InlineData("star.md")]
    [InlineData("data-dictionary.md")]
    public async Task Document_OfTheSchema_IsWhatTheCatalogueSays(string file)
    {
        var documents = await CatalogueDocuments.ReadAsync(database.Owner);
        var text = (file == "star.md" ? documents.Star() : documents.Dictionary()).ReplaceLineEndings("\n");
        var path = Path.Combine(ProjectRoot.Path, "docs", file);
        if (Environment.GetEnvironmentVariable("ANALYTICS_WRITE") == "1")
        {
            await File.WriteAllTextAsync(path, text);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }
}
