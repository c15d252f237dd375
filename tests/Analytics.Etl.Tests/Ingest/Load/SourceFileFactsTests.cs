using System.Globalization;
using Analytics.Etl.Ingest.Load;

namespace Analytics.Etl.Tests.Ingest.Load;

public sealed class SourceFileFactsTests
{
    [Theory]
    [InlineData("Ибрагимжанкызы Бегим.csv", "aaaaaaaa.csv")]
    [InlineData("export.Бегим", "aaaaaaaa")]
    [InlineData("b.XLSX", "aaaaaaaa.xlsx")]
    public void Code_AnyName_HoldsNothingOfIt(string name, string code)
    {
        var file = new SourceFileFacts(name, new string('a', 64), 1);
        Assert.Equal(code, file.Code);
        Assert.Equal($"{code}/aaaaaaaa.csv", (file with { Name = "inside.csv", Within = file }).Code);
    }

    [Fact]
    public void Unnamed_File_IsToldBySizeAndTime()
    {
        using var folder = new TempFolder();
        var path = folder.Write("Ибрагимжанкызы Бегим.csv", "abc"u8.ToArray());
        File.SetLastWriteTimeUtc(path, DateTime.Parse("2026-11-30T12:00:05Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        Assert.Equal("a .csv file of 3 bytes, written 2026-11-30 18:00:05", SourceFileFacts.Unnamed(new FileInfo(path)));
    }
}
