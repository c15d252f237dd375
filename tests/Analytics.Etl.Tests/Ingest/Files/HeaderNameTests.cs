using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class HeaderNameTests
{
    [Fact]
    public void Ends_NameInGroups_GivesItselfAndWhatIsBehindEachSlash() =>
        Assert.Equal(["case_person_sex", "person_sex", "sex"], HeaderName.Ends("Case/Person/Sex"));

    /// <summary>A cell of a million slashes took hours: each of its ends is nearly as long as itself.</summary>
    [Theory]
    [InlineData(400, 9)]
    [InlineData(1_000_000, 1)]
    public void Ends_AsManySlashesAsCharacters_GivesFew(int slashes, int ends) =>
        Assert.Equal(ends, HeaderName.Ends(new string('/', slashes)).Count());

    [Fact]
    public void CountKnown_CellTooLongForAName_CountsNames() =>
        Assert.Equal(1, new ReadSettings(KnownNames: new HashSet<string>(["sex", "/a+/"], StringComparer.Ordinal)).CountKnown([new string('a', 100_000), "group/Sex", null]));

    [Fact]
    public void Open_HeaderOfSlashes_ReadsTheRowsBelow()
    {
        using var folder = new TempFolder();
        var path = folder.Write("slashes.csv", $"sex,{new string('/', Limits.LongestName)}\nfemale,1\n");

        using var rows = SourceFile.OpenHere(path, new ReadSettings(KnownNames: new HashSet<string>(["sex"], StringComparer.Ordinal)), new Limits());
        var noise = new TableNoise(rows);

        Assert.True(rows.Read());
        Assert.Null(noise.Look());
    }
}
