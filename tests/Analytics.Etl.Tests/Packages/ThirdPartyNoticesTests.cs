namespace Analytics.Etl.Tests.Packages;

public sealed class ThirdPartyNoticesTests
{
    [Fact]
    public void File_RestoredPackages_AreAllNamedWithTheirLicences()
    {
        var text = NoticeFile.Text();
        if (Environment.GetEnvironmentVariable("ANALYTICS_WRITE") == "1")
        {
            File.WriteAllText(NoticeFile.Path, text);
        }

        Assert.Equal(text, File.ReadAllText(NoticeFile.Path));
    }

    [Theory]
    [InlineData("Npgsql", "PostgreSQL")]
    [InlineData("plotly.js", "MIT")]
    [InlineData("@fontsource-variable/source-sans-3", "OFL-1.1")]
    public void Text_KnownPackage_IsGivenItsOwnLicence(string package, string licence) =>
        Assert.Contains($"| {package} | {licence} |", NoticeFile.Text(), StringComparison.Ordinal);
}
